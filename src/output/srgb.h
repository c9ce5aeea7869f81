/* The colours of a screen as an ICC profile: what red and black of a page, and its images, mean. */
#ifndef MKB_OUTPUT_SRGB_H
#define MKB_OUTPUT_SRGB_H

#include <glib.h>

/* The colour space of IEC 61966-2-1 as a display profile of ISO 15076-1 (ICC 4.2), in its least
 * form: three primaries and one curve. (transfer full) */
GByteArray *srgb_profile(void);

#endif

/* Cairo 1.16 and 1.18 list an image in the resources of a page as often as it is drawn there, under
 * one name; a dictionary has a key once (ISO 32000-1 7.3.7). */
#ifndef MKB_OUTPUT_REPEATS_H
#define MKB_OUTPUT_REPEATS_H

#include <glib.h>

/* Blanks all but the first of each in a PDF as Cairo writes it; nothing else moves. */
void blank_repeated_images(GByteArray *pdf);

#endif

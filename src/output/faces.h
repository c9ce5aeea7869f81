/* The cut fonts as Cairo takes them. */
#ifndef MKB_OUTPUT_FACES_H
#define MKB_OUTPUT_FACES_H

#include "base/diag.h"

#include <cairo.h>

/* A cairo_font_face_t for each FontFile, in the same order. NULL after reporting RULE_FONT_BROKEN.
 * (transfer full) */
GPtrArray *faces_new(const GPtrArray *files, Diagnostics *sink);

#endif

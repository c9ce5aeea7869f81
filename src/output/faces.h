/* The cut fonts as Cairo takes them. */
#ifndef MKB_OUTPUT_FACES_H
#define MKB_OUTPUT_FACES_H

#include "base/diag.h"
#include "output/stand_in.h"

#include <cairo.h>

/* A cairo_font_face_t for each FontFile, in the same order; with stand-ins (nullable), for what
 * stands for it. NULL after reporting RULE_FONT_BROKEN. (transfer full) */
GPtrArray *faces_new(const GPtrArray *files, const StandIns *stand_ins, Diagnostics *sink);

#endif

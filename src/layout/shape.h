/* Shaping with Pango: text in chosen fonts becomes glyphs and clusters. Nothing of Pango leaves. */
#ifndef MKB_LAYOUT_SHAPE_H
#define MKB_LAYOUT_SHAPE_H

#include "layout/char_class.h"
#include "layout/font.h"
#include "layout/line.h"

typedef struct Shaper Shaper;

/* A shaper that knows these fonts and no others: a private fontconfig is given the cut files from
 * memory. `files` (element-type FontFile) must outlive it. NULL after reporting. (transfer full) */
Shaper *shaper_new(const GPtrArray *files, Diagnostics *sink);
void shaper_free(Shaper *shaper);

/* Fills glyphs and clusters of a paragraph whose text and runs are known: byte spans, glyphs,
 * class, em, the glyphs' own advances, and of marks the white beside their ink. —— and …… become
 * one cluster. FALSE after reporting that a run came out in another font than its own. */
gboolean shaper_shape(Shaper *shaper, Paragraph *paragraph, const CharInfo *info,
                      Diagnostics *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shaper, shaper_free)

#endif

/* Fonts without outlines for Cairo, and their outlines put back behind it. To write a PDF Cairo
 * loads every glyph three times and more, which was a third of a build, and needs to know no more
 * than that it is not empty; widths it reads from elsewhere. So of a font in CFF it is given a copy
 * with a box for each glyph, whose coordinates say which glyph of which font it stands for. Fonts
 * of other kinds, and pages that are painted, have their own outlines. */
#ifndef MKB_OUTPUT_STAND_IN_H
#define MKB_OUTPUT_STAND_IN_H

#include <glib.h>

typedef struct StandIns StandIns;

/* One for each FontFile, which must outlive it. (transfer full) */
StandIns *stand_ins_new(const GPtrArray *files);
void stand_ins_free(StandIns *stand_ins);

/* What Cairo gets for the file of this number: a copy with boxes, or the font as it is.
 * (transfer none) */
GBytes *stand_ins_font(const StandIns *stand_ins, guint file);

/* Takes a font program in CFF that Cairo has made of them. *restored is one with the outlines of
 * the glyphs that its boxes stand for, or NULL where it has none of the boxes. FALSE where it has
 * other outlines among them, or is none. *restored is (transfer full). */
gboolean stand_ins_restore(const StandIns *stand_ins, const guint8 *data, gsize length,
                           GByteArray **restored);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(StandIns, stand_ins_free)

#endif

/* Where a title may be broken, and what it costs (title_rules.h). */
#ifndef MKB_LAYOUT_TITLE_PHRASES_H
#define MKB_LAYOUT_TITLE_PHRASES_H

#include "layout/line.h"

/* The cost of a line break after each cluster. `dictionary` says where the text's words begin
 * (base/words.h), `lists` is Template.title, `names` (gchar *) the organs that issue it.
 * (transfer full) */
gint *title_phrases(const Paragraph *paragraph, const guint8 *dictionary, GPtrArray *const *lists,
                    const GPtrArray *names);

#endif

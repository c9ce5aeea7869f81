/* Footnotes: marks in the text, and the notes at the foot of the page that has them. */
#ifndef MKB_LAYOUT_FOOTNOTE_H
#define MKB_LAYOUT_FOOTNOTE_H

#include "layout/compose.h"
#include "layout/pages.h"

/* The place that a mark leads to: "#note:1". No id has a colon. (transfer none) */
const gchar *footnote_href(guint number);

/* Room that the notes take whose marks stand in clusters [first, last). `notes` has a SetBlock for
 * each note of the bulletin, in their order. */
Len footnotes_height(const Paragraph *paragraph, guint32 first, guint32 last,
                     const GPtrArray *notes, const Template *template);

/* Appends the numbers of the notes whose marks stand there. (element-type guint) */
void footnotes_collect(const Paragraph *paragraph, guint32 first, guint32 last, GArray *numbers);

/* White and rule above the notes of a page. */
Len footnotes_rule_height(const Template *template);

/* Where the notes of a page stand. */
typedef struct {
    const GPtrArray *notes;      /* SetBlock of every note of the bulletin */
    const GPtrArray *note_texts; /* TextBlock of each, for its anchor */
    const Template *template;
    guint repeated; /* so many, the first, stand on a page before as well */
    Len x, foot;    /* left edge of the text block; where the last of them ends */
} FootnotePlace;

void footnotes_place(Page *page, const GArray *numbers, const FootnotePlace *place);

#endif

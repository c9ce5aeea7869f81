/* Putting a line's glyphs, links and anchors at their absolute place on a page. */
#ifndef MKB_LAYOUT_PLACE_H
#define MKB_LAYOUT_PLACE_H

#include "layout/compose.h"
#include "layout/pages.h"

typedef struct {
    const Paragraph *paragraph;
    const Line *line;
    const GArray *anchors;  /* (nullable) Anchor of the paragraph */
    guint row;              /* grid line, 0 outside the grid */
    Len x, baseline;        /* of the line's left edge, without its indent */
    gint ascent;            /* of the em box, thousandths of an em */
    const MarkStyle *marks; /* (nullable) for text that may have marks below it */
    gboolean repeated; /* it stands on a page before: here it leads nowhere, and is no content */
} LinePlace;

void place_line(Page *page, const LinePlace *place);

#endif

/* The lines of a document one after the other, and where pages may end between them. */
#ifndef MKB_LAYOUT_FLOW_H
#define MKB_LAYOUT_FLOW_H

#include "layout/layout.h"

typedef struct {
    guint block, line; /* which line of which block */
    guint rows;        /* grid lines that it takes; 0: it stands in those of its block's first */
    guint before;      /* blank grid lines before it; none at the top of a page */
    Len offset;        /* of its em box's top below its block's first row, where the block has a
                          pitch of its own */
    gboolean on_grid;
    gboolean keep; /* no page break between it and the line before */
} FlowLine;

/* (transfer full) (element-type FlowLine) */
GArray *flow_new(const GPtrArray *blocks, const Template *template);

/* The end of the page that begins with line `first`: as many grid lines as fit, then back to where
 * a break is allowed. */
guint flow_page_end(const GArray *flow, guint first, guint page_rows);

#endif

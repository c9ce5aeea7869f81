/* The pages of a document, and the fitting of its ending: signature and date are to share a page
 * with text (GB/T 9704-2012 7.3.5.5). */
#ifndef MKB_LAYOUT_ENDING_H
#define MKB_LAYOUT_ENDING_H

#include "layout/page_plan.h"
#include "layout/set_text.h"

struct PagedBlocks {
    GPtrArray *blocks; /* SetBlock, one for each of the layout's; each is the layout's or one of
                          `own`, and owned there: the array frees none */
    GPtrArray *own;    /* SetBlock, owned: those that were set anew, with another spacing */
    GArray *flow;      /* FlowLine, of `blocks` */
    GArray *plan;      /* PlannedPage, into `flow` */
    PageRoom room;     /* that it was planned in */
};

/* What room the pages of this document have; before its imprint is known, without that. */
PageRoom page_room(const Layout *layout);

/* Plans the pages; what had to be done for the ending is reported. The layout must outlive it.
 * (transfer full) */
PagedBlocks *paged_blocks_new(const Layout *layout, Diagnostics *sink);
void paged_blocks_free(PagedBlocks *paged);

/* How many lines of text (FlowLine.text) a page has. */
guint paged_text_lines(const PagedBlocks *paged, guint page);

/* How many lines fewer the last page of text needs for the imprint to stand below them that has a
 * page of its own; 0 where it has none, or where that would not help. */
guint imprint_missing_rows(const PagedBlocks *paged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PagedBlocks, paged_blocks_free)

#endif

/* The pages of a document, and the fitting of its ending: signature and date are to share a page
 * with text (GB/T 9704-2012 7.3.5.5). */
#ifndef MKB_LAYOUT_ENDING_H
#define MKB_LAYOUT_ENDING_H

#include "layout/page_plan.h"
#include "layout/set_text.h"

struct PagedBlocks {
    GPtrArray *blocks; /* SetBlock; not owned */
    GPtrArray *own;    /* SetBlock: those that were set anew */
    GArray *flow;      /* FlowLine */
    GArray *plan;      /* PlannedPage */
    PageRoom room;
};

/* What pages of this document are planned by. */
PlanRules plan_rules(const Layout *layout);

/* Plans the pages; what had to be done for the ending is reported. (transfer full) */
PagedBlocks *paged_blocks_new(const Layout *layout, Diagnostics *sink);
void paged_blocks_free(PagedBlocks *paged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PagedBlocks, paged_blocks_free)

#endif

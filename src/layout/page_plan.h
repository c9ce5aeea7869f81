/* Which lines stand on which page: of all ways to divide a document, the one that costs least. No
 * font here: it works on FlowLines alone. */
#ifndef MKB_LAYOUT_PAGE_PLAN_H
#define MKB_LAYOUT_PAGE_PLAN_H

#include "layout/page_fill.h"

typedef struct {
    PageRoom room;
    guint spare_rows;     /* that a page may be left short to avoid a single line of a paragraph */
    gboolean keep_ending; /* at the cost of rows; else only where it costs none */
    guint shrink; /* of the pitch on the last two pages of the text at most, thousandths; then the
                     plan is that of an ending drawn up, if there is one */
} PlanRules;

typedef struct {
    guint first, last; /* lines [first, last) of the flow; none on a page of the imprint alone */
    guint empty;       /* rows left at its foot; 0 where the text ends */
    guint faults;   /* for which a fuller page was refused: FAULT_BITs; 0: for later pages' sake */
    gboolean high;  /* what follows is too high for the rows that are left */
    gboolean notes; /* it would have room without its footnotes */
    Len pitch;      /* its own; 0: the grid's */
} PlannedPage;

/* (transfer full) (element-type PlannedPage) */
GArray *page_plan(const GArray *flow, const PlanRules *rules);

/* Whether signature and date stand together with the lines of text that they need. */
gboolean plan_keeps_ending(const GArray *plan, const GArray *flow);

/* Which page of a plan has line `i` of the flow. */
guint plan_page_of(const GArray *plan, guint i);

/* The pitch at which the lines of a planned page fill it from top to bottom, blocks with a pitch of
 * their own taking no more than their height; 0 when no pitch does that. */
Len plan_pitch(const GArray *flow, const PlannedPage *page, const PlanRules *rules);

/* What a plan costs: the rows that it leaves empty and the faults of its breaks. */
typedef struct {
    const gchar *name; /* "widow" */
    gint64 cost;
    const gchar *clause; /* "GB/T 9704-2012 7.3.5.5" */
} PlanCost;

const PlanCost *fault_cost(BreakFault fault);
const PlanCost *own_pitch_cost(void);
gint64 empty_rows_cost(guint rows); /* of one page */

#endif

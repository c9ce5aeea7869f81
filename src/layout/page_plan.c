#include "layout/page_plan.h"

#define COST_NEVER G_MAXINT64

/* What has to stay together is parted only where no page could hold it: each such fault costs more
 * than all rows that moving it could ever leave empty. A single line at a page's head or foot costs
 * less than an empty row, so that 22 full lines come first (GB/T 9704-2012 5.2.3), unless the
 * template spares rows for it. Three empty rows are what a heading leaves that moves
 * with its two lines; more than that are better shared by several pages. */
static const PlanCost fault_costs[FAULT_COUNT] = {
    [FAULT_BLOCK] = {"block", 1000000000000, "GB/T 9704-2012 7.3.1"},
    [FAULT_SIGNATURE] = {"signature", 10000000000, "GB/T 9704-2012 7.3.5.2"},
    [FAULT_ENDING] = {"ending", 1000000000, "GB/T 9704-2012 7.3.5.5"},
    [FAULT_HEADING] = {"heading", 100000000, "CLREQ"},
    [FAULT_WIDOW] = {"widow", 40, "CLREQ"},
    [FAULT_ORPHAN] = {"orphan", 40, "CLREQ"},
};
static const PlanCost empty_row = {"empty-row", 100, "GB/T 9704-2012 5.2.3"};
static const PlanCost gap = {"gap", 10, "GB/T 9704-2012 5.2.3"}; /* rows beyond three, squared */
#define USUAL_ROWS 3
/* Where pitches may change: the fewest pages, then the fewest of them with a pitch of their own. */
static const PlanCost page_more = {"page", 1000000, "GB/T 9704-2012 7.3.5.5"};
static const PlanCost own_pitch = {"pitch", 10000, "GB/T 9704-2012 7.3.5.5"};
static const PlanCost overfull = {"overfull", 100000000000000, "GB/T 9704-2012 5.2.3"};

const PlanCost *fault_cost(BreakFault fault)
{
    return &fault_costs[fault];
}

gint64 empty_rows_cost(guint rows)
{
    gint64 more = rows > USUAL_ROWS ? rows - USUAL_ROWS : 0;

    return rows * empty_row.cost + more * more * gap.cost;
}

const PlanCost *own_pitch_cost(void)
{
    return &own_pitch;
}

static const FlowLine *line_at(const GArray *flow, guint i)
{
    return &g_array_index(flow, FlowLine, i);
}

/* ---- one page ---- */

/* Lines on a page, as they are added one after the other. */
typedef struct {
    guint rows;       /* of the grid, blanks among them */
    guint on_grid;    /* of these, not in blocks with a pitch of their own */
    Len fixed;        /* height of those blocks */
    guint units;      /* lines that have rows: one is on a page even if it is too high */
    gboolean to_foot; /* the last line stands on the grid */
} PageFill;

static void fill_add(PageFill *fill, const FlowLine *line, Len pitch)
{
    guint before = fill->units > 0 ? line->before : 0;

    fill->rows += before + line->rows;
    fill->on_grid += before + (line->on_grid ? line->rows : 0);
    if (!line->on_grid)
        fill->fixed += line->rows * pitch - line->slack;
    fill->units += line->rows > 0;
    fill->to_foot = line->on_grid;
}

static Len fill_pitch(const PageFill *fill, const PlanRules *rules)
{
    Len room = (rules->rows - 1) * rules->pitch - fill->fixed;

    return fill->to_foot && fill->on_grid > 1 ? MAX(room / (fill->on_grid - 1), 0) : 0;
}

static gboolean fits_shrunk(const PageFill *fill, const PlanRules *rules)
{
    return rules->shrink > 0 &&
           fill_pitch(fill, rules) * 1000 >= rules->pitch * (1000 - (Len) rules->shrink);
}

Len plan_pitch(const GArray *flow, guint first, guint last, const PlanRules *rules)
{
    PageFill fill = {0};

    for (guint i = first; i < last; i++)
        fill_add(&fill, line_at(flow, i), rules->pitch);
    return fill_pitch(&fill, rules);
}

/* A blank line at the foot belongs there; other rows should have been filled. */
static guint empty_rows(const GArray *flow, const PageFill *fill, guint last,
                        const PlanRules *rules)
{
    if (last == flow->len || fill->rows >= rules->rows)
        return 0;
    guint left = rules->rows - fill->rows, blank = line_at(flow, last)->before;
    return left > blank ? left - blank : 0;
}

static gint64 break_cost(guint faults, const PlanRules *rules)
{
    gint64 single = empty_rows_cost(rules->spare_rows);
    gint64 cost = 0;

    for (guint fault = 0; fault < FAULT_COUNT; fault++) {
        if (!(faults & FAULT_BIT(fault)))
            continue;
        if (fault == FAULT_ENDING && !rules->keep_ending)
            cost += fault_costs[FAULT_WIDOW].cost;
        else
            cost += fault_costs[fault].cost;
        if (fault == FAULT_WIDOW || fault == FAULT_ORPHAN)
            cost += single;
    }
    return cost;
}

/* ---- all pages ---- */

/* How many pages there are from a line on: the last two may have a pitch of their own. */
enum { THE_LAST, LAST_BUT_ONE, EARLIER, PLACES };

/* The best way to set all from one line to the end. */
typedef struct {
    gint64 cost[PLACES];
    guint last[PLACES]; /* where the page ends that begins with it */
    guint next[PLACES]; /* the place of the page after it */
} Suffix;

typedef struct {
    const GArray *flow;
    const PlanRules *rules;
    Suffix *suffixes; /* by line, and one after the last */
} Planner;

static gint64 page_cost(const Planner *planner, const PageFill *fill, guint last, guint place)
{
    const PlanRules *rules = planner->rules;
    gint64 cost = empty_rows_cost(empty_rows(planner->flow, fill, last, rules));

    if (rules->shrink > 0)
        cost += page_more.cost;
    if (fill->rows > rules->rows)
        cost += place != EARLIER && fits_shrunk(fill, rules) ? own_pitch.cost : overfull.cost;
    if (last < planner->flow->len)
        cost += break_cost(line_at(planner->flow, last)->faults, rules);
    return cost;
}

/* The best place for what follows a page. */
static guint next_place(const Suffix *rest, guint place)
{
    if (place == EARLIER)
        return rest->cost[EARLIER] < rest->cost[LAST_BUT_ONE] ? EARLIER : LAST_BUT_ONE;
    return THE_LAST;
}

/* Of equal ways the one with the fuller page: later ends are tried later. */
static void try_end(Planner *planner, Suffix *suffix, const PageFill *fill, guint last, guint place)
{
    guint next = next_place(&planner->suffixes[last], place);
    gint64 after = place == THE_LAST ? 0 : planner->suffixes[last].cost[next];

    if ((place == THE_LAST) != (last == planner->flow->len) || after == COST_NEVER)
        return;
    gint64 cost = after + page_cost(planner, fill, last, place);
    if (cost <= suffix->cost[place]) {
        suffix->cost[place] = cost;
        suffix->last[place] = last;
        suffix->next[place] = next;
    }
}

/* All pages that begin with line `first`: no more ends than a page has lines. */
static void plan_from(Planner *planner, guint first)
{
    Suffix *suffix = &planner->suffixes[first];
    PageFill fill = {0};

    for (guint i = first; i < planner->flow->len; i++) {
        fill_add(&fill, line_at(planner->flow, i), planner->rules->pitch);
        if (fill.units > 1 && fill.rows > planner->rules->rows &&
            !fits_shrunk(&fill, planner->rules))
            return;
        for (guint place = 0; place < PLACES; place++)
            try_end(planner, suffix, &fill, i + 1, place);
    }
}

/* ---- the result ---- */

/* For what a fuller page was refused: the faults of the break that would have filled it. */
static guint refused_faults(const GArray *flow, guint first, guint last, guint rows)
{
    PageFill fill = {0};
    guint end = first;

    for (; end < flow->len; end++) {
        fill_add(&fill, line_at(flow, end), 0);
        if (fill.rows > rows)
            break;
    }
    return end > last && end < flow->len ? line_at(flow, end)->faults : 0;
}

static void add_page(const Planner *planner, GArray *plan, guint first, guint last)
{
    const PlanRules *rules = planner->rules;
    PlannedPage page = {.first = first, .last = last};
    PageFill fill = {0};

    for (guint i = first; i < last; i++)
        fill_add(&fill, line_at(planner->flow, i), rules->pitch);
    page.empty = empty_rows(planner->flow, &fill, last, rules);
    if (page.empty > 0)
        page.faults = refused_faults(planner->flow, first, last, rules->rows);
    if (fill.rows > rules->rows && fits_shrunk(&fill, rules))
        page.pitch = MIN(fill_pitch(&fill, rules), rules->pitch);
    g_array_append_val(plan, page);
}

static void plan_all(Planner *planner)
{
    for (guint i = 0; i <= planner->flow->len; i++)
        for (guint place = 0; place < PLACES; place++)
            planner->suffixes[i].cost[place] = COST_NEVER;
    for (guint i = planner->flow->len; i > 0; i--)
        plan_from(planner, i - 1);
}

GArray *page_plan(const GArray *flow, const PlanRules *rules)
{
    g_autofree Suffix *suffixes = g_new0(Suffix, flow->len + 1);
    GArray *plan = g_array_new(FALSE, TRUE, sizeof(PlannedPage));
    Planner planner = {flow, rules, suffixes};
    guint place = THE_LAST;

    plan_all(&planner);
    for (guint i = 0; i < PLACES; i++)
        if (suffixes[0].cost[i] < suffixes[0].cost[place])
            place = i;
    for (guint first = 0, last; first < flow->len; first = last) {
        last = suffixes[first].last[place];
        add_page(&planner, plan, first, last);
        place = suffixes[first].next[place];
    }
    return plan;
}

gboolean plan_keeps_ending(const GArray *plan, const GArray *flow)
{
    for (guint i = 1; i < plan->len; i++)
        if (line_at(flow, g_array_index(plan, PlannedPage, i).first)->faults &
            (FAULT_BIT(FAULT_SIGNATURE) | FAULT_BIT(FAULT_ENDING)))
            return FALSE;
    return TRUE;
}

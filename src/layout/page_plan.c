#include "layout/page_plan.h"

#define COST_NEVER G_MAXINT64
#define COST_MOST (G_MAXINT64 / 2) /* of 46,000 pages on which nothing fits */

/* What has to stay together is parted only where no page could hold it: each such fault costs more
 * than all rows that moving it could ever leave empty. A single line at a page's head or foot costs
 * less than an empty row, so that 22 full lines come first (GB/T 9704-2012 5.2.3), unless the
 * template spares rows for it. Three empty rows are what a heading leaves that moves
 * with its two lines; more than that are better shared by several pages. */
static const PlanCost fault_costs[FAULT_COUNT] = {
    [FAULT_BLOCK] = {"block", 1000000000000, "GB/T 9704-2012 7.3.1"},
    [FAULT_SIGNATURE] = {"signature", 10000000000, "GB/T 9704-2012 7.3.5.2"},
    [FAULT_FIRST_PAGE] = {"first-page", 5000000000, "GB/T 9704-2012 7.3.3"},
    [FAULT_ENDING] = {"ending", 1000000000, "GB/T 9704-2012 7.3.5.5"},
    [FAULT_HEADING] = {"heading", 100000000, "CLREQ"},
    [FAULT_LONE_ROW] = {"lone-row", 10000000, "typography B8"},
    [FAULT_ROW] = {"row", 420, "typography B8"},
    [FAULT_NAME] = {"name", 250, "typography B3"}, /* worth two empty rows */
    [FAULT_WIDOW] = {"widow", 40, "CLREQ"},
    [FAULT_ORPHAN] = {"orphan", 40, "CLREQ"},
};
static const PlanCost empty_row = {"empty-row", 100, "GB/T 9704-2012 5.2.3"};
static const PlanCost gap = {"gap", 10, "GB/T 9704-2012 5.2.3"}; /* rows beyond three, squared */
#define USUAL_ROWS 3
/* Where pitches may change: the fewest pages, then the fewest of them with a pitch of their own. */
static const PlanCost page_more = {"page", 1000000, "GB/T 9704-2012 7.3.5.5"};
static const PlanCost own_pitch = {"pitch", 10000, "GB/T 9704-2012 7.3.5.5"};
/* The imprint has a page of its own rather than that more than a few rows stay empty for it. */
static const PlanCost foot_alone = {"imprint", 400, "GB/T 9704-2012 7.5"};
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

static gboolean fits_shrunk(const PageFill *fill, gboolean last_page, const PlanRules *rules)
{
    return rules->shrink > 0 && page_fill_pitch(fill, last_page) * 1000 >=
                                    rules->room.pitch * (1000 - (Len) rules->shrink);
}

static PageFill fill_of(const GArray *flow, guint first, guint last, const PlanRules *rules)
{
    PageFill fill = page_fill(&rules->room, first == 0, 0);

    for (guint i = first; i < last; i++)
        page_fill_add(&fill, line_at(flow, i));
    return fill;
}

Len plan_pitch(const GArray *flow, const PlannedPage *page, const PlanRules *rules)
{
    PageFill fill = fill_of(flow, page->first, page->last, rules);

    return page_fill_pitch(&fill, page->last == flow->len);
}

/* The text ends at the end of the document, or where another part of it begins a page. */
static gboolean ends_part(const GArray *flow, guint last)
{
    return last == flow->len || flow_must_break(flow, last);
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

/* How many pages of a part of the document there are from a line on: the last two of the text may
 * have a pitch of their own. */
enum { THE_LAST, LAST_BUT_ONE, EARLIER, PLACES };

/* The best way to set all from one line to the end. */
typedef struct {
    gint64 cost[PLACES];
    guint last[PLACES]; /* where the page ends that begins with it */
    guint next[PLACES]; /* the place of the page after it */
} Suffix;

/* What a break before a line means, whichever page it ends: told once, for twenty pages try it. */
typedef struct {
    gint64 cost; /* of its faults; 0 where a part ends */
    gboolean ends_part;
    gboolean high; /* what follows, see is_high() */
} Break;

typedef struct {
    const GArray *flow;
    const PlanRules *rules;
    guint ending;     /* first line of signature and date; all lines: none */
    guint text_end;   /* annexes begin there */
    guint part;       /* where the part begins that these end: after the last page that is turned */
    Suffix *suffixes; /* by line, and one after the last */
    Break *breaks;    /* the same */
} Planner;

static gboolean may_shrink(const Planner *planner, const PageFill *fill, guint last, guint place)
{
    return place != EARLIER && last > planner->part && last <= planner->text_end &&
           fits_shrunk(fill, last == planner->flow->len, planner->rules);
}

/* What is too high for the rows that are left, a figure above all, or a line with long footnotes,
 * leaves them empty itself: they are not to be shared with the pages before. */
static gboolean is_high(const FlowLine *line, const PageRoom *room)
{
    Len height = (line->on_grid ? room->pitch : line->height) + line->notes;

    return height > (USUAL_ROWS + 1) * room->pitch;
}

static void note_breaks(Planner *planner)
{
    guint n = planner->flow->len;

    planner->breaks[n] = (Break){0, TRUE, FALSE};
    for (guint i = 0; i < n; i++) {
        const FlowLine *line = line_at(planner->flow, i);
        gboolean ends = ends_part(planner->flow, i);
        planner->breaks[i] = (Break){ends ? 0 : break_cost(line->faults, planner->rules), ends,
                                     is_high(line, &planner->rules->room)};
    }
}

/* A blank line at the foot belongs there; other rows should have been filled. */
static guint empty_rows(const Planner *planner, const PageFill *fill, guint last)
{
    if (planner->breaks[last].ends_part)
        return 0;
    guint left = page_fill_left(fill), blank = line_at(planner->flow, last)->before;
    return left > blank ? left - blank : 0;
}

/* Rows that lines leave empty which go to the signature's page (7.3.5.5). */
static gboolean is_pushed(const Planner *planner, guint last, guint next)
{
    return planner->rules->keep_ending && last <= planner->ending &&
           planner->suffixes[last].last[next] > planner->ending;
}

/* `next`: place of the page after it. */
static gint64 empty_cost(const Planner *planner, guint rows, guint last, guint next)
{
    gboolean alone =
        last < planner->flow->len && (planner->breaks[last].high || is_pushed(planner, last, next));

    return alone ? rows * empty_row.cost : empty_rows_cost(rows);
}

static gint64 page_cost(const Planner *planner, const PageFill *fill, guint last, guint place,
                        guint next)
{
    const PlanRules *rules = planner->rules;
    gint64 cost = planner->breaks[last].cost +
                  empty_cost(planner, empty_rows(planner, fill, last), last, next);

    if (rules->shrink > 0)
        cost += page_more.cost;
    if (!page_fill_fits(fill, last == planner->flow->len)) {
        if (may_shrink(planner, fill, last, place))
            cost += own_pitch.cost;
        else
            cost += page_fill_fits(fill, FALSE) ? foot_alone.cost : overfull.cost;
    }
    return cost;
}

static guint best_place(const Suffix *suffix)
{
    guint best = THE_LAST;

    for (guint place = 0; place < PLACES; place++)
        if (suffix->cost[place] < suffix->cost[best])
            best = place;
    return best;
}

/* The best place for what follows a page. */
static guint next_place(const Suffix *rest, guint place)
{
    if (place == EARLIER)
        return rest->cost[EARLIER] < rest->cost[LAST_BUT_ONE] ? EARLIER : LAST_BUT_ONE;
    return place == LAST_BUT_ONE ? THE_LAST : best_place(rest); /* of another part, or nothing */
}

/* A line that is too high for any page has one of its own. */
static gboolean may_stand(const Planner *planner, const PageFill *fill, guint last, guint place)
{
    return fill->units == 1 || page_fill_fits(fill, FALSE) ||
           may_shrink(planner, fill, last, place);
}

/* Of equal ways the one with the fuller page: later ends are tried later. */
static void try_end(Planner *planner, Suffix *suffix, const PageFill *fill, guint last, guint place)
{
    guint next = next_place(&planner->suffixes[last], place);
    gint64 after = planner->suffixes[last].cost[next];

    if (after == COST_NEVER ||
        MIN(after, COST_MOST) + planner->breaks[last].cost > suffix->cost[place] ||
        !may_stand(planner, fill, last, place))
        return;
    gint64 cost = MIN(after, COST_MOST) + page_cost(planner, fill, last, place, next);
    if (cost <= suffix->cost[place]) {
        suffix->cost[place] = cost;
        suffix->last[place] = last;
        suffix->next[place] = next;
    }
}

/* A page set closer may still end with a later line, on the grid where this one is not. */
static gboolean may_go_on(const Planner *planner, const PageFill *fill, guint last)
{
    PageFill probe = *fill;

    probe.to_foot = TRUE;
    return may_stand(planner, &probe, last, THE_LAST);
}

/* All pages that begin with line `first`: no more ends than a page has lines. */
static void plan_from(Planner *planner, guint first)
{
    Suffix *suffix = &planner->suffixes[first];
    PageFill fill = page_fill(&planner->rules->room, first == 0, 0);

    for (guint i = first; i < planner->flow->len; i++) {
        if (i > first && planner->breaks[i].ends_part)
            return;
        page_fill_add(&fill, line_at(planner->flow, i));
        if (!may_go_on(planner, &fill, i + 1))
            return;
        if (planner->breaks[i + 1].ends_part) {
            try_end(planner, suffix, &fill, i + 1, THE_LAST);
        } else {
            try_end(planner, suffix, &fill, i + 1, LAST_BUT_ONE);
            try_end(planner, suffix, &fill, i + 1, EARLIER);
        }
    }
}

/* ---- the result ---- */

/* For what a fuller page was refused: the faults of the break that would have filled it. */
static guint refused_faults(const GArray *flow, guint first, guint last, const PlanRules *rules)
{
    PageFill fill = page_fill(&rules->room, first == 0, 0);
    guint end = first;

    for (; end < flow->len; end++) {
        page_fill_add(&fill, line_at(flow, end));
        if (!page_fill_fits(&fill, FALSE))
            break;
    }
    return end > last && end < flow->len ? line_at(flow, end)->faults : 0;
}

/* Whether the line after a page has no room there for its footnotes alone. */
static gboolean only_notes_refused(const GArray *flow, PageFill fill, guint last)
{
    FlowLine next = *line_at(flow, last);
    PageFill with_notes = fill;

    page_fill_add(&with_notes, &next);
    next.notes = 0;
    page_fill_add(&fill, &next);
    return page_fill_fits(&fill, FALSE) && !page_fill_fits(&with_notes, FALSE);
}

static void add_page(const Planner *planner, GArray *plan, guint first, guint last, guint place)
{
    const PlanRules *rules = planner->rules;
    gboolean last_page = last == planner->flow->len;
    PlannedPage page = {.first = first, .last = last}, of_imprint = {.first = last, .last = last};
    PageFill fill = fill_of(planner->flow, first, last, rules);

    page.empty = empty_rows(planner, &fill, last);
    if (page.empty > 0)
        page.faults = refused_faults(planner->flow, first, last, rules);
    page.high = page.empty > 0 && planner->breaks[last].high;
    page.notes = page.empty > 0 && only_notes_refused(planner->flow, fill, last);
    gboolean fits = page_fill_fits(&fill, last_page);
    if (!fits && may_shrink(planner, &fill, last, place))
        page.pitch = MIN(page_fill_pitch(&fill, last_page), rules->room.pitch);
    g_array_append_val(plan, page);
    if (!fits && page.pitch == 0 && last_page && rules->room.foot > 0)
        g_array_append_val(plan, of_imprint);
}

static void plan_all(Planner *planner)
{
    guint n = planner->flow->len;

    for (guint i = 0; i < n; i++)
        for (guint place = 0; place < PLACES; place++)
            planner->suffixes[i].cost[place] = COST_NEVER;
    for (guint i = n; i > 0; i--)
        plan_from(planner, i - 1);
}

/* The text is all up to the first page that is begun after signature and date. */
static guint text_end(const GArray *flow)
{
    gboolean ended = FALSE;

    for (guint i = 0; i < flow->len; i++) {
        if (ended && line_at(flow, i)->new_page)
            return i;
        ended |= line_at(flow, i)->ending;
    }
    return flow->len;
}

/* Where the part begins that the text ends with, signature and date among it. */
static guint last_part(const GArray *flow, guint end)
{
    while (end > 0 && !flow_must_break(flow, end - 1))
        end--;
    return end > 0 ? end - 1 : 0;
}

GArray *page_plan(const GArray *flow, const PlanRules *rules)
{
    g_autofree Suffix *suffixes = g_new0(Suffix, flow->len + 1);
    g_autofree Break *breaks = g_new(Break, flow->len + 1);
    GArray *plan = g_array_new(FALSE, TRUE, sizeof(PlannedPage));
    Planner planner = {flow, rules, flow_ending(flow), text_end(flow), 0, suffixes, breaks};

    planner.part = last_part(flow, planner.text_end);
    note_breaks(&planner);
    plan_all(&planner);
    guint place = best_place(&suffixes[0]);
    for (guint first = 0, last; first < flow->len; first = last) {
        last = suffixes[first].last[place];
        add_page(&planner, plan, first, last, place);
        place = suffixes[first].next[place];
    }
    return plan;
}

guint plan_page_of(const GArray *plan, guint i)
{
    guint page = 0;

    while (page + 1 < plan->len && g_array_index(plan, PlannedPage, page).last <= i)
        page++;
    return page;
}

gboolean plan_keeps_ending(const GArray *plan, const GArray *flow)
{
    for (guint i = 1; i < plan->len; i++) {
        guint first = g_array_index(plan, PlannedPage, i).first;
        if (first < flow->len &&
            line_at(flow, first)->faults & (FAULT_BIT(FAULT_SIGNATURE) | FAULT_BIT(FAULT_ENDING)))
            return FALSE;
    }
    return TRUE;
}

/* Line breaking over the whole paragraph: of all ways to break it, the one that costs least
 * (Knuth and Plass, Breaking Paragraphs into Lines, 1981, with boxes and glue of CLREQ). */
#include "layout/break_cost.h"
#include "layout/first_fit.h"
#include "layout/justify.h"
#include "layout/space.h"

#define COST_NEVER G_MAXINT64

/* How much a line's width and faults count against its looks. */
typedef struct {
    gint64 off_and_faults, looks;
} Weights;

/* A place where a line may end, with the best way to get there. */
typedef struct {
    guint32 at;
    guint previous; /* index of the breakpoint before it */
    gint64 cost;    /* of all lines up to it, weighed */
    LineCost sum;   /* of the same */
    gboolean forced;
    Len full; /* where on Totals.width the line that begins here is full */
} Breakpoint;

/* The search for the best way. */
typedef struct {
    const BreakTask *task;
    Weights weights;
    GArray *points; /* Breakpoint; the first one is the paragraph's beginning */
    guint active;   /* the first point at which a line can still begin */
    gint64 least;   /* no point from there on costs less */
} Search;

static Breakpoint *point(const GArray *points, guint i)
{
    return &g_array_index(points, Breakpoint, i);
}

static Breakpoint *last_point(const GArray *points)
{
    return point(points, points->len - 1);
}

static void add_point(Search *search, Breakpoint *added)
{
    added->full = search->task->totals->width[added->at] + line_measure(search->task, added->at);
    search->least = MIN(search->least, added->cost);
    g_array_append_val(search->points, *added);
}

static Breakpoint next_point(const Search *search, guint from, guint32 last, const LineCost *line)
{
    const Breakpoint *previous = point(search->points, from);
    Breakpoint next = {.at = last, .previous = from, .sum = previous->sum};

    next.sum.off += line->off;
    next.sum.faults += line->faults;
    next.sum.looks += line->looks;
    next.cost = search->weights.off_and_faults * (next.sum.off + next.sum.faults) +
                search->weights.looks * next.sum.looks;
    return next;
}

/* Where on Totals.width a line ends that breaks at `last`, or less. Lines that are not filled may
 * end anywhere. */
static Len line_reach(const BreakTask *task, guint32 last)
{
    guint32 end = task->totals->shown[last];

    if (task->measure->align != ALIGN_JUSTIFY || is_hard_break(task, last) || end == 0)
        return G_MAXINT64;
    return task->totals->width[end] - task->clusters[end - 1].gap;
}

/* The best way to `last`, from an active breakpoint. Its cost is COST_NEVER if there is none. Most
 * lines are so short that they need no closer look, and those that begin later are shorter: what
 * one of them costs at least, they all do. (The first line of a paragraph has a measure of its
 * own.) */
static Breakpoint best_point(const Search *search, guint32 last)
{
    Breakpoint best = {.cost = COST_NEVER};
    Len reach = line_reach(search->task, last);
    LineCost line;

    for (guint i = search->active; i < search->points->len; i++) {
        const Breakpoint *from = point(search->points, i);
        gint64 too_short = 0;
        if (from->full > reach)
            too_short = search->weights.off_and_faults *
                        least_short_cost(search->task, from->at, last, from->full - reach);
        if (from->at > 0 && search->least + too_short >= best.cost)
            break;
        if (from->cost + too_short >= best.cost || !line_cost(search->task, from->at, last, &line))
            continue;
        Breakpoint next = next_point(search, i, last, &line);
        if (next.cost < best.cost)
            best = next;
    }
    return best;
}

static gboolean starts_too_early(const Search *search, guint i, guint32 last)
{
    const Breakpoint *from = point(search->points, i);

    return is_hopeless(search->task, from->at, from->full, last);
}

/* No line begins before that point any more. */
static void begin_from(Search *search, guint active)
{
    search->active = active;
    search->least = COST_NEVER;
    for (guint i = search->active; i < search->points->len; i++)
        search->least = MIN(search->least, point(search->points, i)->cost);
}

/* Adds the breakpoint at `last` if a line can end there. Those that no line can begin at any
 * more are passed over for good. */
static gboolean try_break(Search *search, guint32 last)
{
    while (search->active < search->points->len && starts_too_early(search, search->active, last))
        begin_from(search, search->active + 1);
    Breakpoint best = best_point(search, last);
    if (best.cost == COST_NEVER)
        return FALSE;
    add_point(search, &best);
    if (is_hard_break(search->task, last))
        begin_from(search, search->points->len - 1);
    return TRUE;
}

/* As many clusters as fit, at least one: for words longer than the line. Blanks behind them are
 * not left for a line of their own. */
static guint32 forced_break(const BreakTask *task, guint32 first)
{
    Len measure = line_measure(task, first);
    guint32 last = first + 1;

    while (!is_hard_break(task, last) &&
           (totals_line(task->totals, first, last + 1, measure).natural <= measure ||
            task->totals->shown[last + 1] <= last))
        last++;
    return last;
}

/* Whether a line that begins at `first` has room for the cluster behind `last` too. */
static gboolean has_room(const BreakTask *task, guint32 first, guint32 last)
{
    Len measure = line_measure(task, first);

    return !is_hard_break(task, last) &&
           totals_line(task->totals, first, last + 1, measure).natural <= measure;
}

/* The point from which a word is broken where it must be: not that it begins at, but one before
 * that on whose line it has room, where that costs less than to leave a line empty before it. Of a
 * word that is broken already that is settled. */
static guint forced_from(const Search *search)
{
    const GArray *points = search->points;
    guint best = points->len - 1;
    guint32 word = last_point(points)->at;

    for (guint i = best; i > 0 && !point(points, i)->forced; i--) {
        const Breakpoint *from = point(points, i - 1);
        if (is_hard_break(search->task, point(points, i)->at) ||
            !has_room(search->task, from->at, word))
            break;
        if (from->cost < point(points, best)->cost)
            best = i - 1;
    }
    return best;
}

/* No line can reach the next break. */
static void force_break(Search *search)
{
    guint from = forced_from(search);
    guint32 last = forced_break(search->task, point(search->points, from)->at);
    LineCost line = forced_line_cost(search->task);
    Breakpoint forced = next_point(search, from, last, &line);

    forced.forced = TRUE;
    add_point(search, &forced);
    begin_from(search, search->points->len - 1);
}

/* The breakpoints, of which the last ends the cheapest way. What a forced break passed over is
 * tried again, from there. (transfer full) */
static GArray *find_breakpoints(const BreakTask *task, Weights weights)
{
    GArray *points = g_array_new(FALSE, TRUE, sizeof(Breakpoint));
    Search search = {task, weights, points, 0, COST_NEVER};
    Breakpoint start = {0};
    guint32 tried = 0;

    add_point(&search, &start);
    for (guint32 last = 1; last <= task->n; last++) {
        if (!may_break(task, last))
            continue;
        while (last_point(points)->at < last && !try_break(&search, last) &&
               (is_hard_break(task, last) || search.active == points->len)) {
            force_break(&search);
            if (last_point(points)->at < tried)
                last = last_point(points)->at;
        }
        tried = last;
    }
    return points;
}

/* ---- never worse than first fit ---- */

/* Set off its natural width by no more than first fit, or only for what a reader would mark. */
static gboolean is_no_worse(const LineCost *way, const LineCost *bound)
{
    return way->off <= bound->off || way->off + way->faults <= bound->off + bound->faults;
}

/* The more widths and faults count, the nearer comes the way to the one that has the least of
 * both; which is no worse, for first fit is one of the ways. */
static GArray *best_breakpoints(const BreakTask *task)
{
    Weights weights = {1, 1};
    LineCost bound = {0, 0, 0};
    GArray *points = find_breakpoints(task, weights);

    if (last_point(points)->sum.off == 0 || !first_fit_cost(task, &bound))
        return points;
    while (!is_no_worse(&last_point(points)->sum, &bound) && weights.looks > 0) {
        weights.off_and_faults *= 4;
        if (weights.off_and_faults > 64)
            weights = (Weights){1, 0};
        g_array_unref(points);
        points = find_breakpoints(task, weights);
    }
    return points;
}

/* ---- lines ---- */

static void add_line(const BreakTask *task, GPtrArray *lines, guint32 first, const Breakpoint *end)
{
    LineSpec spec = {.first = first, .last = end->at, .align = task->measure->align};

    spec.indent = line_indent(task, first);
    spec.measure = line_measure(task, first);
    spec.ends_paragraph = is_hard_break(task, end->at);
    spec.forced = end->forced;
    g_ptr_array_add(lines, justify_line(task->totals, &spec));
}

/* The breakpoints from the last back to the first, turned round. */
static void add_lines(const BreakTask *task, GPtrArray *lines, const GArray *points)
{
    g_autoptr(GArray) way = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint i = points->len - 1; i > 0; i = point(points, i)->previous)
        g_array_append_val(way, i);
    for (guint i = way->len, first = 0; i > 0; i--) {
        const Breakpoint *end = point(points, g_array_index(way, guint, i - 1));
        add_line(task, lines, first, end);
        first = end->at;
    }
}

GPtrArray *break_lines(const Paragraph *paragraph, const Measure *measure,
                       const Composition *composition)
{
    GPtrArray *lines = lines_new();
    Totals totals;

    totals_init(&totals, paragraph, composition, measure->align);
    BreakTask task = break_task(&totals, measure);
    g_autoptr(GArray) points = best_breakpoints(&task);
    add_lines(&task, lines, points);
    totals_clear(&totals);
    return lines;
}

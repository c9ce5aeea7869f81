/* Line breaking over the whole paragraph: of all ways to break it, the one that costs least
 * (Knuth and Plass, Breaking Paragraphs into Lines, 1981, with boxes and glue of CLREQ). */
#include "layout/justify.h"
#include "layout/space.h"

#define COST_NEVER G_MAXINT64

/* What a line has to bear, in one scale with the penalties of breaks (layout/space.c). Tuned on
 * whole notices for few lines with widened gaps, none of them wide, and marks as wide in one line
 * as in the next. */
enum {
    COST_ADJUST,        /* for each em that a line is off its natural width */
    COST_SHRINK_MARKS,  /* all white of 、，；：。？！ taken; half of it costs a quarter */
    COST_SHRINK_STOPS,  /* for reaching 。？！ at all: the last step */
    COST_SHRINK_OTHERS, /* all of word spaces, brackets, gaps between scripts; likewise */
    COST_STRETCH_GAPS,  /* all that word spaces and gaps can gain; likewise */
    COST_STRETCH,       /* for widening the gaps between all characters of a line … */
    COST_STRETCH_SEEN,  /* … and the cube of how wide they are, in units that the eye sees */
    COST_STRETCH_WIDE,  /* for each such unit beyond the first */
    COST_ORPHAN,        /* 孤字: a last line of one character */
    COST_FORCED,        /* a line broken where no break is allowed */
};

static const struct {
    gint cost;
    const gchar *clause;
} costs[] = {
    [COST_ADJUST] = {60, "typography B7"},
    [COST_SHRINK_MARKS] = {450, "CLREQ 3.2.2 (4), (6)"},
    [COST_SHRINK_STOPS] = {10, "CLREQ 3.2.2 (6)"},
    [COST_SHRINK_OTHERS] = {5, "CLREQ 3.2.2 (1), (2), (3), (5)"},
    [COST_STRETCH_GAPS] = {5, "CLREQ 3.2.3 (1), (2)"},
    [COST_STRETCH] = {120, "CLREQ 3.2.3 (3)"},
    [COST_STRETCH_SEEN] = {50, "CLREQ 3.2.3 (3)"},
    [COST_STRETCH_WIDE] = {3000, "CLREQ 3.2.3 (3)"},
    [COST_ORPHAN] = {800, "GB/T 15834-2011 5.1.11"},
    [COST_FORCED] = {1000000, ""},
};

/* A gap that the eye begins to see. */
#define STRETCH_SEEN(em) ((em) *34 / 1000)

/* Beyond so many such units, in 1/1024, gaps cost the same: the cube of more is no gint64. */
#define STRETCH_WIDEST (1024 * 4096)

typedef struct {
    const Totals *totals;
    const Measure *measure;
    const Cluster *clusters;
    guint32 n;
} Breaker;

/* A place where a line may end, with the best way to get there. */
typedef struct {
    guint32 at;
    gint64 cost;
    guint previous; /* index of the breakpoint before it */
    gboolean forced;
} Breakpoint;

/* A cost times the square of part / whole. */
static gint64 square_cost(guint cost, Len part, Len whole)
{
    return whole > 0 ? costs[cost].cost * part / whole * part / whole : 0;
}

static gint64 shrink_cost(const Totals *totals, const LineBox *box, Len amount)
{
    gint64 cost = 0;
    Len marks = 0, marks_capacity = 0;

    for (guint step = 0; step < SHRINK_STEPS; step++) {
        Len capacity = totals_shrink(totals, box, step), part = MIN(amount, capacity);
        amount -= part;
        if (step == SHRINK_PAUSE || step == SHRINK_STOP) {
            marks += part;
            marks_capacity += capacity;
        } else {
            cost += square_cost(COST_SHRINK_OTHERS, part, capacity);
        }
        if (step == SHRINK_STOP && part > 0)
            cost += costs[COST_SHRINK_STOPS].cost;
    }
    if (amount > 0)
        return COST_NEVER;
    return cost + square_cost(COST_SHRINK_MARKS, marks, marks_capacity);
}

static gint64 stretch_cost(const Totals *totals, const LineBox *box, Len amount, Len em)
{
    gint64 cost = 0;

    for (guint step = 0; step < STRETCH_ALL; step++) {
        Len capacity = totals_stretch(totals, box, step), part = MIN(amount, capacity);
        cost += square_cost(COST_STRETCH_GAPS, part, capacity);
        amount -= part;
    }
    if (amount <= 0)
        return cost;
    Len seen = STRETCH_SEEN(em) * MAX(totals_places(totals, box), 1);
    gint64 units = MIN(1024 * amount / MAX(seen, 1), STRETCH_WIDEST); /* 1/1024 */
    cost += costs[COST_STRETCH].cost;
    cost += costs[COST_STRETCH_SEEN].cost * units / 1024 * units / 1024 * units / 1024;
    return cost + costs[COST_STRETCH_WIDE].cost * MAX(units - 1024, 0) / 1024;
}

static Len line_indent(const Breaker *breaker, guint32 first)
{
    return breaker->measure->left + (first == 0 ? breaker->measure->indent_first : 0);
}

static Len line_measure(const Breaker *breaker, guint32 first)
{
    return MAX(breaker->measure->width - breaker->measure->right - line_indent(breaker, first), 0);
}

static gboolean is_hard_break(const Breaker *breaker, guint32 last)
{
    return last == breaker->n || breaker->clusters[last - 1].klass == CLASS_BR;
}

static gboolean is_orphan(const Breaker *breaker, const LineBox *box)
{
    return box->first > 0 && box->natural < 2 * breaker->clusters[box->first].em;
}

/* What it costs to make a line as wide as its measure. */
static gint64 adjust_cost(const Breaker *breaker, const LineBox *box, Len measure, gboolean ends)
{
    Len em = breaker->clusters[box->first].em, amount = ABS(box->natural - measure);
    gint64 linear = costs[COST_ADJUST].cost * amount / em, cost;

    if (box->natural > measure) {
        cost = shrink_cost(breaker->totals, box, amount);
        return cost == COST_NEVER ? COST_NEVER : cost + linear;
    }
    if (ends)
        return 0;
    if (breaker->measure->align == ALIGN_JUSTIFY)
        return linear + stretch_cost(breaker->totals, box, amount, em);
    return 100 * amount / MAX(measure, 1); /* ragged: the fuller, the better */
}

static gint64 line_cost(const Breaker *breaker, guint32 first, guint32 last)
{
    Len measure = line_measure(breaker, first);
    LineBox box = totals_line(breaker->totals, first, last, measure);
    gboolean ends = is_hard_break(breaker, last);
    gint64 cost = adjust_cost(breaker, &box, measure, ends);

    if (cost == COST_NEVER)
        return cost;
    if (ends && is_orphan(breaker, &box))
        cost += costs[COST_ORPHAN].cost;
    return cost + (last < breaker->n ? breaker->clusters[last - 1].penalty : 0);
}

/* No later break can end this line: even with all whites gone what shows of it is wider than its
 * measure. */
static gboolean is_hopeless(const Breaker *breaker, guint32 first, guint32 last)
{
    const Totals *totals = breaker->totals;
    guint32 end = totals->shown[last];

    if (end <= first)
        return FALSE;
    const Cluster *cluster = &breaker->clusters[end - 1];
    Len least = totals->width[end] - totals->width[first] - cluster->gap_min;
    for (guint step = 0; step < SHRINK_STEPS; step++)
        least -= totals->shrink[step][end] - totals->shrink[step][first];
    return least > line_measure(breaker, first) + cluster->em;
}

/* As many clusters as fit, at least one: for words longer than the line. Blanks behind them are not
 * left for a line of their own. */
static guint32 forced_break(const Breaker *breaker, guint32 first)
{
    Len measure = line_measure(breaker, first);
    guint32 last = first + 1;

    while (!is_hard_break(breaker, last) &&
           (totals_line(breaker->totals, first, last + 1, measure).natural <= measure ||
            breaker->totals->shown[last + 1] <= last))
        last++;
    return last;
}

static Breakpoint *point(GArray *points, guint i)
{
    return &g_array_index(points, Breakpoint, i);
}

/* Adds the breakpoint at `last` if a line from one of the active ones, [*active, points->len), can
 * end there. Those that no line can begin at any more are passed over for good. */
static gboolean try_break(const Breaker *breaker, GArray *points, guint *active, guint32 last)
{
    Breakpoint best = {.at = last, .cost = COST_NEVER};

    while (*active < points->len && is_hopeless(breaker, point(points, *active)->at, last))
        (*active)++;
    for (guint i = *active; i < points->len; i++) {
        gint64 cost = line_cost(breaker, point(points, i)->at, last);
        if (cost != COST_NEVER && cost + point(points, i)->cost < best.cost) {
            best.cost = cost + point(points, i)->cost;
            best.previous = i;
        }
    }
    if (best.cost == COST_NEVER)
        return FALSE;
    g_array_append_val(points, best);
    if (is_hard_break(breaker, last))
        *active = points->len - 1;
    return TRUE;
}

/* No line can reach the next break: the one that begins last is broken where it must be. */
static void force_break(const Breaker *breaker, GArray *points, guint *active)
{
    guint from = points->len - 1;
    Breakpoint forced = {.at = forced_break(breaker, point(points, from)->at),
                         .cost = point(points, from)->cost + costs[COST_FORCED].cost,
                         .previous = from,
                         .forced = TRUE};

    g_array_append_val(points, forced);
    *active = points->len - 1;
}

static gboolean may_break(const Breaker *breaker, guint32 last)
{
    return last == breaker->n || breaker->clusters[last - 1].penalty < PENALTY_NEVER;
}

/* What a forced break passed over is tried again, from there. */
static GArray *find_breakpoints(const Breaker *breaker)
{
    GArray *points = g_array_new(FALSE, TRUE, sizeof(Breakpoint));
    Breakpoint start = {0};
    guint active = 0;
    guint32 tried = 0;

    g_array_append_val(points, start);
    for (guint32 last = 1; last <= breaker->n; last++) {
        if (!may_break(breaker, last))
            continue;
        while (point(points, points->len - 1)->at < last &&
               !try_break(breaker, points, &active, last) &&
               (is_hard_break(breaker, last) || active == points->len)) {
            force_break(breaker, points, &active);
            if (point(points, active)->at < tried)
                last = point(points, active)->at;
        }
        tried = last;
    }
    return points;
}

static void add_line(const Breaker *breaker, GPtrArray *lines, guint32 first, const Breakpoint *end)
{
    LineSpec spec = {.first = first, .last = end->at, .align = breaker->measure->align};

    spec.indent = line_indent(breaker, first);
    spec.measure = line_measure(breaker, first);
    spec.ends_paragraph = is_hard_break(breaker, end->at);
    spec.forced = end->forced;
    g_ptr_array_add(lines, justify_line(breaker->totals, &spec));
}

/* The breakpoints from the last back to the first, turned round. */
static void add_lines(const Breaker *breaker, GPtrArray *lines, GArray *points)
{
    g_autoptr(GArray) way = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint i = points->len - 1; i > 0; i = point(points, i)->previous)
        g_array_append_val(way, i);
    for (guint i = way->len, first = 0; i > 0; i--) {
        const Breakpoint *end = point(points, g_array_index(way, guint, i - 1));
        add_line(breaker, lines, first, end);
        first = end->at;
    }
}

GPtrArray *break_lines(const Paragraph *paragraph, const Measure *measure,
                       const Composition *composition)
{
    GPtrArray *lines = lines_new();
    Totals totals;
    Breaker breaker = {&totals, measure, (const Cluster *) paragraph->clusters->data,
                       paragraph->clusters->len};

    totals_init(&totals, paragraph, composition, measure->align);
    g_autoptr(GArray) points = find_breakpoints(&breaker);
    add_lines(&breaker, lines, points);
    totals_clear(&totals);
    return lines;
}

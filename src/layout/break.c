/* Line breaking over the whole paragraph: of all ways to break it, the one that costs least
 * (Knuth and Plass, Breaking Paragraphs into Lines, 1981, with boxes and glue of CLREQ). */
#include "layout/justify.h"
#include "layout/space.h"

#define COST_NEVER G_MAXINT64

/* What a line has to bear, in one scale with the penalties of breaks. White of marks is made to be
 * taken, a little from each: taking all that they can give costs the figure here, half of it a
 * quarter. Pauses and stops count as one: what shows is how narrow the marks of a line are beside
 * those of its neighbours (CLREQ 3.2.2; typography B7). */
#define SHRINK_COST 30        /* word spaces, brackets, gaps between scripts */
#define SHRINK_MARKS_COST 400 /* 、，；：。？！ */
#define SHRINK_STOP_COST 20   /* for reaching 。？！ at all: the last step */
/* Stretching puts white between all characters of a line: something for doing it at all, and the
 * cube of how wide each gap becomes, in units of a width that the eye begins to see. */
#define STRETCH_GAPS_COST 30 /* word spaces, gaps between scripts */
#define STRETCH_COST 70
#define STRETCH_SEEN_COST 200
#define STRETCH_SEEN(em) ((em) * 34 / 1000)
/* A last line of one character (孤字, GB/T 15834-2011 5.1.11) */
#define ORPHAN_COST 500
/* A line broken where no break is allowed. */
#define FORCED_COST 1000000

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

/* The square of part / whole. */
static gint64 square_cost(gint cost, Len part, Len whole)
{
    return whole > 0 ? cost * part / whole * part / whole : 0;
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
            cost += square_cost(SHRINK_COST, part, capacity);
        }
        if (step == SHRINK_STOP && part > 0)
            cost += SHRINK_STOP_COST;
    }
    return amount > 0 ? COST_NEVER : cost + square_cost(SHRINK_MARKS_COST, marks, marks_capacity);
}

static gint64 stretch_cost(const Totals *totals, const LineBox *box, Len amount, Len em)
{
    gint64 cost = 0;

    for (guint step = 0; step < STRETCH_ALL; step++) {
        Len capacity = totals_stretch(totals, box, step), part = MIN(amount, capacity);
        cost += square_cost(STRETCH_GAPS_COST, part, capacity);
        amount -= part;
    }
    if (amount <= 0)
        return cost;
    gint64 seen = (gint64) STRETCH_SEEN(em) * MAX(totals_places(totals, box), 1);
    gint64 parts = 1024 * amount / MAX(seen, 1);
    return cost + STRETCH_COST + STRETCH_SEEN_COST * parts / 1024 * parts / 1024 * parts / 1024;
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

static gint64 line_cost(const Breaker *breaker, guint32 first, guint32 last)
{
    Len measure = line_measure(breaker, first);
    LineBox box = totals_line(breaker->totals, first, last, measure);
    gboolean ends = is_hard_break(breaker, last);
    gint64 cost = 0;

    if (box.natural > measure)
        cost = shrink_cost(breaker->totals, &box, box.natural - measure);
    else if (!ends && breaker->measure->align == ALIGN_JUSTIFY)
        cost = stretch_cost(breaker->totals, &box, measure - box.natural,
                            breaker->clusters[first].em);
    else if (!ends)
        cost = 100 * (measure - box.natural) / measure; /* ragged: the fuller, the better */
    if (cost == COST_NEVER)
        return cost;
    if (ends && is_orphan(breaker, &box))
        cost += ORPHAN_COST;
    return cost + (last < breaker->n ? breaker->clusters[last - 1].penalty : 0);
}

/* No later break can end this line: even with all whites gone it is wider than its measure. */
static gboolean is_hopeless(const Breaker *breaker, guint32 first, guint32 last)
{
    const Totals *totals = breaker->totals;
    Len least = totals->width[last] - totals->width[first];

    for (guint step = 0; step < SHRINK_STEPS; step++)
        least -= totals->shrink[step][last] - totals->shrink[step][first];
    return least > line_measure(breaker, first) + breaker->clusters[last - 1].em;
}

/* As many clusters as fit, at least one: for words longer than the line. */
static guint32 forced_break(const Breaker *breaker, guint32 first)
{
    Len measure = line_measure(breaker, first);
    guint32 last = first + 1;

    while (last < breaker->n &&
           totals_line(breaker->totals, first, last + 1, measure).natural <= measure)
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

/* No line can reach the next break: the last active one is broken where it must be. */
static void force_break(const Breaker *breaker, GArray *points, guint *active)
{
    guint from = *active < points->len ? *active : points->len - 1;
    Breakpoint forced = {.at = forced_break(breaker, point(points, from)->at),
                         .cost = point(points, from)->cost + FORCED_COST,
                         .previous = from,
                         .forced = TRUE};

    g_array_append_val(points, forced);
    *active = points->len - 1;
}

static gboolean may_break(const Breaker *breaker, guint32 last)
{
    return last == breaker->n || breaker->clusters[last - 1].penalty < PENALTY_NEVER;
}

static GArray *find_breakpoints(const Breaker *breaker)
{
    GArray *points = g_array_new(FALSE, TRUE, sizeof(Breakpoint));
    Breakpoint start = {0};
    guint active = 0;

    g_array_append_val(points, start);
    for (guint32 last = 1; last <= breaker->n; last++) {
        if (!may_break(breaker, last))
            continue;
        while (point(points, points->len - 1)->at < last &&
               !try_break(breaker, points, &active, last) &&
               (is_hard_break(breaker, last) || active == points->len))
            force_break(breaker, points, &active);
    }
    return points;
}

static void add_line(const Breaker *breaker, GPtrArray *lines, guint32 first,
                     const Breakpoint *end)
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

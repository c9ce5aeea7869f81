/* Line breaking: greedy, line by line, pushing in before pushing out (CLREQ 3.2.2). */
#include "layout/justify.h"
#include "layout/space.h"

#define COST_NEVER G_MAXINT64

/* Costs of what a line has to bear, in one scale with the penalties of breaks. White of marks is
 * made to be taken: shrinking is cheap until it reaches full stops. Stretching puts white between
 * all characters of the line and shows: it costs more than any shrinking of pauses, and grows with
 * the cube of the gap (typography B7). */
static const gint shrink_costs[SHRINK_STEPS] = {
    [SHRINK_SPACE] = 10, [SHRINK_MIDDLE] = 15, [SHRINK_BRACKET] = 20,
    [SHRINK_PAUSE] = 30, [SHRINK_GAP] = 50,    [SHRINK_STOP] = 120,
};
#define STRETCH_COST 60        /* for stretching at all … */
#define STRETCH_QUARTER_COST 100 /* … and when each gap is widened by a quarter of an em */

typedef struct {
    const Totals *totals;
    const Measure *measure;
    const Cluster *clusters;
    guint32 n;
} Breaker;

static gint64 shrink_cost(const Totals *totals, const LineBox *box, Len amount)
{
    gint64 cost = 0;

    for (guint step = 0; step < SHRINK_STEPS && amount > 0; step++) {
        Len capacity = totals_shrink(totals, box, step);
        if (capacity > 0)
            cost = MAX(cost, shrink_costs[step]);
        amount -= capacity;
    }
    return amount > 0 ? COST_NEVER : cost;
}

static gint64 stretch_cost(const Totals *totals, const LineBox *box, Len amount, Len em)
{
    for (guint step = 0; step < STRETCH_ALL; step++)
        amount -= totals_stretch(totals, box, step);
    if (amount <= 0)
        return 0;
    guint places = MAX(totals_places(totals, box), 1);
    gint64 quarters = 4 * 1024 * amount / (places * em); /* of an em, in 1/1024 */
    return STRETCH_COST +
           STRETCH_QUARTER_COST * quarters / 1024 * quarters / 1024 * quarters / 1024;
}

static gboolean is_hard_break(const Breaker *breaker, guint32 last)
{
    return last == breaker->n || breaker->clusters[last - 1].klass == CLASS_BR;
}

static gint64 line_cost(const Breaker *breaker, guint32 first, guint32 last, Len measure)
{
    LineBox box = totals_line(breaker->totals, first, last, measure);
    gint64 cost = 0;

    if (box.natural > measure)
        cost = shrink_cost(breaker->totals, &box, box.natural - measure);
    else if (breaker->measure->align == ALIGN_JUSTIFY && !is_hard_break(breaker, last))
        cost = stretch_cost(breaker->totals, &box, measure - box.natural,
                            breaker->clusters[first].em);
    else if (!is_hard_break(breaker, last))
        cost = 100 * (measure - box.natural) / measure; /* ragged: the fuller, the better */
    if (cost != COST_NEVER && last < breaker->n)
        cost += breaker->clusters[last - 1].penalty;
    return cost;
}

/* No later break can fit: even with all whites gone the line is wider than its measure. */
static gboolean is_hopeless(const Breaker *breaker, guint32 first, guint32 last, Len measure)
{
    const Totals *totals = breaker->totals;
    Len least = totals->width[last] - totals->width[first];

    for (guint step = 0; step < SHRINK_STEPS; step++)
        least -= totals->shrink[step][last] - totals->shrink[step][first];
    return least > measure + breaker->clusters[last - 1].em;
}

/* As many clusters as fit, at least one: for words longer than the line. */
static guint32 forced_break(const Breaker *breaker, guint32 first, Len measure)
{
    guint32 last = first + 1;

    while (last < breaker->n &&
           totals_line(breaker->totals, first, last + 1, measure).natural <= measure)
        last++;
    return last;
}

static guint32 find_break(const Breaker *breaker, guint32 first, Len measure, gboolean *forced)
{
    gint64 best_cost = COST_NEVER;
    guint32 best = 0;

    for (guint32 last = first + 1; last <= breaker->n; last++) {
        if (last == breaker->n || breaker->clusters[last - 1].penalty < PENALTY_NEVER) {
            gint64 cost = line_cost(breaker, first, last, measure);
            if (cost != COST_NEVER && cost <= best_cost) {
                best_cost = cost;
                best = last;
            }
        }
        if (is_hard_break(breaker, last) || is_hopeless(breaker, first, last, measure))
            break;
    }
    *forced = best == 0;
    return best > 0 ? best : forced_break(breaker, first, measure);
}

static void line_free(gpointer data)
{
    Line *line = data;

    g_array_unref(line->x);
    g_array_unref(line->adjustments);
    g_free(line);
}

GPtrArray *break_lines(const Paragraph *paragraph, const Measure *measure,
                       const Composition *composition)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(line_free);
    Totals totals;
    Breaker breaker = {&totals, measure, (const Cluster *) paragraph->clusters->data,
                       paragraph->clusters->len};

    totals_init(&totals, paragraph, composition, measure->align);
    for (guint32 first = 0; first < breaker.n;) {
        LineSpec spec = {.first = first, .align = measure->align};
        spec.indent = measure->left + (first == 0 ? measure->indent_first : 0);
        spec.measure = MAX(measure->width - measure->right - spec.indent, 0);
        spec.last = find_break(&breaker, first, spec.measure, &spec.forced);
        spec.ends_paragraph = is_hard_break(&breaker, spec.last);
        g_ptr_array_add(lines, justify_line(&totals, &spec));
        first = spec.last;
    }
    totals_clear(&totals);
    return lines;
}

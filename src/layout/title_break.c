#include "layout/title_break.h"

#include "layout/justify.h"
#include "layout/title_rules.h"

typedef struct {
    const Totals *totals;
    const Measure *measure;
    const Cluster *clusters;
    const gint *costs;
    guint32 n;
    gboolean as_written; /* the author made lines */
} TitleBreaker;

/* A line of the title, and the cheapest way to it from the start of its stretch. */
typedef struct {
    guint32 first, last;
    Len width;
    gint64 cost;
    gint previous;    /* index of the line before it, −1: none */
    gboolean falling; /* a line before it, or it, is shorter than the one before */
} TitleLine;

static LineSpec line_spec(const TitleBreaker *breaker, guint32 first, guint32 last)
{
    const Measure *measure = breaker->measure;
    LineSpec spec = {.first = first, .last = last, .align = measure->align};

    spec.indent = measure->left + (first == 0 ? measure->indent_first : 0);
    spec.measure = MAX(measure->width - measure->right - spec.indent, 0);
    spec.ends_paragraph = last == breaker->n || breaker->clusters[last - 1].klass == CLASS_BR;
    return spec;
}

static Len line_width(const TitleBreaker *breaker, guint32 first, guint32 last)
{
    LineSpec spec = line_spec(breaker, first, last);

    return totals_line(breaker->totals, first, last, spec.measure).natural;
}

/* Where a stretch ends that the author did not break. */
static guint32 stretch_end(const TitleBreaker *breaker, guint32 first)
{
    while (first < breaker->n && breaker->clusters[first].klass != CLASS_BR)
        first++;
    return MIN(first + 1, breaker->n);
}

static gboolean fits(const TitleBreaker *breaker, guint32 first, guint32 last)
{
    return line_width(breaker, first, last) <= line_spec(breaker, first, last).measure;
}

/* ---- what lines cost ---- */

/* A line by itself. */
static gint64 line_cost(const TitleBreaker *breaker, const TitleLine *line, guint32 end)
{
    Len em = breaker->clusters[line->first].em;
    Len measure = line_spec(breaker, line->first, line->last).measure;
    gint64 cost = title_cost[TITLE_LINE];

    if (line->last < end)
        cost += breaker->costs[line->last - 1];
    if (line->width <= 2 * em)
        cost += title_cost[TITLE_ALONE];
    else if (line->width <= 4 * em)
        cost += title_cost[TITLE_SHORT];
    if (measure - line->width < 2 * em)
        cost += title_cost[TITLE_FULL];
    return cost;
}

/* A line below another. */
static gint64 shape_cost(const TitleLine *above, const TitleLine *line, Len em)
{
    Len difference = ABS(line->width - above->width);
    Len beyond = MAX(difference - TITLE_UNEQUAL_FROM * em, 0);

    if (difference < em)
        return title_cost[TITLE_EQUAL];
    if (above->falling && line->width > above->width)
        return title_cost[TITLE_HOURGLASS];
    return (gint64) title_cost[TITLE_UNEQUAL] * beyond / em;
}

/* ---- the cheapest lines ---- */

static TitleLine *nth(GArray *lines, guint i)
{
    return &g_array_index(lines, TitleLine, i);
}

/* Whether lines may still grow narrower below a line depends on whether they do already, so of each
 * stretch [first, last) the best line of both kinds is kept. */
static void keep_best(GArray *lines, guint from, const TitleLine *line)
{
    for (guint i = from; i < lines->len; i++) {
        TitleLine *other = nth(lines, i);
        if (other->first != line->first || other->falling != line->falling)
            continue;
        if (line->cost < other->cost)
            *other = *line;
        return;
    }
    g_array_append_vals(lines, line, 1);
}

/* Adds the line [first, last) below each that ends at `first`: [*above, above[1]) of `lines`. */
static void add_below(const TitleBreaker *breaker, GArray *lines, const guint *above, guint from,
                      TitleLine line)
{
    Len em = breaker->clusters[line.first].em;
    gint64 own_cost = line.cost;

    for (guint i = above[0]; i < above[1]; i++) {
        const TitleLine *before = nth(lines, i);
        line.cost = before->cost + own_cost + shape_cost(before, &line, em);
        line.falling = before->falling || line.width <= before->width - em;
        line.previous = (gint) i;
        keep_best(lines, from, &line);
    }
}

/* All lines that end at `last`, below those that end before it. A single cluster is a line however
 * wide it is, so that there always is a way. */
static void add_ending(const TitleBreaker *breaker, GArray *lines, guint *starts, guint32 begin,
                       guint32 last, guint32 end)
{
    guint from = lines->len;

    for (guint32 first = last; first-- > begin;) {
        TitleLine line = {first, last, line_width(breaker, first, last), 0, -1, FALSE};
        if (line.width > line_spec(breaker, first, last).measure && last - first > 1)
            break;
        line.cost = line_cost(breaker, &line, end);
        if (first == begin)
            keep_best(lines, from, &line);
        else
            add_below(breaker, lines, starts + (first - begin), from, line);
    }
    starts[last - begin] = from;
    starts[last - begin + 1] = lines->len;
}

/* The lines of [begin, end) that cost least together, first to last. */
static GArray *choose_lines(const TitleBreaker *breaker, guint32 begin, guint32 end)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(TitleLine));
    GArray *chosen = g_array_new(FALSE, FALSE, sizeof(TitleLine));
    g_autofree guint *starts = g_new0(guint, end - begin + 2); /* in `lines`, by where they end */
    gint best = -1;

    for (guint32 last = begin + 1; last <= end; last++)
        add_ending(breaker, lines, starts, begin, last, end);
    for (guint i = starts[end - begin]; i < lines->len; i++)
        if (best < 0 || nth(lines, i)->cost < nth(lines, (guint) best)->cost)
            best = (gint) i;
    for (gint i = best; i >= 0; i = nth(lines, (guint) i)->previous)
        g_array_prepend_vals(chosen, nth(lines, (guint) i), 1);
    return chosen;
}

/* ---- setting them ---- */

static AdjustKind shape_of(GArray *lines)
{
    gboolean rises = FALSE, falls = FALSE;

    for (guint i = 1; i < lines->len; i++) {
        Len above = nth(lines, i - 1)->width, width = nth(lines, i)->width;
        if (width == above || (falls && width > above))
            return ADJUST_TITLE_OTHER;
        rises |= width > above;
        falls |= width < above;
    }
    if (rises && falls)
        return ADJUST_TITLE_RHOMBUS;
    return rises ? ADJUST_TITLE_TRAPEZOID : ADJUST_TITLE_INVERTED;
}

static void add_line(const TitleBreaker *breaker, GPtrArray *lines, guint32 first, guint32 last,
                     AdjustKind reason)
{
    LineSpec spec = line_spec(breaker, first, last);
    Adjustment adjustment = {reason, 0, 1};

    spec.forced = !spec.ends_paragraph && breaker->clusters[last - 1].penalty == PENALTY_NEVER;
    Line *line = justify_line(breaker->totals, &spec);
    g_array_append_val(line->adjustments, adjustment);
    g_ptr_array_add(lines, line);
}

static void add_stretch(const TitleBreaker *breaker, GPtrArray *lines, guint32 begin, guint32 end)
{
    if (fits(breaker, begin, end)) {
        add_line(breaker, lines, begin, end,
                 breaker->as_written ? ADJUST_TITLE_WRITTEN : ADJUST_TITLE_LINE);
        return;
    }
    g_autoptr(GArray) chosen = choose_lines(breaker, begin, end);
    AdjustKind shape = shape_of(chosen);
    for (guint i = 0; i < chosen->len; i++)
        add_line(breaker, lines, nth(chosen, i)->first, nth(chosen, i)->last, shape);
}

static TitleBreaker title_breaker(const Paragraph *paragraph, const Measure *measure,
                                  const Totals *totals, const gint *costs)
{
    TitleBreaker breaker = {totals,
                            measure,
                            (const Cluster *) paragraph->clusters->data,
                            costs,
                            paragraph->clusters->len,
                            FALSE};

    breaker.as_written = stretch_end(&breaker, 0) < breaker.n;
    return breaker;
}

gboolean title_fits(const Paragraph *paragraph, const Measure *measure,
                    const Composition *composition)
{
    Totals totals;
    gboolean all = TRUE;

    totals_init(&totals, paragraph, composition, measure->align);
    TitleBreaker breaker = title_breaker(paragraph, measure, &totals, NULL);
    for (guint32 begin = 0, end; begin < breaker.n && all; begin = end) {
        end = stretch_end(&breaker, begin);
        all = fits(&breaker, begin, end);
    }
    totals_clear(&totals);
    return all;
}

GPtrArray *break_title(const Paragraph *paragraph, const Measure *measure,
                       const Composition *composition, const gint *costs)
{
    GPtrArray *lines = lines_new();
    Totals totals;

    totals_init(&totals, paragraph, composition, measure->align);
    TitleBreaker breaker = title_breaker(paragraph, measure, &totals, costs);
    for (guint32 begin = 0, end; begin < breaker.n; begin = end) {
        end = stretch_end(&breaker, begin);
        add_stretch(&breaker, lines, begin, end);
    }
    totals_clear(&totals);
    return lines;
}

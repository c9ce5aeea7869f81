#include "layout/break_cost.h"

enum {
    COST_OFF,       /* for each em that a line is off its natural width */
    COST_WHITES,    /* all that word spaces, brackets and gaps between scripts give or gain; half of
                       it costs a quarter */
    COST_MARKS,     /* all white that 、，；：。？！ give; likewise */
    COST_STRETCHED, /* for white between all characters of a line */
    COST_RAGGED,    /* for a line that stays empty where lines are not filled */
    COST_PRESSED,   /* fault: marks that give more than half of their white */
    COST_LOOSE,     /* fault: white between characters that the eye sees; twice as much is four
                       times as bad */
    COST_ORPHAN,    /* fault: 孤字, a last line of one character */
    COST_FORCED,    /* fault: a line broken where no break is allowed */
};

/* The unit is that of the penalties in break_rule.c. Weighed on whole notices: few lines with white
 * between all characters, none in which it is seen; marks as wide in one line as in the next; 25|人
 * apart only where it would be seen that they are not. Half an em comes rather from two marks (142)
 * than from 26 places (150), and rather from these than from one mark (570). */
static const struct {
    gint cost;
    const gchar *clause;
} costs[] = {
    [COST_OFF] = {60, "typography B7"},
    [COST_WHITES] = {20, "CLREQ 3.2.2 (1), (2), (3), (5), 3.2.3 (1), (2)"},
    [COST_MARKS] = {450, "CLREQ 3.2.2 (4), (6)"},
    [COST_STRETCHED] = {120, "CLREQ 3.2.3 (3)"},
    [COST_RAGGED] = {100, "typography B7"},
    [COST_PRESSED] = {90, "CLREQ 3.2.2 (4), (6)"},
    [COST_LOOSE] = {4000, "CLREQ 3.2.3 (3)"},
    [COST_ORPHAN] = {5000, "GB/T 15834-2011 5.1.11"},
    [COST_FORCED] = {1000000, ""},
};

/* White between characters: a PDF has no finer places than that. */
#define STRETCH_NONE(em) ((em) *2 / 1000)
#define LOOSE_MOST 16 /* times STRETCH_SEEN: no line is worse */

/* In larger type faults count less: the costs of the largest file in lines of one character,
 * weighed as break.c does, are still a gint64. */
#define SCALE_MOST (48 * LEN_PT)

static gint64 cost_of(const BreakTask *task, guint row)
{
    return (gint64) costs[row].cost * task->scale;
}

/* A cost times the square of part / whole. */
static gint64 square_cost(const BreakTask *task, guint row, Len part, Len whole)
{
    return whole > 0 ? cost_of(task, row) * part / whole * part / whole : 0;
}

/* ---- lines that are adjusted ---- */

/* FALSE: the whites are not enough. */
static gboolean add_shrink(const BreakTask *task, const LineBox *box, Len amount, LineCost *cost)
{
    Len marks = 0, marks_capacity = 0;

    if (amount > task->totals->white[box->last] - task->totals->white[box->first])
        return FALSE;
    for (guint step = 0; step < SHRINK_STEPS; step++) {
        Len capacity = totals_shrink(task->totals, box, step), part = MIN(amount, capacity);
        amount -= part;
        if (step == SHRINK_PAUSE || step == SHRINK_STOP) {
            marks += part;
            marks_capacity += capacity;
        } else {
            cost->looks += square_cost(task, COST_WHITES, part, capacity);
        }
    }
    cost->looks += square_cost(task, COST_MARKS, marks, marks_capacity);
    if (2 * marks > marks_capacity)
        cost->faults += cost_of(task, COST_PRESSED);
    return amount <= 0;
}

static gint64 loose_cost(const BreakTask *task, Len amount, Len places)
{
    Len seen = MAX(places * STRETCH_SEEN(task->em), 1);
    gint64 loose = amount > 0 ? MIN((amount - 1) / seen, LOOSE_MOST) : 0;

    return cost_of(task, COST_LOOSE) * loose * loose;
}

static void add_stretch(const BreakTask *task, const LineBox *box, Len amount, LineCost *cost)
{
    for (guint step = 0; step < STRETCH_ALL; step++) {
        Len capacity = totals_stretch(task->totals, box, step), part = MIN(amount, capacity);
        cost->looks += square_cost(task, COST_WHITES, part, capacity);
        amount -= part;
    }
    Len places = MAX(totals_places(task->totals, box), 1);
    if (amount > places * STRETCH_NONE(task->em))
        cost->looks += cost_of(task, COST_STRETCHED);
    cost->faults += loose_cost(task, amount, places);
}

/* ---- where lines stand ---- */

BreakTask break_task(const Totals *totals, const Measure *measure)
{
    const ExactArray *clusters = totals->paragraph->clusters;
    BreakTask task = {totals, measure, (const Cluster *) clusters->data, clusters->len, 1, 1};

    if (task.n > 0)
        task.em = MAX(task.clusters[0].em, 1);
    task.scale = MIN(task.em, SCALE_MOST);
    return task;
}

Len line_indent(const BreakTask *task, guint32 first)
{
    return task->measure->left + (first == 0 ? task->measure->indent_first : 0);
}

Len line_measure(const BreakTask *task, guint32 first)
{
    return MAX(task->measure->width - task->measure->right - line_indent(task, first), 0);
}

gboolean may_break(const BreakTask *task, guint32 last)
{
    return last == task->n || task->clusters[last - 1].penalty < PENALTY_NEVER;
}

gboolean is_hard_break(const BreakTask *task, guint32 last)
{
    return last == task->n || task->clusters[last - 1].klass == CLASS_BR;
}

gboolean is_hopeless(const BreakTask *task, guint32 first, Len full, guint32 last)
{
    const Totals *totals = task->totals;
    guint32 end = totals->shown[last];

    if (end <= first)
        return FALSE;
    const Cluster *cluster = &task->clusters[end - 1];
    Len white = totals->white[end] - totals->white[first] + cluster->gap_min;
    return totals->width[end] - white > full + cluster->em;
}

/* ---- a line ---- */

static gboolean is_orphan(const BreakTask *task, const LineBox *box)
{
    return box->first > 0 && box->natural < 2 * task->clusters[box->first].em;
}

/* FALSE: the line cannot be made as wide as its measure. */
static gboolean add_adjustment(const BreakTask *task, const LineBox *box, Len measure,
                               gboolean ends, LineCost *cost)
{
    Len amount = ABS(box->natural - measure);

    if (box->natural > measure) {
        cost->off = costs[COST_OFF].cost * amount;
        return add_shrink(task, box, amount, cost);
    }
    if (ends)
        return TRUE;
    if (task->measure->align == ALIGN_JUSTIFY) {
        cost->off = costs[COST_OFF].cost * amount;
        add_stretch(task, box, amount, cost);
    } else {
        cost->looks = cost_of(task, COST_RAGGED) * amount / MAX(measure, 1);
    }
    return TRUE;
}

gboolean line_cost(const BreakTask *task, guint32 first, guint32 last, LineCost *cost)
{
    Len measure = line_measure(task, first);
    LineBox box = totals_line(task->totals, first, last, measure);
    gboolean ends = is_hard_break(task, last);

    *cost = (LineCost){0, 0, 0};
    if (!add_adjustment(task, &box, measure, ends, cost))
        return FALSE;
    if (ends && is_orphan(task, &box))
        cost->faults += cost_of(task, COST_ORPHAN);
    if (last < task->n)
        cost->faults += (gint64) task->clusters[last - 1].penalty * task->scale;
    return TRUE;
}

/* As if all could be stretched in as many places as it has clusters. */
gint64 least_short_cost(const BreakTask *task, guint32 first, guint32 last, Len amount)
{
    Len rest = amount;

    for (guint step = 0; step < STRETCH_ALL; step++)
        rest -= task->totals->stretch[step][last] - task->totals->stretch[step][first];
    return costs[COST_OFF].cost * amount + loose_cost(task, rest, last - first);
}

LineCost forced_line_cost(const BreakTask *task)
{
    return (LineCost){0, cost_of(task, COST_FORCED), 0};
}

#include "layout/first_fit.h"

#include "layout/break_rule.h"

/* Where the text up to it still has room. */
typedef struct {
    guint32 last;   /* 0: nowhere */
    guint32 resort; /* likewise, of the places that are for want of others only */
    gboolean exact; /* up to `last` the line is full as it is */
} Fit;

static gboolean can_shrink(const BreakTask *task, const LineBox *box, Len amount)
{
    for (guint step = 0; step < SHRINK_STEPS; step++)
        amount -= totals_shrink(task->totals, box, step);
    return amount <= 0;
}

static gboolean is_resort(const BreakTask *task, guint32 last)
{
    return last < task->n && task->clusters[last - 1].penalty >= PENALTY_LAST_RESORT;
}

/* Where the line that begins at `first` ends; 0: nowhere. */
static guint32 line_end(const BreakTask *task, guint32 first)
{
    Len measure = line_measure(task, first), full = task->totals->width[first] + measure;
    Fit fit = {0, 0, FALSE};

    for (guint32 last = first + 1; last <= task->n; last++) {
        if (!may_break(task, last))
            continue;
        LineBox box = totals_line(task->totals, first, last, measure);
        Len over = box.natural - measure;
        if (over > 0 && !is_resort(task, last)) {
            if (!fit.exact && can_shrink(task, &box, over))
                return last;
            break;
        }
        if (over > 0 && is_hopeless(task, first, full, last))
            break; /* of a word without end every place is a resort */
        if (over <= 0 && is_resort(task, last)) {
            fit.resort = last;
        } else if (over <= 0) {
            fit.last = last;
            fit.exact = over == 0;
        }
        if (over <= 0 && is_hard_break(task, last))
            break;
    }
    return fit.last > 0 ? fit.last : fit.resort;
}

gboolean first_fit_cost(const BreakTask *task, LineCost *sum)
{
    for (guint32 first = 0, last; first < task->n; first = last) {
        LineCost cost;
        last = line_end(task, first);
        if (last == 0 || !line_cost(task, first, last, &cost))
            return FALSE;
        sum->off += cost.off;
        sum->faults += cost.faults;
        sum->looks += cost.looks;
    }
    return TRUE;
}

/* What it costs to set a part of a paragraph as one line, in one table with the clause of each. */
#ifndef MKB_LAYOUT_BREAK_COST_H
#define MKB_LAYOUT_BREAK_COST_H

#include "layout/totals.h"

/* More white than this between two characters is seen. */
#define STRETCH_SEEN(em) ((em) *34 / 1000)

/* A paragraph that is to be broken, and the room that it has. */
typedef struct {
    const Totals *totals;
    const Measure *measure;
    const Cluster *clusters;
    guint32 n;
    Len em;    /* of its first character */
    Len scale; /* of the table's costs; the em, within limits */
} BreakTask;

BreakTask break_task(const Totals *totals, const Measure *measure);

/* Costs of the table times BreakTask.scale, so that lengths count without rounding. */
typedef struct {
    gint64 off;    /* how far the line is set from its natural width */
    gint64 faults; /* what a reader would mark: the penalty of the break, 孤字, visible white */
    gint64 looks;  /* the rest: how evenly it is set */
} LineCost;

/* Clusters [first, last) as a line. FALSE: all its whites together are not enough. */
gboolean line_cost(const BreakTask *task, guint32 first, guint32 last, LineCost *cost);

/* What off and faults of it are at least if it is to be filled and is short by `amount`. */
gint64 least_short_cost(const BreakTask *task, guint32 first, guint32 last, Len amount);

/* Of a line that is broken where no break is allowed, because there is no other way. */
LineCost forced_line_cost(const BreakTask *task);

/* Where a line that begins with cluster `first` stands, and how much room it has. */
Len line_indent(const BreakTask *task, guint32 first);
Len line_measure(const BreakTask *task, guint32 first);

gboolean may_break(const BreakTask *task, guint32 last);

/* Whether what ends before cluster `last` is not filled: a paragraph, or a line of its own. */
gboolean is_hard_break(const BreakTask *task, guint32 last);

/* Whether no break at `last` or behind it can end the line that begins at `first` and is full at
 * `full` on Totals.width: even with all whites gone what shows of it is wider than its measure. */
gboolean is_hopeless(const BreakTask *task, guint32 first, Len full, guint32 last);

#endif

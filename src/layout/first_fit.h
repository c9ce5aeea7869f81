/* The plain way to break a paragraph, one line after the other: what breaking it as a whole is
 * measured by (typography B7). */
#ifndef MKB_LAYOUT_FIRST_FIT_H
#define MKB_LAYOUT_FIRST_FIT_H

#include "layout/break_cost.h"

/* Adds what all lines cost. A line takes what has room; what has none comes in too if the line's
 * whites make room for it, else it goes to the next line (先挤进，后推出). FALSE: some line cannot
 * end at any allowed place. */
gboolean first_fit_cost(const BreakTask *task, LineCost *sum);

#endif

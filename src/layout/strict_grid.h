/* Lines on a strict grid: every Han in a cell, as on squared manuscript paper. */
#ifndef MKB_LAYOUT_STRICT_GRID_H
#define MKB_LAYOUT_STRICT_GRID_H

#include "layout/line.h"

/* Spaces and breaks a shaped paragraph, as space_clusters and break_lines do, but on cells: marks
 * keep theirs whole, and what is not as wide as cells (words, numbers, half-width marks) gets white
 * at both sides, equally, until it is. A line holds whole cells; where the next character does not
 * fit, or may not begin a line, the right stays empty. (transfer full) (element-type Line) */
GPtrArray *strict_grid_lines(Paragraph *paragraph, const Measure *measure,
                             const Composition *composition, Len cell);

#endif

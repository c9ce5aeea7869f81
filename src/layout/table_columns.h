/* How wide the columns of a table are, from what stands in them. No font here. */
#ifndef MKB_LAYOUT_TABLE_COLUMNS_H
#define MKB_LAYOUT_TABLE_COLUMNS_H

#include "base/len.h"

#include <glib.h>

/* What the cells of a column ask, white at their sides included. */
typedef struct {
    Len least;   /* its widest word or number: less would break one */
    Len natural; /* its longest text on one line */
} ColumnNeed;

/* Whether the columns have room in `width`, each with at least `comfort` or, where its text is
 * shorter, as much as that. */
gboolean columns_fit(const ColumnNeed *needs, guint n, Len comfort, Len width);

/* Lets columns whose longest text is no wider than `brief`, as dates are, keep it on one line, if
 * the others then still have room in `width` as columns_fit() says. */
void columns_keep_brief(ColumnNeed *needs, guint n, Len brief, Len comfort, Len width);

/* Fills widths that add up to `width` exactly. Every column gets what it needs at least; the rest
 * goes to those with more text, in proportion to what they lack. Where there is more room than all
 * texts need, it is shared out in proportion to them. Where there is less than what is needed at
 * least, those with the longest words get less, and no one more than they. */
void columns_share(const ColumnNeed *needs, guint n, Len comfort, Len width, Len *widths);

#endif

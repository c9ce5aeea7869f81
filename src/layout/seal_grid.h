/* Where the names, seals and date of a sealed document stand in the line (GB/T 9704-2012 7.3.5.1).
 * No font here: it works on widths alone. */
#ifndef MKB_LAYOUT_SEAL_GRID_H
#define MKB_LAYOUT_SEAL_GRID_H

#include "template/template.h"

/* Issuers in rows from left to right and top to bottom. A last row that is not full has its names
 * in the last columns: the date is below the last of them. */
typedef struct {
    guint n, columns, rows;
    Len last; /* the middle of the last column, from the left edge of the text block */
    Len step; /* from the middle of one column to that of the next */
} SealGrid;

/* As many columns as have room for the names and for the seals, which neither touch nor reach past
 * the text block: `per_row` at most, and one at least. `seal` and `date` are the widths of the
 * widest seal and of the date. */
SealGrid seal_grid(const Len *names, guint n, Len seal, Len date, const Template *template);

guint seal_grid_row(const SealGrid *grid, guint i);

/* The middle of the name of issuer `i`. */
Len seal_grid_middle(const SealGrid *grid, guint i);

#endif

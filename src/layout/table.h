/* Tables: columns as wide as their texts ask, cells broken into lines like all text, rows as high
 * as their highest cell. */
#ifndef MKB_LAYOUT_TABLE_H
#define MKB_LAYOUT_TABLE_H

#include "layout/layout.h"
#include "layout/pages.h"

/* What a page may hold of a row: all of it, or where it has many lines one of them, with the white
 * above the first and below the last. */
typedef struct {
    guint row;
    guint first, last; /* lines [first, last) of its cells */
    Len height;
} TableSlice;

struct SetTable {
    guint columns, rows;
    Len *edges;       /* columns + 1: where columns begin, from the text block's left edge, and the
                         table's right edge */
    GPtrArray *cells; /* SetBlock, row by row; the first row is the head. Owned */
    SetBlock *continued; /* (nullable) what stands above the head where the table goes on. Owned */
    GArray *slices;      /* TableSlice; the head is the first */
    gboolean turned;     /* set for a page turned by 90° (GB/T 9704-2012 8) */
    gboolean too_wide;   /* even for that: words in its cells are broken, as was reported */
};

/* Sets a table from its cells (element-type SetBlock), which are spaced but not broken into lines
 * and are the table's from now on; `aligns` (element-type ColumnAlign) has one for each column. A
 * table that is too wide even for a turned page is reported at `where`. `cells`: (transfer full)
 * (transfer full) */
SetTable *set_table_new(GPtrArray *cells, const GArray *aligns, const Template *template,
                        Span where, Diagnostics *sink);
void set_table_free(SetTable *table);

/* The style of its cells: the first row is the head. */
StyleRole table_row_role(guint row);

/* Gives it the line that stands above its head where it goes on, which is spaced but not broken.
 * `line`: (transfer full) */
void set_table_continued(SetTable *table, SetBlock *line, const Template *template);

/* Height of the head with its rules, which is set again on each page. */
Len table_head_height(const SetTable *table);

/* Height of all that is set again on each page: the head and the line above it. */
Len table_repeat_height(const SetTable *table, const Template *template);

/* White above a line that is not the first of its row, where it begins a page. */
Len table_divided_white(const TableSlice *slice, const Template *template);

/* A stretch of a row on a page: slices [first, last) of one row. */
typedef struct {
    const SetTable *table;
    guint first, last;
    const GPtrArray *texts; /* TextBlock of each cell, for their anchors */
    const Template *template;
    Len x, y;               /* of the table's left edge; of the stretch's top */
    Len white;              /* above its text where a page begins within a row */
    gboolean opens, closes; /* nothing of the table stands above it, below it, on its page */
    gboolean repeated;      /* the head, on a page after its first */
} TablePlace;

void table_place(Page *page, const TablePlace *place);

/* The head of a table that goes on, and the line above it, ending at the top of `place`. */
void table_place_again(Page *page, const TablePlace *place);

#endif

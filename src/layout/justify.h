/* Making one line as wide as its measure, by the ordered tables of CLREQ 3.2.2 and 3.2.3. */
#ifndef MKB_LAYOUT_JUSTIFY_H
#define MKB_LAYOUT_JUSTIFY_H

#include "layout/totals.h"

/* Where a line stands. */
typedef struct {
    guint32 first, last;
    Len indent, measure;
    Align align;
    gboolean ends_paragraph; /* or ends at a hard break: keeps its natural width */
    gboolean forced;         /* broken where no break is allowed */
} LineSpec;

/* (transfer full) */
Line *justify_line(const Totals *totals, const LineSpec *spec);

/* An array that frees its lines. (transfer full) (element-type Line) */
GPtrArray *lines_new(void);

#endif

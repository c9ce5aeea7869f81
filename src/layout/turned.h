/* What is turned with a table that is too wide for the page (GB/T 9704-2012 8). */
#ifndef MKB_LAYOUT_TURNED_H
#define MKB_LAYOUT_TURNED_H

#include "layout/set_text.h"

/* Block `table` of the layout is a turned table, the last that is set. Its caption is turned with
 * it; where it begins an annex, the head of the annex and a few lines of text between them too, so
 * that they need no page of their own. */
void turn_with_table(const Layout *layout, guint table);

#endif

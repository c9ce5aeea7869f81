/* Marks below text: 着重号, 专名号, 书名号甲式 (GB/T 15834-2011 4.12, 4.15, 4.16). */
#ifndef MKB_LAYOUT_MARKS_H
#define MKB_LAYOUT_MARKS_H

#include "layout/place.h"

/* Adds the marks of clusters [line->first, last) to the page. They take none of the line's room. */
void place_marks(Page *page, const LinePlace *place, guint32 last);

#endif

/* What a comparison draws (花脸稿): lines below what is new, through what is gone, doubled where it
 * was moved, so that print without colours tells them apart; and bars in the margin. */
#ifndef MKB_LAYOUT_CHANGE_MARKS_H
#define MKB_LAYOUT_CHANGE_MARKS_H

#include "layout/place.h"

/* The ink of a text that changed so; `own` where it did not. */
Ink change_ink(TextChange change, Ink own);

/* Adds the lines of clusters [line->first, last). Returns whether there are any. */
gboolean place_changes(Page *page, const LinePlace *place, guint32 last);

/* Adds what tells it of a picture, which fills its box: a frame, doubled where it was moved, and
 * lines through it where it is gone. */
void place_changed_box(Page *page, TextChange change, const Item *picture, Len em);

/* Adds a bar left of every line that changed, to all pages once they are full. */
void place_change_bars(Pages *pages, const Template *template);

#endif

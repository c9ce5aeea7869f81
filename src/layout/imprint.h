/* The imprint at the foot of the last page (版记, GB/T 9704-2012 7.4). */
#ifndef MKB_LAYOUT_IMPRINT_H
#define MKB_LAYOUT_IMPRINT_H

#include "layout/page_plan.h"
#include "layout/set_text.h"

/* Of the blocks that belong to it, which must outlive it, as must the template. (transfer full) */
Imprint *imprint_new(const GPtrArray *blocks, const Template *template);
void imprint_free(Imprint *imprint);

/* Height from its first rule to the foot of the text block; 0: there is nothing in it. */
Len imprint_height(const Imprint *imprint);

/* How many rows 印发机关 and 印发日期 take; the standard has them on one (7.4.3). */
guint imprint_printed_rows(const Imprint *imprint);

/* Adds it to a page: rules and texts, the last rule's lower edge at the foot of the text block. */
void imprint_place(const Imprint *imprint, Page *page);

/* The plan with the pages that an imprint on an even page needs (7.5): one of its own, and a blank
 * one before that (element-type PlannedPage). */
void imprint_move_to_even(GArray *plan, const Template *template);

/* The last page of a plan has the imprint alone, and a blank one is before it: neither is numbered
 * (7.5). */
gboolean imprint_follows_blank(const GArray *plan);

#endif

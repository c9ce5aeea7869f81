/* Page numbers (GB/T 9704-2012 7.5). */
#ifndef MKB_LAYOUT_PAGE_NUMBER_H
#define MKB_LAYOUT_PAGE_NUMBER_H

#include "layout/set_text.h"

/* The page number in its style: {page} of the format filled in. (transfer full) */
TextBlock *page_number_text(const Template *template, const gchar *number);

/* Adds the page's own number to it, outside the text block. FALSE after reporting. */
gboolean place_page_number(const Layout *layout, Page *page, Diagnostics *sink);

#endif

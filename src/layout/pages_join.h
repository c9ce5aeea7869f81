/* Pages of two layouts as one document. */
#ifndef MKB_LAYOUT_PAGES_JOIN_H
#define MKB_LAYOUT_PAGES_JOIN_H

#include "layout/pages.h"

/* Puts the pages of `front` before those of `pages`, with their fonts and structure. Their labels
 * get `prefix`. Takes `front`, whose layout must outlive `pages`. */
void pages_put_before(Pages *pages, Pages *front, const gchar *prefix);

#endif

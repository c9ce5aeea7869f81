/* On which page each id stands: for references to pages, which are known when all is set. */
#ifndef MKB_LAYOUT_PAGE_LABELS_H
#define MKB_LAYOUT_PAGE_LABELS_H

#include "layout/pages.h"

/* From the ids of a set to labels of pages. (transfer full) */
GHashTable *page_labels_new(const Pages *pages, GHashTable *wanted);

/* Whether two of them say the same of every name of the first. */
gboolean page_labels_agree(GHashTable *labels, GHashTable *others);

#endif

/* The places that links and the outline lead to, in the words of Cairo's tags. */
#ifndef MKB_OUTPUT_TAGS_H
#define MKB_OUTPUT_TAGS_H

#include "layout/pages.h"

#include <cairo.h>

void tag_anchor(cairo_t *cairo, const Item *item);

/* "page=3 pos=[79.370 104.882]": where an outline entry leads. (transfer full) */
gchar *outline_place(const OutlineEntry *entry);

#endif

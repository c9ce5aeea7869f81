/* Which pages look the same. */
#ifndef MKB_OUTPUT_PAGE_DIGEST_H
#define MKB_OUTPUT_PAGE_DIGEST_H

#include "layout/pages.h"

/* A name for what a page shows: pages of one digest look the same, if `fonts` is the same. It says
 * which font files there are: the glyphs' numbers change with every character of the document, so
 * outlines are not looked at. Hexadecimal. (transfer full) */
gchar *page_digest(const Pages *pages, guint index, const gchar *fonts);

#endif

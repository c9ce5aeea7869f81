/* Link annotations (ISO 32000-1 12.5.6.5). */
#ifndef MKB_OUTPUT_LINKS_H
#define MKB_OUTPUT_LINKS_H

#include "layout/pages.h"
#include "output/qpdf_late.h"

/* [ left bottom right top ] of an item on its page, in points from the page's bottom left. */
qpdf_oh item_box(qpdf_data pdf, const Item *item, Len page_height);

/* Adds the annotation of an ITEM_LINK to its page; it is described by the text of its structure
 * element, or else by where it leads. Returns it, an indirect object of `pdf`. */
qpdf_oh link_add(qpdf_data pdf, qpdf_oh page, const Item *link, const Pages *pages);

/* A target's name as it stands in a PDF, for names and for what leads to them: "%E7%94%B2".
 * (transfer full) */
gchar *link_name(const gchar *name);

/* An address in the ASCII that a PDF has (12.6.4.7); percent signs stay. (transfer full) */
gchar *link_address(const gchar *uri);

#endif

/* The outputs of pages. */
#ifndef MKB_OUTPUT_OUTPUT_H
#define MKB_OUTPUT_OUTPUT_H

#include "base/diag.h"
#include "layout/layout.h"
#include "output/standard.h"

/* One PDF of all pages: metadata, outline, links, page labels, fonts as subsets. The same pages
 * give the same bytes. NULL after reporting. (transfer full) */
GBytes *pages_to_pdf(const Pages *pages, PdfStandard standard, Diagnostics *sink);

/* One page as PNG at so many pixels an inch. NULL after reporting. (transfer full) */
GBytes *pages_to_png(const Pages *pages, guint page, guint ppi, Diagnostics *sink);

/* --stop-after=lines and --stop-after=pages: one fact a line, points with three decimals. */
void dump_lines(const Layout *layout, GString *out);
void dump_pages(const Pages *pages, GString *out);

#endif

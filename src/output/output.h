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

/* An image of a seal or stamp that would hide the text below it is reported where it is named: only
 * decoding or drawing it tells. (What has no clear pixel at all is told of by the model.) So is an
 * SVG that cannot be drawn. */
void check_seal_shapes(const Bulletin *bulletin, Diagnostics *sink);

/* One page as SVG: text as outlines, its words in the description, no links. NULL after reporting.
 * (transfer full) */
GBytes *pages_to_svg(const Pages *pages, guint page, Diagnostics *sink);

/* Cairo keeps up to 256 fonts that nothing uses any more, with the outlines drawn: 1 to 2 MB a
 * build. To be called between builds, when nothing of Cairo's is in use. */
void output_forget_fonts(void);

/* --stop-after=lines and --stop-after=pages: one fact a line, points with three decimals. */
void dump_lines(const Layout *layout, GString *out);
void dump_pages(const Pages *pages, GString *out);

#endif

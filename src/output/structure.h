/* The structure tree of a PDF (ISO 32000-1 14.7), its links among it. */
#ifndef MKB_OUTPUT_STRUCTURE_H
#define MKB_OUTPUT_STRUCTURE_H

#include "layout/pages.h"
#include "output/qpdf_late.h"

/* Marks the content of all pages, which was drawn with boundaries (output/marked.h), adds the
 * links, and writes the tree; of pages without a structure the links alone. Time and room grow with
 * the content. FALSE where the boundaries are not those that were drawn; qpdf's own errors wait to
 * be asked for. */
gboolean structure_write(qpdf_data pdf, const Pages *pages);

#endif

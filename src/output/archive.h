/* What makes a PDF an archival and accessible one, beside its structure: metadata and colours. */
#ifndef MKB_OUTPUT_ARCHIVE_H
#define MKB_OUTPUT_ARCHIVE_H

#include "output/qpdf_late.h"
#include "output/standard.h"

/* Writes the metadata in XMP, the same as in the document information dictionary, with the claim
 * that was asked for and holds, and the output intent of PDF/A. The dictionary and the structure
 * tree are there already. `date` is ISO 8601, `language` BCP 47. */
void archive_describe(qpdf_data pdf, PdfStandard standard, const gchar *date,
                      const gchar *language);

#endif

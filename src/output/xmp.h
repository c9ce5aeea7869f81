/* The metadata of a PDF in XMP (ISO 16684-1), as PDF/A and PDF/UA ask for it. */
#ifndef MKB_OUTPUT_XMP_H
#define MKB_OUTPUT_XMP_H

#include "output/standard.h"

/* The texts of the document information dictionary, UTF-8; NULL where it has none. */
typedef struct {
    const gchar *title, *author, *subject, *keywords, *creator, *producer;
    const gchar *date;     /* of creation and change, ISO 8601: "2023-09-15T00:00:00Z" */
    const gchar *language; /* BCP 47 */
} XmpTexts;

/* A whole packet: every text that there is under the property that stands for it (ISO 19005-2
 * 6.6.2), and what the file claims to be. A character that XML cannot hold becomes U+FFFD.
 * (transfer full) */
gchar *xmp_packet(const XmpTexts *texts, PdfClaim claim);

#endif

/* The archival and accessible kinds of PDF that a file may be made to be, and may claim to be. */
#ifndef MKB_OUTPUT_STANDARD_H
#define MKB_OUTPUT_STANDARD_H

#include <glib.h>

/* In the order of the option's words. PDF/A-2 is ISO 19005-2, PDF/UA-1 is ISO 14289-1. */
typedef enum {
    STANDARD_A2A_UA1,
    STANDARD_A2A,
    STANDARD_A2U,
    STANDARD_UA1,
    STANDARD_NONE
} PdfStandard;

#define STANDARD_WORDS "a-2a+ua-1|a-2a|a-2u|ua-1|none"

/* Whether a file is to be PDF/A. */
gboolean standard_is_archival(PdfStandard standard);

/* What the metadata says of the file. */
typedef struct {
    gchar archival;      /* conformance level of PDF/A-2, 'A' or 'U'; 0: no PDF/A */
    gboolean accessible; /* PDF/UA-1 */
} PdfClaim;

/* What was asked for, and no more than holds: a file without a structure tree is neither PDF/A-2a
 * nor PDF/UA-1. */
PdfClaim standard_claim(PdfStandard standard, gboolean tagged);

#endif

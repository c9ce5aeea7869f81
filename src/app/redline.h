/* A comparison as a PDF: a table of the changes, then the text of both. */
#ifndef MKB_APP_REDLINE_H
#define MKB_APP_REDLINE_H

#include "app/compared.h"
#include "app/info_date.h"
#include "output/diff_out.h"
#include "output/standard.h"

typedef struct {
    const Options *options;
    const Template *template;
    gchar *fonts; /* folder */
    gchar *date;  /* (nullable) ISO 8601 */
    GHashTable *labels[2];
} Redline;

void redline_init(Redline *redline, const Options *options, const gchar *data_folder,
                  const Template *template);
void redline_clear(Redline *redline);

/* For references to pages, the pages that each of the two has by itself; NULL where it has none.
 * (transfer none) */
void redline_labels(Redline *redline, const Compared sides[2], GHashTable *labels[2]);

/* NULL after reporting. Takes the text of both out of the comparison. (transfer full) */
GBytes *redline_to_pdf(const Redline *redline, Comparison *comparison, const ComparedNames *names,
                       PdfStandard standard, Diagnostics *sink);

#endif

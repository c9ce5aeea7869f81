/* What is to be written, from the name of the output. */
#ifndef MKB_APP_OUTPUT_NAME_H
#define MKB_APP_OUTPUT_NAME_H

#include "app/options.h"

typedef enum { FORMAT_PDF, FORMAT_PNG, FORMAT_HTML, FORMAT_TEXT } OutputFormat;

/* By the name's end; standard output, "-", and devices are given a PDF. FALSE after reporting. */
gboolean output_format(const gchar *name, OutputFormat *format, Diagnostics *sink);

/* FALSE for what is made from the bulletin itself, without pages. */
gboolean output_has_pages(OutputFormat format);

/* The same for an export, by the name's end; standard output and devices are given JSON.
 * EXPORT_BY_NAME after reporting. */
ExportFormat export_format(const gchar *name, Diagnostics *sink);

gboolean output_is_stdout(const gchar *name);

/* The file of one page of `pages`: "page-%03d.png", 7 → "page-007.png". A single page needs no %d.
 * The name is never given to printf: it holds one %d or %0Nd, checked here. NULL after reporting.
 * (transfer full) */
gchar *output_page_name(const gchar *name, guint page, guint pages, Diagnostics *sink);

#endif

/* What is to be written, from the name of the output. */
#ifndef MKB_APP_OUTPUT_NAME_H
#define MKB_APP_OUTPUT_NAME_H

#include "app/options.h"

typedef enum {
    FORMAT_PDF,
    FORMAT_PNG,
    FORMAT_SVG,
    FORMAT_HTML,
    FORMAT_PLAIN_TEXT,
    FORMAT_MARKDOWN
} OutputFormat;

/* By the name's end; standard output, "-", and devices are given a PDF. FALSE after reporting. */
gboolean output_format(const gchar *name, OutputFormat *format, Diagnostics *sink);

/* FALSE for what is made from the bulletin itself, without pages. */
gboolean output_has_pages(OutputFormat format);

/* One file a page. */
gboolean output_is_picture(OutputFormat format);

typedef enum { DIFF_TEXT, DIFF_JSON, DIFF_HTML, DIFF_PDF } DiffFormat;

/* The same for a comparison; standard output and devices are given a PDF. FALSE after reporting. */
gboolean diff_format(const gchar *name, DiffFormat *format, Diagnostics *sink);

/* The same for an export, by the name's end; standard output and devices are given JSON.
 * EXPORT_BY_NAME after reporting. */
ExportFormat export_format(const gchar *name, Diagnostics *sink);

gboolean output_is_stdout(const gchar *name);

/* FALSE after reporting a name that cannot be that of so many pages' files: it needs one %d, %02d
 * or %03d for the number; a single page needs none; %% is a %, no other % is allowed. */
gboolean output_page_pattern(const gchar *name, guint pages, Diagnostics *sink);

/* The file of a page, by a name that has passed: "page-%03d.png", 7 → "page-007.png". Such a name
 * is never given to printf. (transfer full) */
gchar *output_page_name(const gchar *name, guint page);

#endif

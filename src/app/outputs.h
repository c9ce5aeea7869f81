/* The files of a run: all are made, then all are written. */
#ifndef MKB_APP_OUTPUTS_H
#define MKB_APP_OUTPUTS_H

#include "app/options.h"
#include "app/output_name.h"
#include "app/page_choice.h"
#include "layout/layout.h"

/* What is made and not yet written. (transfer full) (element-type OutputFile) */
GArray *outputs_new(void);

/* Adds a file, whose bytes it takes. FALSE where they are NULL, or after reporting that it would
 * replace a source. (element-type Source) */
gboolean outputs_add(GArray *files, const gchar *path, GBytes *bytes, const GPtrArray *sources,
                     Diagnostics *sink);

/* Adds the pages, one PDF or a picture each, under the name in the options. Faults are reported.
 * (nullable) choice */
gboolean outputs_add_pages(GArray *files, OutputFormat format, const Options *options,
                           const PageChoice *choice, const Pages *pages, const GPtrArray *sources,
                           Diagnostics *sink);

/* Whether one of them is that file. */
gboolean outputs_have(const GArray *files, const gchar *path);

/* Their names. (transfer full) (element-type filename) */
GPtrArray *outputs_names(const GArray *files);

/* All of them, or none after reporting. */
gboolean outputs_write(const GArray *files, Diagnostics *sink);

/* Tells of pictures of more pages than there are now, as far as they go on from these: they stay,
 * for nothing says that it was this program that made them. */
void outputs_tell_left_over(const gchar *pattern, guint pages, Diagnostics *sink);

/* FALSE after reporting that an output would replace a source, or another file that was read and
 * noted (deps_record()): an image, a template, a font. */
gboolean outputs_spare_sources(const gchar *path, const GPtrArray *sources, Diagnostics *sink);

#endif

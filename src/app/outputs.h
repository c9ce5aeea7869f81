/* The files of a run. */
#ifndef MKB_APP_OUTPUTS_H
#define MKB_APP_OUTPUTS_H

#include "app/options.h"
#include "app/page_choice.h"
#include "layout/layout.h"

/* Writes pages as the options say, unless a name is that of a source. Faults are reported.
 * (element-type Source) (nullable) choice */
void outputs_write(const Options *options, const PageChoice *choice, const Pages *pages,
                   const GPtrArray *sources, Diagnostics *sink);

/* The same of an output without pages: one file. Takes the bytes. */
void outputs_write_file(const Options *options, GBytes *bytes, const GPtrArray *sources,
                        Diagnostics *sink);

/* FALSE after reporting that an output would replace a source. */
gboolean outputs_spare_sources(const gchar *path, const GPtrArray *sources, Diagnostics *sink);

/* The names of all files that are written; `pages` may be NULL where they are no pictures.
 * (transfer full) (element-type filename) */
GPtrArray *outputs_names(const Options *options, const PageChoice *choice, const Pages *pages);

#endif

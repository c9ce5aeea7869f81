/* The end of every run: what is to be said, and the exit status. */
#ifndef MKB_APP_REPORT_H
#define MKB_APP_REPORT_H

#include "app/options.h"

/* Prints the diagnostics on standard error, while the sources they quote are still there. Returns
 * the exit status. */
int report_finish(const Options *options, const Diagnostics *sink);

/* Whether something was found that forbids writing. */
gboolean report_stops(const Options *options, const Diagnostics *sink);

/* Writes text to a file, or to standard output when `path` is NULL; faults are reported. */
void report_text(const gchar *path, const gchar *text, gsize length, Diagnostics *sink);

#endif

/* The end of every run: what is to be said, and the exit status. */
#ifndef MKB_APP_REPORT_H
#define MKB_APP_REPORT_H

#include "app/options.h"

/* Prints the diagnostics on standard error, while the sources they quote are still there. Returns
 * the exit status. */
int report_finish(const Options *options, const Diagnostics *sink);

gboolean report_wants_color(const Options *options, int fd);

/* How diagnostics are to look on a stream. No run fails in silence: where warnings alone make it
 * fail
 * (`strict`), they are shown although --quiet asks for errors. */
DiagStyle report_style(const Options *options, const Diagnostics *sink, int fd, gboolean strict);

/* Whether something was found that forbids writing. */
gboolean report_stops(const Options *options, const Diagnostics *sink);

/* Writes text to a file, or to standard output when `path` is NULL; faults are reported. */
void report_text(const gchar *path, const gchar *text, gsize length, Diagnostics *sink);

#endif

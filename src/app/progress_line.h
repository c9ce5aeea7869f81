/* One line on a terminal, on standard error, that says how far a long run is. It is there only for
 * people: not in logs, not with --quiet, TERM=dumb or CI. */
#ifndef MKB_APP_PROGRESS_LINE_H
#define MKB_APP_PROGRESS_LINE_H

#include "app/options.h"

typedef struct {
    Lang lang;
    gboolean wanted;
    gboolean shown; /* it stands there */
    gint64 begun;   /* µs */
    gint64 drawn;   /* when last, µs */
} ProgressLine;

void progress_line_begin(ProgressLine *line, const Options *options);

/* Draws it in place of what it said before, once the run has taken half a second. */
void progress_line_show(ProgressLine *line, const gchar *text);

/* Erases it: before anything else is written, and at the end. */
void progress_line_clear(ProgressLine *line);

/* From now on it says what the stages of a build tell (base/progress.h), ten times a second at
 * most, until progress_line_end(), which erases it. */
void progress_line_follow(ProgressLine *line, const Options *options);
void progress_line_end(ProgressLine *line);

#endif

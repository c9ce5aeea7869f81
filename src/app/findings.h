/* What check finds in a bulletin that a build has set, for watch. */
#ifndef MKB_APP_FINDINGS_H
#define MKB_APP_FINDINGS_H

#include "app/options.h"

typedef struct {
    gchar *json;  /* as diagnostics_to_json() gives */
    gchar *brief; /* for the terminal, a line that ends; "" where nothing was found */
    gchar *full;  /* a line for each, as many as a terminal has room for, and that one */
} Findings;

/* Reads and checks the folder anew, under the levels of .mkbulletin.yaml and --rule, and leaves out
 * what the build has `told`. What it reads is noted like all that a build reads. (transfer full) */
Findings *findings_new(const Options *options, const Diagnostics *told);
void findings_free(Findings *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Findings, findings_free)

#endif

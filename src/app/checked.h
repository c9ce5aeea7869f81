/* A bulletin as check sees it, for the command and for whoever shows what it finds. */
#ifndef MKB_APP_CHECKED_H
#define MKB_APP_CHECKED_H

#include "app/options.h"
#include "check/config.h"
#include "model/bulletin.h"

typedef struct {
    CheckConfig *config;
    SourceTree *tree;
    Bulletin *bulletin;          /* (nullable) */
    GPtrArray *template_sources; /* Source */
} Checked;

/* Sets the levels of the sink: the file's, then those of --rule. FALSE after reporting faults of
 * either. */
gboolean checked_configure(Checked *checked, const gchar *folder, const Options *options,
                           Diagnostics *sink);

/* Reads it and runs every rule; what is in the sink then points into it. After
 * checked_configure(). */
void checked_run(Checked *checked, const gchar *folder, const Options *options, Diagnostics *sink);

void checked_clear(Checked *checked);

#endif

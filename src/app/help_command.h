/* `mkbulletin help`, and the options that only print. */
#ifndef MKB_APP_HELP_COMMAND_H
#define MKB_APP_HELP_COMMAND_H

#include "app/options.h"

int help_run(const Options *options, Diagnostics *sink);
int version_run(const Options *options, Diagnostics *sink);

#endif

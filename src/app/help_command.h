/* `mkbulletin help`, and the options that only print. */
#ifndef MKB_APP_HELP_COMMAND_H
#define MKB_APP_HELP_COMMAND_H

#include "app/options.h"

/* The help, or that of the command which the operand names. */
int help_run(const Options *options, Diagnostics *sink);

/* --help: of the command that the first operand is; else of all. */
int help_option_run(const Options *options, Diagnostics *sink);

#endif

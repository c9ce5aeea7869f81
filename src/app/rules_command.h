/* mkbulletin rules: what check looks for. */
#ifndef MKB_APP_RULES_COMMAND_H
#define MKB_APP_RULES_COMMAND_H

#include "app/options.h"

int rules_command_run(const Options *options, Diagnostics *sink);

#endif

/* mkbulletin check: the editorial rules over a bulletin, and --fix. */
#ifndef MKB_APP_CHECK_H
#define MKB_APP_CHECK_H

#include "app/options.h"

int check_command_run(const Options *options, Diagnostics *sink);

#endif

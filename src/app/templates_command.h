/* `mkbulletin templates`: which there are, and what one of them says. */
#ifndef MKB_APP_TEMPLATES_COMMAND_H
#define MKB_APP_TEMPLATES_COMMAND_H

#include "app/options.h"

int templates_run(const Options *options, Diagnostics *sink);

#endif

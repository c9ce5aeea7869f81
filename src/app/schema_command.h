/* mkbulletin schema: the JSON Schema of the front matter. */
#ifndef MKB_APP_SCHEMA_COMMAND_H
#define MKB_APP_SCHEMA_COMMAND_H

#include "app/options.h"

int schema_command_run(const Options *options, Diagnostics *sink);

#endif

/* `mkbulletin fonts`: which fonts a template or a bulletin is set in. */
#ifndef MKB_APP_FONTS_COMMAND_H
#define MKB_APP_FONTS_COMMAND_H

#include "app/options.h"

int fonts_run(const Options *options, Diagnostics *sink);

#endif

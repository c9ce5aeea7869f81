/* `mkbulletin build`: from a folder to a PDF, PNG or the dump of a stage. */
#ifndef MKB_APP_BUILD_H
#define MKB_APP_BUILD_H

#include "app/options.h"

int build_run(const Options *options, Diagnostics *sink);

#endif

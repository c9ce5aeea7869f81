/* `mkbulletin watch`: a build after every change, until a signal ends it. */
#ifndef MKB_APP_WATCH_H
#define MKB_APP_WATCH_H

#include "app/options.h"

int watch_run(const Options *options, Diagnostics *sink);

#endif

/* `mkbulletin export`: the ledger of a bulletin as data. */
#ifndef MKB_APP_EXPORT_H
#define MKB_APP_EXPORT_H

#include "app/options.h"

int export_run(const Options *options, Diagnostics *sink);

#endif

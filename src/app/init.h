/* `mkbulletin init`: a small complete bulletin to begin with. */
#ifndef MKB_APP_INIT_H
#define MKB_APP_INIT_H

#include "app/options.h"

/* Copies a starter of the data folder, what all have and what its template has, into the operand.
 * All files or none: where one of them is there already nothing is written. */
int init_run(const Options *options, Diagnostics *sink);

#endif

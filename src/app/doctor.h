/* `mkbulletin doctor`: whether this machine has what the program needs. */
#ifndef MKB_APP_DOCTOR_H
#define MKB_APP_DOCTOR_H

#include "app/options.h"

/* Exit status: 1 where there is a fault (with --strict a warning), else 0. */
int doctor_run(const Options *options, Diagnostics *sink);

#endif

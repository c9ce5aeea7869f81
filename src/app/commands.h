/* The subcommands, one a row. */
#ifndef MKB_APP_COMMANDS_H
#define MKB_APP_COMMANDS_H

#include "app/options.h"

/* Texts by Lang. */
typedef struct {
    const gchar *name;
    const gchar *help[2];
    int (*run)(const Options *options, Diagnostics *sink); /* prints and returns the exit status */
} Command;

/* Ends with a row without a name; the first is meant where none is named. (transfer none) */
const Command *command_table(void);

/* The command that the first operand names, which is taken off; else the default. */
const Command *command_take(Options *options);

#endif

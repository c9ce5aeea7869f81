/* The subcommands, one a row. */
#ifndef MKB_APP_COMMANDS_H
#define MKB_APP_COMMANDS_H

#include "app/options.h"

/* Texts by Lang. */
typedef struct {
    const gchar *name;
    guint bit;                /* FOR_BUILD …: which options it takes */
    const gchar *operands[2]; /* as its usage has them */
    const gchar *help[2];     /* a line */
    const gchar *more[2];     /* what `mkbulletin help NAME` says besides; lines */
    int (*run)(const Options *options, Diagnostics *sink); /* prints and returns the exit status */
} Command;

/* Ends with a row without a name; the first is meant where none is named. (transfer none) */
const Command *command_table(void);

/* The command of a name, or NULL after reporting. (transfer none) */
const Command *command_find(const gchar *name, Diagnostics *sink);

/* The command that the first operand names, which is taken off; else the default. NULL after
 * reporting a first operand that is neither a command nor there, but nearly a command, or options
 * that are not for the command. (transfer none) */
const Command *command_take(Options *options, Diagnostics *sink);

/* Whether an option is for a command. */
gboolean command_takes(const Command *command, guint commands);

#endif

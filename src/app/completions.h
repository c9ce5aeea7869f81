/* `mkbulletin completions`: what a shell needs to complete the program's command line, made from
 * the tables of commands and options. */
#ifndef MKB_APP_COMPLETIONS_H
#define MKB_APP_COMPLETIONS_H

#include "app/commands.h"
#include "app/option_table.h"

/* What a value or an operand may be. */
typedef enum {
    VALUE_NONE,
    VALUE_CHOICE, /* OptionRow.choices */
    VALUE_TEXT,   /* nothing that could be offered */
    VALUE_FILE,   /* or a folder */
    VALUE_FOLDER,
    VALUE_TEMPLATE, /* what `mkbulletin templates` lists */
    VALUE_RULE,     /* what `mkbulletin rules` lists */
    VALUE_COMMAND,
    VALUE_SHELL
} ValueKind;

/* As what --help calls the value tells: FILE, FOLDER, NAME … */
ValueKind value_of_option(const OptionRow *row);
ValueKind value_of_operands(const Command *command);

/* Whether the next word is the value. */
gboolean option_has_word(const OptionRow *row);

/* The names of the commands, or of those that an option is for, with `between` between them.
 * (transfer full) */
gchar *completion_commands(guint commands, const gchar *between);

/* The script for each shell; descriptions in the language. (transfer full) */
gchar *completions_bash(void);
gchar *completions_zsh(Lang lang);
gchar *completions_fish(Lang lang);

int completions_run(const Options *options, Diagnostics *sink);

#endif

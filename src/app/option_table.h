/* The one table of options, from which they are read and --help is written. */
#ifndef MKB_APP_OPTION_TABLE_H
#define MKB_APP_OPTION_TABLE_H

#include "base/diag.h"

typedef enum { OPTION_FLAG, OPTION_TEXT, OPTION_LIST, OPTION_CHOICE, OPTION_NUMBER } OptionKind;

typedef enum {
    GROUP_OUTPUT,
    GROUP_WATCH,
    GROUP_EXPORT,
    GROUP_CHECK,
    GROUP_DIFF,
    GROUP_SETTING,
    GROUP_MESSAGES,
    GROUP_OTHER,
    GROUP_COUNT
} OptionGroup;

/* The commands that an option is for, one bit each; 0 is every command. */
enum {
    FOR_EVERY = 0,
    FOR_BUILD = 1 << 0,
    FOR_TEMPLATES = 1 << 1,
    FOR_HELP = 1 << 2,
    FOR_EXPORT = 1 << 3,
    FOR_FONTS = 1 << 4,
    FOR_DOCTOR = 1 << 5,
    FOR_CHECK = 1 << 6,
    FOR_RULES = 1 << 7,
    FOR_LSP = 1 << 8,
    FOR_SCHEMA = 1 << 9,
    FOR_DIFF = 1 << 10,
    FOR_WATCH = 1 << 11,
    FOR_INIT = 1 << 12,
    FOR_COMPLETIONS = 1 << 13
};

/* Texts by Lang. */
typedef struct {
    const gchar *name;
    guint commands;
    gchar letter; /* 0: none */
    OptionKind kind;
    OptionGroup group;
    gsize place;              /* of its value in Options */
    const gchar *argument[2]; /* what --help calls the value; NULL for a flag */
    const gchar *choices;     /* of a choice: "a|b|c", whose numbers begin with `least` */
    guint least, most;        /* of a number */
    gboolean optional;        /* the value may be left out (a choice is then its first), and
                                 follows = where it is not */
    const gchar *help[2];
} OptionRow;

/* Ends with a row without a name. (transfer none) */
const OptionRow *option_table(void);

const gchar *option_group_name(OptionGroup group, Lang lang);

#endif

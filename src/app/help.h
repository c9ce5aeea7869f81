/* What --help and a bare call print. */
#ifndef MKB_APP_HELP_H
#define MKB_APP_HELP_H

#include "app/commands.h"

/* (transfer full) */
gchar *help_text(Lang lang);
gchar *help_of_command(const Command *command, Lang lang);
gchar *help_usage(Lang lang);

#endif

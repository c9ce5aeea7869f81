/* What --help, --version and a bare call print. */
#ifndef MKB_APP_HELP_H
#define MKB_APP_HELP_H

#include "base/diag.h"

/* (transfer full) */
gchar *help_text(Lang lang);
gchar *help_usage(Lang lang);
gchar *help_version(void);

#endif

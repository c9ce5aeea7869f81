/* --version, and with --verbose what else the bytes of an output depend on. */
#ifndef MKB_APP_VERSION_H
#define MKB_APP_VERSION_H

#include "app/options.h"
#include "base/version.h"

/* "mkbulletin 0.1.0". (transfer full) */
gchar *version_line(void);

/* Of all libraries. (transfer full) (element-type LibraryVersion) */
GArray *library_versions(void);

/* Prints and returns the exit status. */
int version_run(const Options *options, Diagnostics *sink);

#endif

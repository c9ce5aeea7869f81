/* Folders for what will be written, taken away again where it was not. */
#ifndef MKB_BASE_FOLDER_MAKE_H
#define MKB_BASE_FOLDER_MAKE_H

#include "base/diag.h"

/* Makes a folder with those above it, mode 0777 less the umask. The paths of those that were not
 * there are added to `made` (gchar *), the outermost first. FALSE with errno set. */
gboolean folder_make(const gchar *path, GPtrArray *made);

/* The same, reporting. */
gboolean folder_make_or_report(const gchar *path, GPtrArray *made, Diagnostics *sink);

/* Removes those that are empty. */
void folders_unmake(const GPtrArray *made);

#endif

/* Files that a bulletin names besides its Markdown: images, seals, CSV tables. */
#ifndef MKB_SOURCE_ASSET_H
#define MKB_SOURCE_ASSET_H

#include "base/diag.h"

/* Reads the file that `path` names in `source`, relative to the folder of that file. Nothing
 * outside `root`, the bulletin's folder, is read: an absolute path, an address, a way out by .. or
 * by a symbolic link is RULE_LINK_OUTSIDE; missing, unreadable or larger than `most` bytes is
 * reported as well, all at `where`. The place of the file below `root` goes to `name`, for
 * messages. NULL after reporting. (transfer full) */
GBytes *asset_read(const gchar *root, const Source *source, const gchar *path, Span where,
                   gsize most, gchar **name, Diagnostics *sink);

/* The same in two steps, for files that may be named more than once. First where the file really
 * stands below `root`, without links and ..: bytes, and the same for all paths that lead to it.
 * Percent signs are as in an address (%20) unless there is a file of just that name. NULL after
 * reporting. (transfer full) */
gchar *asset_find(const gchar *root, const Source *source, const gchar *path, Span where,
                  Diagnostics *sink);

/* Then its bytes. NULL after reporting. (transfer full) */
GBytes *asset_load(const gchar *root, const gchar *found, Span where, gsize most,
                   Diagnostics *sink);

#endif

/* Files that a bulletin names besides its Markdown: images, seals, CSV tables. */
#ifndef MKB_SOURCE_ASSET_H
#define MKB_SOURCE_ASSET_H

#include "base/diag.h"

/* Reads the file that `path` names in `source`, relative to the folder of that file. Nothing
 * outside `root`, the bulletin's folder, is read: an absolute path, a way out by .. or by a
 * symbolic link is RULE_LINK_OUTSIDE; missing, unreadable or larger than `most` bytes is reported
 * as well, all at `where`. The place of the file below `root` goes to `name`, for messages. NULL
 * after reporting. (transfer full) */
GBytes *asset_read(const gchar *root, const Source *source, const gchar *path, Span where,
                   gsize most, gchar **name, Diagnostics *sink);

#endif

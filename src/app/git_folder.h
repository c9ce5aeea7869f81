/* A folder or file as it was in a revision of its git repository. Nothing is started, and the
 * repository is only read: libgit2 gives its objects. */
#ifndef MKB_APP_GIT_FOLDER_H
#define MKB_APP_GIT_FOLDER_H

#include "base/diag.h"

typedef struct GitFolder GitFolder;

/* Puts it into a folder of its own among the temporary files, which only this user may read. NULL
 * after reporting what is no repository, revision or file of it. (transfer full) */
GitFolder *git_folder_new(const gchar *path, const gchar *revision, Diagnostics *sink);

/* Where it is. (transfer none) */
const gchar *git_folder_path(const GitFolder *folder);

/* The temporary folder that it stands in. (transfer none) */
const gchar *git_folder_root(const GitFolder *folder);

/* Takes all of it away again. */
void git_folder_free(GitFolder *folder);

/* Adds libgit2 to the versions. */
void git_versions(GArray *versions);

#endif

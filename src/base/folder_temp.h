/* A folder of the program's own among the temporary files, gone when the program ends: after a
 * signal too; where it was killed, the next one removes it. */
#ifndef MKB_BASE_FOLDER_TEMP_H
#define MKB_BASE_FOLDER_TEMP_H

#include <glib.h>

typedef struct FolderTemp FolderTemp;

/* Makes one, for this user alone. NULL with errno set. (transfer full) */
FolderTemp *folder_temp_new(void);

const gchar *folder_temp_path(const FolderTemp *folder);

/* Removes it with all that is in it. */
void folder_temp_free(FolderTemp *folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FolderTemp, folder_temp_free)

#endif

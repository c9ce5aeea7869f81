/* A file without its final name: filled and safely on disk before it takes another's place.
 * Private to base but for write_all() and temp_in_memory(). Functions return FALSE with errno set.
 */
#ifndef MKB_BASE_FILE_TEMP_H
#define MKB_BASE_FILE_TEMP_H

#include "base/ending.h"

#include <glib.h>
#include <sys/stat.h>

/* What has become of the target's name, as far as it can be undone. */
typedef enum { TEMP_AWAY, TEMP_CREATED, TEMP_EXCHANGED } TempState;

typedef struct {
    int folder; /* the target's, open: the caller's */
    int fd;     /* open and locked until the end: see temp_sweep() */
    /* In the folder, hidden, while it stands there; after an exchange the old file's. */
    gchar *name;
    gchar *place; /* whose place it takes or has taken */
    TempState state;
    Undo undo; /* while a name in the folder is to be removed */
} TempFile;

/* Does not move once it is written. */
#define TEMP_FILE_NONE ((TempFile){-1, -1, NULL, NULL, TEMP_AWAY, {NULL, NULL, NULL}})

/* For a new file: 0666 less the umask. */
#define TEMP_MODE_NEW ((mode_t) -1)

/* All bytes, whatever interrupts or shortens the calls. */
gboolean write_all(int fd, GBytes *bytes);

/* Errors that a close would report, without closing. */
gboolean flush_errors(int fd);

/* Opens a folder to write in and removes what killed runs left in it. -1 with errno set. */
int temp_folder_open(const gchar *path);

/* Writes the bytes into the folder, under a hidden name and safely on disk. */
gboolean temp_write(TempFile *temp, int folder, mode_t mode, GBytes *bytes);

/* Takes the target's place. */
gboolean temp_rename(TempFile *temp, const gchar *name);

/* The same, but the old file stays beside it for temp_undo(), where the file system can do that. */
gboolean temp_exchange(TempFile *temp, const gchar *name);

/* Puts the old file back in its place, or takes the new one away where there was none. */
gboolean temp_undo(TempFile *temp);

/* A file in memory, or -1. */
int temp_in_memory(const gchar *name);

/* After the renames: FALSE when the disk does not confirm them. */
gboolean temp_folder_confirm(int folder);

/* Removes it unless it has been renamed, or the old file that it was exchanged for; frees the rest.
 */
void temp_discard(TempFile *temp);

#endif

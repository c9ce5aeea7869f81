/* A file without its final name: filled and safely on disk before it takes another's place.
 * Private to base but for write_all. Functions return FALSE with errno set. */
#ifndef MKB_BASE_FILE_TEMP_H
#define MKB_BASE_FILE_TEMP_H

#include <glib.h>
#include <sys/stat.h>

typedef struct {
    int folder; /* the target's, open: the caller's */
    int fd;     /* open and locked until the end: see sweep() */
    gchar
        *name; /* in the folder, hidden; NULL when it has none; after an exchange the old file's */
    gchar *place; /* whose place it has taken in a way that can be undone; else NULL */
} TempFile;

#define TEMP_FILE_NONE ((TempFile){-1, -1, NULL, NULL})

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
void temp_undo(TempFile *temp);

/* After the renames: FALSE when the disk does not confirm them. */
gboolean temp_folder_confirm(int folder);

/* Removes it unless it has been renamed, or the old file that it was exchanged for; frees the rest.
 */
void temp_discard(TempFile *temp);

#endif

#include "base/folder_temp.h"

#include "base/ending.h"
#include "base/temp_name.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME_END ".folder"

enum { NAME_TRIES = 100, FOLDER_FLAGS = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

struct FolderTemp {
    int above; /* the folder of temporary files, open */
    int fd;    /* open and locked until the end: see temp_sweep() */
    gchar *name, *path;
    Undo undo;
};

/* ---- removing, also in a signal handler ---- */

static gboolean remove_entry(int folder, const gchar *name);

/* Whether something was removed: then there may be more. */
static gboolean remove_some(int folder)
{
    _Alignas(struct dirent64) gchar entries[2048];
    gboolean removed = FALSE;

    lseek(folder, 0, SEEK_SET);
    ssize_t length = getdents64(folder, entries, sizeof entries);
    for (ssize_t at = 0; at < length;) {
        const struct dirent64 *entry = (const struct dirent64 *) (gconstpointer) (entries + at);
        at += entry->d_reclen;
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            removed |= remove_entry(folder, entry->d_name);
    }
    return removed;
}

static gboolean remove_folder(int above, const gchar *name)
{
    int fd = TEMP_FAILURE_RETRY(openat(above, name, FOLDER_FLAGS));

    if (fd < 0)
        return FALSE;
    while (remove_some(fd))
        continue;
    close(fd);
    return TEMP_FAILURE_RETRY(unlinkat(above, name, AT_REMOVEDIR)) == 0;
}

static gboolean remove_entry(int folder, const gchar *name)
{
    return TEMP_FAILURE_RETRY(unlinkat(folder, name, 0)) == 0 || remove_folder(folder, name);
}

static void undo(gpointer data)
{
    const FolderTemp *folder = data;

    remove_folder(folder->above, folder->name);
}

/* ---- what killed runs left ---- */

static gboolean is_ours(int fd)
{
    struct stat status;

    return fstat(fd, &status) == 0 && status.st_uid == geteuid() && status.st_nlink > 0;
}

/* Runs that live hold a lock on theirs. In a folder that all may write in, nobody can put another
 * thing under the name of what is ours. */
static void sweep_one(int above, const gchar *name)
{
    int fd = openat(above, name, FOLDER_FLAGS);

    if (fd < 0)
        return;
    if (is_ours(fd) && flock(fd, LOCK_EX | LOCK_NB) == 0)
        remove_folder(above, name);
    close(fd);
}

/* ---- making ---- */

/* Another's sweep may have come between making and locking. */
static gboolean open_and_lock(FolderTemp *folder)
{
    folder->fd = TEMP_FAILURE_RETRY(openat(folder->above, folder->name, FOLDER_FLAGS));
    return folder->fd >= 0 && flock(folder->fd, LOCK_EX | LOCK_NB) == 0 && is_ours(folder->fd);
}

/* Takes a name just before the folder stands there: from here on an end removes it. */
static void take_name(FolderTemp *folder)
{
    folder->name = temp_random_name(NAME_END);
    folder->undo = (Undo){undo, folder, NULL};
    ending_add(&folder->undo);
}

/* It does not stand there, or no more. */
static void forget_name(FolderTemp *folder)
{
    ending_remove(&folder->undo);
    g_clear_pointer(&folder->name, g_free);
}

/* FALSE with errno: EEXIST where another name may do. */
static gboolean make_once(FolderTemp *folder)
{
    take_name(folder);
    if (TEMP_FAILURE_RETRY(mkdirat(folder->above, folder->name, 0700)) == 0) {
        if (open_and_lock(folder))
            return TRUE;
        int error = folder->fd >= 0 || errno == ENOENT ? EEXIST : errno;
        if (folder->fd >= 0)
            close(folder->fd);
        folder->fd = -1;
        remove_folder(folder->above, folder->name);
        errno = error;
    }
    forget_name(folder);
    return FALSE;
}

static gboolean make(FolderTemp *folder)
{
    for (guint i = 0; i < NAME_TRIES; i++) {
        if (make_once(folder))
            return TRUE;
        if (errno != EEXIST)
            return FALSE;
    }
    return FALSE;
}

FolderTemp *folder_temp_new(void)
{
    g_autoptr(FolderTemp) folder = g_new0(FolderTemp, 1);
    const gchar *above = g_get_tmp_dir();

    folder->fd = -1;
    folder->above = TEMP_FAILURE_RETRY(open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder->above < 0)
        return NULL;
    temp_sweep(folder->above, NAME_END, sweep_one);
    if (!make(folder))
        return NULL;
    folder->path = g_build_filename(above, folder->name, NULL);
    return g_steal_pointer(&folder);
}

const gchar *folder_temp_path(const FolderTemp *folder)
{
    return folder->path;
}

void folder_temp_free(FolderTemp *folder)
{
    int error = errno;

    if (folder->path)
        remove_folder(folder->above, folder->name);
    ending_remove(&folder->undo);
    if (folder->fd >= 0)
        close(folder->fd);
    if (folder->above >= 0)
        close(folder->above);
    g_free(folder->name);
    g_free(folder->path);
    g_free(folder);
    errno = error;
}

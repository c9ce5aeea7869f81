#include "base/file_temp.h"

#include "base/temp_name.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

#define NAME_END ".tmp"

enum { NAME_TRIES = 100 };

/* A pipe that was set not to block is waited for. */
static ssize_t write_some(int fd, const gchar *at, gsize length)
{
    struct pollfd ready = {.fd = fd, .events = POLLOUT};

    for (;;) {
        ssize_t written = write(fd, at, length);
        if (written > 0 || (written < 0 && errno != EINTR && errno != EAGAIN))
            return written;
        if (written == 0) {
            errno = EIO;
            return -1;
        }
        if (errno == EAGAIN && poll(&ready, 1, -1) < 0 && errno != EINTR)
            return -1;
    }
}

gboolean write_all(int fd, GBytes *bytes)
{
    gsize left;
    const gchar *at = g_bytes_get_data(bytes, &left);

    while (left > 0) {
        ssize_t written = write_some(fd, at, left);
        if (written < 0)
            return FALSE;
        at += written;
        left -= (gsize) written;
    }
    return TRUE;
}

gboolean flush_errors(int fd)
{
    /* Network file systems report a full disk or a quota when any descriptor is closed. */
    int copy = fcntl(fd, F_DUPFD_CLOEXEC, 3);

    return copy >= 0 && (close(copy) == 0 || errno == EINTR);
}

/* Some file systems cannot be asked; that is no fault of the file. */
static gboolean sync_to_disk(int fd)
{
    return TEMP_FAILURE_RETRY(fsync(fd)) == 0 || errno == EINVAL || errno == EBADF ||
           errno == ENOTSUP;
}

static gboolean fill(int fd, mode_t mode, GBytes *bytes)
{
    return write_all(fd, bytes) &&
           (mode == TEMP_MODE_NEW || TEMP_FAILURE_RETRY(fchmod(fd, mode)) == 0) &&
           sync_to_disk(fd) && flush_errors(fd);
}

/* The umask and the folder's default rules are the kernel's to apply; what replaces a private file
 * is private from the first byte. */
static mode_t first_mode(mode_t mode)
{
    return mode == TEMP_MODE_NEW ? 0666 : 0600;
}

static void remove_name(int folder, const gchar *name)
{
    TEMP_FAILURE_RETRY(unlinkat(folder, name, 0));
}

/* In whatever state it is. */
static void undo_all(gpointer data)
{
    TempFile *temp = data;

    temp_undo(temp);
    if (temp->name)
        remove_name(temp->folder, temp->name);
}

/* Takes the name, just before it stands in the folder: from here on an end removes it. */
static void take_name(TempFile *temp, gchar *name)
{
    temp->name = name;
    temp->undo = (Undo){undo_all, temp, NULL};
    ending_add(&temp->undo);
}

/* It does not stand there, or no more. */
static void forget_name(TempFile *temp)
{
    ending_remove(&temp->undo);
    g_clear_pointer(&temp->name, g_free);
}

static void close_file(TempFile *temp)
{
    if (temp->fd >= 0)
        close(temp->fd);
    temp->fd = -1;
}

/* A file without any name vanishes with the process, whatever ends it. */
static gboolean open_unnamed(TempFile *temp, mode_t mode)
{
    temp->fd = TEMP_FAILURE_RETRY(
        openat(temp->folder, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, first_mode(mode)));
    return temp->fd >= 0 && flock(temp->fd, LOCK_EX | LOCK_NB) == 0;
}

static gboolean give_name(TempFile *temp)
{
    g_autofree gchar *link = g_strdup_printf("/proc/self/fd/%d", temp->fd);

    for (guint i = 0; i < NAME_TRIES; i++) {
        take_name(temp, temp_random_name(NAME_END));
        if (TEMP_FAILURE_RETRY(
                linkat(AT_FDCWD, link, temp->folder, temp->name, AT_SYMLINK_FOLLOW)) == 0)
            return TRUE;
        gboolean taken = errno == EEXIST;
        forget_name(temp);
        if (!taken)
            break;
    }
    return FALSE;
}

/* Locked and still there: another's sweep may have come between creating and locking. */
static gboolean is_ours(int fd)
{
    struct stat status;

    if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return FALSE;
    return fstat(fd, &status) == 0 && status.st_nlink == 1;
}

static gboolean open_named(TempFile *temp, mode_t mode)
{
    for (guint i = 0; i < NAME_TRIES; i++) {
        int flags = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW;
        take_name(temp, temp_random_name(NAME_END));
        temp->fd = TEMP_FAILURE_RETRY(openat(temp->folder, temp->name, flags, first_mode(mode)));
        int error = errno;
        if (temp->fd >= 0 && is_ours(temp->fd))
            return TRUE;
        forget_name(temp);
        errno = error;
        if (temp->fd < 0 && errno != EEXIST)
            return FALSE;
        close_file(temp);
    }
    errno = EEXIST;
    return FALSE;
}

/* Runs that live hold a lock on theirs. */
static void sweep_one(int folder, const gchar *name)
{
    struct stat status;
    int flags = O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
    int fd = openat(folder, name, O_RDONLY | flags);

    if (fd < 0 && errno == EACCES) /* in a sandbox outputs are not read */
        fd = openat(folder, name, O_WRONLY | flags);
    if (fd < 0)
        return;
    if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && flock(fd, LOCK_EX | LOCK_NB) == 0)
        remove_name(folder, name);
    close(fd);
}

int temp_folder_open(const gchar *path)
{
    int fd = TEMP_FAILURE_RETRY(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));

    /* A folder may be writable without being readable. */
    if (fd < 0 && errno == EACCES)
        fd = TEMP_FAILURE_RETRY(open(path, O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (fd >= 0)
        temp_sweep(fd, NAME_END, sweep_one);
    return fd;
}

gboolean temp_write(TempFile *temp, int folder, mode_t mode, GBytes *bytes)
{
    temp->folder = folder;
    if (open_unnamed(temp, mode)) {
        if (!fill(temp->fd, mode, bytes))
            return FALSE;
        if (give_name(temp))
            return TRUE;
    }
    /* No such files here, or no /proc: then with a name from the start. */
    close_file(temp);
    return open_named(temp, mode) && fill(temp->fd, mode, bytes);
}

/* What only some file systems can do (RENAME_EXCHANGE). */
static gboolean rename_now(const TempFile *temp, const gchar *name, guint flags)
{
    return TEMP_FAILURE_RETRY(renameat2(temp->folder, temp->name, temp->folder, name, flags)) == 0;
}

gboolean temp_rename(TempFile *temp, const gchar *name)
{
    if (TEMP_FAILURE_RETRY(renameat(temp->folder, temp->name, temp->folder, name)) != 0)
        return FALSE;
    forget_name(temp);
    return TRUE;
}

gboolean temp_exchange(TempFile *temp, const gchar *name)
{
    temp->place = g_strdup(name); /* before: from the exchange on nothing may be refused */
    if (rename_now(temp, name, RENAME_EXCHANGE)) {
        temp->state = TEMP_EXCHANGED;
        return TRUE;
    }
    gboolean created = errno == ENOENT;
    if (TEMP_FAILURE_RETRY(renameat(temp->folder, temp->name, temp->folder, name)) != 0)
        return FALSE;
    if (created)
        temp->state = TEMP_CREATED;
    g_clear_pointer(&temp->name, g_free);
    return TRUE;
}

gboolean temp_undo(TempFile *temp)
{
    gboolean undone = TRUE;

    if (temp->state == TEMP_EXCHANGED)
        undone = rename_now(temp, temp->place, RENAME_EXCHANGE);
    else if (temp->state == TEMP_CREATED)
        undone = TEMP_FAILURE_RETRY(unlinkat(temp->folder, temp->place, 0)) == 0;
    if (undone)
        temp->state = TEMP_AWAY;
    return undone;
}

gboolean temp_folder_confirm(int folder)
{
    return sync_to_disk(folder);
}

int temp_in_memory(const gchar *name)
{
    return TEMP_FAILURE_RETRY(memfd_create(name, MFD_CLOEXEC));
}

void temp_discard(TempFile *temp)
{
    if (temp->name)
        remove_name(temp->folder, temp->name);
    forget_name(temp);
    g_clear_pointer(&temp->place, g_free);
    close_file(temp);
}

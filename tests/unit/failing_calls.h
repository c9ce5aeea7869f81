/* Calls that stand before the C library's, one of which can be made to fail, or something can be
 * made to happen just before it. Included by one file of a program. */
#ifndef MKB_TESTS_FAILING_CALLS_H
#define MKB_TESTS_FAILING_CALLS_H

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

typedef enum {
    CALL_NONE,
    CALL_WRITE,
    CALL_POLL,
    CALL_FSYNC,
    CALL_FCHMOD,
    CALL_COPY, /* of a descriptor */
    CALL_CLOSE,
    CALL_OPEN,
    CALL_OPENAT,
    CALL_LIST, /* what stands in a folder */
    CALL_LOCK,
    CALL_LINK,
    CALL_RENAME,
    CALL_MKDIR,
    CALL_REMOVE,
} Call;

/* In place of an error: write() says that it has written nothing. */
enum { WROTE_NOTHING = -1 };

static struct {
    Call call;
    guint at;                /* which of these calls it is, from 0 */
    int error;               /* 0 where it goes well */
    guint more;              /* of the calls after it fail too */
    gboolean halting;        /* every write stops after one byte or is interrupted */
    void (*meanwhile)(void); /* (nullable) happens just before it */
    guint count;             /* calls so far */
} fault;

#define FOR_EVER G_MAXUINT

static inline void fail_more(Call call, guint at, int error, guint more)
{
    fault.call = call;
    fault.at = at;
    fault.error = error;
    fault.more = more;
    fault.meanwhile = NULL;
    fault.count = 0;
}

static inline void fail_one(Call call, guint at, int error)
{
    fail_more(call, at, error, 0);
}

static inline void fail_none(void)
{
    fault.call = CALL_NONE;
}

/* Not static: the C library has some of the calls below as inline functions for other files. */
gboolean fails(Call call);

gboolean fails(Call call)
{
    if (fault.call != call)
        return FALSE;
    guint number = fault.count++;
    if (number < fault.at || number - fault.at > fault.more)
        return FALSE;
    if (fault.meanwhile)
        fault.meanwhile();
    errno = fault.error;
    return fault.error != 0;
}

ssize_t write(int fd, const void *bytes, size_t length)
{
    if (fails(CALL_WRITE))
        return fault.error == WROTE_NOTHING ? 0 : -1;
    if (fault.halting && fault.count++ % 2 == 0) {
        errno = EINTR;
        return -1;
    }
    return syscall(SYS_write, fd, bytes, fault.halting ? MIN(length, 1) : length);
}

int poll(struct pollfd *fds, nfds_t count, int milliseconds)
{
    struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};

    if (fails(CALL_POLL))
        return -1;
    return (int) syscall(SYS_ppoll, fds, count, milliseconds < 0 ? NULL : &limit, NULL, 0);
}

int fsync(int fd)
{
    return fails(CALL_FSYNC) ? -1 : (int) syscall(SYS_fsync, fd);
}

int fchmod(int fd, mode_t mode)
{
    return fails(CALL_FCHMOD) ? -1 : (int) syscall(SYS_fchmod, fd, mode);
}

int fcntl(int fd, int command, ...)
{
    va_list rest;

    va_start(rest, command);
    long argument = va_arg(rest, long);
    va_end(rest);
    if (command == F_DUPFD_CLOEXEC && fails(CALL_COPY))
        return -1;
    return (int) syscall(SYS_fcntl, fd, command, argument);
}

/* As Linux does it, the descriptor is gone all the same. */
int close(int fd)
{
    int result = (int) syscall(SYS_close, fd);

    return fails(CALL_CLOSE) ? -1 : result;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if (((flags) &O_CREAT) || ((flags) &O_TMPFILE) == O_TMPFILE) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...)
{
    MODE(flags)
    return fails(CALL_OPEN) ? -1 : (int) syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    MODE(flags)
    return fails(CALL_OPENAT) ? -1 : (int) syscall(SYS_openat, folder, path, flags, mode);
}

DIR *fdopendir(int fd)
{
    DIR *(*real)(int) = (DIR * (*) (int) ) dlsym(RTLD_NEXT, "fdopendir");

    return fails(CALL_LIST) ? NULL : real(fd);
}

int flock(int fd, int operation)
{
    return fails(CALL_LOCK) ? -1 : (int) syscall(SYS_flock, fd, operation);
}

int linkat(int old_folder, const char *old, int folder, const char *name, int flags)
{
    return fails(CALL_LINK) ? -1 : (int) syscall(SYS_linkat, old_folder, old, folder, name, flags);
}

int renameat(int old_folder, const char *old, int folder, const char *name)
{
    return fails(CALL_RENAME) ? -1 : (int) syscall(SYS_renameat2, old_folder, old, folder, name, 0);
}

int renameat2(int old_folder, const char *old, int folder, const char *name, unsigned flags)
{
    return fails(CALL_RENAME) ? -1
                              : (int) syscall(SYS_renameat2, old_folder, old, folder, name, flags);
}

int mkdirat(int folder, const char *name, mode_t mode)
{
    return fails(CALL_MKDIR) ? -1 : (int) syscall(SYS_mkdirat, folder, name, mode);
}

int unlinkat(int folder, const char *name, int flags)
{
    return fails(CALL_REMOVE) ? -1 : (int) syscall(SYS_unlinkat, folder, name, flags);
}

/* ---- what they left ---- */

static inline guint count_files(const gchar *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    guint count = 0;

    while (g_dir_read_name(dir))
        count++;
    return count;
}

#endif

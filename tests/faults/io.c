/* Loaded before the C library: of the calls that write, flush, close, rename, make or remove a file
 * the one whose turn it is goes wrong. From the environment:
 *
 *   FAULT_STATE   a file of the size of State, which says what happened, also in forks
 *   FAULT_AT      the number of the call, from 1
 *   FAULT_KIND    ENOSPC, EIO, EDQUOT, EINTR: the call fails so; SHORT: it writes half of its
 * bytes, and calls that do not write are not counted; KILL, TERM, INT, HUP: the program gets this
 * signal before it
 *   FAULT_LATE    it gets the signal just after it, where that changes what stands in a folder
 *   FAULT_LASTS   from then on every call fails, but for those that remove
 *   FAULT_NAMED   the file system knows no files without a name (O_TMPFILE)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

typedef struct {
    int count;     /* calls so far */
    int hits;      /* of which went wrong */
    char name[24]; /* the first that did */
} State;

typedef enum { OTHER, WRITING, REMOVING } Call;

static State nowhere, *state = &nowhere;
static int at, kind_errno, kind_signal, kind_short, lasts, named, late, due;

__attribute__((constructor)) static void prepare(void)
{
    static const struct {
        const char *name;
        int error, signal, half;
    } kinds[] = {{"ENOSPC", ENOSPC, 0, 0}, {"EIO", EIO, 0, 0},    {"EDQUOT", EDQUOT, 0, 0},
                 {"EINTR", EINTR, 0, 0},   {"SHORT", 0, 0, 1},    {"KILL", 0, SIGKILL, 0},
                 {"TERM", 0, SIGTERM, 0},  {"INT", 0, SIGINT, 0}, {"HUP", 0, SIGHUP, 0}};
    const char *path = getenv("FAULT_STATE"), *kind = getenv("FAULT_KIND");
    const char *number = getenv("FAULT_AT");

    at = number ? atoi(number) : 0;
    lasts = getenv("FAULT_LASTS") != NULL;
    named = getenv("FAULT_NAMED") != NULL;
    late = getenv("FAULT_LATE") != NULL;
    for (size_t i = 0; kind && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kind, kinds[i].name) == 0) {
            kind_errno = kinds[i].error;
            kind_signal = kinds[i].signal;
            kind_short = kinds[i].half;
        }
    int fd = path ? (int) syscall(SYS_openat, AT_FDCWD, path, O_RDWR) : -1;
    if (fd < 0)
        return;
    void *shared = mmap(NULL, sizeof(State), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (shared != MAP_FAILED)
        state = shared;
    syscall(SYS_close, fd);
}

/* Whether this call fails, with errno set. */
static int fails(const char *name, Call call)
{
    if (kind_short && call != WRITING)
        return 0;
    int number = __atomic_add_fetch(&state->count, 1, __ATOMIC_SEQ_CST);
    if (at == 0 || number < at || (number > at && (!lasts || call == REMOVING)))
        return 0;
    if (__atomic_fetch_add(&state->hits, 1, __ATOMIC_SEQ_CST) == 0)
        snprintf(state->name, sizeof state->name, "%s", name);
    if (kind_signal && late) {
        due = kind_signal;
        return 0;
    }
    if (kind_signal) {
        raise(kind_signal);
        return 0;
    }
    errno = kind_errno;
    return 1;
}

/* What a call came to that may have changed a folder. */
static int done(long result)
{
    int error = errno, now = due;

    due = 0;
    if (now)
        raise(now);
    errno = error;
    return (int) result;
}

#define REAL(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))

/* ---- bytes ---- */

ssize_t write(int fd, const void *bytes, size_t length)
{
    if (fails("write", WRITING)) {
        if (!kind_short)
            return -1;
        length = (length + 1) / 2;
    }
    return syscall(SYS_write, fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset)
{
    if (fails("pwrite", WRITING)) {
        if (!kind_short)
            return -1;
        length = (length + 1) / 2;
    }
    return syscall(SYS_pwrite64, fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset)
{
    return pwrite64(fd, bytes, length, offset);
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    if (fails("writev", WRITING)) {
        if (!kind_short || count == 0)
            return -1;
        return syscall(SYS_write, fd, parts[0].iov_base, (parts[0].iov_len + 1) / 2);
    }
    return syscall(SYS_writev, fd, parts, count);
}

int ftruncate64(int fd, off64_t length)
{
    return fails("ftruncate", OTHER) ? -1 : (int) syscall(SYS_ftruncate, fd, length);
}

int ftruncate(int fd, off_t length)
{
    return ftruncate64(fd, length);
}

int fsync(int fd)
{
    return fails("fsync", OTHER) ? -1 : (int) syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
    return fails("fdatasync", OTHER) ? -1 : (int) syscall(SYS_fdatasync, fd);
}

int fchmod(int fd, mode_t mode)
{
    return fails("fchmod", OTHER) ? -1 : (int) syscall(SYS_fchmod, fd, mode);
}

/* ---- opening and closing ---- */

static int opened(int folder, const char *path, int flags, mode_t mode)
{
    int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);

    if (named && (flags & O_TMPFILE) == O_TMPFILE) {
        errno = EOPNOTSUPP;
        return -1;
    }
    if (writes && fails((flags & O_TMPFILE) == O_TMPFILE ? "open unnamed" : "open", OTHER))
        return -1;
    return done(syscall(SYS_openat, folder, path, flags, mode));
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
    return opened(AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    MODE(flags)
    return opened(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    MODE(flags)
    return opened(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...)
{
    MODE(flags)
    return opened(folder, path, flags, mode);
}

int memfd_create(const char *name, unsigned flags)
{
    return fails("memfd_create", OTHER) ? -1 : (int) syscall(SYS_memfd_create, name, flags);
}

/* What was only read has nothing to lose. As Linux does it, the descriptor is gone all the same. */
int close(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    int failing = flags >= 0 && (flags & O_ACCMODE) != O_RDONLY && fails("close", OTHER);
    int error = errno;
    int result = (int) syscall(SYS_close, fd);

    if (!failing)
        return result;
    errno = error;
    return -1;
}

/* ---- names ---- */

int rename(const char *from, const char *to)
{
    return fails("rename", OTHER) ? -1 : done(REAL(rename)(from, to));
}

int renameat(int from_folder, const char *from, int to_folder, const char *to)
{
    return fails("renameat", OTHER)
               ? -1
               : done(syscall(SYS_renameat2, from_folder, from, to_folder, to, 0));
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    return fails("renameat2", OTHER)
               ? -1
               : done(syscall(SYS_renameat2, from_folder, from, to_folder, to, flags));
}

int link(const char *from, const char *to)
{
    return fails("link", OTHER) ? -1 : done(REAL(link)(from, to));
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    return fails("linkat", OTHER)
               ? -1
               : done(syscall(SYS_linkat, from_folder, from, to_folder, to, flags));
}

int symlink(const char *text, const char *path)
{
    return fails("symlink", OTHER) ? -1 : done(REAL(symlink)(text, path));
}

int mkdir(const char *path, mode_t mode)
{
    return fails("mkdir", OTHER) ? -1 : done(syscall(SYS_mkdirat, AT_FDCWD, path, mode));
}

int mkdirat(int folder, const char *path, mode_t mode)
{
    return fails("mkdirat", OTHER) ? -1 : done(syscall(SYS_mkdirat, folder, path, mode));
}

int unlink(const char *path)
{
    return fails("unlink", REMOVING) ? -1 : done(syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

int unlinkat(int folder, const char *path, int flags)
{
    return fails("unlinkat", REMOVING) ? -1 : done(syscall(SYS_unlinkat, folder, path, flags));
}

int rmdir(const char *path)
{
    return fails("rmdir", REMOVING) ? -1
                                    : done(syscall(SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR));
}

int remove(const char *path)
{
    return fails("remove", REMOVING) ? -1 : done(REAL(remove)(path));
}

/* Loaded before the C library: memory is refused, at every place where it is asked for. A place is
 * the way there, the innermost return addresses. At each that is new the program forks; the fork is
 * refused and goes on to its end, while the program itself waits, looks what became of it, and goes
 * on with its memory. So one run tries them all. From the environment:
 *
 *   MEMORY_FOLDER  the output's folder
 *   MEMORY_OUTPUT  the output, MEMORY_OLD what it is before, MEMORY_GOOD what a good run makes of
 * it MEMORY_LOG     gets a line for what went wrong, with the way there, and a count at the end
 *   MEMORY_STATUS  the status of a good run, 0 if not given
 *   MEMORY_NTH     only every so manieth new place
 *   MEMORY_MAPS    it is mmap() and pthread_create() that are refused
 *   MEMORY_LATE    no forks: the call of this number after the output got its first name is
 * refused, for what a fork does to that would be done to the program's own
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <unwind.h>

enum { FRAMES = 12, SLOTS = 1 << 20, LIMIT = 60 };

#define MESSAGE "error: out of memory [out-of-memory]\n"

static uint64_t *seen; /* SLOTS of them */
static int ready, is_fork, named, maps, well, nth = 1, log_fd = -1, err_fd = -1;
static long late, calls, places, tried, wrong, old_files;
static const char *folder, *output, *old, *good;
static __thread int inside;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER; /* Pango has threads */

/* ---- places ---- */

typedef struct {
    void *frames[FRAMES];
    int count;
} Way;

static _Unwind_Reason_Code add_frame(struct _Unwind_Context *context, void *data)
{
    Way *way = data;

    way->frames[way->count++] = (void *) _Unwind_GetIP(context);
    return way->count < FRAMES ? _URC_NO_REASON : _URC_END_OF_STACK;
}

static int is_new(const Way *way)
{
    uint64_t hash = 14695981039346656037u;

    for (int i = 0; i < way->count; i++)
        hash = (hash ^ (uint64_t) way->frames[i]) * 1099511628211u;
    hash += hash == 0;
    for (uint64_t at = hash >> 20;; at++) {
        uint64_t *slot = &seen[at % SLOTS];
        if (*slot == hash)
            return 0;
        if (*slot == 0) {
            *slot = hash;
            return 1;
        }
    }
}

/* ---- what became of a fork ---- */

static int same_bytes(const char *one, const char *other)
{
    static char a[1 << 16], b[1 << 16];
    int first = open(one, O_RDONLY), second = open(other, O_RDONLY),
        same = first >= 0 && second >= 0;
    ssize_t length;

    while (same && (length = read(first, a, sizeof a)) >= 0) {
        same = read(second, b, sizeof b) == length && memcmp(a, b, (size_t) length) == 0;
        if (length == 0)
            break;
    }
    close(first);
    close(second);
    return same;
}

static long count_files(void)
{
    static char entries[1 << 15];
    int fd = open(folder, O_RDONLY | O_DIRECTORY);
    long count = 0;
    ssize_t length;

    while ((length = getdents64(fd, entries, sizeof entries)) > 0)
        for (ssize_t at = 0; at < length; at += ((struct dirent64 *) (entries + at))->d_reclen)
            count++;
    close(fd);
    return count;
}

static const char *judge(int status)
{
    static char text[4096], said[4200];
    ssize_t length = pread(err_fd, text, sizeof text - 1, 0);

    text[length > 0 ? length : 0] = '\0';
    const char *fault = NULL;
    if (WIFEXITED(status) && WEXITSTATUS(status) == well)
        fault = same_bytes(output, good) ? NULL : "a good status, but another output";
    else if (!same_bytes(output, old))
        fault = "the old file is gone";
    else if (!WIFEXITED(status) || WEXITSTATUS(status) != 3)
        fault = "not status 3";
    else if (maps ? !strstr(text, "error: ") && !strstr(text, "GLib-ERROR")
                  : strcmp(text, MESSAGE) != 0)
        fault = "not the message";
    if (count_files() != old_files)
        fault = "files are left";
    if (!fault)
        return NULL;
    snprintf(said, sizeof said, "%s: status %x: %s", fault, (unsigned) status, text);
    return said;
}

static void restore(void)
{
    static char buffer[1 << 16];
    int from = open(old, O_RDONLY), to = open(output, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    ssize_t length;

    while ((length = read(from, buffer, sizeof buffer)) > 0)
        if (write(to, buffer, (size_t) length) < 0)
            break;
    close(from);
    close(to);
}

static void tell(const char *said, Way *way)
{
    dprintf(log_fd, "not ok - %s\n", said);
    backtrace_symbols_fd(way->frames, way->count, log_fd);
}

/* TRUE in the fork. */
static int fork_here(Way *way)
{
    int status = 0;

    if (ftruncate(err_fd, 0) != 0)
        return 0;
    pid_t pid = _Fork();
    if (pid == 0) {
        is_fork = 1;
        dup2(err_fd, STDERR_FILENO);
        lseek(STDERR_FILENO, 0, SEEK_SET);
        alarm(LIMIT);
        return 1;
    }
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        continue;
    tried++;
    const char *said = judge(status);
    if (said) {
        wrong++;
        tell(said, way);
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == well)
        restore();
    return 0;
}

/* ---- refusing ---- */

static void prepare(void)
{
    const char *path = getenv("MEMORY_LOG");

    ready = 1;
    folder = getenv("MEMORY_FOLDER");
    output = getenv("MEMORY_OUTPUT");
    old = getenv("MEMORY_OLD");
    good = getenv("MEMORY_GOOD");
    if (!path || !folder || !output || !old || !good)
        return;
    nth = getenv("MEMORY_NTH") ? atoi(getenv("MEMORY_NTH")) : 1;
    late = getenv("MEMORY_LATE") ? atol(getenv("MEMORY_LATE")) : 0;
    well = getenv("MEMORY_STATUS") ? atoi(getenv("MEMORY_STATUS")) : 0;
    maps = getenv("MEMORY_MAPS") != NULL;
    named |= getenv("MEMORY_EARLY") != NULL;
    log_fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    err_fd = memfd_create("messages", MFD_CLOEXEC);
    seen = (uint64_t *) syscall(SYS_mmap, NULL, SLOTS * sizeof *seen, PROT_READ | PROT_WRITE,
                                MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    old_files = count_files();
}

/* A fork has only the thread that was refused; it takes no lock. */
static int refuses(void)
{
    int refused = 0, error = errno;

    if (inside || is_fork)
        return 0;
    inside = 1;
    pthread_mutex_lock(&turn);
    if (!ready)
        prepare();
    if (late > 0 && named) {
        refused = ++calls == late;
        tried += refused;
    } else if (log_fd >= 0 && late == 0 && !named) {
        Way way = {.count = 0};
        calls++;
        _Unwind_Backtrace(add_frame, &way);
        if (is_new(&way) && places++ % nth == 0)
            refused = fork_here(&way);
    }
    if (!is_fork)
        pthread_mutex_unlock(&turn);
    inside = 0;
    errno = refused ? ENOMEM : error;
    return refused;
}

__attribute__((destructor)) static void count(void)
{
    if (log_fd >= 0 && !is_fork)
        dprintf(log_fd, "%s %ld of %ld places, %ld calls, %ld wrong\n", late ? "late" : "tried",
                tried, places, calls, wrong);
}

/* A fork may remove or rename what has a name. */
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    named = 1;
    return (int) syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
}

/* ---- asking ---- */

#define REAL(type, name) ((type) dlsym(RTLD_NEXT, name))

void *__libc_malloc(size_t size)
{
    static void *(*real)(size_t);

    if (!real)
        real = REAL(void *(*) (size_t), "__libc_malloc");
    return !maps && refuses() ? NULL : real(size);
}

void *__libc_calloc(size_t number, size_t size)
{
    static void *(*real)(size_t, size_t);

    if (!real)
        real = REAL(void *(*) (size_t, size_t), "__libc_calloc");
    return !maps && refuses() ? NULL : real(number, size);
}

void *__libc_realloc(void *block, size_t size)
{
    static void *(*real)(void *, size_t);

    if (!real)
        real = REAL(void *(*) (void *, size_t), "__libc_realloc");
    return !maps && size > 0 && refuses() ? NULL : real(block, size);
}

void *__libc_memalign(size_t alignment, size_t size)
{
    static void *(*real)(size_t, size_t);

    if (!real)
        real = REAL(void *(*) (size_t, size_t), "__libc_memalign");
    return !maps && refuses() ? NULL : real(alignment, size);
}

/* Where the program has no malloc() of its own. */
void *malloc(size_t size)
{
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size)
{
    return __libc_calloc(number, size);
}

void *realloc(void *block, size_t size)
{
    return __libc_realloc(block, size);
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    *block = __libc_memalign(alignment, size);
    return *block ? 0 : ENOMEM;
}

void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset)
{
    if (maps && refuses())
        return MAP_FAILED;
    return (void *) syscall(SYS_mmap, at, length, protection, flags, fd, offset);
}

void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset)
{
    return mmap64(at, length, protection, flags, fd, offset);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *),
                   void *data)
{
    if (maps && refuses())
        return EAGAIN;
    return REAL(int (*)(pthread_t *, const pthread_attr_t *, void *(*) (void *), void *),
                "pthread_create")(thread, attributes, run, data);
}

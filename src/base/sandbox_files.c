/* Landlock by its system calls: which paths the process can open, and what for. */
#include "base/sandbox_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What versions after the first brought; the headers may be older than the kernel. */
enum {
    RIGHT_REFER = 1 << 13,    /* 2 */
    RIGHT_TRUNCATE = 1 << 14, /* 3 */
    RIGHT_DEVICES = 1 << 15   /* 5 */
};
enum { NET_BIND_AND_CONNECT = 3 };  /* 4 */
enum { SCOPE_SOCKETS_SIGNALS = 3 }; /* 6: to processes outside */

typedef struct {
    guint64 files, net, scoped;
} Ruleset;

#define RIGHTS_OF_1 ((guint64) (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)

#define TO_READ (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define TO_WRITE \
    (LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | \
     LANDLOCK_ACCESS_FS_REMOVE_FILE | RIGHT_TRUNCATE)
#define TO_DISCARD \
    (LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE)

/* Of a single file, which has nothing below it. */
#define RIGHTS_OF_FILES \
    (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | RIGHT_TRUNCATE)

guint sandbox_landlock_version(void)
{
    long version =
        syscall(SYS_landlock_create_ruleset, NULL, (size_t) 0, LANDLOCK_CREATE_RULESET_VERSION);

    return version > 0 ? (guint) version : 0;
}

/* All that this kernel can refuse. */
static Ruleset everything(guint version)
{
    return (Ruleset){
        .files = RIGHTS_OF_1 | (version >= 2 ? RIGHT_REFER : 0) |
                 (version >= 3 ? RIGHT_TRUNCATE : 0) | (version >= 5 ? RIGHT_DEVICES : 0),
        .net = version >= 4 ? NET_BIND_AND_CONNECT : 0,
        .scoped = version >= 6 ? SCOPE_SOCKETS_SIGNALS : 0,
    };
}

/* An older kernel does not know the later members. */
static size_t size_for(guint version)
{
    return version >= 6   ? sizeof(Ruleset)
           : version >= 4 ? G_STRUCT_OFFSET(Ruleset, scoped)
                          : G_STRUCT_OFFSET(Ruleset, net);
}

/* Pipes and memory lie in no file system that could be named; they need no right. */
static gboolean allow(int ruleset, const gchar *path, guint64 rights)
{
    struct landlock_path_beneath_attr rule = {.parent_fd = open(path, O_PATH | O_CLOEXEC)};
    struct stat at;

    if (rule.parent_fd < 0)
        return errno == ENOENT || errno == ENOTDIR;
    gboolean folder = fstat(rule.parent_fd, &at) == 0 && S_ISDIR(at.st_mode);
    rule.allowed_access = folder ? rights : rights & RIGHTS_OF_FILES;
    gboolean good =
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0 ||
        errno == EBADFD;
    int error = errno;
    close(rule.parent_fd);
    errno = error;
    return good;
}

static gboolean allow_all(int ruleset, const GPtrArray *paths, guint64 rights)
{
    for (guint i = 0; i < paths->len; i++)
        if (!allow(ruleset, paths->pdata[i], rights))
            return FALSE;
    return TRUE;
}

/* The folder goes out of the one that it stands in. */
static gboolean allow_removal(int ruleset, const GPtrArray *paths)
{
    for (guint i = 0; i < paths->len; i++) {
        g_autofree gchar *above = g_path_get_dirname(paths->pdata[i]);
        if (!allow(ruleset, above, LANDLOCK_ACCESS_FS_REMOVE_DIR))
            return FALSE;
    }
    return allow_all(ruleset, paths, TO_DISCARD);
}

static gboolean allow_places(int ruleset, const SandboxPlaces *places, guint64 known)
{
    return allow_all(ruleset, places->read, TO_READ) &&
           allow_all(ruleset, places->write, TO_WRITE & known) &&
           allow_removal(ruleset, places->discard);
}

gboolean sandbox_hold_files(const SandboxPlaces *places)
{
    guint version = sandbox_landlock_version();

    if (version == 0)
        return FALSE;
    Ruleset all = everything(version);
    int ruleset = (int) syscall(SYS_landlock_create_ruleset, &all, size_for(version), 0);
    gboolean good = ruleset >= 0 && allow_places(ruleset, places, all.files) &&
                    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
                    syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    int error = errno;
    if (ruleset >= 0)
        close(ruleset);
    errno = error;
    return good;
}

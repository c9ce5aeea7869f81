/* A filter of system calls: what Landlock does not hold, or not in every version of it. */
#include "base/sandbox_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Those that this machine does not have are passed over. */
static const gchar *const refused[] = {
    /* sockets; io_uring does what it is told without asking again */
    "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "io_uring_setup",
    "io_uring_enter", "io_uring_register",
    /* programs and processes */
    "execve", "execveat", "fork", "vfork",
    /* other processes */
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp", "pidfd_open",
    "pidfd_getfd", "pidfd_send_signal", "tkill", "perf_event_open", "shmget", "shmat", "shmctl",
    "msgget", "msgsnd", "msgrcv", "msgctl", "semget", "semop", "semtimedop", "semctl", "mq_open",
    "mq_unlink",
    /* files by their paths, where Landlock looks away: modes, owners, times, attributes, and,
     * before its version 3, lengths */
    "chmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchown", "fchownat", "utime", "utimes",
    "futimesat", "utimensat", "setxattr", "lsetxattr", "fsetxattr", "setxattrat", "removexattr",
    "lremovexattr", "fremovexattr", "removexattrat", "truncate", "truncate64", "open_by_handle_at",
    /* what happens in folders that may not be read, and what is noted about files in them */
    "inotify_init", "inotify_init1", "inotify_add_watch", "fanotify_init", "fanotify_mark",
    "getxattr", "lgetxattr", "fgetxattr", "getxattrat", "listxattr", "llistxattr", "flistxattr",
    "listxattrat",
    /* the machine, for whom it runs as root */
    "mount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsconfig",
    "fsmount", "fspick", "mount_setattr", "setns", "unshare", "bpf", "userfaultfd", "init_module",
    "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "swapon", "swapoff",
    "acct", "quotactl", "quotactl_fd", "sethostname", "setdomainname", "settimeofday",
    "clock_settime", "clock_adjtime", "adjtimex", "iopl", "ioperm", "syslog", "vhangup", "add_key",
    "keyctl", "request_key"};

static gboolean refuse(scmp_filter_ctx filter, const gchar *name, int error,
                       const struct scmp_arg_cmp *when)
{
    int number = seccomp_syscall_resolve_name(name);

    if (number == __NR_SCMP_ERROR)
        return TRUE;
    return seccomp_rule_add_array(filter, SCMP_ACT_ERRNO((guint32) error), number, when ? 1 : 0,
                                  when) == 0;
}

/* Threads are started, processes not. clone3() keeps its flags where no filter can see them; glibc
 * takes clone() where it is told that there is none. */
static gboolean refuse_processes(scmp_filter_ctx filter)
{
    const struct scmp_arg_cmp no_thread = SCMP_A0_64(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0);

    return refuse(filter, "clone", EPERM, &no_thread) && refuse(filter, "clone3", ENOSYS, NULL);
}

static gboolean refuse_owners(scmp_filter_ctx filter)
{
    static const guint32 commands[] = {F_SETOWN, F_SETOWN_EX};

    for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
        const struct scmp_arg_cmp owner = SCMP_A1_64(SCMP_CMP_MASKED_EQ, G_MAXUINT32, commands[i]);
        if (!refuse(filter, "fcntl", EPERM, &owner))
            return FALSE;
    }
    return TRUE;
}

/* A signal to itself is how abort() ends the program. A descriptor sends any signal to its owner,
 * and so does a limit of another's processor time. */
static gboolean refuse_signals(scmp_filter_ctx filter)
{
    static const gchar *const names[] = {"kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"};
    const struct scmp_arg_cmp other = SCMP_A0_64(SCMP_CMP_NE, (guint64) getpid(), 0);
    const struct scmp_arg_cmp not_itself = SCMP_A0_64(SCMP_CMP_NE, 0, 0);

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (!refuse(filter, names[i], EPERM, &other))
            return FALSE;
    return refuse_owners(filter) && refuse(filter, "prlimit64", EPERM, &not_itself);
}

/* Opened for reading, a file can still be cut: before version 3 Landlock has no word for it. What
 * openat2() is told no filter sees. */
static gboolean refuse_cutting(scmp_filter_ctx filter)
{
    const guint64 mask = O_ACCMODE | O_TRUNC;
    const struct scmp_arg_cmp open = SCMP_A1_64(SCMP_CMP_MASKED_EQ, mask, O_RDONLY | O_TRUNC);
    const struct scmp_arg_cmp openat = SCMP_A2_64(SCMP_CMP_MASKED_EQ, mask, O_RDONLY | O_TRUNC);
    /* Neither to read nor to write, which Landlock lets pass: it cuts, too. */
    const struct scmp_arg_cmp neither = SCMP_A1_64(SCMP_CMP_MASKED_EQ, O_ACCMODE, O_ACCMODE);
    const struct scmp_arg_cmp neither_at = SCMP_A2_64(SCMP_CMP_MASKED_EQ, O_ACCMODE, O_ACCMODE);

    return refuse(filter, "open", EPERM, &open) && refuse(filter, "openat", EPERM, &openat) &&
           refuse(filter, "open", EPERM, &neither) &&
           refuse(filter, "openat", EPERM, &neither_at) && refuse(filter, "openat2", ENOSYS, NULL);
}

/* By these a program types commands into the terminal that it was started from. */
static gboolean refuse_typing(scmp_filter_ctx filter)
{
    static const guint32 requests[] = {TIOCSTI, TIOCLINUX};

    for (guint i = 0; i < G_N_ELEMENTS(requests); i++) {
        const struct scmp_arg_cmp typing = SCMP_A1_64(SCMP_CMP_MASKED_EQ, G_MAXUINT32, requests[i]);
        if (!refuse(filter, "ioctl", EPERM, &typing))
            return FALSE;
    }
    return TRUE;
}

static gboolean add_rules(scmp_filter_ctx filter)
{
    for (guint i = 0; i < G_N_ELEMENTS(refused); i++)
        if (!refuse(filter, refused[i], EPERM, NULL))
            return FALSE;
    return refuse_processes(filter) && refuse_signals(filter) && refuse_cutting(filter) &&
           refuse_typing(filter);
}

/* For all threads; a kernel that cannot do that has no seccomp() at all. */
gboolean sandbox_hold_calls(void)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    int result = filter ? seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) : -ENOMEM;

    if (result == 0)
        result = add_rules(filter) ? seccomp_load(filter) : -EINVAL;
    if (filter)
        seccomp_release(filter);
    errno = -result;
    return result == 0;
}

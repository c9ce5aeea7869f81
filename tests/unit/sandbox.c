/* What a process can and cannot do in the sandbox. Each test is a fork that goes into it. */
#include "base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "base/file_out.h"
#include "content.h"

/* Folders: content/ to read, out/ to write, tmp/gone/ to empty and remove, other/ for nobody. */
static gchar *folder;

static void enter(void)
{
    g_autoptr(SandboxPlaces) places = sandbox_places_new();

    g_ptr_array_add(places->read, g_strdup("content"));
    g_ptr_array_add(places->read, g_strdup("nowhere"));
    g_ptr_array_add(places->write, g_strdup("out"));
    g_ptr_array_add(places->write, g_strdup("fifo"));
    g_ptr_array_add(places->discard, g_strdup("tmp/gone"));
    SandboxResult result = sandbox_enter(places);
    g_assert_true(result == SANDBOX_ENTERED || sandbox_landlock_version() == 0);
}

/* Runs it in a fork; returns how that ended. */
static int in_fork(void (*check)(void))
{
    int status;

    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        g_assert_cmpint(chdir(folder), ==, 0);
        check();
        _exit(0);
    }
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    return status;
}

static void setup(void)
{
    static const gchar *const files[] = {"content/a.md", "content/part/b.md", "out/old.pdf",
                                         "tmp/gone/part/c.md", "other/secret.md"};

    folder = g_dir_make_tmp("sandbox-XXXXXX", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        content_write(folder, files[i], "old");
    g_autofree gchar *fifo = g_build_filename(folder, "fifo", NULL);
    g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
}

static void teardown(void)
{
    content_remove(folder);
    g_free(folder);
}

static void run(gconstpointer check)
{
    setup();
    g_assert_cmpint(in_fork((void (*)(void)) check), ==, 0);
    teardown();
}

static void run_files(gconstpointer check)
{
    if (sandbox_landlock_version() == 0)
        g_test_skip("this kernel has no Landlock");
    else
        run(check);
}

#define ASSERT_REFUSED(call, error) \
    do { \
        errno = 0; \
        g_assert_cmpint((call), ==, -1); \
        g_assert_cmpint(errno, ==, error); \
    } while (0)

/* ---- files ---- */

static void reads_only_what_is_named(void)
{
    int other = open("other", O_RDONLY | O_DIRECTORY);
    gchar byte;

    enter();
    int fd = open("content/part/b.md", O_RDONLY);
    g_assert_cmpint(read(fd, &byte, 1), ==, 1);
    g_assert_cmpint(open("content", O_RDONLY | O_DIRECTORY), >, 0);
    ASSERT_REFUSED(open("other/secret.md", O_RDONLY), EACCES);
    ASSERT_REFUSED(open("content/../other/secret.md", O_RDONLY), EACCES);
    ASSERT_REFUSED(openat(other, "secret.md", O_RDONLY), EACCES);
    ASSERT_REFUSED(open("other", O_RDONLY | O_DIRECTORY), EACCES);
    ASSERT_REFUSED(open("/etc/passwd", O_RDONLY), EACCES);
    ASSERT_REFUSED(open("/dev/urandom", O_RDONLY), EACCES);
    ASSERT_REFUSED(open("/proc/self/environ", O_RDONLY), EACCES);
}

static void follows_no_link_out(void)
{
    g_assert_cmpint(symlink("../other/secret.md", "content/link.md"), ==, 0);
    enter();
    ASSERT_REFUSED(open("content/link.md", O_RDONLY), EACCES);
}

static void changes_nothing_of_the_sources(void)
{
    enter();
    ASSERT_REFUSED(open("content/a.md", O_WRONLY), EACCES);
    ASSERT_REFUSED(open("content/new.md", O_WRONLY | O_CREAT, 0666), EACCES);
    ASSERT_REFUSED(unlink("content/a.md"), EACCES);
    ASSERT_REFUSED(rename("content/a.md", "content/b.md"), EACCES);
    ASSERT_REFUSED(mkdir("content/folder", 0777), EACCES);
    ASSERT_REFUSED(rmdir("content/part"), EACCES);
    ASSERT_REFUSED(symlink("a", "content/link"), EACCES);
    ASSERT_REFUSED(truncate("content/a.md", 0), EPERM);
    g_assert_cmpint(open("content/a.md", O_RDONLY | O_TRUNC), ==, -1);
    ASSERT_REFUSED(open("content/a.md", O_ACCMODE | O_TRUNC), EPERM); /* before version 3, too */
    ASSERT_REFUSED(chmod("content/a.md", 0777), EPERM);
    ASSERT_REFUSED(utimensat(AT_FDCWD, "content/a.md", NULL, 0), EPERM);
}

static void writes_where_it_may(void)
{
    enter();
    int fd = open("out/new.pdf", O_WRONLY | O_CREAT | O_EXCL, 0666);
    g_assert_cmpint(write(fd, "new", 3), ==, 3);
    g_assert_cmpint(rename("out/new.pdf", "out/old.pdf"), ==, 0);
    g_assert_cmpint(unlink("out/old.pdf"), ==, 0);
    g_assert_cmpint(open("fifo", O_RDWR | O_NONBLOCK), ==, -1); /* not to read */
    ASSERT_REFUSED(open("other/new.pdf", O_WRONLY | O_CREAT, 0666), EACCES);
    ASSERT_REFUSED(mkdir("out/folder", 0777), EACCES);
    ASSERT_REFUSED(symlink("a", "out/link"), EACCES);
    ASSERT_REFUSED(mkfifo("out/fifo", 0666), EACCES);
    g_assert_cmpint(link("content/a.md", "out/a.md"), ==, -1);
    g_assert_cmpint(rename("out", "other/out"), ==, -1);
}

static void reads_no_output(void)
{
    enter();
    ASSERT_REFUSED(open("out/old.pdf", O_RDONLY), EACCES);
}

/* As outputs are written: one, then several at once over old ones, and what was left is swept. */
static void writes_outputs(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GBytes) bytes = g_bytes_new_static("new", 3);
    const OutputFile files[] = {{(gchar *) "out/old.pdf", bytes}, {(gchar *) "out/b.pdf", bytes}};

    content_write("out", ".mkbulletin-0123456789abcdef.tmp", "left");
    enter();
    g_assert_true(output_files_write(files, 1, sink));
    g_assert_true(output_files_write(files, 2, sink));
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 0);
    g_assert_cmpint(access("out/b.pdf", F_OK), ==, 0);
    g_assert_cmpint(access("out/.mkbulletin-0123456789abcdef.tmp", F_OK), ==, -1);
}

static void removes_what_is_to_go(void)
{
    enter();
    g_assert_cmpint(unlink("tmp/gone/part/c.md"), ==, 0);
    g_assert_cmpint(rmdir("tmp/gone/part"), ==, 0);
    g_assert_cmpint(rmdir("tmp/gone"), ==, 0);
}

/* ---- calls ---- */

static void opens_no_socket(void)
{
    enter();
    ASSERT_REFUSED(socket(AF_INET, SOCK_STREAM, 0), EPERM);
    ASSERT_REFUSED(socket(AF_INET6, SOCK_DGRAM, 0), EPERM);
    ASSERT_REFUSED(socket(AF_UNIX, SOCK_STREAM, 0), EPERM);
    ASSERT_REFUSED(socket(AF_NETLINK, SOCK_RAW, 0), EPERM);
    ASSERT_REFUSED(syscall(SYS_io_uring_setup, 1, NULL), EPERM);
}

static void starts_nothing(void)
{
    static char *const nothing[] = {NULL};

    enter();
    ASSERT_REFUSED(fork(), EPERM);
    ASSERT_REFUSED(execve("/bin/true", nothing, nothing), EPERM);
    ASSERT_REFUSED((int) syscall(SYS_execveat, AT_FDCWD, "/bin/true", nothing, nothing, 0), EPERM);
}

static void leaves_others_alone(void)
{
    enter();
    ASSERT_REFUSED(kill(getppid(), SIGCONT), EPERM);
    ASSERT_REFUSED(kill(-1, SIGCONT), EPERM);
    ASSERT_REFUSED(fcntl(STDIN_FILENO, F_SETOWN, getppid()), EPERM);
    ASSERT_REFUSED((int) syscall(SYS_fcntl, STDIN_FILENO, F_SETOWN_EX, NULL), EPERM);
    ASSERT_REFUSED((int) syscall(SYS_prlimit64, getppid(), RLIMIT_CPU, NULL, NULL), EPERM);
    g_assert_cmpint((int) syscall(SYS_prlimit64, 0, RLIMIT_CPU, NULL, NULL), ==, 0);
    ASSERT_REFUSED(shmctl(0, IPC_RMID, NULL), EPERM);
    ASSERT_REFUSED((int) ptrace(PTRACE_ATTACH, getppid(), NULL, NULL), EPERM);
    ASSERT_REFUSED(ioctl(STDIN_FILENO, TIOCSTI, "x"), EPERM);
    ASSERT_REFUSED(ioctl(STDIN_FILENO, TIOCSTI | (1ul << 32), "x"), EPERM);
}

static void learns_no_names(void)
{
    gchar text[16];

    enter();
    ASSERT_REFUSED(inotify_init1(IN_CLOEXEC), EPERM);
    ASSERT_REFUSED(inotify_add_watch(STDIN_FILENO, "other", IN_OPEN), EPERM);
    ASSERT_REFUSED((int) syscall(SYS_fanotify_init, 0, O_RDONLY), EPERM);
    ASSERT_REFUSED((int) getxattr("other/secret.md", "user.note", text, sizeof text), EPERM);
    ASSERT_REFUSED((int) listxattr("other/secret.md", text, sizeof text), EPERM);
}

static gpointer name_thread(gpointer data)
{
    gboolean *held = data;

    *held = socket(AF_INET, SOCK_STREAM, 0) == -1 && open("/etc/passwd", O_RDONLY) == -1;
    return NULL;
}

/* What the libraries need: threads, held as the first one is; files in memory, opened anew. */
static void serves_libraries(void)
{
    gboolean held = FALSE;

    enter();
    int fd = memfd_create("font", MFD_CLOEXEC);
    g_autofree gchar *path = g_strdup_printf("/proc/self/fd/%d", fd);
    g_assert_cmpint(open(path, O_RDONLY), >, 0);
    g_thread_join(g_thread_new("held", name_thread, &held));
    g_assert_true(held || sandbox_landlock_version() == 0);
}

static void aborts(void)
{
    enter();
    signal(SIGABRT, SIG_DFL);
    abort();
}

static void test_abort(void)
{
    setup();
    int status = in_fork(aborts);
    g_assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    teardown();
}

static gpointer wait_long(gpointer data)
{
    (void) data;
    g_usleep(10 * G_TIME_SPAN_SECOND);
    return NULL;
}

/* A thread that is there already would go free. */
static void refuses_with_threads(void)
{
    g_autoptr(SandboxPlaces) places = sandbox_places_new();

    g_thread_unref(g_thread_new("free", wait_long, NULL));
    g_assert_cmpint(sandbox_enter(places), ==, SANDBOX_NO_LANDLOCK);
    g_assert_cmpint(errno, ==, EBUSY);
}

#define ADD_FILES(check) g_test_add_data_func("/sandbox/" #check, (gconstpointer) check, run_files)
#define ADD(check) g_test_add_data_func("/sandbox/" #check, (gconstpointer) check, run)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD_FILES(reads_only_what_is_named);
    ADD_FILES(follows_no_link_out);
    ADD_FILES(changes_nothing_of_the_sources);
    ADD_FILES(writes_where_it_may);
    ADD_FILES(reads_no_output);
    ADD_FILES(writes_outputs);
    ADD_FILES(removes_what_is_to_go);
    ADD_FILES(refuses_with_threads);
    ADD(opens_no_socket);
    ADD(starts_nothing);
    ADD(leaves_others_alone);
    ADD(learns_no_names);
    ADD(serves_libraries);
    g_test_add_func("/sandbox/abort", test_abort);
    return g_test_run();
}

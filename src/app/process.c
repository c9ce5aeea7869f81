#include "app/process.h"

#include "base/diag.h"
#include "base/ending.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

/* A file opened later must not become standard output or error: where one of the three is closed,
 * its number is taken, the wrong way round, so that using it still fails. */
static void keep_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
            (void) open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/* One PNG a page keeps as many files open until all are renamed. */
static void allow_many_files(void)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/* By these the libraries would shape, draw or decode otherwise: no output may depend on them. */
static void forget_variables(void)
{
    static const gchar *const names[] = {
        "FREETYPE_PROPERTIES", "HB_FACE_LOADER", "HB_FONT_FUNCS",   "HB_OPTIONS",
        "HB_SHAPER_LIST",      "ICU_DATA",       "JSIMD_FORCENONE", "PANGO_LANGUAGE",
    };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        g_unsetenv(names[i]);
}

/* Ends as it would have ended without, after what has to be undone. GLib, which traps, has said
 * what the machine did not give it, a thread or a descriptor. */
static void end(int signal_number)
{
    ending_undo();
    if (signal_number == SIGTRAP)
        _exit(STATUS_ENVIRONMENT);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

/* What ends the program but kill -9: from outside, or a library that gives up (GLib's g_error()
 * traps). What is ignored, as under nohup, stays so. */
static void undo_at_the_end(void)
{
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGABRT, SIGTRAP};
    struct sigaction ending = {.sa_handler = end}, before;

    for (guint i = 0; i < G_N_ELEMENTS(signals); i++)
        sigaddset(&ending.sa_mask, signals[i]);
    for (guint i = 0; i < G_N_ELEMENTS(signals); i++)
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
            sigaction(signals[i], &ending, NULL);
}

/* GIO would look for modules (TLS, proxies, dconf) and load them; watching local files and
 * listening on this machine need none. */
static void load_no_modules(void)
{
    g_setenv("GIO_MODULE_DIR", "/dev/null", TRUE);
    g_unsetenv("GIO_EXTRA_MODULES");
    g_setenv("GIO_USE_VFS", "local", TRUE);
}

/* Meant for whoever looks for mistakes in Cairo; but what it leaves unpacked in a PDF need not be
 * unpacked again to be finished: 8 % of a long build. One that knows no such thing packs, and that
 * is read as well. */
static void leave_pages_unpacked(void)
{
    g_setenv("CAIRO_DEBUG_PDF", "1", TRUE);
}

void process_prepare(void)
{
    undo_at_the_end();
    forget_variables();
    load_no_modules();
    leave_pages_unpacked();
    /* A closed pipe or a limit on file size is then an error of write(), which is reported. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    /* Ignored, as some callers leave it, forks would end without a word of how. */
    signal(SIGCHLD, SIG_DFL);
    keep_standard_streams();
    allow_many_files();
}

#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define LOOK 0.01 /* seconds between two looks at the memory */
#define GRACE 5.0 /* seconds for what outlives its parent */

static double now(void)
{
    return (double) g_get_monotonic_time() / 1e6;
}

static double seconds(struct timeval time)
{
    return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

static pid_t start(char *const *command)
{
    pid_t child = fork();

    if (child == 0) {
        sigset_t none;
        int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, STDOUT_FILENO);
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        execvp(command[0], command);
        _exit(127);
    }
    return child;
}

typedef void (*ProcessFunc)(pid_t process, gpointer data);

/* Children of all threads of `parent`, and theirs. */
static void for_each_below(pid_t parent, ProcessFunc function, gpointer data)
{
    g_autofree gchar *folder = g_strdup_printf("/proc/%d/task", (int) parent);
    g_autoptr(GDir) threads = g_dir_open(folder, 0, NULL);
    const gchar *thread;

    while (threads && (thread = g_dir_read_name(threads))) {
        g_autofree gchar *path = g_strdup_printf("%s/%s/children", folder, thread), *list = NULL;
        g_file_get_contents(path, &list, NULL, NULL);
        g_auto(GStrv) children = g_strsplit(list ? list : "", " ", -1);
        for (guint i = 0; children[i]; i++) {
            pid_t child = atoi(children[i]);
            if (child == 0)
                continue;
            for_each_below(child, function, data);
            function(child, data);
        }
    }
}

static void add_memory(pid_t process, gpointer sum)
{
    g_autofree gchar *path = g_strdup_printf("/proc/%d/smaps_rollup", (int) process);
    g_autofree gchar *text = NULL;
    const gchar *pss;

    if (g_file_get_contents(path, &text, NULL, NULL) && (pss = strstr(text, "\nPss:")))
        *(double *) sum += g_ascii_strtod(pss + 5, NULL) / 1024;
}

static void end_process(pid_t process, gpointer data)
{
    (void) data;
    kill(process, SIGKILL);
}

static void look_at_memory(Run *result)
{
    double sum = 0;

    for_each_below(getpid(), add_memory, &sum);
    result->memory = fmax(result->memory, sum);
}

/* Waits for one child that has ended, until `until`; 0 where none has. */
static pid_t wait_for_one(double until, gboolean sample, Run *result)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    for (;;) {
        int status;
        struct rusage usage;
        pid_t ended = wait4(-1, &status, WNOHANG, &usage);
        if (ended > 0) {
            result->memory = fmax(result->memory, (double) usage.ru_maxrss / 1024);
            result->status = status;
        }
        double left = until - now();
        if (ended != 0 || left <= 0)
            return ended;
        if (sample) {
            look_at_memory(result);
            left = fmin(left, LOOK);
        }
        struct timespec wait = {(time_t) left, (long) (fmod(left, 1) * 1e9)};
        sigtimedwait(&set, NULL, &wait);
    }
}

/* Orphans of the command. */
static void wait_for_rest(Run *result)
{
    double until = now() + GRACE;

    for (pid_t ended; (ended = wait_for_one(until, FALSE, result)) >= 0;)
        if (ended == 0) {
            for_each_below(getpid(), end_process, NULL);
            until = now() + GRACE;
        }
}

static Run run_here(char *const *command, double limit, gboolean sample)
{
    Run result = {0}, rest = {0};
    struct rusage usage;
    double begun = now();
    pid_t child = start(command), ended;

    if (child < 0)
        g_error("cannot start %s: %s", command[0], g_strerror(errno));
    while ((ended = wait_for_one(begun + limit, sample, &result)) > 0 && ended != child)
        ;
    result.wall = now() - begun;
    result.finished = ended == child;
    if (!result.finished)
        for_each_below(getpid(), end_process, NULL);
    wait_for_rest(&rest);
    result.memory = fmax(result.memory, rest.memory);
    getrusage(RUSAGE_CHILDREN, &usage);
    result.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    return result;
}

/* The process between: orphans come to it, and its children are those of the command alone. */
static void run_below(char *const *command, double limit, gboolean sample, int result_end)
{
    sigset_t set;

    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    sigemptyset(&set);
    sigaddset(&set, SIGCHLD);
    sigprocmask(SIG_BLOCK, &set, NULL);
    Run result = run_here(command, limit, sample);
    _exit(write(result_end, &result, sizeof result) != sizeof result);
}

Run process_run(char *const *command, double limit, gboolean sample)
{
    Run result = {0};
    int ends[2];
    pid_t between = pipe(ends) == 0 ? fork() : -1;

    if (between == 0)
        run_below(command, limit, sample, ends[1]);
    if (between < 0)
        g_error("cannot run %s: %s", command[0], g_strerror(errno));
    close(ends[1]);
    if (read(ends[0], &result, sizeof result) != sizeof result)
        g_error("what ran %s has ended", command[0]);
    close(ends[0]);
    waitpid(between, NULL, 0);
    return result;
}

double process_cpu(GPid pid)
{
    clockid_t clock;
    struct timespec time;

    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0)
        return 0;
    return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *) a, y = *(const double *) b;

    return (x > y) - (x < y);
}

double median(double *values, guint n)
{
    qsort(values, n, sizeof *values, by_value);
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

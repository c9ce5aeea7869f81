#include "app/jobs.h"

#include "base/file_temp.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct {
    pid_t pid; /* 0: not begun, or done */
    int out, err;
    int status;
    gboolean done;
} Job;

/* ---- one fork ---- */

static void become_job(const JobsWork *work, guint number, const Job *job, pid_t parent)
{
    /* None goes on where the program itself was ended. */
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        _exit(1);
    dup2(job->out, STDOUT_FILENO);
    dup2(job->err, STDERR_FILENO);
    int status = work->run(number, work->data);
    fflush(NULL);
    _exit(status);
}

static void start(const JobsWork *work, guint number, Job *job)
{
    pid_t parent = getpid();

    job->out = temp_in_memory("output");
    job->err = temp_in_memory("messages");
    fflush(NULL); /* what is in the buffers is not written twice */
    job->pid = job->out >= 0 && job->err >= 0 ? fork() : -1;
    if (job->pid == 0)
        become_job(work, number, job, parent);
    if (job->pid > 0)
        return;
    job->pid = 0;
    job->status = JOB_NOT_STARTED;
    job->done = TRUE;
}

/* Waits for any of them. */
static void wait_for_one(Job *jobs, guint count)
{
    int status;
    pid_t pid;

    do {
        pid = waitpid(-1, &status, 0);
    } while (pid < 0 && errno == EINTR);
    for (guint i = 0; i < count; i++) {
        if (jobs[i].pid != pid || pid <= 0)
            continue;
        jobs[i].status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
        jobs[i].pid = 0;
        jobs[i].done = TRUE;
    }
}

/* ---- what they said ---- */

/* (transfer full) */
static GBytes *what_was_written(int fd)
{
    GByteArray *all = g_byte_array_new();
    guint8 part[4096];
    gssize length;

    while (fd >= 0 && (length = TEMP_FAILURE_RETRY(pread(fd, part, sizeof part, all->len))) > 0)
        g_byte_array_append(all, part, (guint) length);
    return g_byte_array_free_to_bytes(all);
}

static void tell(const JobsWork *work, guint number, const Job *job)
{
    g_autoptr(GBytes) out = what_was_written(job->out);
    g_autoptr(GBytes) err = what_was_written(job->err);
    gsize out_length, err_length;
    const gchar *out_text = g_bytes_get_data(out, &out_length);
    const gchar *err_text = g_bytes_get_data(err, &err_length);

    work->tell(number, job->status, out_text, out_length, err_text, err_length, work->data);
    if (job->out >= 0)
        close(job->out);
    if (job->err >= 0)
        close(job->err);
}

static guint count_done(const Job *jobs, guint count)
{
    guint done = 0;

    for (guint i = 0; i < count; i++)
        done += jobs[i].done;
    return done;
}

void jobs_run(const JobsWork *work, guint count, guint at_once)
{
    g_autofree Job *jobs = g_new0(Job, count);
    guint started = 0, told = 0;

    while (told < count) {
        for (; started < count && started - count_done(jobs, started) < at_once; started++)
            start(work, started, &jobs[started]);
        if (count_done(jobs, started) < started)
            wait_for_one(jobs, started);
        for (; told < started && jobs[told].done; told++)
            tell(work, told, &jobs[told]);
        if (work->progress)
            work->progress(count_done(jobs, started), count, work->data);
    }
}

/* Work that is divided among forks of the program. */
#ifndef MKB_APP_JOBS_H
#define MKB_APP_JOBS_H

#include <glib.h>

typedef struct {
    int (*run)(guint job, gpointer data); /* in the fork; its return value is the status */
    /* In the program itself, in the order of the jobs, each as soon as those before it are done.
     * `status` is < 0 where the fork ended by that signal, or could not be made (-1000). */
    void (*tell)(guint job, int status, const gchar *out, gsize out_length, const gchar *err,
                 gsize err_length, gpointer data);
    void (*progress)(guint done, guint count, gpointer data); /* (nullable) */
    gpointer data;
} JobsWork;

#define JOB_NOT_STARTED (-1000)

/* Runs `count` of them, `at_once` at a time. What they write on standard output and error is
 * caught. To be called before the program has a thread: a fork has only the one that forks. */
void jobs_run(const JobsWork *work, guint count, guint at_once);

#endif

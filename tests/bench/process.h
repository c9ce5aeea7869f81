/* Running a command with all that it starts, and what that took. */
#ifndef MKB_TESTS_PROCESS_H
#define MKB_TESTS_PROCESS_H

#include <glib.h>

typedef struct {
    double wall, cpu;  /* seconds; cpu is user and system time of all its processes */
    double memory;     /* the peak in MiB: see process_run() */
    gboolean finished; /* FALSE: it was ended after the limit */
    int status;        /* as of wait(2) */
} Run;

/* Runs `command`, found along PATH, its standard output thrown away, for `limit` seconds at most.
 * Returns when all that it started has ended; what outlives it by more than five seconds is ended.
 * The memory is the resident size of the largest of its processes, which the kernel notes; where
 * `sample` is set it is looked at every 10 ms, which costs time, and is the sum over all of them,
 * pages that several have shared out among them, if that is more. */
Run process_run(char *const *command, double limit, gboolean sample);

/* Seconds of CPU time that a running process has taken. */
double process_cpu(GPid pid);

double median(double *values, guint n); /* sorts them */

#endif

/* Runs two commands in turn, A B A B …, and prints the median of what each took as a whole process,
 * and the median of the ratios pair by pair, which holds when the machine's speed drifts.
 *
 *     compare RUNS COMMAND_A… -- COMMAND_B…                                                      */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    double cpu, wall, megabytes;
} Run;

static double seconds(struct timeval time)
{
    return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static Run run(char **command)
{
    struct rusage usage;
    int status;
    double start = now();
    pid_t child = fork();

    if (child == 0) {
        execvp(command[0], command);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || status != 0) {
        fprintf(stderr, "compare: %s failed\n", command[0]);
        exit(1);
    }
    return (Run){seconds(usage.ru_utime) + seconds(usage.ru_stime), now() - start,
                 (double) usage.ru_maxrss / 1024};
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *) a, y = *(const double *) b;

    return (x > y) - (x < y);
}

static double median(double *values, int n)
{
    qsort(values, (size_t) n, sizeof *values, by_value);
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

static void report(const char *name, const Run *runs, int n)
{
    g_autofree double *cpu = g_new(double, n), *wall = g_new(double, n), *size = g_new(double, n);

    for (int i = 0; i < n; i++) {
        cpu[i] = runs[i].cpu;
        wall[i] = runs[i].wall;
        size[i] = runs[i].megabytes;
    }
    printf("  %s: cpu %.1f ms, wall %.1f ms, peak memory %.1f MiB\n", name, median(cpu, n) * 1e3,
           median(wall, n) * 1e3, median(size, n));
}

int main(int argc, char **argv)
{
    int n = argc > 1 ? atoi(argv[1]) : 0, split = 2;

    while (split < argc && strcmp(argv[split], "--") != 0)
        split++;
    if (n < 1 || split >= argc - 1) {
        fprintf(stderr, "usage: compare RUNS COMMAND_A... -- COMMAND_B...\n");
        return 2;
    }
    argv[split] = NULL;
    g_autofree Run *a = g_new(Run, n), *b = g_new(Run, n);
    g_autofree double *cpu = g_new(double, n), *wall = g_new(double, n);
    run(argv + 2); /* warm the page cache */
    run(argv + split + 1);
    for (int i = 0; i < n; i++) {
        a[i] = run(argv + 2);
        b[i] = run(argv + split + 1);
        cpu[i] = a[i].cpu / b[i].cpu;
        wall[i] = a[i].wall / b[i].wall;
    }
    report("A", a, n);
    report("B", b, n);
    printf("  A/B: cpu %.2f, wall %.2f\n", median(cpu, n), median(wall, n));
    return 0;
}

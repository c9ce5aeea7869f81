/* What `watch` needs to set a bulletin again after one line has changed, against building it anew:
 * a build, an edit, a build, an edit …
 *
 *     rebuild RUNS MKBULLETIN FOLDER FILE
 *
 * FILE in FOLDER is what is edited. Prints two lines as measure does, of the group "watch". The
 * wall time of an edit is what `watch` says itself, from when it begins until the file is written:
 * before that it waits for the change to come to rest. */
#include "process.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIMIT 60   /* seconds for a build */
#define REST 50000 /* microseconds, in which `watch` puts away what it had */

typedef struct {
    GPid pid;
    FILE *said;
    const gchar *file;
    gchar *text[2]; /* the edited file, turn and turn about */
} Watch;

static void fail(const char *what)
{
    fprintf(stderr, "rebuild: %s\n", what);
    exit(1);
}

/* The milliseconds of the next line that ends with them: "…: 14 pages, 95 ms". */
static double wait_for_build(Watch *watch)
{
    char line[4096];

    while (fgets(line, sizeof line, watch->said)) {
        char *end = strstr(line, " ms\n"), *start = end;
        while (start > line && g_ascii_isdigit(start[-1]))
            start--;
        if (end)
            return g_ascii_strtod(start, NULL);
        if (strstr(line, "error"))
            break;
    }
    fail("`watch` did not build");
    return 0;
}

static Watch start_watch(const gchar *program, const gchar *folder, const gchar *file,
                         const gchar *output)
{
    Watch watch = {.file = file};
    const gchar *command[] = {program, "watch", folder, "-o", output, "--lang=en", NULL};
    int said;

    if (!g_file_get_contents(file, &watch.text[0], NULL, NULL))
        fail("cannot read the file to be edited");
    gchar *stop = g_strrstr(watch.text[0], "。");
    if (!stop)
        fail("the file to be edited has no sentence");
    watch.text[1] =
        g_strdup_printf("%.*s，均已到位%s", (int) (stop - watch.text[0]), watch.text[0], stop);
    if (!g_spawn_async_with_pipes(NULL, (gchar **) command, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                                  NULL, &watch.pid, NULL, NULL, &said, NULL))
        fail("cannot start `watch`");
    watch.said = fdopen(said, "r");
    wait_for_build(&watch);
    return watch;
}

static Run edit(Watch *watch, guint turn)
{
    g_usleep(REST);
    double before = process_cpu(watch->pid);
    FILE *file = fopen(watch->file, "w");

    if (!file || fputs(watch->text[turn % 2], file) == EOF || fclose(file) != 0)
        fail("cannot edit");
    Run run = {.finished = TRUE, .wall = wait_for_build(watch) / 1000};
    g_usleep(REST);
    run.cpu = process_cpu(watch->pid) - before;
    return run;
}

static Run build(const gchar *program, const gchar *folder, const gchar *output)
{
    const gchar *command[] = {program, "build", folder, "-q", "-o", output, NULL};
    Run run = process_run((char *const *) command, LIMIT, FALSE);

    if (!run.finished || run.status != 0)
        fail("a build failed");
    return run;
}

static double peak_of(GPid pid)
{
    g_autofree gchar *path = g_strdup_printf("/proc/%d/status", (int) pid), *text = NULL;
    const gchar *peak;

    if (!g_file_get_contents(path, &text, NULL, NULL) || !(peak = strstr(text, "VmHWM:")))
        return 0;
    return g_ascii_strtod(peak + 6, NULL) / 1024;
}

static void print_row(const char *name, const Run *runs, const Run *first, guint n, double memory)
{
    g_autofree double *wall = g_new(double, n), *cpu = g_new(double, n);

    for (guint i = 0; i < n; i++) {
        wall[i] = runs[i].wall;
        cpu[i] = runs[i].cpu;
    }
    printf("watch\t%s\t%u\t%.4f\t%.4f\t%.1f\t", name, n, median(wall, n), median(cpu, n), memory);
    for (guint i = 0; i < n; i++) {
        wall[i] = runs[i].wall / first[i].wall;
        cpu[i] = runs[i].cpu / first[i].cpu;
    }
    printf("%.4f\t%.4f\n", median(wall, n), median(cpu, n));
}

int main(int argc, char **argv)
{
    int n = argc == 5 ? atoi(argv[1]) : 0;

    if (n < 1) {
        fprintf(stderr, "usage: rebuild RUNS MKBULLETIN FOLDER FILE\n");
        return 2;
    }
    g_autofree gchar *cold = g_strdup_printf("%s.cold.pdf", argv[3]);
    g_autofree gchar *kept = g_strdup_printf("%s.kept.pdf", argv[3]);
    g_autofree Run *builds = g_new(Run, n), *edits = g_new(Run, n);
    Watch watch = start_watch(argv[2], argv[3], argv[4], kept);
    for (guint i = 0; i < (guint) n; i++) {
        builds[i] = build(argv[2], argv[3], cold);
        edits[i] = edit(&watch, i + 1);
    }
    double peak = peak_of(watch.pid);
    kill(watch.pid, SIGTERM);
    print_row("build", builds, builds, (guint) n, builds[0].memory);
    print_row("rebuild", edits, builds, (guint) n, peak);
    return 0;
}

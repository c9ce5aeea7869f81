/* Runs commands in turn, A B C A B C …, and prints the medians of what each took as a whole process
 * with all that it starts, and of its ratios to the first of them, round by round, which hold when
 * the machine's speed drifts.
 *
 *     measure GROUP LIMIT <ROWS
 *
 * ROWS has a line for each command: its name, how often it runs, and its words, apart by tabs.
 * Before them each runs once for the page cache and to look at the memory of all its processes. A
 * line of the result: group, name, runs, wall and CPU seconds, peak memory in MiB, ratios of wall
 * and CPU time. A command that takes longer than LIMIT seconds is ended and not tried again: its
 * line has 0 runs and the limit. One that fails ends it all, with status 1. */
#include "process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    const gchar *name;
    guint wanted, done;
    gchar **words; /* name, runs, command */
    gboolean late;
    double sampled;
    Run *runs;
} Row;

static double limit;

static Run run(const Row *row, gboolean sample)
{
    Run result = process_run(row->words + 2, limit, sample);

    if (result.finished && result.status != 0) {
        fprintf(stderr, "measure: %s failed, status %d: %s\n", row->name, result.status,
                row->words[2]);
        exit(1);
    }
    return result;
}

static Row read_row(gchar *line)
{
    gchar **words = g_strsplit(line, "\t", -1);
    guint length = g_strv_length(words);

    if (length < 3 || atoi(words[1]) < 1) {
        fprintf(stderr, "measure: not a row: %s\n", line);
        exit(2);
    }
    Row row = {.name = words[0], .wanted = (guint) atoi(words[1]), .words = words};
    row.runs = g_new0(Run, row.wanted);
    return row;
}

static GArray *read_rows(void)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(Row));
    char *line = NULL;
    size_t size = 0;

    for (ssize_t length; (length = getline(&line, &size, stdin)) > 0;) {
        Row row = read_row(g_strchomp(line));
        g_array_append_val(rows, row);
    }
    free(line);
    return rows;
}

static void tell(const char *group, const Row *row, const char *what)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r\033[K%s: %s, %s", group, row ? row->name : "", what);
}

static void run_all(const char *group, GArray *rows)
{
    gboolean again = TRUE;

    for (guint i = 0; i < rows->len; i++) {
        Row *row = &g_array_index(rows, Row, i);
        tell(group, row, "once before");
        Run result = run(row, TRUE);
        row->late = !result.finished;
        row->sampled = result.memory;
    }
    for (guint round = 0; again; round++) {
        g_autofree gchar *what = g_strdup_printf("run %u", round + 1);
        again = FALSE;
        for (guint i = 0; i < rows->len; i++) {
            Row *row = &g_array_index(rows, Row, i);
            if (row->late || round >= row->wanted)
                continue;
            tell(group, row, what);
            row->runs[round] = run(row, FALSE);
            row->late = !row->runs[round].finished;
            row->done = round + 1;
            again = TRUE;
        }
    }
    tell(group, NULL, "done\r\033[K");
}

static void print_row(const char *group, const Row *row, const Row *first)
{
    guint n = row->late ? 0 : row->done, pairs = MIN(n, first->done);
    g_autofree double *wall = g_new(double, n + 1), *cpu = g_new(double, n + 1),
                      *memory = g_new(double, n + 1);

    if (n == 0 || first->late) {
        printf("%s\t%s\t0\t%g\t0\t0\t0\t0\n", group, row->name, limit);
        return;
    }
    for (guint i = 0; i < n; i++) {
        wall[i] = row->runs[i].wall;
        cpu[i] = row->runs[i].cpu;
        memory[i] = row->runs[i].memory;
    }
    double size = median(memory, n);
    printf("%s\t%s\t%u\t%.4f\t%.4f\t%.1f\t", group, row->name, n, median(wall, n), median(cpu, n),
           MAX(size, row->sampled));
    for (guint i = 0; i < pairs; i++) {
        wall[i] = row->runs[i].wall / first->runs[i].wall;
        cpu[i] = row->runs[i].cpu / first->runs[i].cpu;
    }
    printf("%.4f\t%.4f\n", median(wall, pairs), median(cpu, pairs));
}

int main(int argc, char **argv)
{
    if (argc != 3 || (limit = atof(argv[2])) <= 0) {
        fprintf(stderr, "usage: measure GROUP LIMIT <ROWS\n");
        return 2;
    }
    g_autoptr(GArray) rows = read_rows();
    run_all(argv[1], rows);
    for (guint i = 0; i < rows->len; i++)
        print_row(argv[1], &g_array_index(rows, Row, i), &g_array_index(rows, Row, 0));
    return 0;
}

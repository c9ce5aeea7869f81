#include "app/build_many.h"

#include "app/build.h"
#include "app/jobs.h"
#include "app/output_name.h"
#include "app/progress_line.h"
#include "app/report.h"
#include "base/folder_make.h"
#include "base/text.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NAME_PLACE "{}" /* in -o and --deps: the bulletin's name */
#define FOLDER_PATTERN NAME_PLACE ".pdf"

typedef struct {
    const Options *options;
    Diagnostics *sink;
    gchar *pattern;     /* of -o */
    GPtrArray *outputs; /* gchar *, one for each operand */
    GPtrArray *made;    /* folders that were not there */
    ProgressLine progress;
    int worst;
} Many;

/* ---- names ---- */

/* "content" of "../content/", "a" of "a.md". (transfer full) */
static gchar *name_of(const gchar *source)
{
    g_autofree gchar *path = g_canonicalize_filename(source, NULL);
    gchar *name = g_path_get_basename(path);

    if (strlen(name) > 3 && g_str_has_suffix(name, ".md"))
        name[strlen(name) - 3] = '\0';
    return name;
}

/* The pattern with the name in its place; a % of a name is no number of a page. (transfer full) */
static gchar *fill(const gchar *pattern, const gchar *name, gboolean pages)
{
    g_auto(GStrv) parts = g_strsplit(pattern, NAME_PLACE, -1);
    g_auto(GStrv) signs = g_strsplit(name, "%", -1);
    g_autofree gchar *escaped = pages ? g_strjoinv("%%", signs) : g_strdup(name);

    return g_strjoinv(escaped, parts);
}

/* NULL where -o names one file. (transfer full) */
static gchar *pattern_of(const Options *options)
{
    const gchar *output = options->output;
    gboolean several = options->operands->len > 1;

    if (!output || options->operands->len == 0)
        return NULL;
    if (g_str_has_suffix(output, "/") || (several && g_file_test(output, G_FILE_TEST_IS_DIR)))
        return g_build_filename(output, FOLDER_PATTERN, NULL);
    return strstr(output, NAME_PLACE) ? g_strdup(output) : NULL;
}

/* FALSE after reporting two that would write the same file. */
static gboolean name_outputs(Many *many)
{
    const GPtrArray *operands = many->options->operands;
    g_autoptr(GHashTable) sources = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    OutputFormat format;
    gboolean distinct = TRUE;

    if (!output_format(many->pattern, &format, many->sink))
        return FALSE;
    for (guint i = 0; i < operands->len; i++) {
        g_autofree gchar *name = name_of(operands->pdata[i]);
        gchar *output = fill(many->pattern, name, output_is_picture(format));
        gchar *path = g_canonicalize_filename(output, NULL);
        const gchar *other = g_hash_table_lookup(sources, path);
        g_ptr_array_add(many->outputs, output);
        if (other)
            diag_report(many->sink, RULE_SAME_OUTPUT, SPAN_NONE, other, operands->pdata[i], output,
                        NULL);
        distinct &= !other;
        g_hash_table_insert(sources, path, operands->pdata[i]);
    }
    return distinct;
}

static gboolean check_deps(const Many *many)
{
    const gchar *deps = many->options->deps;
    gboolean apart = many->outputs->len < 2 || !deps || strstr(deps, NAME_PLACE);

    if (!apart)
        diag_report(many->sink, RULE_DEPS_MANY, SPAN_NONE, NULL);
    return apart;
}

/* Of one bulletin. (transfer full) (nullable) */
static gchar *deps_of(const Many *many, guint number)
{
    g_autofree gchar *name = name_of(many->options->operands->pdata[number]);

    return many->options->deps ? fill(many->options->deps, name, FALSE) : NULL;
}

/* That of a file. FALSE after reporting. */
static gboolean make_folder(const Many *many, const gchar *path)
{
    g_autofree gchar *folder = g_path_get_dirname(path);

    return folder_make_or_report(folder, many->made, many->sink);
}

static gboolean make_folders(const Many *many)
{
    for (guint i = 0; i < many->outputs->len; i++) {
        g_autofree gchar *deps = deps_of(many, i);
        if (!make_folder(many, many->outputs->pdata[i]) || (deps && !make_folder(many, deps)))
            return FALSE;
    }
    return TRUE;
}

/* ---- one of them, in a fork ---- */

static int run_one(guint job, gpointer data)
{
    const Many *many = data;
    Options options = *many->options;
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GPtrArray) operands = g_ptr_array_new();

    g_ptr_array_add(operands, many->options->operands->pdata[job]);
    options.operands = operands;
    options.output = many->outputs->pdata[job];
    g_autofree gchar *deps = deps_of(many, job);
    options.deps = deps;
    return build_run(&options, sink);
}

/* ---- what is told ---- */

static void show_progress(guint done, guint count, gpointer data)
{
    Many *many = data;

    g_autofree gchar *text =
        g_strdup_printf(many->options->lang == LANG_ZH ? "已排 %u/%u" : "%u of %u", done, count);

    if (done == count)
        progress_line_clear(&many->progress);
    else
        progress_line_show(&many->progress, text);
}

/* Names may be a stranger's. (transfer full) */
static gchar *title_of(const gchar *source)
{
    GString *title = g_string_new("== ");

    text_append_string(title, source);
    g_string_append(title, " ==\n");
    return g_string_free(title, FALSE);
}

/* Below its title, where the messages did not have it. */
static void tell_out(const Many *many, const gchar *title, const gchar *out, gsize length)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (length > 0 && title)
        g_string_append(text, title);
    g_string_append_len(text, out, (gssize) length);
    if (length > 0)
        report_text(NULL, text->str, text->len, many->sink);
}

static void tell_one(guint job, int status, const gchar *out, gsize out_length, const gchar *err,
                     gsize err_length, gpointer data)
{
    Many *many = data;
    const gchar *source = many->options->operands->pdata[job];

    g_autofree gchar *title = title_of(source);

    progress_line_clear(&many->progress);
    if (err_length > 0) { /* GBytes has no pointer to nothing */
        fputs(title, stderr);
        fwrite(err, 1, err_length, stderr);
        fflush(stderr);
    }
    tell_out(many, err_length > 0 ? NULL : title, out, out_length);
    if (status >= 0) {
        many->worst = MAX(many->worst, status);
        return;
    }
    g_autofree gchar *number = g_strdup_printf("%d", -status);
    if (status == JOB_NOT_STARTED)
        diag_report(many->sink, RULE_JOB_NOT_STARTED, SPAN_NONE, source, NULL);
    else
        diag_report(many->sink, RULE_JOB_CRASHED, SPAN_NONE, source, number, NULL);
}

/* ---- all of them ---- */

static void run_all(Many *many)
{
    const Options *options = many->options;
    Options forked = *options;
    guint at_once = options->jobs ? options->jobs : g_get_num_processors();
    JobsWork work = {run_one, tell_one, show_progress, many};

    /* A fork writes into a file: whether its messages are coloured is told here. */
    if (report_wants_color(options, STDERR_FILENO))
        forked.color = COLOR_ALWAYS;
    many->options = &forked;
    progress_line_begin(&many->progress, options);
    jobs_run(&work, options->operands->len, at_once);
    many->options = options;
}

int build_command_run(const Options *options, Diagnostics *sink)
{
    Many many = {.options = options, .sink = sink, .pattern = pattern_of(options)};

    if (!many.pattern || options->stop_after != STOP_NOWHERE) {
        g_free(many.pattern);
        return build_run(options, sink);
    }
    many.outputs = g_ptr_array_new_with_free_func(g_free);
    many.made = g_ptr_array_new_with_free_func(g_free);
    if (name_outputs(&many) && check_deps(&many) && make_folders(&many))
        run_all(&many);
    if (many.worst != STATUS_OK || report_stops(options, sink))
        folders_unmake(many.made);
    g_ptr_array_unref(many.made);
    g_ptr_array_unref(many.outputs);
    g_free(many.pattern);
    int told = report_finish(options, sink);
    return MAX(many.worst, told);
}

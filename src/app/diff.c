#include "app/diff.h"

#include "app/compared.h"
#include "app/data_folder.h"
#include "app/output_name.h"
#include "app/outputs.h"
#include "app/progress_line.h"
#include "app/redline.h"
#include "app/report.h"
#include "app/sandboxed.h"
#include "app/template_folders.h"
#include "base/deps.h"
#include "base/file_out.h"
#include "base/progress.h"
#include "output/diff_out.h"
#include "output/output.h"

#include <unistd.h>

#define EXAMPLE "mkbulletin diff OLD NEW -o redline.pdf"

enum { STATUS_DIFFERENT = 1 };

typedef struct {
    const Options *options;
    Diagnostics *sink;
    DiffFormat format;
    Compared sides[2];
    gchar *data_folder;
    GPtrArray *template_sources; /* Source */
    TemplateFolders *folders;
    Template *template;
    Redline redline;
    Comparison *comparison;
} Diff;

static void diff_clear(Diff *diff)
{
    g_clear_pointer(&diff->comparison, comparison_free);
    redline_clear(&diff->redline);
    g_clear_pointer(&diff->template, template_free);
    g_clear_pointer(&diff->folders, template_folders_free);
    compared_clear(&diff->sides[0]);
    compared_clear(&diff->sides[1]);
    g_ptr_array_unref(diff->template_sources);
    g_free(diff->data_folder);
}

/* ---- the command line ---- */

/* --format of what goes to the terminal; a file says it by its name. */
static void check_output(Diff *diff)
{
    const Options *options = diff->options;
    gboolean given = options_given(options, "format");

    diff->format = DIFF_TEXT;
    if (given && options->report_as != REPORT_TEXT && options->report_as != REPORT_JSON)
        diag_report(diff->sink, RULE_DIFF_REPORT, SPAN_NONE, NULL);
    if (options->output)
        diff_format(options->output, &diff->format, diff->sink);
    if (given && (!options->output || output_is_stdout(options->output)))
        diff->format = options->report_as == REPORT_JSON ? DIFF_JSON : DIFF_TEXT;
    if (options_given(options, "pdf-standard") && diff->format != DIFF_PDF)
        diag_report(diff->sink, RULE_NO_PAGES_FOR_OPTION, SPAN_NONE, "--pdf-standard",
                    options->output ? options->output : "-", NULL);
}

static void check_usage(Diff *diff)
{
    compared_name(diff->sides, diff->options, EXAMPLE, diff->sink);
    check_output(diff);
    info_date_from_environment(&diff->redline.date, diff->sink);
}

/* ---- reading ---- */

static gboolean load_template(Diff *diff)
{
    const Compared *new = &diff->sides[1];

    diff->folders = template_folders_new(diff->options, diff->data_folder, new->path, diff->sink);
    if (!diff->folders)
        return FALSE;
    diff->template = template_chosen(diff->folders, diff->options, new->bulletin,
                                     diff->template_sources, diff->sink);
    compared_show_names(new, diff->template_sources);
    return diff->template != NULL;
}

/* Both out of their repositories first: what libgit2 asks of the system is not known. */
static gboolean shut_in(Diff *diff)
{
    const gchar *sources[3] = {diff->sides[0].path, diff->sides[1].path, NULL};
    const gchar *checkouts[3] = {NULL};

    for (guint i = 0, n = 0; i < 2; i++)
        if (diff->sides[i].checkout)
            checkouts[n++] = git_folder_root(diff->sides[i].checkout);
    return sandboxed(diff->options, sources, checkouts, diff->sink);
}

static gboolean read_all(Diff *diff)
{
    if (!compared_check_out(&diff->sides[0], diff->sink) ||
        !compared_check_out(&diff->sides[1], diff->sink) || !shut_in(diff))
        return FALSE;
    gboolean old = compared_read(&diff->sides[0], diff->sink);
    gboolean new = compared_read(&diff->sides[1], diff->sink);
    gboolean template = load_template(diff);

    return old && new &&template && !report_stops(diff->options, diff->sink);
}

/* ---- comparing ---- */

/* What only one of them misses in the template was told when it was built itself. */
static void compare(Diff *diff)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    const Compared *sides = diff->sides;
    GHashTable *labels[2];

    redline_labels(&diff->redline, sides, labels);
    diff->comparison =
        comparison_new(reading_new_tagged(sides[0].bulletin, diff->template, labels[0], unheard),
                       reading_new_tagged(sides[1].bulletin, diff->template, labels[1], unheard));
}

/* NULL after reporting. (transfer full) */
static GBytes *written(Diff *diff)
{
    const ComparedNames names = {diff->sides[0].name, diff->sides[1].name};
    const Options *options = diff->options;
    gboolean color =
        !options->output && report_style(options, diff->sink, STDOUT_FILENO, FALSE).color;

    switch (diff->format) {
    case DIFF_JSON:
        return comparison_to_json(diff->comparison, &names);
    case DIFF_HTML:
        return comparison_to_html(diff->comparison, &names);
    case DIFF_PDF:
        return redline_to_pdf(&diff->redline, diff->comparison, &names,
                              (PdfStandard) options->pdf_standard, diff->sink);
    case DIFF_TEXT:
        break;
    }
    return comparison_to_text(diff->comparison, &names, (Lang) options->lang, color);
}

static gboolean spares_sources(const Diff *diff, const gchar *path)
{
    return outputs_spare_sources(path, diff->sides[0].tree->sources, diff->sink) &&
           outputs_spare_sources(path, diff->sides[1].tree->sources, diff->sink);
}

static void write_all(Diff *diff)
{
    const gchar *path = diff->options->output;

    if (path && !spares_sources(diff, path))
        return;
    g_autoptr(GBytes) bytes = written(diff);
    OutputFile file = {(gchar *) (path ? path : "-"), bytes};
    progress_at(PROGRESS_WRITING, 0, 0);
    if (bytes)
        output_files_write(&file, 1, diff->sink);
}

/* 1 means a difference: faults of the content are told by another status. */
static int diff_status(const Diff *diff, int status)
{
    if (status == STATUS_CONTENT)
        return STATUS_USAGE;
    if (status != STATUS_OK || !diff->comparison)
        return status;
    return diff->comparison->changes->len > 0 ? STATUS_DIFFERENT : STATUS_OK;
}

int diff_run(const Options *options, Diagnostics *sink)
{
    g_autofree gchar *program = data_folder_program();
    Diff diff = {.options = options, .sink = sink};
    ProgressLine progress;
    g_autoptr(Deps) deps = deps_new();
    Deps *before = deps_record(deps);

    diff.data_folder = data_folder_find(program);
    diff.template_sources = sources_new();
    check_usage(&diff);
    progress_line_follow(&progress, options);
    if (!report_stops(options, sink) && read_all(&diff)) {
        redline_init(&diff.redline, options, diff.data_folder, diff.template);
        compare(&diff);
        write_all(&diff);
    }
    progress_line_end(&progress);
    deps_record(before);
    int status = diff_status(&diff, report_finish(options, sink));
    diff_clear(&diff);
    return status;
}

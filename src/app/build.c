#include "app/build.h"

#include "app/data_folder.h"
#include "app/info_date.h"
#include "app/output_name.h"
#include "app/outputs.h"
#include "app/progress_line.h"
#include "app/report.h"
#include "app/sandboxed.h"
#include "app/template_folders.h"
#include "base/deps.h"
#include "base/free_memory.h"
#include "check/config.h"
#include "check/vocabulary.h"
#include "layout/layout.h"
#include "layout/page_labels.h"
#include "model/keep_names.h"
#include "output/deps_out.h"
#include "output/markdown_out.h"
#include "output/output.h"
#include "output/reading_out.h"
#include "output/stats_json.h"
#include "output/stats_text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define EXAMPLE "mkbulletin content -o out.pdf"

struct Build {
    const Options *options;
    Diagnostics *sink;
    const gchar *folder; /* the operand */
    gchar *data_folder;
    gchar *date; /* ISO 8601; NULL: the bulletin's own */
    OutputFormat format;
    PageChoice *choice;  /* (nullable) of --pages */
    CheckConfig *config; /* of check: its vocabulary has names that are never broken */
    SourceTree *tree;
    Bulletin *bulletin;
    const Deps *deps;            /* (nullable) (transfer none) what is read, for --deps */
    FontKeep *keep;              /* (nullable) (transfer none) */
    FontKeep *own_keep;          /* (nullable) where all is set twice */
    GPtrArray *template_sources; /* Source */
    TemplateFolders *folders;
    Template *template;
    GHashTable *labels; /* (nullable) for references to pages */
    Layout *layout;
    Pages *pages;
    gboolean made;
};

void build_free(Build *build)
{
    if (!build)
        return;
    g_clear_pointer(&build->pages, pages_free);
    g_clear_pointer(&build->layout, layout_free);
    g_clear_pointer(&build->labels, g_hash_table_unref);
    g_clear_pointer(&build->template, template_free);
    g_clear_pointer(&build->folders, template_folders_free);
    g_clear_pointer(&build->bulletin, bulletin_free);
    g_clear_pointer(&build->tree, source_tree_free);
    g_clear_pointer(&build->own_keep, font_keep_free);
    g_clear_pointer(&build->config, check_config_free);
    g_ptr_array_unref(build->template_sources);
    g_clear_pointer(&build->choice, page_choice_free);
    g_free(build->date);
    g_free(build->data_folder);
    g_free(build);
}

/* What tells of or changes the output alone would go unheard where there is none. */
static void check_options_of_output(const Build *build)
{
    const Options *options = build->options;

    if (options->show_grid)
        diag_report(build->sink, RULE_NO_OUTPUT_FOR_OPTION, SPAN_NONE, "--show-grid", NULL);
    if (options->stats)
        diag_report(build->sink, RULE_NO_OUTPUT_FOR_OPTION, SPAN_NONE, "--stats", NULL);
    if (options->pages)
        diag_report(build->sink, RULE_NO_OUTPUT_FOR_OPTION, SPAN_NONE, "--pages", NULL);
    if (options->deps)
        diag_report(build->sink, RULE_NO_OUTPUT_FOR_OPTION, SPAN_NONE, "--deps", NULL);
    if (options_given(build->options, "pdf-standard"))
        diag_report(build->sink, RULE_NO_OUTPUT_FOR_OPTION, SPAN_NONE, "--pdf-standard", NULL);
}

/* Its pages are shown by `watch --serve`, which needs no file. */
static gboolean is_served(const Build *build)
{
    return options_given(build->options, "serve");
}

/* What shows on pages alone, and a template that would be left behind. */
static void check_options_without_pages(const Build *build)
{
    const Options *options = build->options;
    const struct {
        gboolean given;
        const gchar *name;
    } of_pages[] = {{options->show_grid, "--show-grid"},
                    {options->stats != STATS_NONE, "--stats"},
                    {options->pages != NULL, "--pages"},
                    {options_given(options, "pdf-standard"), "--pdf-standard"},
                    {is_served(build), "--serve"}};

    for (guint i = 0; i < G_N_ELEMENTS(of_pages); i++)
        if (of_pages[i].given)
            diag_report(build->sink, RULE_NO_PAGES_FOR_OPTION, SPAN_NONE, of_pages[i].name,
                        options->output, NULL);
    if (build->format == FORMAT_MARKDOWN && options->template_name)
        diag_report(build->sink, RULE_TEMPLATE_FOR_SOURCE, SPAN_NONE, options->output, NULL);
}

/* What is for pictures alone: pages taken out of a PDF would leave links, outline and tags that
 * lead nowhere. */
static void check_output(Build *build)
{
    const Options *options = build->options;

    if (!output_format(options->output, &build->format, build->sink))
        return;
    if (options->deps && output_is_stdout(options->output))
        diag_report(build->sink, RULE_DEPS_STDOUT, SPAN_NONE, NULL);
    OutputFormat format = build->format;
    if (!output_has_pages(format))
        check_options_without_pages(build);
    else if (output_is_picture(format))
        output_page_pattern(options->output, 1, build->sink);
    else if (options->pages)
        diag_report(build->sink, RULE_PAGES_NOT_PICTURES, SPAN_NONE, options->pages, NULL);
    if (format != FORMAT_PNG && options->ppi)
        diag_report(build->sink, RULE_PPI_NOT_PNG, SPAN_NONE, options->output, NULL);
    if (options->pages && output_has_pages(format))
        build->choice = page_choice_new(options->pages, build->sink);
}

/* All that can be said of the command line before anything is read. */
static void check_usage(Build *build)
{
    const Options *options = build->options;
    const GPtrArray *operands = options->operands;

    if (operands->len == 0)
        diag_report(build->sink, RULE_NO_SOURCE, SPAN_NONE, EXAMPLE, NULL);
    else
        build->folder = g_ptr_array_index(operands, 0);
    for (guint i = 1; i < operands->len; i++)
        diag_report(build->sink, RULE_TOO_MANY_ARGUMENTS, SPAN_NONE,
                    (const gchar *) g_ptr_array_index(operands, i), NULL);
    if (options->stop_after == STOP_NOWHERE && options->output)
        check_output(build);
    else if (is_served(build) ? options->deps != NULL : options->stop_after == STOP_NOWHERE)
        diag_report(build->sink, RULE_NO_OUTPUT, SPAN_NONE, EXAMPLE, NULL);
    else if (!is_served(build))
        check_options_of_output(build);
    info_date_from_environment(&build->date, build->sink);
}

static gboolean load_template(Build *build)
{
    build->folders =
        template_folders_new(build->options, build->data_folder, build->folder, build->sink);
    if (!build->folders)
        return FALSE;
    build->template = template_chosen(build->folders, build->options, build->bulletin,
                                      build->template_sources, build->sink);
    return build->template != NULL;
}

/* Markdown is written as it was read. */
static void keep_names(Build *build)
{
    if (build->format == FORMAT_MARKDOWN)
        return;
    build->config = check_config_read_vocabulary(build->folder, build->sink);
    g_autoptr(GPtrArray) names = vocabulary_names(build->config->vocabulary);
    bulletin_keep_names(build->bulletin, names);
}

static gboolean read_all(Build *build)
{
    gboolean model_only =
        build->options->stop_after == STOP_MODEL || build->format == FORMAT_MARKDOWN;

    build->tree = source_tree_read(build->folder, build->sink);
    if (!build->tree)
        return FALSE;
    build->bulletin = bulletin_build(build->tree, build->sink);
    if (build->bulletin) {
        keep_names(build);
        check_seal_shapes(build->bulletin, build->sink);
    }
    /* A template with faults is told of in the same run as the text's. */
    gboolean read = model_only || load_template(build);
    return read && build->bulletin && !report_stops(build->options, build->sink);
}

/* Sets everything once, only to know on which pages it stands; NULL where that cannot be. */
static GHashTable *trial_labels(const Build *build, const FontSources *sources)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    g_autoptr(Layout) layout = layout_new(build->bulletin, build->template, sources, NULL, unheard);
    g_autoptr(Pages) pages = layout ? layout_paginate(layout, "", unheard) : NULL;

    return pages ? page_labels_new(pages, build->bulletin->page_targets) : NULL;
}

static gboolean set_lines(Build *build)
{
    const GPtrArray *font_paths = build->options->font_paths;
    g_autofree gchar *fonts = g_build_filename(build->data_folder, "fonts", NULL);

    if (build->bulletin->page_targets && !build->keep)
        build->keep = build->own_keep = font_keep_new();
    FontSources sources = {fonts, (const gchar *const *) font_paths->pdata, build->keep};

    if (build->bulletin->page_targets)
        build->labels = trial_labels(build, &sources);
    build->layout =
        layout_new(build->bulletin, build->template, &sources, build->labels, build->sink);
    return build->layout && !report_stops(build->options, build->sink);
}

/* Two passes are all: a number that moved what it counts, again and again, is told of. */
static void check_labels(const Build *build)
{
    g_autoptr(GHashTable) labels = page_labels_new(build->pages, build->bulletin->page_targets);

    if (!page_labels_agree(labels, build->labels))
        diag_report(build->sink, RULE_PAGE_REFERENCES, build->bulletin->meta.title.span, NULL);
}

static gboolean set_pages(Build *build)
{
    if (!build->date)
        build->date = info_date_of(build->bulletin->meta.date);
    if (!build->options->stats)
        layout_let_go(build->layout);
    build->pages = layout_paginate(build->layout, build->date, build->sink);
    if (build->pages) {
        build->pages->show_grid = build->options->show_grid;
        build->pages->lets_go = !build->options->stats && !is_served(build);
    }
    if (build->pages && build->labels)
        check_labels(build);
    /* The pages hold all that is drawn; what they were made of is as large again. */
    if (build->pages && !build->options->stats)
        g_clear_pointer(&build->layout, layout_free);
    return build->pages && !report_stops(build->options, build->sink);
}

static GBytes *dump(const Build *build)
{
    GString *out = g_string_new(NULL);

    switch ((StopAfter) build->options->stop_after) {
    case STOP_MODEL:
        bulletin_dump(build->bulletin, out);
        break;
    case STOP_LINES:
        dump_lines(build->layout, out);
        break;
    case STOP_PAGES:
    case STOP_NOWHERE:
        dump_pages(build->pages, out);
        break;
    }
    return g_string_free_to_bytes(out);
}

/* (transfer full) */
static gchar *stats_text(const Build *build)
{
    g_autoptr(GPtrArray) blocks = layout_page_blocks(build->layout);
    g_autoptr(Stats) stats = stats_new(blocks, build->pages);
    GString *text = g_string_new(NULL);

    if (build->options->stats == STATS_JSON)
        stats_to_json(stats, build->pages->fonts, text);
    else
        stats_print(stats, build->pages->fonts, (Lang) build->options->lang, text);
    return g_string_free(text, FALSE);
}

/* NULL after reporting. (transfer full) */
static GBytes *as_markdown(const Build *build)
{
    g_autoptr(GBytes) bytes = bulletin_to_markdown(build->bulletin, build->sink);

    return report_stops(build->options, build->sink) ? NULL : g_steal_pointer(&bytes);
}

/* Pages are needed where the text says the number of one. (transfer full) (nullable) */
static GBytes *without_pages(Build *build)
{
    if (build->format == FORMAT_MARKDOWN)
        return as_markdown(build);
    if (build->bulletin->page_targets && (!set_lines(build) || !set_pages(build)))
        return NULL;
    g_autoptr(Reading) reading =
        reading_new(build->bulletin, build->template, build->labels, build->sink);
    if (report_stops(build->options, build->sink))
        return NULL;
    return build->format == FORMAT_HTML ? reading_to_html(reading) : reading_to_text(reading);
}

/* All but what is written. FALSE after reporting. */
static gboolean make(Build *build)
{
    StopAfter stop = (StopAfter) build->options->stop_after;

    if (!read_all(build))
        return FALSE;
    if (stop == STOP_MODEL || (stop == STOP_NOWHERE && !output_has_pages(build->format)))
        return TRUE;
    if (!set_lines(build))
        return FALSE;
    if (stop == STOP_LINES)
        return TRUE;
    gboolean good = set_pages(build);
    if (!build->layout) { /* nor is the text that it was made of needed */
        g_clear_pointer(&build->bulletin, bulletin_free);
        release_free_memory();
    }
    return good;
}

/* The outputs, in memory. FALSE after reporting. */
static gboolean render(Build *build, GArray *files)
{
    const Options *options = build->options;
    const GPtrArray *sources = build->tree->sources;

    if (options->stop_after != STOP_NOWHERE)
        return outputs_add(files, options->output ? options->output : "-", dump(build), sources,
                           build->sink);
    if (!output_has_pages(build->format))
        return outputs_add(files, options->output, without_pages(build), sources, build->sink);
    return !options->output || outputs_add_pages(files, build->format, options, build->choice,
                                                 build->pages, sources, build->sink);
}

/* Once all is read: as JSON where the name says so, else for make. */
static gboolean add_deps(const Build *build, GArray *files)
{
    const gchar *path = build->options->deps;

    if (!path)
        return TRUE;
    if (outputs_have(files, path)) {
        diag_report(build->sink, RULE_DEPS_OUTPUT, SPAN_NONE, path, NULL);
        return FALSE;
    }
    g_autoptr(GPtrArray) outputs = outputs_names(files);
    gchar *text = g_str_has_suffix(path, ".json") ? deps_to_json(build->deps, outputs)
                                                  : deps_to_make(build->deps, outputs);
    return outputs_add(files, path, g_bytes_new_take(text, strlen(text)), build->tree->sources,
                       build->sink);
}

/* Before the outputs take their places, so that a full disk stops both; not into a PDF on standard
 * output. */
static gboolean add_stats(const Build *build, GArray *files)
{
    if (!build->options->stats)
        return TRUE;
    gchar *text = stats_text(build);
    if (!output_is_stdout(build->options->output))
        return outputs_add(files, "-", g_bytes_new_take(text, strlen(text)), build->tree->sources,
                           build->sink);
    if (fputs(text, stderr) == EOF) {
        const gchar *reason = g_strerror(errno);
        diag_report(build->sink, RULE_OUTPUT_STREAM, SPAN_NONE, "stderr", reason, reason, NULL);
    }
    g_free(text);
    return TRUE;
}

static void write_output(Build *build)
{
    const Options *options = build->options;
    g_autoptr(GArray) files = outputs_new();

    if (!render(build, files) || report_stops(options, build->sink) || !add_deps(build, files) ||
        !add_stats(build, files) || !outputs_write(files, build->sink))
        return;
    if (options->output && output_is_picture(build->format) && !build->choice)
        outputs_tell_left_over(options->output, build->pages->pages->len, build->sink);
}

Build *build_new(const Options *options, Diagnostics *sink)
{
    g_autofree gchar *program = data_folder_program();
    Build *build = g_new0(Build, 1);

    build->options = options;
    build->sink = sink;
    build->data_folder = data_folder_find(program);
    build->template_sources = sources_new();
    check_usage(build);
    return build;
}

void build_keep_fonts(Build *build, FontKeep *keep)
{
    build->keep = keep;
}

void build_note_deps(Build *build, const Deps *deps)
{
    build->deps = deps;
}

void build_make(Build *build)
{
    const gchar *const sources[] = {build->folder, NULL};

    build->made = !report_stops(build->options, build->sink) &&
                  sandboxed(build->options, sources, NULL, build->sink) && make(build);
}

void build_write(Build *build)
{
    if (build->made)
        write_output(build);
}

const Pages *build_pages(const Build *build)
{
    return build->pages;
}

int build_run(const Options *options, Diagnostics *sink)
{
    g_autoptr(Build) build = build_new(options, sink);
    g_autoptr(Deps) deps = deps_new();
    Deps *before = deps_record(deps);
    ProgressLine progress;

    build_note_deps(build, deps);
    progress_line_follow(&progress, options);
    build_make(build);
    build_write(build);
    progress_line_end(&progress);
    deps_record(before);
    return report_finish(options, sink);
}

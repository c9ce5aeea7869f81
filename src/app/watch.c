#include "app/watch.h"

#include "app/build.h"
#include "app/findings.h"
#include "app/output_name.h"
#include "app/progress_line.h"
#include "app/report.h"
#include "app/serve.h"
#include "app/watcher.h"
#include "base/diag_rows.h"
#include "base/file_out.h"
#include "check/config.h"
#include "layout/font_files.h"
#include "output/diag_out.h"
#include "output/output.h"

#include <glib-unix.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
    const Options *options;
    GMainLoop *loop;
    FontKeep *fonts;
    Watcher *watcher;
    Server *server; /* (nullable) */
    gboolean begun; /* it has built once */
    int status;     /* with which it cannot begin */
    gchar *found;   /* (nullable) what was last said of check */
} Watch;

/* "wrote bulletin.pdf: 15 pages, 92 ms" */
static gchar *outcome(const Watch *watch, const Build *build, gboolean failed, gint64 ms)
{
    const Pages *pages = build_pages(build);
    gboolean zh = watch->options->lang == LANG_ZH;
    g_autofree gchar *made = watch->options->output ? g_strdup_printf(zh ? "写出 %s" : "wrote %s",
                                                                      watch->options->output)
                                                    : g_strdup(zh ? "排好" : "set");

    if (failed)
        return g_strdup_printf(zh ? "有错误，没有写出，%d 毫秒" : "errors, nothing written: %d ms",
                               (int) ms);
    return pages ? g_strdup_printf(zh ? "%s：%u 页，%d 毫秒" : "%s: %u pages, %d ms", made,
                                   pages->pages->len, (int) ms)
                 : g_strdup_printf(zh ? "%s：%d 毫秒" : "%s: %d ms", made, (int) ms);
}

static void tell(const Watch *watch, const gchar *text)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    g_autofree gchar *clock = g_date_time_format(now, "%H:%M:%S");

    if (!watch->options->quiet)
        fprintf(stderr, "[%s] %s\n", clock, text);
}

/* Which font files there are: names, sizes and times. (transfer full) */
static gchar *fonts_state(const Deps *deps)
{
    g_autoptr(GPtrArray) paths = deps_paths(deps, DEP_FILE);
    GString *out = g_string_new(NULL);
    struct stat at;

    for (guint i = 0; i + 1 < paths->len; i++)
        if (font_files_has_suffix(paths->pdata[i]) && stat(paths->pdata[i], &at) == 0)
            g_string_append_printf(out, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%ld\n",
                                   (const gchar *) paths->pdata[i], (gint64) at.st_size,
                                   (gint64) at.st_mtim.tv_sec, at.st_mtim.tv_nsec);
    return g_string_free(out, FALSE);
}

/* (transfer full) */
static gchar *messages(const Watch *watch, const Diagnostics *sink)
{
    const Options *options = watch->options;

    return diagnostics_to_json(sink, report_style(options, sink, STDERR_FILENO, options->strict));
}

/* Takes the build, which lives until the next. */
static void show(const Watch *watch, Build *build, const Deps *deps, const Diagnostics *sink,
                 gint64 ms)
{
    server_show(watch->server, (Outcome){
                                   .build = build,
                                   .failed = report_stops(watch->options, sink),
                                   .lang = (Lang) watch->options->lang,
                                   .ms = ms,
                                   .fonts = fonts_state(deps),
                                   .messages = messages(watch, sink),
                               });
}

/* Milliseconds. */
static gint64 passed(gint64 since)
{
    return (g_get_monotonic_time() - since + 500) / G_TIME_SPAN_MILLISECOND;
}

/* The pages are shown before they are written, which takes longer than all before it. */
static void make_and_write(Watch *watch, Build *build, const Deps *deps, const Diagnostics *sink,
                           gint64 start)
{
    guint told;

    build_make(build);
    told = diagnostics_count(sink, SEVERITY_NOTE);
    if (watch->server)
        show(watch, build, deps, sink, passed(start));
    build_write(build);
    if (watch->server && diagnostics_count(sink, SEVERITY_NOTE) != told)
        server_tell(watch->server, report_stops(watch->options, sink), messages(watch, sink));
}

/* Of what names no place in a source, so that no edit mends it: a folder that is not there, a
 * template that the command line names, fonts. STATUS_OK where all can be mended. */
static int status_beyond_edits(const Diagnostics *sink)
{
    g_autoptr(GPtrArray) errors = diagnostics_sorted(sink, TRUE);
    int status = STATUS_OK;

    for (guint i = 0; i < errors->len; i++) {
        const Diagnostic *error = errors->pdata[i];
        if (!error->where.source && rule_row(error->rule)->status != STATUS_CONTENT)
            status = MAX(status, rule_row(error->rule)->status);
    }
    return status;
}

/* The first build ends the watch where it failed by such; later ones wait for the folder. */
static void tell_outcome(Watch *watch, const Build *build, const Diagnostics *sink, gint64 ms)
{
    report_finish(watch->options, sink);
    if (!watch->begun)
        watch->status = status_beyond_edits(sink);
    watch->begun = TRUE;
    if (watch->status != STATUS_OK)
        return;
    g_autofree gchar *text = outcome(watch, build, report_stops(watch->options, sink), ms);
    tell(watch, text);
}

/* Once all else is done, and only of what could be set: errors are not to be scrolled away. A list
 * that is the one of before is not printed again. */
static void check(Watch *watch, const Diagnostics *told)
{
    const Options *options = watch->options;
    Findings *findings = findings_new(options, told);
    gchar **text = options->check ? &findings->full : &findings->brief;

    if (!options->quiet && g_strcmp0(watch->found ? watch->found : "", *text) != 0)
        fputs(**text                     ? *text
              : options->lang == LANG_ZH ? "检查：没有发现问题\n"
                                         : "check: nothing found\n",
              stderr);
    g_free(watch->found);
    watch->found = g_steal_pointer(text);
    if (watch->server)
        server_show_findings(watch->server, g_steal_pointer(&findings->json));
    findings_free(findings);
}

static void make(gpointer data)
{
    Watch *watch = data;
    gint64 start = g_get_monotonic_time();
    ProgressLine progress;
    g_autoptr(Diagnostics) sink = diagnostics_new();
    Deps *deps = deps_new();

    deps_record(deps);
    Build *build = build_new(watch->options, sink);
    build_keep_fonts(build, watch->fonts);
    build_note_deps(build, deps);
    progress_line_follow(&progress, watch->options);
    make_and_write(watch, build, deps, sink, start);
    progress_line_end(&progress);
    tell_outcome(watch, build, sink, passed(start));
    if (!report_stops(watch->options, sink))
        check(watch, sink);
    deps_record(NULL);
    font_keep_sweep(watch->fonts);
    if (!watch->server)
        build_free(build);
    output_forget_fonts();
    watcher_follow(watch->watcher, deps);
}

static void tell_deaf(gpointer data)
{
    const Watch *watch = data;
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_WATCH_DEAF, SPAN_NONE, NULL);
    if (!watch->options->quiet)
        report_finish(watch->options, sink);
}

static gboolean end(gpointer data)
{
    g_main_loop_quit(data);
    return G_SOURCE_CONTINUE;
}

/* What no change of a file would mend. The folder to write in is asked for here, since a first
 * build with errors in the text does not come to it. */
static gboolean check_usage(const Options *options, Diagnostics *sink)
{
    build_free(build_new(options, sink));
    if (options->output && output_is_stdout(options->output))
        diag_report(sink, RULE_WATCH_TO_STDOUT, SPAN_NONE, NULL);
    else if (options->output)
        output_folder_check(options->output, sink);
    if (options->deps)
        output_folder_check(options->deps, sink);
    for (guint i = 0; i + 1 < options->rules->len; i++)
        check_config_set_rule(options->rules->pdata[i], sink);
    return !report_stops(options, sink);
}

/* Its address is all that goes to standard output. NULL after reporting. */
static Server *serve(const Options *options, Diagnostics *sink)
{
    Server *server = server_new(options->port, sink);

    if (server) {
        g_autofree gchar *address = server_address(server);
        g_autofree gchar *line = g_strconcat(address, "\n", NULL);
        report_text(NULL, line, strlen(line), sink);
    }
    return server;
}

int watch_run(const Options *options, Diagnostics *sink)
{
    if (!check_usage(options, sink))
        return report_finish(options, sink);
    g_autoptr(GMainLoop) loop = g_main_loop_new(NULL, FALSE);
    g_autoptr(FontKeep) fonts = font_keep_new();
    Watch watch = {.options = options, .loop = loop, .fonts = fonts};
    g_autoptr(Watcher) watcher = watcher_new(options->poll, make, tell_deaf, &watch);

    g_autoptr(Server) server = options_given(options, "serve") ? serve(options, sink) : NULL;
    if (report_stops(options, sink))
        return report_finish(options, sink);

    watch.server = server;
    watch.watcher = watcher;
    g_unix_signal_add(SIGINT, end, loop);
    g_unix_signal_add(SIGTERM, end, loop);
    make(&watch);
    if (watch.status == STATUS_OK)
        g_main_loop_run(loop);
    g_free(watch.found);
    return watch.status;
}

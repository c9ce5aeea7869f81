#include "app/progress_line.h"

#include "base/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* µs */
enum { FIRST_AFTER = 500000, DRAWN_EVERY = 100000 };

static gboolean is_set(const gchar *variable)
{
    const gchar *value = g_getenv(variable);

    return value && *value;
}

/* Build servers set CI, and keep what a terminal of theirs would show in a log. */
static gboolean is_wanted(const Options *options)
{
    return !options->quiet && isatty(STDERR_FILENO) && !is_set("CI") &&
           g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

void progress_line_begin(ProgressLine *line, const Options *options)
{
    *line = (ProgressLine){
        .lang = (Lang) options->lang,
        .wanted = is_wanted(options),
        .begun = g_get_monotonic_time(),
    };
}

void progress_line_show(ProgressLine *line, const gchar *text)
{
    gint64 now = g_get_monotonic_time();

    if (!line->wanted || now - line->begun < FIRST_AFTER)
        return;
    fprintf(stderr, "%s%s", line->shown ? "\r\033[K" : "", text);
    fflush(stderr);
    line->shown = TRUE;
    line->drawn = now;
}

void progress_line_clear(ProgressLine *line)
{
    if (line->shown)
        fputs("\r\033[K", stderr);
    fflush(stderr);
    line->shown = FALSE;
}

/* ---- of one build ---- */

static void on_progress(ProgressStage stage, guint done, guint count, gpointer data)
{
    static const gchar *const words[][2] = {
        [PROGRESS_READING] = TEXTS("读文件", "reading files"),
        [PROGRESS_FONTS] = TEXTS("选字体", "choosing fonts"),
        [PROGRESS_LINES] = TEXTS("排各段", "setting paragraphs"),
        [PROGRESS_PAGES] = TEXTS("分页", "dividing into pages"),
        [PROGRESS_DRAWING] = TEXTS("画各页", "drawing pages"),
        [PROGRESS_FINISHING] = TEXTS("整理 PDF", "finishing the PDF"),
    };
    ProgressLine *line = data;

    if (stage == PROGRESS_WRITING) {
        progress_line_clear(line);
        return;
    }
    if (g_get_monotonic_time() - line->drawn < DRAWN_EVERY)
        return;
    const gchar *word = words[stage][line->lang];
    g_autofree gchar *text =
        count > 0 ? g_strdup_printf(line->lang == LANG_ZH ? "%s %u/%u" : "%s: %u of %u", word, done,
                                    count)
                  : g_strdup_printf(done > 0 ? "%s %u" : "%s", word, done);
    progress_line_show(line, text);
}

void progress_line_follow(ProgressLine *line, const Options *options)
{
    progress_line_begin(line, options);
    progress_listen(line->wanted ? on_progress : NULL, line);
}

void progress_line_end(ProgressLine *line)
{
    progress_listen(NULL, NULL);
    progress_line_clear(line);
}

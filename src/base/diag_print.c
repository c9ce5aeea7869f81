#include "base/diag_internal.h"
#include "base/text.h"
#include "base/width.h"

#include <string.h>

/* Cells of a source line that are shown, and of those before the caret where it is cut. */
enum { MAX_CELLS = 120, CELLS_BEFORE = 60 };

/* More of one rule would bury the reader; the count line tells how many there are. */
enum { MAX_OF_A_RULE = 200 };

typedef struct {
    const Diagnostics *sink;
    DiagStyle style;
    GString *out;
    /* The place at hand. */
    const Source *source;
    guint32 offset;
    guint line, column;
} Printer;

#define COLOR_PLAIN "\x1B[0m"
#define COLOR_BOLD "\x1B[1m"
#define COLOR_HINT "\x1B[1;32m"

static const gchar *severity_color(Severity severity)
{
    static const gchar *const colors[] = {
        [SEVERITY_NOTE] = "\x1B[1;36m",
        [SEVERITY_WARNING] = "\x1B[1;35m",
        [SEVERITY_ERROR] = "\x1B[1;31m",
    };

    return colors[severity];
}

static const gchar *severity_label(Severity severity, Lang lang)
{
    static const gchar *const labels[][2] = {
        [SEVERITY_NOTE] = {[LANG_EN] = "note: ", [LANG_ZH] = "说明："},
        [SEVERITY_WARNING] = {[LANG_EN] = "warning: ", [LANG_ZH] = "警告："},
        [SEVERITY_ERROR] = {[LANG_EN] = "error: ", [LANG_ZH] = "错误："},
    };

    return labels[severity][lang];
}

static void append_color(Printer *printer, const gchar *color)
{
    if (printer->style.color)
        g_string_append(printer->out, color);
}

static void locate(Printer *printer, const Span *where)
{
    const Source *source = where->source;
    gsize mark =
        (gsize) (text_skip_mark(source->text, source->text + source->length) - source->text);

    printer->source = source;
    printer->offset = (guint32) CLAMP(where->start, mark, source->length);
    diag_position(printer->sink, where, &printer->line, &printer->column);
}

static void append_place(Printer *printer, const Diagnostic *diagnostic)
{
    g_autofree gchar *path = diagnostic_path(diagnostic);

    append_color(printer, COLOR_BOLD);
    g_string_append(printer->out, path);
    g_string_append_printf(printer->out, ":%u:%u: ", printer->line, printer->column);
    append_color(printer, COLOR_PLAIN);
}

/* A character without width takes room too: a million accents are no line to show. */
static guint append_for_room(GString *out, const gchar **at, const gchar *end, guint *room)
{
    guint width = text_append_visible(out, at, end);

    *room += MAX(width, 1);
    return width;
}

static gboolean fits(const gchar *at, const gchar *end)
{
    g_autoptr(GString) scratch = g_string_new(NULL);
    guint room = 0;

    while (at < end && room <= MAX_CELLS)
        append_for_room(scratch, &at, end, &room);
    return room <= MAX_CELLS;
}

/* Where to begin a line that is too long, so that the caret is within sight. */
static const gchar *window_start(const gchar *line, const gchar *caret)
{
    g_autoptr(GString) scratch = g_string_new(NULL);
    guint room = 0;

    while (caret > line) {
        const gchar *before = text_before(line, caret);
        const gchar *at = before;
        append_for_room(scratch, &at, caret, &room);
        if (room > CELLS_BEFORE)
            break;
        caret = before;
    }
    return caret;
}

/* Cells in front of the span and under it. */
typedef struct {
    guint before, under;
} Underline;

/* The character at `at`, as * in each of its cells where it is masked. */
static guint append_shown(const Printer *printer, const gchar **at, const gchar *end, guint *room)
{
    gsize offset = (gsize) (*at - printer->source->text), before = printer->out->len;
    guint width = append_for_room(printer->out, at, end, room);

    if (diagnostics_is_masked(printer->sink, printer->source, offset)) {
        g_string_truncate(printer->out, before);
        for (guint i = 0; i < width; i++)
            g_string_append_c(printer->out, '*');
    }
    return width;
}

/* The source line, or a window on it. */
static Underline append_line(const Printer *printer, const gchar *line, const gchar *end,
                             const gchar *start, const gchar *stop)
{
    GString *out = printer->out;
    gboolean whole = fits(line, end);
    const gchar *at = whole ? line : window_start(line, start);
    Underline cells = {0, 0};
    guint room = 0;

    if (at > line) {
        g_string_append(out, "…");
        cells.before = 1;
    }
    while (at < end && (whole || room < MAX_CELLS)) {
        const gchar *character = at;
        guint width = append_shown(printer, &at, end, &room);
        if (character < start)
            cells.before += width;
        else if (character < stop)
            cells.under += width;
    }
    if (at < end)
        g_string_append(out, "…");
    return cells;
}

static void append_source(Printer *printer, const Span *where, Severity severity)
{
    const gchar *text = where->source->text;
    gsize length;
    const gchar *line = source_line(where->source, printer->line, &length);
    const gchar *end = line + length;

    if (printer->line == 1)
        line = text_skip_mark(line, end);
    const gchar *start = CLAMP(text + printer->offset, line, end);
    g_string_append(printer->out, "  | ");
    Underline cells = append_line(printer, line, end, start, text + where->end);
    g_string_append_printf(printer->out, "\n  | %*s", (int) cells.before, "");
    append_color(printer, severity_color(severity));
    for (guint i = 0; i < MAX(cells.under, 1); i++)
        g_string_append_c(printer->out, '^');
    append_color(printer, COLOR_PLAIN);
    g_string_append_c(printer->out, '\n');
}

static void append_hint(Printer *printer, const Diagnostic *diagnostic)
{
    g_autofree gchar *hint = diagnostic_hint(printer->sink, diagnostic, printer->style.lang);

    if (*hint == '\0')
        return;
    g_string_append(printer->out, "  = ");
    append_color(printer, COLOR_HINT);
    g_string_append(printer->out, printer->style.lang == LANG_ZH ? "办法：" : "hint: ");
    append_color(printer, COLOR_PLAIN);
    g_string_append(printer->out, hint);
    g_string_append_c(printer->out, '\n');
}

static void append_diagnostic(Printer *printer, const Diagnostic *diagnostic)
{
    Severity severity = diagnostics_severity(printer->sink, diagnostic->rule);
    Lang lang = printer->style.lang;
    g_autofree gchar *message = diagnostic_message(printer->sink, diagnostic, lang);

    if (diagnostic->where.source) {
        locate(printer, &diagnostic->where);
        append_place(printer, diagnostic);
    }
    append_color(printer, severity_color(severity));
    g_string_append(printer->out, severity_label(severity, lang));
    append_color(printer, COLOR_PLAIN);
    g_string_append_printf(printer->out, "%s [%s]\n", message, rule_row(diagnostic->rule)->id);
    if (diagnostic->where.source)
        append_source(printer, &diagnostic->where, severity);
    append_hint(printer, diagnostic);
}

static void append_count(GString *out, guint n, Lang lang, const gchar *zh, const gchar *en)
{
    if (lang == LANG_ZH)
        g_string_append_printf(out, "%u 个%s", n, zh);
    else
        g_string_append_printf(out, "%u %s%s", n, en, n == 1 ? "" : "s");
}

void diagnostics_append_counts(const Diagnostics *sink, DiagStyle style, GString *out)
{
    guint errors = diagnostics_count(sink, SEVERITY_ERROR);
    guint warnings = style.quiet ? 0 : diagnostics_count(sink, SEVERITY_WARNING) - errors;

    if (errors > 0)
        append_count(out, errors, style.lang, "错误", "error");
    if (errors > 0 && warnings > 0)
        g_string_append(out, style.lang == LANG_ZH ? "，" : ", ");
    if (warnings > 0)
        append_count(out, warnings, style.lang, "警告", "warning");
}

static void append_end(Printer *printer, const Diagnostics *sink, guint hidden)
{
    GString *out = printer->out;

    if (hidden > 0)
        g_string_append_printf(
            out, printer->style.lang == LANG_ZH ? "还有 %u 条没有列出\n" : "%u more not shown\n",
            hidden);
    gsize before = out->len;
    diagnostics_append_counts(sink, printer->style, out);
    if (out->len > before)
        g_string_append_c(out, '\n');
}

void diagnostics_print(const Diagnostics *sink, DiagStyle style, GString *out)
{
    g_autoptr(GPtrArray) shown = diagnostics_sorted(sink, style.quiet);
    Printer printer = {.sink = sink, .style = style, .out = out};
    guint of_rule[RULE_COUNT] = {0}, hidden = 0;

    for (guint i = 0; i < shown->len; i++) {
        const Diagnostic *diagnostic = g_ptr_array_index(shown, i);
        if (of_rule[diagnostic->rule]++ < MAX_OF_A_RULE)
            append_diagnostic(&printer, diagnostic);
        else
            hidden++;
    }
    append_end(&printer, sink, hidden);
}

/* The parts of a diagnostic as text that is safe to show. */
#include "base/diag_internal.h"
#include "base/text.h"

void diag_append_filled(const Diagnostics *sink, GString *out, const gchar *text,
                        gchar *const *arguments)
{
    guint count = g_strv_length((gchar **) arguments);

    while (*text) {
        if (text[0] == '{' && g_ascii_isdigit(text[1]) && text[2] == '}') {
            guint index = (guint) (text[1] - '0');
            g_autofree gchar *shown =
                index < count ? diagnostics_mask_text(sink, arguments[index]) : NULL;
            if (shown)
                text_append_string(out, shown);
            text += 3;
        } else {
            g_string_append_c(out, *text++);
        }
    }
}

static gchar *filled(const Diagnostics *sink, const Diagnostic *diagnostic, const gchar *text)
{
    GString *out = g_string_new(NULL);

    diag_append_filled(sink, out, text, diagnostic->arguments);
    return g_string_free(out, FALSE);
}

gchar *diagnostic_message(const Diagnostics *sink, const Diagnostic *diagnostic, Lang lang)
{
    return filled(sink, diagnostic, rule_row(diagnostic->rule)->text[lang]);
}

gchar *diagnostic_hint(const Diagnostics *sink, const Diagnostic *diagnostic, Lang lang)
{
    return filled(sink, diagnostic, rule_row(diagnostic->rule)->hint[lang]);
}

gchar *diagnostic_path(const Diagnostic *diagnostic)
{
    const gchar *path = diagnostic->where.source->path;
    GString *out = g_string_new(*path == ':' ? "./" : NULL);

    text_append_string(out, path);
    return g_string_free(out, FALSE);
}

/* The known place nearest before one on the same line, or NULL. */
static const DiagCursor *nearest_cursor(const DiagCursors *cursors, const Source *source,
                                        guint32 offset)
{
    const DiagCursor *nearest = NULL;
    gsize length;

    for (guint i = 0; i < DIAG_CURSORS; i++) {
        const DiagCursor *one = &cursors->known[i];
        if (one->source != source || one->offset > offset ||
            (nearest && nearest->offset >= one->offset))
            continue;
        const gchar *line = source_line(source, one->line, &length);
        if (source->text + offset < line + length)
            nearest = one;
    }
    return nearest;
}

void diag_position(const Diagnostics *sink, const Span *where, guint *line, guint *column)
{
    const Source *source = where->source;
    gsize mark =
        (gsize) (text_skip_mark(source->text, source->text + source->length) - source->text);
    guint32 offset = (guint32) CLAMP(where->start, mark, source->length);
    const DiagCursor *near = nearest_cursor(sink->cursors, source, offset);

    if (near) {
        *line = near->line;
        *column = near->column + text_count(source->text + near->offset, source->text + offset);
    } else {
        source_position(source, offset, line, column);
    }
    sink->cursors->known[sink->cursors->next] = (DiagCursor){source, offset, *line, *column};
    sink->cursors->next = (sink->cursors->next + 1) % DIAG_CURSORS;
}

void diagnostics_append_text(const Diagnostics *sink, const Source *source, gsize start, gsize end,
                             GString *out)
{
    const gchar *at = source->text + start, *stop = source->text + MIN(end, source->length);

    while (at < stop) {
        gboolean masked = diagnostics_is_masked(sink, source, (gsize) (at - source->text));
        gsize before = out->len;
        text_append_visible(out, &at, stop);
        if (masked) {
            g_string_truncate(out, before);
            g_string_append_c(out, '*');
        }
    }
}

enum { MAX_SNIPPET = 400 }; /* bytes of a line on each side of the place */

gchar *diagnostics_snippet(const Diagnostics *sink, const Span *where)
{
    guint line, column;
    gsize length;

    diag_position(sink, where, &line, &column);
    const Source *source = where->source;
    const gchar *text = source_line(source, line, &length), *end = text + length;
    if (line == 1)
        text = text_skip_mark(text, end);
    const gchar *place = CLAMP(source->text + where->start, text, end);
    const gchar *from = place - text > MAX_SNIPPET ? text_before(text, place - MAX_SNIPPET) : text;
    const gchar *to = end - place > MAX_SNIPPET ? text_before(text, place + MAX_SNIPPET) : end;
    GString *out = g_string_new(NULL);
    diagnostics_append_text(sink, source, (gsize) (from - source->text),
                            (gsize) (to - source->text), out);
    return g_string_free(out, FALSE);
}

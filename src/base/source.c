#include "base/source.h"

#include "base/text.h"

static GArray *index_lines(const gchar *text, gsize length)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(guint32));
    guint32 start = 0;

    g_array_append_val(lines, start);
    for (gsize i = 0; i < length; i++) {
        if (text[i] != '\n' && text[i] != '\r')
            continue;
        if (text[i] == '\r' && i + 1 < length && text[i + 1] == '\n')
            i++;
        start = (guint32) (i + 1);
        g_array_append_val(lines, start);
    }
    return lines;
}

Source *source_new(gchar *path, gchar *text, gsize length)
{
    Source *source = g_new0(Source, 1);

    source->path = path;
    source->text = g_realloc(text, length + 1);
    source->text[length] = '\0';
    source->length = length;
    source->lines = index_lines(source->text, length);
    return source;
}

void source_free(Source *source)
{
    if (!source)
        return;
    g_free(source->path);
    g_free(source->text);
    g_array_unref(source->lines);
    g_free(source);
}

static void source_release(gpointer source)
{
    source_free(source);
}

GPtrArray *sources_new(void)
{
    return g_ptr_array_new_with_free_func(source_release);
}

Span span_part(Span span, guint32 from, guint32 to)
{
    guint32 length = span.end - span.start;

    to = MIN(to, length);
    from = MIN(from, to);
    return (Span){span.source, span.start + from, span.start + to};
}

static guint32 line_start(const Source *source, guint line)
{
    return g_array_index(source->lines, guint32, line - 1);
}

/* The last line that starts at or before a byte. */
static guint line_of(const Source *source, guint32 offset)
{
    guint low = 1, high = source->lines->len;

    while (low < high) {
        guint middle = low + (high - low + 1) / 2;
        if (line_start(source, middle) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

void source_position(const Source *source, guint32 offset, guint *line, guint *column)
{
    guint32 place = (guint32) MIN(offset, source->length);
    gsize bytes;

    *line = line_of(source, place);
    *column = 1;
    const gchar *end = source->text + source->length;
    const gchar *at = source->text + line_start(source, *line);
    if (*line == 1)
        at = text_skip_mark(at, end);
    for (; at < source->text + place; at += bytes) {
        text_char(at, end, &bytes);
        if (at + bytes <= source->text + place) /* a place inside a character is that character's */
            ++*column;
    }
}

const gchar *source_line(const Source *source, guint line, gsize *length)
{
    guint32 start = line_start(source, line);
    gsize end = line < source->lines->len ? line_start(source, line + 1) : source->length;

    while (end > start && (source->text[end - 1] == '\n' || source->text[end - 1] == '\r'))
        end--;
    *length = end - start;
    return source->text + start;
}

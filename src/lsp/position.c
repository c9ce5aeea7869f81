#include "lsp/position.h"

/* Of a byte that begins a character; the others add nothing. */
static guint units(guchar byte, Encoding encoding)
{
    if (encoding == ENCODING_UTF8)
        return 1;
    return (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
}

static guint32 line_start(const Source *source, guint line)
{
    return g_array_index(source->lines, guint32, line);
}

/* The line of a byte, from 0. */
static guint line_of(const Source *source, guint32 offset)
{
    guint line, column;

    source_position(source, offset, &line, &column);
    return line - 1;
}

json_t *position_json(const Source *source, guint32 offset, Encoding encoding)
{
    guint32 place = (guint32) MIN(offset, source->length);
    guint line = line_of(source, place);
    guint character = 0;

    for (guint32 at = line_start(source, line); at < place; at++)
        character += units((guchar) source->text[at], encoding);
    return json_pack("{s:i,s:i}", "line", (int) line, "character", (int) character);
}

json_t *range_json(const Span *span, Encoding encoding)
{
    return json_pack("{s:o,s:o}", "start", position_json(span->source, span->start, encoding),
                     "end", position_json(span->source, MAX(span->end, span->start), encoding));
}

Span line_span(const Source *source, guint32 offset)
{
    guint line = line_of(source, offset);
    gsize length;

    source_line(source, line + 1, &length);
    return (Span){source, line_start(source, line), line_start(source, line) + (guint32) length};
}

/* Past the character that begins at a byte. */
static guint32 next_character(const Source *source, guint32 at, guint32 end)
{
    do
        at++;
    while (at < end && ((guchar) source->text[at] & 0xC0) == 0x80);
    return at;
}

static guint32 offset_in_line(const Source *source, guint line, guint64 character,
                              Encoding encoding)
{
    Span whole = line_span(source, line_start(source, line));
    guint64 passed = 0;
    guint32 at = whole.start;

    while (at < whole.end) {
        guint32 next = next_character(source, at, whole.end);
        guint64 size =
            encoding == ENCODING_UTF8 ? next - at : units((guchar) source->text[at], encoding);
        if (passed + size > character)
            break;
        passed += size;
        at = next;
    }
    return at;
}

gboolean position_offset(const Source *source, const json_t *position, Encoding encoding,
                         guint32 *offset)
{
    const json_t *line = json_object_get(position, "line");
    const json_t *character = json_object_get(position, "character");

    if (!json_is_integer(line) || !json_is_integer(character) || json_integer_value(line) < 0 ||
        json_integer_value(character) < 0)
        return FALSE;
    if (json_integer_value(line) >= source->lines->len)
        *offset = (guint32) source->length;
    else
        *offset = offset_in_line(source, (guint) json_integer_value(line),
                                 (guint64) json_integer_value(character), encoding);
    return TRUE;
}

gboolean range_span(const Source *source, const json_t *range, Encoding encoding, Span *span)
{
    guint32 start, end;

    if (!position_offset(source, json_object_get(range, "start"), encoding, &start) ||
        !position_offset(source, json_object_get(range, "end"), encoding, &end))
        return FALSE;
    *span = (Span){source, MIN(start, end), MAX(start, end)};
    return TRUE;
}

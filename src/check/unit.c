#include "check/unit_text.h"

#include <string.h>

#define OBJECT "\xEF\xBF\xBC" /* U+FFFC OBJECT REPLACEMENT CHARACTER */

void unit_free(TextUnit *unit)
{
    if (!unit)
        return;
    g_free(unit->text);
    g_free(unit->guards);
    g_array_unref(unit->pieces);
    g_free(unit);
}

/* A unit being made. */
typedef struct {
    GString *text;
    GArray *pieces;
} Making;

static Making making_new(void)
{
    return (Making){g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(UnitPiece))};
}

static void add(Making *making, const gchar *text, gsize length, Span span, gboolean exact,
                const Inline *run)
{
    UnitPiece piece = {(guint32) making->text->len, 0, span, exact, run};

    if (length == 0)
        return;
    g_string_append_len(making->text, text, (gssize) length);
    piece.end = (guint32) making->text->len;
    g_array_append_val(making->pieces, piece);
}

static TextUnit *finish(Making *making, UnitKind kind)
{
    TextUnit *unit = g_new0(TextUnit, 1);

    unit->kind = kind;
    unit->length = (guint32) making->text->len;
    unit->text = g_string_free(making->text, FALSE);
    unit->pieces = making->pieces;
    unit->guards = g_new0(guint8, unit->length + 1);
    if (unit->length == 0) {
        unit_free(unit);
        return NULL;
    }
    unit->span = unit->block = unit_span(unit, 0, unit->length);
    return unit;
}

TextUnit *unit_from_runs(UnitKind kind, const GArray *inlines)
{
    Making making = making_new();

    for (guint i = 0; inlines && i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        gboolean exact = (run->flags & INLINE_VERBATIM) != 0;
        if (run->flags & INLINE_REFERENCE)
            add(&making, OBJECT, strlen(OBJECT), run->span, FALSE, run);
        else if (run->flags & INLINE_BREAK)
            add(&making, "\n", 1, run->span, FALSE, run);
        else
            add(&making, run->text, strlen(run->text), run->span, exact, run);
    }
    return finish(&making, kind);
}

/* ---- values of front matter ---- */

/* How far a value has been followed in its span. */
typedef struct {
    const Source *source;
    const gchar *at, *end;
} Written;

/* Past the quote or the | that a value begins with. */
static void skip_opening(Written *written, const gchar *text)
{
    if (written->at < written->end && strchr("\"'", *written->at) && *text != *written->at)
        written->at++;
    else if (written->at < written->end && strchr("|>", *written->at) && *text != *written->at)
        while (written->at < written->end && !strchr("\r\n", *written->at))
            written->at++;
}

/* Where the same bytes stand as `text` begins with: at once, or after blanks and line ends. */
static gsize same_bytes(Written *written, const gchar *text)
{
    const gchar *at = written->at;
    gsize length = 0;

    if (at < written->end && *at != *text)
        at += strspn(at, " \t\r\n");
    while (at + length < written->end && text[length] && at[length] == text[length] &&
           !strchr("\r\n", text[length]))
        length++;
    while (length > 0 && (text[length] & 0xC0) == 0x80) /* whole characters */
        length--;
    if (length > 0)
        written->at = at;
    return length;
}

TextUnit *unit_from_value(UnitKind kind, const gchar *text, Span span)
{
    if (!text || !span.source)
        return NULL;
    Making making = making_new();
    Written written = {span.source, span.source->text + span.start, span.source->text + span.end};

    skip_opening(&written, text);
    while (*text) {
        gsize length = same_bytes(&written, text);
        guint32 from = (guint32) (written.at - span.source->text);
        if (length > 0) {
            add(&making, text, length, (Span){span.source, from, from + (guint32) length}, TRUE,
                NULL);
            written.at += length;
        } else if (strchr(" \n", *text)) { /* what a line end has become */
            length = 1;
            add(&making, text, length, (Span){span.source, from, from}, FALSE, NULL);
        } else {
            length = strlen(text);
            add(&making, text, length, span, FALSE, NULL);
        }
        text += length;
    }
    return finish(&making, kind);
}

/* ---- places ---- */

const UnitPiece *unit_piece(const TextUnit *unit, guint32 at)
{
    guint low = 0, high = unit->pieces->len - 1;

    while (low < high) {
        guint middle = (low + high) / 2;
        if (g_array_index(unit->pieces, UnitPiece, middle).end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return &g_array_index(unit->pieces, UnitPiece, low);
}

static guint32 place_of(const UnitPiece *piece, guint32 at, guint32 otherwise)
{
    return piece->exact ? piece->span.start + (at - piece->start) : otherwise;
}

Span unit_span(const TextUnit *unit, guint32 start, guint32 end)
{
    end = MIN(end, unit->length);
    start = MIN(start, end);
    if (start == end && start > 0) {
        const UnitPiece *piece = unit_piece(unit, start - 1);
        guint32 at = place_of(piece, start, piece->span.end);
        return (Span){piece->span.source, at, at};
    }
    const UnitPiece *first = unit_piece(unit, start);
    const UnitPiece *last = unit_piece(unit, MAX(end, 1) - 1);
    Span span = {first->span.source, place_of(first, start, first->span.start),
                 place_of(last, end, last->span.end)};
    if (start == end || last->span.source != first->span.source)
        span.end = span.start;
    span.end = MAX(span.end, span.start);
    return span;
}

/* Whether the character at `at` has a backslash before it, which would stay. */
static gboolean is_escaped(const UnitPiece *piece, guint32 at)
{
    return at == piece->start && piece->span.start > 0 &&
           piece->span.source->text[piece->span.start - 1] == '\\';
}

static gboolean is_exact_insertion(const TextUnit *unit, guint32 at)
{
    const UnitPiece *piece = unit_piece(unit, at > 0 ? at - 1 : 0);

    return piece->exact && !(at == 0 && is_escaped(piece, 0));
}

gboolean unit_exact_span(const TextUnit *unit, guint32 start, guint32 end, Span *span)
{
    if (unit->length == 0 || end > unit->length || start > end)
        return FALSE;
    *span = unit_span(unit, start, end);
    if (start == end)
        return is_exact_insertion(unit, start);
    guint32 expected = span->start;
    for (guint32 at = start; at < end;) {
        const UnitPiece *piece = unit_piece(unit, at);
        if (!piece->exact || is_escaped(piece, at) || place_of(piece, at, 0) != expected)
            return FALSE;
        expected += MIN(piece->end, end) - at;
        at = piece->end;
    }
    return expected == span->end;
}

gboolean unit_guarded(const TextUnit *unit, guint32 start, guint32 end, guint guards)
{
    for (guint32 at = start; at < MIN(MAX(end, start + 1), unit->length); at++)
        if (unit->guards[at] & guards)
            return TRUE;
    return FALSE;
}

gunichar unit_before(const TextUnit *unit, guint32 at)
{
    return at == 0 ? 0 : g_utf8_get_char(g_utf8_prev_char(unit->text + at));
}

gunichar unit_at(const TextUnit *unit, guint32 at)
{
    return at >= unit->length ? 0 : g_utf8_get_char(unit->text + at);
}

gboolean unit_is_prose(const TextUnit *unit)
{
    return unit->kind != UNIT_FIELD && unit->kind != UNIT_ALT;
}

gchar *unit_part(const TextUnit *unit, guint32 start, guint32 end)
{
    return g_strndup(unit->text + start, end - start);
}

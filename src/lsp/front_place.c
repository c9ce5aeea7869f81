#include "lsp/front_place.h"

#include "source/front_matter.h"

#include <string.h>

#define WIDE_COLON "："
#define BOM_BYTES 3

gchar *span_text(const Span *span)
{
    return g_strndup(span->source->text + span->start, span->end - span->start);
}

/* ---- lines ---- */

typedef struct {
    Span whole;
    guint32 text;  /* the first byte that is no blank */
    guint32 colon; /* where the key ends; whole.end: no colon */
    guint32 after; /* past the colon */
    gboolean item; /* - … */
} Line;

static gboolean is_blank(gchar c)
{
    return c == ' ' || c == '\t';
}

/* A colon ends a key before a blank or the end of the line; a Chinese one is meant as one. */
static gboolean ends_key(const Line *line, guint32 at, guint32 *after)
{
    const gchar *text = line->whole.source->text;

    if (text[at] == ':' && (at + 1 >= line->whole.end || is_blank(text[at + 1]))) {
        *after = at + 1;
        return TRUE;
    }
    if (line->whole.end - at >= strlen(WIDE_COLON) &&
        memcmp(text + at, WIDE_COLON, strlen(WIDE_COLON)) == 0) {
        *after = at + (guint32) strlen(WIDE_COLON);
        return TRUE;
    }
    return FALSE;
}

static Line line_at(const Source *source, guint32 offset)
{
    Line line = {.whole = line_span(source, offset)};
    const gchar *text = source->text;

    line.text = line.whole.start;
    while (line.text < line.whole.end && is_blank(text[line.text]))
        line.text++;
    line.item = line.text < line.whole.end && text[line.text] == '-';
    line.colon = line.after = line.whole.end;
    for (guint32 at = line.text; at < line.whole.end && !line.item; at++) {
        if (ends_key(&line, at, &line.after)) {
            line.colon = at;
            break;
        }
    }
    return line;
}

/* Where the next line begins, or past the end of the text. */
static guint32 next_line(const Line *line)
{
    const gchar *end = line->whole.source->text + line->whole.end;

    return line->whole.end + (end[0] == '\r' && end[1] == '\n' ? 2 : 1);
}

static guint32 indent(const Line *line)
{
    return line->text - line->whole.start;
}

static gboolean is_empty(const Line *line)
{
    return line->text == line->whole.end || line->whole.source->text[line->text] == '#';
}

/* The line before, down to the first of the front matter; FALSE at its beginning. */
static gboolean line_before(const Span *front, const Line *line, Line *before)
{
    if (line->whole.start <= front->start)
        return FALSE;
    *before = line_at(front->source, line->whole.start - 1);
    return before->whole.start >= front->start;
}

/* The line with the key that a line is below of: of a list or a group. */
static gboolean line_above(const Span *front, const Line *line, Line *above)
{
    Line at = *line;

    while (line_before(front, &at, &at)) {
        gboolean outer = indent(&at) < indent(line) || (line->item && indent(&at) <= indent(line));
        if (is_empty(&at) || at.item || !outer)
            continue;
        *above = at;
        return at.colon < at.whole.end;
    }
    return FALSE;
}

static Span key_of(const Line *line)
{
    guint32 end = line->colon;

    while (end > line->text && is_blank(line->whole.source->text[end - 1]))
        end--;
    return (Span){line->whole.source, line->text, end};
}

/* ---- what is being written ---- */

/* From behind the last mark that begins a value to the next that ends it. */
static Span word_of(const Line *line, guint32 from, guint32 offset)
{
    const gchar *text = line->whole.source->text;
    guint32 start = from, end = MAX(offset, from);

    for (guint32 at = from; at < offset && at < line->whole.end; at++)
        if (strchr("[,\"'", text[at]))
            start = at + 1;
    while (start < offset && is_blank(text[start]))
        start++;
    while (end < line->whole.end && !strchr(",]\"'#", text[end]))
        end++;
    while (end > MAX(offset, start) && is_blank(text[end - 1]))
        end--;
    return (Span){line->whole.source, start, end};
}

/* The front matter; FALSE where there is none around the place. An open one has no end yet. */
static gboolean find_front(const Source *source, guint32 offset, Span *front)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    FrontMatter found = front_matter_find(source, unheard);
    gboolean open = diagnostics_count(unheard, SEVERITY_ERROR) > 0;

    *front = (Span){source, found.start, found.end};
    return found.start > BOM_BYTES && offset >= found.start &&
           (offset < found.end || (open && offset <= found.end));
}

/* Whether the key of either name has one of two values. */
static gboolean has_kind(const Span *front, Words wanted)
{
    for (guint32 at = front->start; at < front->end;) {
        Line line = line_at(front->source, at);
        Span key = key_of(&line), value = word_of(&line, line.after, line.after);
        g_autofree gchar *name = span_text(&key);
        g_autofree gchar *text = span_text(&value);
        g_strstrip(text);
        if ((g_str_equal(name, "kind") || g_str_equal(name, "类型")) &&
            (g_str_equal(text, wanted.en) || g_str_equal(text, wanted.zh)))
            return TRUE;
        at = next_line(&line);
    }
    return FALSE;
}

static FrontPlace place_of(const Document *document, const Span *front)
{
    g_autofree gchar *name = g_path_get_basename(document->path);
    g_autofree gchar *main = g_build_filename(document->bulletin, "bulletin.md", NULL);
    g_autofree gchar *annexes = g_build_filename(document->bulletin, "annexes/", NULL);

    if (g_str_equal(document->path, document->bulletin) || g_str_equal(document->path, main))
        return FRONT_BULLETIN;
    if (g_str_has_prefix(document->path, annexes))
        return has_kind(front, annex_words[ANNEX_LEDGER]) ? FRONT_LEDGER : FRONT_ANNEX;
    if (g_str_equal(name, "closing.md"))
        return FRONT_CLOSING;
    if (g_str_equal(name, "index.md") && !has_kind(front, kind_words[NODE_FINDING]))
        return FRONT_HEADING;
    return FRONT_FINDING; /* or a measure: they have the same keys */
}

/* What most of the keys are written in. */
static gboolean is_english(const Span *front)
{
    guint english = 0, chinese = 0;

    for (guint32 at = front->start; at < front->end;) {
        Line line = line_at(front->source, at);
        if (line.colon < line.whole.end && (guchar) front->source->text[line.text] < 0x80)
            english++;
        else if (line.colon < line.whole.end)
            chinese++;
        at = next_line(&line);
    }
    return english > chinese;
}

static gboolean yaml_cursor(const Place *place, FrontCursor *cursor)
{
    const Document *document = place->document;
    guint32 offset = place->offset;

    *cursor = (FrontCursor){.key = SPAN_NONE};
    if (!document->path || !document->bulletin ||
        !find_front(document->source, offset, &cursor->front))
        return FALSE;
    Line line = line_at(document->source, offset), above;
    gboolean below = (indent(&line) > 0 || line.item) && line_above(&cursor->front, &line, &above);
    cursor->place = place_of(document, &cursor->front);
    cursor->english = is_english(&cursor->front);
    cursor->in_key = !line.item && offset <= line.colon;
    cursor->colon = line.colon < line.whole.end;
    cursor->key = key_of(line.item && below ? &above : &line);
    if (below && !line.item) {
        Span group = key_of(&above);
        g_autofree gchar *name = span_text(&group);
        FrontKey key;
        if (front_key_find(cursor->place, name, &key) && key.value->shape == SHAPE_GROUP)
            cursor->place = key.value->group;
    }
    cursor->word = cursor->in_key
                       ? (Span){document->source, line.text, MAX(cursor->key.end, offset)}
                   : line.item ? word_of(&line, line.text + 1, MAX(offset, line.text + 1))
                               : word_of(&line, line.after, offset);
    if (cursor->in_key)
        cursor->word.start = MIN(line.text, offset);
    return TRUE;
}

gboolean front_cursor(const Place *place, FrontCursor *cursor)
{
    return yaml_cursor(place, cursor) || braces_cursor(place, cursor);
}

GPtrArray *front_keys_there(const FrontCursor *cursor)
{
    if (cursor->in_braces)
        return braces_keys_there(cursor);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    Line own = line_at(cursor->front.source, cursor->word.start);

    for (guint32 at = cursor->front.start; at < cursor->front.end;) {
        Line line = line_at(cursor->front.source, at);
        Span key = key_of(&line);
        if (line.whole.start != own.whole.start && line.colon < line.whole.end &&
            (indent(&line) > 0) == (cursor->place == FRONT_CONTACT))
            g_ptr_array_add(names, span_text(&key));
        at = next_line(&line);
    }
    return names;
}

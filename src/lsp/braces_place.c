/* The keys at the end of a heading in a bulletin of one file: ### 标题 {#id} {status: done, …}. */
#include "lsp/front_place.h"

#include <string.h>

/* ### and more are findings where nothing else is said. */
#define FINDING_LEVEL 3

static gboolean is_blank(gchar c)
{
    return c == ' ' || c == '\t';
}

/* Where the part of a list of pairs begins that a byte is in: behind the last comma that stands in
 * no brackets and no quotes. */
static guint32 part_start(const gchar *text, guint32 from, guint32 at)
{
    guint32 start = from;
    gint depth = 0;
    gboolean quoted = FALSE;

    for (guint32 i = from; i < at; i++) {
        quoted ^= text[i] == '"';
        depth += quoted ? 0 : (text[i] == '[') - (text[i] == ']');
        if (text[i] == ',' && depth <= 0 && !quoted)
            start = i + 1;
    }
    return start;
}

/* The braces that a place is in; FALSE where it is in none, or in those of an id. */
static gboolean find_braces(const Source *source, guint32 offset, Span line, Span *inside)
{
    guint32 start = offset, end = offset;

    while (start > line.start && !strchr("{}", source->text[start - 1]))
        start--;
    if (start == line.start || source->text[start - 1] != '{' || source->text[start] == '#' ||
        (start >= line.start + 2 && source->text[start - 2] == '\\'))
        return FALSE;
    while (end < line.end && source->text[end] != '}')
        end++;
    *inside = (Span){source, start, end};
    return TRUE;
}

/* The number of # that a line begins with, behind the number of an item too; 0: it is no heading.
 */
static guint heading_level(Span line, gboolean *item)
{
    const gchar *text = line.source->text + line.start;
    gsize skip = strspn(text, " \t");
    gsize digits = strspn(text + skip, "0123456789");

    *item = digits > 0 && text[skip + digits] == '.';
    if (*item)
        skip += digits + 1 + strspn(text + skip + digits + 1, " \t");
    return (guint) strspn(text + skip, "#");
}

static gboolean mentions(const Span *inside, Words words)
{
    g_autofree gchar *text = span_text(inside);

    return strstr(text, words.zh) || strstr(text, words.en);
}

static FrontPlace place_of(const Span *inside, guint level, gboolean item)
{
    if (item)
        return FRONT_MEASURE;
    if (mentions(inside, annex_words[ANNEX_LEDGER]))
        return FRONT_LEDGER;
    return level >= FINDING_LEVEL || mentions(inside, kind_words[NODE_FINDING]) ? FRONT_FINDING
                                                                                : FRONT_HEADING;
}

static Span trimmed(const Source *source, guint32 start, guint32 end)
{
    while (start < end && is_blank(source->text[start]))
        start++;
    while (end > start && is_blank(source->text[end - 1]))
        end--;
    return (Span){source, start, end};
}

gboolean braces_cursor(const Place *place, FrontCursor *cursor)
{
    const Source *source = place->document->source;
    guint32 offset = place->offset;
    Span line = line_span(source, offset);
    gboolean item;
    guint level = heading_level(line, &item);

    *cursor = (FrontCursor){.key = SPAN_NONE, .in_braces = TRUE};
    if (level == 0 || !place->document->bulletin ||
        !find_braces(source, offset, line, &cursor->front))
        return FALSE;
    guint32 start = part_start(source->text, cursor->front.start, offset);
    const gchar *colon = memchr(source->text + start, ':', offset - start);
    guint32 key_end = colon ? (guint32) (colon - source->text) : offset;
    cursor->place = place_of(&cursor->front, level, item);
    cursor->in_key = !colon;
    cursor->key = trimmed(source, start, key_end);
    cursor->english =
        cursor->key.start < cursor->key.end && (guchar) source->text[cursor->key.start] < 0x80;
    guint32 from = colon ? key_end + 1 : start;
    for (guint32 at = from; at < offset; at++)
        if (strchr("[,\"", source->text[at]))
            from = at + 1;
    cursor->word = trimmed(source, from, offset);
    if (cursor->word.start == cursor->word.end)
        cursor->word = (Span){source, offset, offset};
    return TRUE;
}

GPtrArray *braces_keys_there(const FrontCursor *cursor)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const gchar *text = cursor->front.source->text;

    for (guint32 at = cursor->front.start; at < cursor->front.end; at++) {
        if (text[at] != ':')
            continue;
        guint32 start = part_start(text, cursor->front.start, at);
        Span key = trimmed(cursor->front.source, start, at);
        g_ptr_array_add(names, span_text(&key));
    }
    return names;
}

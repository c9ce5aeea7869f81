#include "source/inline.h"

#include <string.h>

#include "source/characters.h"
#include "source/entity.h"
#include "source/inline_reader.h"
#include "source/link_scan.h"
#include "source/markdown_copy.h"
#include "source/marks.h"
#include "source/note_scan.h"

void inline_report_no_element(const MarkdownText *text, guint32 from, guint32 to, const gchar *zh,
                              const gchar *en)
{
    diag_report(text->sink, RULE_NOT_AN_ELEMENT, span_between(text, from, to), zh, en, NULL);
}

/* What is meant as a comment or image but is none is plain text to cmark and would be printed.
 */
static void check_text(InlineReader *r, guint32 from, guint32 to)
{
    const gchar *end = copy_at(r, r->end), *stop = copy_at(r, to);
    for (const gchar *p = copy_at(r, from); p < stop && !r->runs.muted; p++) {
        if (*p != '<' && *p != '!')
            continue;
        if (link_scan_is_image(p, end))
            diag_report(r->text->sink, RULE_BROKEN_IMAGE,
                        span_between(r->text, place_of(r, p), place_of(r, p + 2)), NULL);
        if (strncmp(p, "<!--", 4) == 0)
            diag_report(r->text->sink, RULE_RAW_HTML,
                        span_between(r->text, place_of(r, p), place_of(r, p + 4)), NULL);
    }
}

/* A line end that is written as &#10; would be one in the midst of a paragraph's line. */
static void check_entity(InlineReader *r, const gchar *text, Span span)
{
    for (const gchar *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gboolean ends_line = c == '\n' || c == '\r';
        CharacterFault fault = ends_line ? CHARACTER_BAD : character_fault(c, r->runs.before);
        character_report(fault, c, span, r->text->sink);
    }
}

static gboolean is_escape(const InlineReader *r, const gchar *p, const gchar *end)
{
    return *p == '\\' && !r->link.automatic && p + 1 < end && g_ascii_ispunct(p[1]);
}

/* Takes a character reference at the cursor that gives the beginning of `literal`. Returns how
 * many bytes of it, 0 when there is no such reference here. */
static gsize take_entity(InlineReader *r, const gchar *literal)
{
    g_autofree gchar *text = NULL;
    gsize length = entity_read(copy_at(r, r->at), copy_at(r, r->end), &text);
    if (length == 0 || !g_str_has_prefix(literal, text))
        return 0;
    Span span = span_between(r->text, r->at, r->at + (guint32) length);
    gsize taken = strlen(text);
    if (!r->runs.muted)
        check_entity(r, text, span);
    runs_add_text(&r->runs, g_steal_pointer(&text), span);
    r->at += (guint32) length;
    return taken;
}

/* Takes a footnote mark at the cursor. Returns how many bytes it has, 0 when there is none. */
static gsize take_note(InlineReader *r)
{
    const gchar *start = copy_at(r, r->at), *end = note_scan_mark(start, copy_at(r, r->end));
    if (!end)
        return 0;
    Span span = span_between(r->text, r->at, place_of(r, end));
    runs_add_note(&r->runs, span);
    r->at = span.end;
    return (gsize) (end - start);
}

/* Takes bytes that stand at the cursor as they are, up to the next escape, reference or mark. */
static gsize take_verbatim(InlineReader *r, const gchar *literal)
{
    const gchar *start = copy_at(r, r->at), *end = copy_at(r, r->end), *p = start;
    gboolean escape = is_escape(r, p, end);
    if (escape)
        p++;
    start = p;
    do {
        if (p >= end || *literal == '\0' || *p != *literal)
            break;
        p++;
        literal++;
    } while (p < end && *p != '&' && !is_escape(r, p, end) && !note_scan_mark(p, end));
    if (p == start)
        return 0;
    check_text(r, place_of(r, start) + (escape ? 1 : 0), place_of(r, p));
    runs_add_verbatim(&r->runs, place_of(r, start), place_of(r, p));
    r->at = place_of(r, p);
    return (gsize) (p - start);
}

/* A text that cannot be found any more: it is kept, with the block as its place. */
static void add_lost(InlineReader *r, const gchar *literal)
{
    gchar *text = g_strdup(literal);
    markdown_copy_restore(text);
    runs_add_text(&r->runs, text, span_between(r->text, r->from, r->end));
}

static gboolean is_blank(gchar c)
{
    return c == ' ' || c == '\t';
}

/* Blanks at the start of a line are no text; cmark leaves them after a hard break in a line that
 * has lost the indent of its list. A reference such as &#32; is text all the same. */
static const gchar *skip_indent(InlineReader *r, const gchar *literal)
{
    while (r->at < r->end && is_blank(*copy_at(r, r->at)))
        r->at++;
    g_autofree gchar *text = NULL;
    if (entity_read(copy_at(r, r->at), copy_at(r, r->end), &text) > 0 &&
        g_str_has_prefix(literal, text))
        return literal;
    return literal + strspn(literal, " \t");
}

static void read_text(InlineReader *r, const gchar *literal)
{
    if (r->runs.before == 0 && !r->lost)
        literal = skip_indent(r, literal);
    while (*literal && !r->lost) {
        gsize taken = take_note(r);
        if (taken == 0 && r->at < r->end && *copy_at(r, r->at) == '&')
            taken = take_entity(r, literal);
        if (taken == 0)
            taken = take_verbatim(r, literal);
        r->lost = taken == 0;
        literal += taken;
    }
    if (*literal)
        add_lost(r, literal);
}

void inline_expect(InlineReader *r, const gchar *marks, guint count)
{
    for (guint i = 0; i < count && !r->lost; i++) {
        r->lost = r->at >= r->end || !strchr(marks, *copy_at(r, r->at));
        r->at += !r->lost;
    }
}

static void read_line_end(InlineReader *r)
{
    if (r->lost)
        return;
    const gchar *p = copy_at(r, r->at), *end = copy_at(r, r->end);
    const gchar *next = link_scan_line_end(p, end);
    r->lost = next == p;
    r->at = place_of(r, next);
}

static void read_soft_break(InlineReader *r)
{
    guint32 from = r->at;
    read_line_end(r);
    runs_soft_break(&r->runs, span_between(r->text, from, r->at));
}

static void read_hard_break(InlineReader *r)
{
    guint32 from = r->at;
    while (r->at < r->end && is_blank(*copy_at(r, r->at)))
        r->at++;
    if (r->at < r->end && *copy_at(r, r->at) == '\\')
        r->at++;
    read_line_end(r);
    runs_hard_break(&r->runs, span_between(r->text, from, r->at));
}

static void read_code(InlineReader *r)
{
    guint32 from = r->at;
    const gchar *p = copy_at(r, r->at), *end = copy_at(r, r->end);
    gsize ticks = strspn(p, "`");
    for (p += ticks; p < end; p += strspn(p, "`")) {
        p += strcspn(p, "`");
        if (strspn(p, "`") == ticks)
            break;
    }
    r->lost |= ticks == 0 || p >= end;
    if (!r->lost)
        r->at = place_of(r, p + ticks);
    if (!r->runs.muted)
        diag_report(r->text->sink, RULE_CODE_SPAN, span_between(r->text, from, r->at), NULL);
}

/* cmark's literal has the indents of its lines cut, so blanks are no part of the comparison. */
static void read_html(InlineReader *r, const gchar *literal)
{
    guint32 from = r->at;
    gboolean comment = g_str_has_prefix(literal, "<!--");
    for (; *literal && !r->lost; literal++) {
        if (g_ascii_isspace(*literal))
            continue;
        while (r->at < r->end && g_ascii_isspace(*copy_at(r, r->at)))
            r->at++;
        r->lost = r->at >= r->end || *copy_at(r, r->at) != *literal;
        r->at += !r->lost;
    }
    if (!comment && !r->runs.muted)
        diag_report(r->text->sink, RULE_RAW_HTML, span_between(r->text, from, r->at), NULL);
}

static void restyle(InlineReader *r)
{
    r->runs.style = (r->emphasis ? INLINE_EMPHASIS : 0) | (r->strong ? INLINE_STRONG : 0);
}

static void enter(InlineReader *r, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        read_text(r, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
        read_soft_break(r);
        break;
    case CMARK_NODE_LINEBREAK:
        read_hard_break(r);
        break;
    case CMARK_NODE_CODE:
        read_code(r);
        break;
    case CMARK_NODE_HTML_INLINE:
        read_html(r, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_EMPH:
        inline_expect(r, "*_", 1);
        r->emphasis++;
        restyle(r);
        break;
    case CMARK_NODE_STRONG:
        inline_expect(r, "*_", 2);
        r->strong++;
        restyle(r);
        break;
    case CMARK_NODE_LINK:
        inline_enter_link(r, node);
        break;
    case CMARK_NODE_IMAGE:
        inline_enter_image(r);
        break;
    default:
        break;
    }
}

static void leave(InlineReader *r, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
        inline_expect(r, "*_", 1);
        r->emphasis--;
        restyle(r);
        break;
    case CMARK_NODE_STRONG:
        inline_expect(r, "*_", 2);
        r->strong--;
        restyle(r);
        break;
    case CMARK_NODE_LINK:
        inline_leave_link(r, node);
        break;
    case CMARK_NODE_IMAGE:
        inline_leave_image(r);
        break;
    default:
        break;
    }
}

static void check_href_bytes(InlineReader *r, gsize before)
{
    if (before <= RUNS_MOST_HREF_BYTES && r->text->href_bytes > RUNS_MOST_HREF_BYTES)
        diag_report(r->text->sink, RULE_LIMIT, span_between(r->text, r->from, r->from),
                    "链接总共大于 16 MiB", "more than 16 MiB of links", NULL);
}

/* ［^1］ is text to Markdown, and never meant. */
static void report_note_brackets(const GArray *inlines, Diagnostics *sink)
{
    static const gchar *const brackets[] = {"［^", "【^"};
    for (guint i = 0; i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        if (!(run->flags & INLINE_VERBATIM))
            continue;
        for (guint k = 0; k < G_N_ELEMENTS(brackets); k++) {
            const gchar *found = strstr(run->text, brackets[k]);
            guint32 at = found ? (guint32) (found - run->text) : 0;
            if (found)
                diag_report(sink, RULE_NOTE_BRACKETS,
                            span_part(run->span, at, at + (guint32) strlen(brackets[k])), NULL);
        }
    }
}

guint32 inlines_read(MarkdownText *text, cmark_node *block, guint32 from, guint32 end,
                     GArray *inlines)
{
    gsize href_bytes = text->href_bytes;
    InlineReader r = {.text = text, .from = from, .at = from, .end = end};
    r.runs = (Runs){.source = text->source, .inlines = inlines, .href_bytes = &text->href_bytes};
    cmark_iter *nodes = cmark_iter_new(block);
    cmark_event_type event;
    while ((event = cmark_iter_next(nodes)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(nodes);
        if (node == block)
            continue;
        if (event == CMARK_EVENT_ENTER)
            enter(&r, node);
        else
            leave(&r, node);
    }
    cmark_iter_free(nodes);
    runs_finish(&r.runs);
    report_note_brackets(inlines, text->sink);
    marks_read(inlines, &text->href_bytes, text->sink);
    check_href_bytes(&r, href_bytes);
    return r.lost ? end : r.at;
}

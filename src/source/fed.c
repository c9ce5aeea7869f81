#include "source/fed.h"

#include <string.h>

#include "source/note_scan.h"

typedef struct {
    const MarkdownText *text;
    GArray *lines;
    cmark_parser *parser;
} Feeding;

static guint32 place_of(const Feeding *feeding, const gchar *p)
{
    return feeding->text->start + (guint32) (p - feeding->text->copy);
}

static void feed(Feeding *feeding, FedLine line, const gchar *bytes, gsize length)
{
    g_array_append_val(feeding->lines, line);
    cmark_parser_feed(feeding->parser, bytes, length);
}

static void feed_line(Feeding *feeding, const gchar *line, const gchar *next)
{
    guint32 start = place_of(feeding, line);
    feed(feeding, (FedLine){start, start, FALSE}, line, (gsize) (next - line));
}

/* The text of a footnote goes on as that of a list's item does: in lines right below, and in what
 * is indented by four columns. So cmark is told that it is one. The comment keeps lists before it
 * apart, and each note a list of its own. */
static void feed_note(Feeding *feeding, const gchar *line, const gchar *text, const gchar *next)
{
    static const gchar marker[] = "10) ", apart[] = "<!-- -->\n";
    guint32 start = place_of(feeding, line);
    FedLine added = {start, start, FALSE};
    while (text < next && (*text == ' ' || *text == '\t'))
        text++;
    feed(feeding, added, " \n", 2); /* a line end alone might be the second half of one */
    feed(feeding, added, apart, strlen(apart));
    cmark_parser_feed(feeding->parser, marker, strlen(marker));
    FedLine item = {start, place_of(feeding, text) - (guint32) strlen(marker), TRUE};
    feed(feeding, item, text, (gsize) (next - text));
}

static void report(const Feeding *feeding, RuleId rule, const gchar *from, const gchar *to)
{
    Span where = {feeding->text->source, place_of(feeding, from), place_of(feeding, to)};
    diag_report(feeding->text->sink, rule, where, NULL);
}

/* Where the text of a footnote begins that this line begins; NULL when it begins none. */
static const gchar *note_text(Feeding *feeding, const gchar *line, const gchar *end)
{
    const gchar *mark = line + strspn(line, " \t");
    const gchar *after = note_scan_mark(mark, end);
    if (!after)
        return NULL;
    if (g_str_has_prefix(after, "：")) /* which is no colon to Markdown */
        report(feeding, RULE_NOTE_COLON, after, after + strlen("："));
    else if (*after == ':' && mark > line)
        report(feeding, RULE_NOTE_INDENT, mark, after);
    return *after == ':' && mark == line ? after + 1 : NULL;
}

cmark_node *fed_parse(const MarkdownText *text, guint32 end, GArray *lines)
{
    Feeding feeding = {text, lines, cmark_parser_new(CMARK_OPT_DEFAULT)};
    const gchar *stop = text->copy + (end - text->start);
    gboolean blank_before = FALSE;
    for (const gchar *line = text->copy; line < stop;) {
        const gchar *text_end = line + strcspn(line, "\r\n");
        gboolean blank = line + strspn(line, " \t") >= text_end;
        const gchar *next = text_end + (g_str_has_prefix(text_end, "\r\n") ? 2 : 1);
        next = MIN(next, stop);
        const gchar *note = note_text(&feeding, line, text_end);
        if (note)
            feed_note(&feeding, line, note, next);
        else if (!blank || !blank_before) /* each blank line costs a step for each open list */
            feed_line(&feeding, line, next);
        blank_before = blank;
        line = next;
    }
    cmark_node *document = cmark_parser_finish(feeding.parser);
    cmark_parser_free(feeding.parser);
    return document;
}

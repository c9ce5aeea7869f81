#include "source/parts.h"

#include <string.h>

typedef struct {
    guint32 from, to;
    GArray *inlines;
    guint32 *end;
    int line; /* in what cmark is given, from 1 */
} Part;

typedef struct {
    guint32 from, to;
} Range;

Parts *parts_new(void)
{
    Parts *parts = g_new0(Parts, 1);
    parts->texts = g_array_new(FALSE, FALSE, sizeof(Part));
    parts->definitions = g_array_new(FALSE, FALSE, sizeof(Range));
    return parts;
}

void parts_free(Parts *parts)
{
    g_array_unref(parts->texts);
    g_array_unref(parts->definitions);
    g_free(parts);
}

void parts_add(Parts *parts, guint32 from, guint32 to, GArray *inlines, guint32 *end)
{
    Part part = {from, to, inlines, end, 0};
    if (from < to)
        g_array_append_val(parts->texts, part);
}

void parts_add_definitions(Parts *parts, guint32 from, guint32 to)
{
    Range range = {from, to};
    if (from < to)
        g_array_append_val(parts->definitions, range);
}

static int count_line_ends(const gchar *p, const gchar *end)
{
    int count = 0;
    for (; p < end; p++)
        count += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
    return count;
}

/* A text on its own might begin a list, a heading or a definition. A full stop before it is no
 * syntax, and emphasis may begin after it as it may at the start of a line. */
#define GUARD "."

static cmark_node *parse(const Parts *parts, const MarkdownText *text)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    const gchar *copy = text->copy - text->start;
    int line = 1;
    for (guint i = 0; i < parts->texts->len; i++) {
        Part *part = &g_array_index(parts->texts, Part, i);
        part->line = line;
        cmark_parser_feed(parser, GUARD, 1);
        cmark_parser_feed(parser, copy + part->from, part->to - part->from);
        cmark_parser_feed(parser, "\n\n", 2);
        line += count_line_ends(copy + part->from, copy + part->to) + 2;
    }
    for (guint i = 0; i < parts->definitions->len; i++) {
        const Range *range = &g_array_index(parts->definitions, Range, i);
        cmark_parser_feed(parser, copy + range->from, range->to - range->from);
        cmark_parser_feed(parser, "\n\n", 2);
    }
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}

static void drop_guard(cmark_node *paragraph)
{
    cmark_node *first = cmark_node_first_child(paragraph);
    g_autofree gchar *rest = g_strdup(cmark_node_get_literal(first) + strlen(GUARD));
    cmark_node_set_literal(first, rest);
}

void parts_read(const Parts *parts, MarkdownText *text)
{
    if (parts->texts->len == 0)
        return;
    cmark_node *document = parse(parts, text), *node = cmark_node_first_child(document);
    for (guint i = 0; i < parts->texts->len; i++) {
        const Part *part = &g_array_index(parts->texts, Part, i);
        while (node && cmark_node_get_start_line(node) < part->line)
            node = cmark_node_next(node);
        if (!node)
            break;
        drop_guard(node);
        guint32 end = inlines_read(text, node, part->from, part->to, part->inlines);
        if (part->end)
            *part->end = end;
    }
    cmark_node_free(document);
}

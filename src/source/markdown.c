#include "source/markdown.h"

#include <string.h>

#include "source/caption.h"
#include "source/fed.h"
#include "source/figure.h"
#include "source/ident.h"
#include "source/inline.h"
#include "source/link_scan.h"
#include "source/markdown_copy.h"
#include "source/markdown_guard.h"
#include "source/note_scan.h"
#include "source/pipe_table.h"

#define MOST_DEPTH 100

typedef struct {
    MarkdownText text;
    guint32 end;
    GArray *lines; /* FedLine */
    guint32 done;  /* everything before has been read or refused */
    Parts *parts;
    GPtrArray *notes;  /* Block: BLOCK_NOTE */
    guint before_note; /* blocks that stand before the last note */
} Reading;

static const gchar *copy_at(const Reading *reading, guint32 at)
{
    return reading->text.copy + (at - reading->text.start);
}

static guint32 place_of(const Reading *reading, const gchar *p)
{
    return reading->text.start + (guint32) (p - reading->text.copy);
}

static FedLine fed_line(const Reading *reading, int line)
{
    guint index = (guint) MAX(line, 1) - 1;
    return index < reading->lines->len ? g_array_index(reading->lines, FedLine, index)
                                       : (FedLine){reading->end, reading->end, FALSE};
}

/* Where a line of cmark's count begins. */
static guint32 line_start(const Reading *reading, int line)
{
    return fed_line(reading, line).start;
}

static guint32 node_start(const Reading *reading, cmark_node *node)
{
    guint32 origin = fed_line(reading, cmark_node_get_start_line(node)).origin;
    return MIN(origin + (guint32) MAX(cmark_node_get_start_column(node), 1) - 1, reading->end);
}

/* The end of a block's last line, with its line end. */
static guint32 node_end(const Reading *reading, cmark_node *node)
{
    int last = MAX(cmark_node_get_end_line(node), cmark_node_get_start_line(node));
    return MAX(line_start(reading, last + 1), node_start(reading, node));
}

/* A block as diagnostics show it: the first of its lines. */
static Span first_line_of(const Reading *reading, guint32 from)
{
    const gchar *p = copy_at(reading, from);
    gsize length = strcspn(p, "\r\n");
    return (Span){reading->text.source, from, MIN(from + (guint32) length, reading->end)};
}

static void report_no_element(Reading *reading, cmark_node *node, const gchar *zh, const gchar *en)
{
    Span where = first_line_of(reading, node_start(reading, node));
    inline_report_no_element(&reading->text, where.start, where.end, zh, en);
}

static void check_title(Reading *reading, const LinkTarget *target)
{
    if (!target->title_start || target->title_start == target->title_end)
        return;
    guint32 from = place_of(reading, target->title_start),
            to = place_of(reading, target->title_end);
    g_autofree gchar *title = g_strndup(reading->text.source->text + from, to - from);
    if (!inline_title_is_page(title))
        diag_report(reading->text.sink, RULE_LINK_TITLE, (Span){reading->text.source, from, to},
                    NULL);
}

/* Definitions leave no trace in cmark's tree. A note in brackets that happens to look like one
 * would be lost in silence. */
static void check_definition(Reading *reading, const LinkTarget *target)
{
    guint32 from = place_of(reading, target->start), to = place_of(reading, target->end);
    g_autofree gchar *href = g_strndup(reading->text.source->text + from, to - from);
    if (!inline_href_is_allowed(href))
        diag_report(reading->text.sink, RULE_BAD_LINK, (Span){reading->text.source, from, to}, href,
                    NULL);
    check_title(reading, target);
}

/* Past the definitions that begin a paragraph. */
static guint32 skip_definitions(Reading *reading, guint32 from, guint32 end)
{
    LinkTarget target;
    const gchar *p = copy_at(reading, from), *stop = copy_at(reading, end), *next;
    while ((next = link_scan_definition(p, stop, &target)) != NULL) {
        check_definition(reading, &target);
        for (p = next; p < stop && (*p == ' ' || *p == '\t'); p++)
            continue;
    }
    parts_add_definitions(reading->parts, from, place_of(reading, p));
    return place_of(reading, p);
}

/* Between the blocks of the tree stand list markers, blanks and definitions, nothing else. */
static void read_gap(Reading *reading, guint32 end)
{
    while (reading->done < end) {
        const gchar *p = copy_at(reading, reading->done);
        p += strspn(p, " \t\r\n0123456789.)");
        guint32 at = MIN(place_of(reading, p), end);
        guint32 after = at < end && *p == '[' ? skip_definitions(reading, at, end) : at;
        if (after == at)
            after = at + (guint32) strcspn(copy_at(reading, at), "\r\n");
        reading->done = MAX(after, reading->done + 1);
    }
    reading->done = end;
}

static void report_place(const Reading *reading, guint32 from, const gchar *zh, const gchar *en)
{
    diag_report(reading->text.sink, RULE_TABLE_PLACE, first_line_of(reading, from), zh, en, NULL);
}

/* The lines before the head are a paragraph of their own. */
static void read_table(Reading *reading, guint32 start, guint32 head, guint32 end,
                       GPtrArray *blocks)
{
    guint32 above = head;
    while (above > start && strchr(" \t\r\n", *copy_at(reading, above - 1)))
        above--;
    if (above > start) {
        Block *block = block_new(BLOCK_PARAGRAPH, (Span){reading->text.source, start, above});
        parts_add(reading->parts, start, above, block->inlines, &block->span.end);
        g_ptr_array_add(blocks, block);
    }
    g_ptr_array_add(blocks, pipe_table_read(&reading->text, head, end, reading->parts));
}

/* Beside the image there is nothing but an {#id}. */
static void read_figure(Reading *reading, cmark_node *node, guint32 start, guint32 end,
                        GPtrArray *blocks)
{
    MarkdownText *text = &reading->text;
    ImageText image = {.alt = inlines_new()};
    g_autoptr(GArray) after = inlines_new();
    text->image = &image;
    inlines_read(text, node, start, end, after);
    text->image = NULL;
    Block *block = figure_new(&image, text, reading->parts);
    ident_take(after, &block->id, text->sink);
    if (after->len > 0)
        diag_report(text->sink, RULE_IMAGE_PLACE, image.span, NULL);
    g_clear_pointer(&image.alt, g_array_unref);
    g_ptr_array_add(blocks, block);
}

static void read_text(Reading *reading, cmark_node *node, guint32 start, guint32 end,
                      GPtrArray *blocks)
{
    Block *block = block_new(BLOCK_PARAGRAPH, (Span){reading->text.source, start, end});
    block->span.end = inlines_read(&reading->text, node, start, end, block->inlines);
    if (block->inlines->len > 0)
        g_ptr_array_add(blocks, block);
    else /* it held comments only, or what has been refused */
        block_free(block);
}

static void read_paragraph(Reading *reading, cmark_node *node, GPtrArray *blocks, guint depth)
{
    guint32 start = node_start(reading, node), end = node_end(reading, node);
    gboolean broken;
    read_gap(reading, start);
    start = skip_definitions(reading, start, end);
    reading->done = end;
    guint32 head = pipe_table_find(&reading->text, start, end, &broken);
    gboolean table = head < end, figure = !table && !broken && figure_is_all_of(node);
    if (depth > 0 && table)
        report_place(reading, head, "表格", "table");
    else if (depth > 0 && figure)
        report_place(reading, start, "图片", "image");
    else if (table)
        read_table(reading, start, head, end, blocks);
    else if (figure)
        read_figure(reading, node, start, end, blocks);
    else if (!broken)
        read_text(reading, node, start, end, blocks);
    else if (depth == 0) /* so that a caption above it is one */
        g_ptr_array_add(blocks, block_new(BLOCK_TABLE, (Span){reading->text.source, start, end}));
}

static gboolean has_notes(const GArray *inlines, Span *where)
{
    for (guint i = 0; i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        *where = run->span;
        if (run->flags & INLINE_NOTE)
            return TRUE;
    }
    return FALSE;
}

/* Where there is no place for a footnote mark. */
static void refuse_notes(Reading *reading, const GArray *inlines)
{
    Span where;
    if (has_notes(inlines, &where))
        diag_report(reading->text.sink, RULE_NOTE_PLACE, where, NULL);
}

static gboolean is_underline(const gchar *line)
{
    line += strspn(line, " \t");
    line += strspn(line, *line == '=' ? "=" : "-");
    line += strspn(line, " \t");
    return *line == '\n' || *line == '\r' || *line == '\0';
}

static gboolean is_last_node(cmark_node *node)
{
    while (node && !cmark_node_next(node))
        node = cmark_node_parent(node);
    return node == NULL;
}

/* Where the line of === or --- under a heading begins. cmark gives such a heading the line after
 * it as its last line, but not at the end of the text. */
static guint32 underline_start(const Reading *reading, cmark_node *node)
{
    int last = cmark_node_get_end_line(node);
    guint32 start = line_start(reading, last);
    return is_last_node(node) && is_underline(copy_at(reading, start))
               ? start
               : line_start(reading, last - 1);
}

static guint32 line_after(const Reading *reading, guint32 at)
{
    const gchar *p = copy_at(reading, at);
    p += strcspn(p, "\r\n");
    return MIN(place_of(reading, p) + (g_str_has_prefix(p, "\r\n") ? 2 : 1), reading->end);
}

static void read_heading(Reading *reading, cmark_node *node, GPtrArray *blocks)
{
    guint32 start = node_start(reading, node), from, end;
    read_gap(reading, start);
    if (cmark_node_get_start_line(node) == cmark_node_get_end_line(node)) {
        const gchar *p = copy_at(reading, start);
        p += strspn(p, "#");
        from = place_of(reading, p + strspn(p, " \t"));
        reading->done = end = line_after(reading, start);
    } else {
        end = underline_start(reading, node);
        from = skip_definitions(reading, start, end);
        reading->done = line_after(reading, end);
    }
    Block *block = block_new(BLOCK_HEADING, first_line_of(reading, start));
    block->level = (guint) cmark_node_get_heading_level(node);
    guint32 after = inlines_read(&reading->text, node, MIN(from, end), end, block->inlines);
    block->span.end = MAX(after, start + 1);
    ident_take(block->inlines, &block->id, reading->text.sink);
    refuse_notes(reading, block->inlines);
    g_ptr_array_add(blocks, block);
}

static gboolean holds_only_comments(const gchar *p)
{
    for (;;) {
        p += strspn(p, " \t\r\n");
        if (*p == '\0')
            return TRUE;
        if (!g_str_has_prefix(p, "<!--") || p[4] == '>' || g_str_has_prefix(p + 4, "->"))
            return FALSE;
        p = strstr(p + 4, "-->");
        if (!p)
            return FALSE;
        p += 3;
    }
}

static void read_html_block(Reading *reading, cmark_node *node)
{
    if (!holds_only_comments(cmark_node_get_literal(node)))
        diag_report(reading->text.sink, RULE_RAW_HTML,
                    first_line_of(reading, node_start(reading, node)), NULL);
}

static void read_break(Reading *reading, cmark_node *node, GPtrArray *blocks)
{
    Span where = first_line_of(reading, node_start(reading, node));
    g_ptr_array_add(blocks, block_new(BLOCK_BREAK, where));
}

static void read_children(Reading *reading, cmark_node *parent, GPtrArray *blocks, guint depth);

/* A list or an item: a block of blocks. */
static void read_container(Reading *reading, cmark_node *node, BlockKind kind, GPtrArray *blocks,
                           guint depth)
{
    Block *block = block_new(kind, first_line_of(reading, node_start(reading, node)));
    read_children(reading, node, block->children, kind == BLOCK_LIST ? depth + 1 : depth);
    if (block->children->len > 0) {
        Block *last = g_ptr_array_index(block->children, block->children->len - 1);
        block->span.end = last->span.end;
    }
    g_ptr_array_add(blocks, block);
}

/* A list goes on after footnotes between its items. */
static void read_list(Reading *reading, cmark_node *node, GPtrArray *blocks, guint depth)
{
    guint before = blocks->len;
    gboolean after_note = depth == 0 && before > 0 && reading->before_note == before;
    read_container(reading, node, BLOCK_LIST, blocks, depth);
    Block *last = after_note ? g_ptr_array_index(blocks, before - 1) : NULL;
    if (!last || last->kind != BLOCK_LIST)
        return;
    g_autoptr(Block) rest = g_ptr_array_steal_index(blocks, before);
    last->span.end = rest->span.end;
    g_ptr_array_extend_and_steal(last->children, g_steal_pointer(&rest->children));
}

/* A note is paragraphs, set small at the foot of a page. */
static void check_note(Reading *reading, const Block *note)
{
    for (guint i = 0; i < note->children->len; i++) {
        const Block *child = g_ptr_array_index(note->children, i);
        if (child->kind == BLOCK_PARAGRAPH)
            refuse_notes(reading, child->inlines);
        else
            diag_report(reading->text.sink, RULE_NOTE_CONTENT, child->span, NULL);
    }
}

static gboolean is_note(const Reading *reading, cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_LIST &&
           fed_line(reading, cmark_node_get_start_line(node)).note;
}

/* [^1]: text, which cmark has been given as the one item of a list. */
static void read_note(Reading *reading, cmark_node *list, const GPtrArray *blocks)
{
    guint32 start = line_start(reading, cmark_node_get_start_line(list));
    const gchar *mark = copy_at(reading, start);
    guint32 end = place_of(reading, note_scan_mark(mark, copy_at(reading, reading->end)));
    read_gap(reading, start);
    reading->done = end + 1;
    Block *note = block_new(BLOCK_NOTE, (Span){reading->text.source, start, end});
    note->label = g_strndup(reading->text.source->text + start + 2, end - start - 3);
    cmark_node *item = cmark_node_first_child(list);
    if (!cmark_node_first_child(item))
        diag_report(reading->text.sink, RULE_EMPTY_TEXT, note->span, NULL);
    read_children(reading, item, note->children, 1);
    check_note(reading, note);
    g_ptr_array_add(reading->notes, note);
    reading->before_note = blocks->len;
}

/* Blocks whose content is not looked at. */
static void read_closed(Reading *reading, cmark_node *node, GPtrArray *blocks)
{
    read_gap(reading, node_start(reading, node));
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HTML_BLOCK:
        read_html_block(reading, node);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        read_break(reading, node, blocks);
        break;
    case CMARK_NODE_CODE_BLOCK:
        report_no_element(reading, node, "代码块", "code block");
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        report_no_element(reading, node, "引用块", "block quote");
        break;
    default:
        report_no_element(reading, node, "项目符号列表", "bullet list");
        break;
    }
    reading->done = node_end(reading, node);
}

static void read_block(Reading *reading, cmark_node *node, GPtrArray *blocks, guint depth)
{
    cmark_node_type type = cmark_node_get_type(node);
    gboolean ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    if (type == CMARK_NODE_PARAGRAPH)
        read_paragraph(reading, node, blocks, depth);
    else if (type == CMARK_NODE_HEADING)
        read_heading(reading, node, blocks);
    else if (depth == 0 && is_note(reading, node))
        read_note(reading, node, blocks);
    else if (type == CMARK_NODE_LIST && ordered)
        read_list(reading, node, blocks, depth);
    else if (type == CMARK_NODE_ITEM)
        read_container(reading, node, BLOCK_ITEM, blocks, depth);
    else
        read_closed(reading, node, blocks);
}

static void read_children(Reading *reading, cmark_node *parent, GPtrArray *blocks, guint depth)
{
    if (depth > MOST_DEPTH) {
        diag_report(reading->text.sink, RULE_LIMIT,
                    first_line_of(reading, node_start(reading, parent)), "列表超过 100 层",
                    "lists deeper than 100 levels", NULL);
        reading->done = node_end(reading, parent);
        return;
    }
    for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node))
        read_block(reading, node, blocks, depth);
}

GPtrArray *markdown_read(const Source *source, guint32 start, guint32 end, Diagnostics *sink)
{
    GPtrArray *blocks = g_ptr_array_new_with_free_func((GDestroyNotify) block_free);
    if (start == 0 && strncmp(source->text, "\xEF\xBB\xBF", 3) == 0)
        start = MIN(3, end);
    if (start >= end || !markdown_guard(source, start, end, sink))
        return blocks;
    g_autofree gchar *copy = markdown_copy_new(source->text + start, end - start);
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(FedLine));
    g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func((GDestroyNotify) block_free);
    Reading reading = {.text = {source, copy, start, sink, 0, NULL},
                       .end = end,
                       .lines = lines,
                       .done = start,
                       .notes = notes};
    g_autoptr(Parts) parts = reading.parts = parts_new();
    cmark_node *document = fed_parse(&reading.text, end, lines);
    read_children(&reading, document, blocks, 0);
    read_gap(&reading, end);
    cmark_node_free(document);
    parts_read(parts, &reading.text);
    captions_join(blocks, sink);
    g_ptr_array_extend_and_steal(blocks, g_steal_pointer(&notes));
    return blocks;
}

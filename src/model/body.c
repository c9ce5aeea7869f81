#include "model/build.h"
#include "model/fields.h"
#include "source/ident.h"
#include "source/markdown.h"

void block_report_break(const Block *block, Diagnostics *sink)
{
    diag_report(sink, RULE_NOT_AN_ELEMENT, block->span, "分隔线", "thematic break", NULL);
}

void block_tidy(Block *block, Diagnostics *sink)
{
    if (!block->children)
        return;
    for (guint i = 0; i < block->children->len;) {
        Block *child = g_ptr_array_index(block->children, i);
        if (child->kind == BLOCK_HEADING)
            diag_report(sink, RULE_HEADING_PLACE, child->span, NULL);
        else if (child->kind == BLOCK_BREAK)
            block_report_break(child, sink);
        else
            block_tidy(child, sink);
        if (child->kind == BLOCK_HEADING || child->kind == BLOCK_BREAK)
            g_ptr_array_remove_index(block->children, i);
        else
            i++;
    }
}

void block_tidy_measures(Block *list, Diagnostics *sink)
{
    for (guint i = 0; i < list->children->len; i++) {
        Block *item = list->children->pdata[i], *first = NULL;
        GPtrArray *blocks = item->children;
        if (blocks->len > 0 && ((const Block *) blocks->pdata[0])->kind == BLOCK_HEADING &&
            ((const Block *) blocks->pdata[0])->level == 1)
            first = g_ptr_array_steal_index(blocks, 0);
        block_tidy(item, sink);
        if (first)
            g_ptr_array_insert(blocks, 0, first);
    }
}

YamlNode *heading_take_properties(Block *heading, Diagnostics *sink)
{
    Span yaml;

    if (!properties_take(heading->inlines, &yaml))
        return NULL;
    if (!heading->id.text)
        ident_take(heading->inlines, &heading->id, sink);
    return yaml_read(yaml.source, yaml.start, yaml.end, sink);
}

void blocks_refuse_tables(const GPtrArray *blocks, Diagnostics *sink)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = g_ptr_array_index(blocks, i);
        if (block->kind == BLOCK_TABLE)
            diag_report(sink, RULE_TABLE_PLACE, block->span, "表格", "table", NULL);
        else if (block->kind == BLOCK_FIGURE)
            diag_report(sink, RULE_TABLE_PLACE, block->span, "图片", "image", NULL);
    }
}

/* Runs with nothing but blanks, U+3000 among them, are empty; a reference will be a number. */
gboolean inlines_have_text(const GArray *inlines)
{
    for (guint i = 0; i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        if (run->flags & INLINE_REFERENCE)
            return TRUE;
        for (const gchar *at = run->text; *at; at = g_utf8_next_char(at))
            if (!g_unichar_isspace(g_utf8_get_char(at)))
                return TRUE;
    }
    return FALSE;
}

gboolean blocks_have_text(const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = g_ptr_array_index(blocks, i);
        if (block->table || block->figure ||
            (block->inlines && inlines_have_text(block->inlines)) ||
            (block->kind != BLOCK_NOTE && block->children && blocks_have_text(block->children)))
            return TRUE;
    }
    return FALSE;
}

Span blocks_span(const GPtrArray *blocks)
{
    if (blocks->len == 0)
        return SPAN_NONE;
    Span span = ((const Block *) g_ptr_array_index(blocks, 0))->span;
    span.end = ((const Block *) g_ptr_array_index(blocks, blocks->len - 1))->span.end;
    return span;
}

void heading_take_id(Field *id, Block *heading, Diagnostics *sink)
{
    if (!heading->id.text)
        return;
    if (id->text) {
        diag_report(sink, RULE_SECOND_ID, heading->id.span, id->text, NULL);
        return;
    }
    *id = heading->id;
    heading->id.text = NULL;
}

void node_take_title(Node *node, Block *heading, Diagnostics *sink)
{
    g_array_unref(node->title);
    node->title = g_steal_pointer(&heading->inlines);
    node->span = heading->span;
    heading_take_id(&node->id, heading, sink);
    if (!inlines_have_text(node->title))
        diag_report(sink, RULE_EMPTY_TEXT, heading->span, NULL);
}

/* The one heading of a file stands before its text. */
static void take_heading(Block *heading, TitleRule rule, Node *node, const GPtrArray *before,
                         Diagnostics *sink)
{
    if (rule == TITLE_NONE || heading->level > 1) {
        diag_report(sink, RULE_HEADING_PLACE, heading->span, NULL);
    } else if (node->span.source) {
        diag_report(sink, RULE_SECOND_HEADING, heading->span, NULL);
    } else {
        if (before->len > 0)
            diag_report(sink, RULE_HEADING_PLACE, heading->span, NULL);
        node_take_title(node, heading, sink);
    }
}

void report_no_heading(const SourceEntry *entry, const GPtrArray *blocks, Diagnostics *sink)
{
    Span where = blocks_span(blocks);

    if (!where.source)
        where = (Span){entry->source, entry->body_start, entry->body_start};
    where.end = where.start;
    diag_report(sink, RULE_NO_HEADING, where, NULL);
}

GPtrArray *body_read(const SourceEntry *entry, TitleRule rule, Node *node, Diagnostics *sink)
{
    g_autoptr(GPtrArray) read =
        markdown_read(entry->source, entry->body_start, (guint32) entry->source->length, sink);
    GPtrArray *blocks = blocks_new();
    gsize n_read;
    g_autofree gpointer *owned = g_ptr_array_steal(read, &n_read);

    for (gsize i = 0; i < n_read; i++) {
        g_autoptr(Block) block = owned[i];
        if (block->kind == BLOCK_HEADING) {
            take_heading(block, rule, node, blocks, sink);
        } else if (block->kind == BLOCK_BREAK) {
            block_report_break(block, sink);
        } else {
            block_tidy(block, sink);
            g_ptr_array_add(blocks, g_steal_pointer(&block));
        }
    }
    if (rule == TITLE_REQUIRED && !node->span.source)
        report_no_heading(entry, blocks, sink);
    return blocks;
}

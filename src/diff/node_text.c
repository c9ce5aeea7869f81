#include "diff/node_text.h"

static void append_inlines(GString *out, const GArray *inlines)
{
    for (guint i = 0; inlines && i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        g_string_append(out, run->flags & INLINE_REFERENCE ? "#" : run->text);
    }
}

static void append_table(GString *out, const Table *table)
{
    for (guint i = 0; i < table->rows->len; i++) {
        const GPtrArray *row = table->rows->pdata[i];
        for (guint k = 0; k < row->len; k++) {
            append_inlines(out, ((const TableCell *) row->pdata[k])->inlines);
            g_string_append_c(out, '\t');
        }
    }
}

void append_blocks_text(GString *out, const GPtrArray *blocks)
{
    for (guint i = 0; blocks && i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        append_inlines(out, block->inlines);
        if (block->kind == BLOCK_TABLE && block->table)
            append_table(out, block->table);
        if (block->children)
            append_blocks_text(out, block->children);
        g_string_append_c(out, '\n');
    }
}

void append_node_text(GString *out, const Node *node)
{
    append_inlines(out, node->title);
    g_string_append_c(out, '\n');
    append_blocks_text(out, node->blocks);
    for (guint i = 0; node->kind == NODE_FINDING && i < node->children->len; i++)
        append_node_text(out, node->children->pdata[i]);
    append_blocks_text(out, node->closing);
}

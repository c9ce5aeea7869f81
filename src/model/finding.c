#include "model/build.h"
#include "model/fields.h"

/* A heading that an item begins with, in a bulletin of one file, has the measure's topic sentence,
 * properties and id; of these it may have but one. */
static Node *begin_measure(Block *item, Diagnostics *sink)
{
    Block *first = item->children->len > 0 ? item->children->pdata[0] : NULL;

    if (!first || first->kind != BLOCK_HEADING)
        return node_new(NODE_MEASURE);
    g_autoptr(Block) heading = g_ptr_array_steal_index(item->children, 0);
    g_autoptr(YamlNode) map = heading_take_properties(heading, sink);
    Node *measure = node_from_properties(map, NODE_MEASURE, 1u << NODE_MEASURE, sink);
    g_array_unref(measure->title);
    measure->title = g_steal_pointer(&heading->inlines);
    heading_take_id(&measure->id, heading, sink);
    return measure;
}

/* Each item of the list is a measure. */
static void take_measures(Node *finding, const Block *list, Diagnostics *sink)
{
    for (guint i = 0; i < list->children->len; i++) {
        Block *item = g_ptr_array_index(list->children, i);
        Node *measure = begin_measure(item, sink);
        g_ptr_array_unref(measure->blocks);
        measure->blocks = g_steal_pointer(&item->children);
        measure->span = item->span;
        measure->parent = finding;
        if (!blocks_have_text(measure->blocks) && measure->title->len == 0)
            diag_report(sink, RULE_EMPTY_TEXT, item->span, NULL);
        g_ptr_array_add(finding->children, measure);
    }
}

void finding_fill(Node *finding, GPtrArray *blocks, gboolean in_files, Diagnostics *sink)
{
    gsize n_blocks;
    g_autofree gpointer *owned = g_ptr_array_steal(blocks, &n_blocks);
    gboolean listed = in_files;

    g_ptr_array_unref(blocks);
    for (gsize i = 0; i < n_blocks; i++) {
        g_autoptr(Block) block = owned[i];
        gboolean list = block->kind == BLOCK_LIST;
        if (list && listed)
            diag_report(sink, RULE_SECOND_LIST, block->span, NULL);
        if (list && !listed) {
            take_measures(finding, block, sink);
            listed = TRUE;
        } else {
            g_ptr_array_add(listed && !in_files ? finding->closing : finding->blocks,
                            g_steal_pointer(&block));
        }
    }
}

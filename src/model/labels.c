/* Numbers of tables and figures, 表1 and 图1, are the editor's: none is given twice. */
#include "model/build.h"

typedef struct {
    GHashTable *first; /* what a caption begins with → the Block that has it first */
    Diagnostics *sink;
} Labelling;

static Span caption_span(const Block *block)
{
    return g_array_index(block->inlines, Inline, 0).span;
}

static void report(const Labelling *labelling, const Block *block, const Block *first)
{
    Span there = caption_span(first);
    guint line, column;

    source_position(there.source, there.start, &line, &column);
    g_autofree gchar *place = g_strdup_printf("%s:%u", there.source->path, line);
    diag_report(labelling->sink, RULE_DUPLICATE_LABEL, caption_span(block), block->label, place,
                NULL);
}

static void check_blocks(GPtrArray *blocks, gpointer data)
{
    Labelling *labelling = data;

    for (guint i = 0; i < blocks->len; i++) {
        Block *block = blocks->pdata[i];
        if (!block->label || (block->kind != BLOCK_TABLE && block->kind != BLOCK_FIGURE))
            continue;
        const Block *first = g_hash_table_lookup(labelling->first, block->label);
        if (first)
            report(labelling, block, first);
        else
            g_hash_table_insert(labelling->first, block->label, block);
    }
}

void bulletin_check_labels(const Bulletin *bulletin, Diagnostics *sink)
{
    g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal);
    Labelling labelling = {first, sink};

    bulletin_visit_text(bulletin, check_blocks, &labelling);
    for (guint i = 0; i < bulletin->annexes->len; i++) {
        /* the numbers of an annex may begin anew */
        g_hash_table_remove_all(first);
        check_blocks(((const Annex *) bulletin->annexes->pdata[i])->blocks, &labelling);
    }
}

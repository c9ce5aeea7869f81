#include "model/build.h"

/* To look for the nearest id takes a walk over all of them: past so many faults the editor has
 * enough to go on. */
#define MOST_SUGGESTIONS 100

typedef struct {
    Bulletin *bulletin;
    Diagnostics *sink;
    GPtrArray *known; /* ids in the order of the text, NULL at the end */
    guint suggestions;
} Linking;

static void report_duplicate(const Linking *linking, const Field *id, const Field *first)
{
    guint line, column;

    source_position(first->span.source, first->span.start, &line, &column);
    g_autofree gchar *place = g_strdup_printf("%s:%u", first->span.source->path, line);
    diag_report(linking->sink, RULE_DUPLICATE_ID, id->span, id->text, place, NULL);
}

static void add_target(Linking *linking, const Field *id, Target target)
{
    const Target *first = g_hash_table_lookup(linking->bulletin->ids, id->text);

    if (first) {
        report_duplicate(linking, id, first->id);
        return;
    }
    g_hash_table_insert(linking->bulletin->ids, id->text, g_memdup2(&target, sizeof target));
    g_ptr_array_add(linking->known, id->text);
}

/* `within`: (nullable) the annex of the blocks. */
static void collect_from_blocks(Linking *linking, const GPtrArray *blocks, const Annex *within)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = g_ptr_array_index(blocks, i);
        if (block->id.text)
            add_target(linking, &block->id,
                       (Target){.id = &block->id, .block = block, .within = within});
    }
}

static void collect_from_nodes(Linking *linking, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++) {
        Node *node = g_ptr_array_index(nodes, i);
        if (node->id.text)
            add_target(linking, &node->id, (Target){.id = &node->id, .node = node});
        collect_from_blocks(linking, node->blocks, NULL);
        collect_from_nodes(linking, node->children);
        collect_from_blocks(linking, node->closing, NULL);
    }
}

static void collect_annexes(Linking *linking, const GPtrArray *annexes)
{
    for (guint i = 0; i < annexes->len; i++) {
        const Annex *annex = g_ptr_array_index(annexes, i);
        if (annex->id.text)
            add_target(linking, &annex->id, (Target){.id = &annex->id, .annex = annex});
        collect_from_blocks(linking, annex->blocks, annex);
    }
}

static void collect_ids(Linking *linking)
{
    const Bulletin *bulletin = linking->bulletin;

    collect_from_blocks(linking, bulletin->opening, NULL);
    collect_from_nodes(linking, bulletin->children);
    collect_from_blocks(linking, bulletin->closing, NULL);
    collect_annexes(linking, bulletin->annexes);
}

static void report_unknown(Linking *linking, const Inline *run)
{
    const gchar *id = run->href + 1, *near = NULL;

    if (linking->suggestions++ < MOST_SUGGESTIONS)
        near = nearest_word(id, (const gchar *const *) linking->known->pdata);
    if (near)
        diag_report(linking->sink, RULE_UNKNOWN_REFERENCE_NEAR, run->span, id, near, NULL);
    else
        diag_report(linking->sink, RULE_UNKNOWN_REFERENCE, run->span, id, NULL);
}

/* Bold within a link divides it into runs: the link is still one. */
static gboolean goes_on(const Inline *before, const Inline *run)
{
    return !((before->flags | run->flags) & INLINE_REFERENCE) &&
           g_strcmp0(before->href, run->href) == 0;
}

/* What a reference to it sets. */
static gboolean has_number(const Target *target)
{
    const Block *block = target->block;

    return !block || block->kind == BLOCK_HEADING || block->label;
}

static void add_page_target(Bulletin *bulletin, const Inline *run)
{
    if (!bulletin->page_targets)
        bulletin->page_targets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(bulletin->page_targets, g_strdup(run->href + 1));
}

static void check_inlines(Linking *linking, const GArray *inlines)
{
    for (guint i = 0; i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        if (!run->href || *run->href != '#' || (i > 0 && goes_on(run - 1, run)))
            continue;
        const Target *target = bulletin_find(linking->bulletin, run->href);
        if (!target)
            report_unknown(linking, run);
        else if (run->flags & INLINE_PAGE)
            add_page_target(linking->bulletin, run);
        else if ((run->flags & INLINE_REFERENCE) && !has_number(target))
            diag_report(linking->sink, RULE_NO_LABEL, run->span, run->href + 1, NULL);
    }
}

static void check_table(Linking *linking, const Table *table)
{
    for (guint i = 0; i < table->rows->len; i++) {
        const GPtrArray *row = g_ptr_array_index(table->rows, i);
        for (guint k = 0; k < row->len; k++)
            check_inlines(linking, ((const TableCell *) g_ptr_array_index(row, k))->inlines);
    }
}

static void check_blocks(Linking *linking, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = g_ptr_array_index(blocks, i);
        if (block->inlines)
            check_inlines(linking, block->inlines);
        if (block->children)
            check_blocks(linking, block->children);
        if (block->table)
            check_table(linking, block->table);
    }
}

static void check_nodes(Linking *linking, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = g_ptr_array_index(nodes, i);
        check_inlines(linking, node->title);
        check_blocks(linking, node->blocks);
        check_nodes(linking, node->children);
        check_blocks(linking, node->closing);
    }
}

static void check_annexes(Linking *linking, const GPtrArray *annexes)
{
    for (guint i = 0; i < annexes->len; i++) {
        const Annex *annex = g_ptr_array_index(annexes, i);
        check_inlines(linking, annex->title);
        check_blocks(linking, annex->blocks);
    }
}

void bulletin_link(Bulletin *bulletin, Diagnostics *sink)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new();
    Linking linking = {bulletin, sink, known, 0};

    collect_ids(&linking);
    g_ptr_array_add(known, NULL);
    check_blocks(&linking, bulletin->opening);
    check_nodes(&linking, bulletin->children);
    check_blocks(&linking, bulletin->closing);
    check_annexes(&linking, bulletin->annexes);
    check_blocks(&linking, bulletin->note_blocks);
}

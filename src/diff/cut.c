/* Paragraphs cut where the other bulletin begins another. Measures run in behind their finding
 * until a table, figure or second paragraph comes between: the words behind it stand in a paragraph
 * of their own from then on, though nobody has touched them. */
#include "diff/parts.h"

#include "layout/text_block.h"

typedef struct {
    const Comparer *comparer;
    GHashTable *firsts[SIDES]; /* finding or measure → TextBlock that it begins in */
} Cutting;

static const TextRun *run_at(const TextBlock *text, guint i)
{
    return &g_array_index(text->runs, TextRun, i);
}

/* (transfer full) */
static GHashTable *first_blocks(const GPtrArray *blocks)
{
    GHashTable *firsts = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < blocks->len; i++) {
        TextBlock *text = blocks->pdata[i];
        for (guint k = 0; k < text->runs->len; k++) {
            const Node *node = run_at(text, k)->node;
            if (node && !g_hash_table_contains(firsts, node))
                g_hash_table_insert(firsts, (gpointer) node, text);
        }
    }
    return firsts;
}

static const Node *staying(const Cutting *cutting, const Node *node)
{
    const Matches *matches = cutting->comparer->matches;

    return matches_moved(matches, node) ? NULL : matches_node(matches, node);
}

/* What a measure runs in behind, of what is in both: the measure before it, or the finding. */
static const Node *preceding(const Cutting *cutting, const Node *measure)
{
    const GPtrArray *siblings = measure->parent->children;
    const Node *before = measure->parent;

    for (guint i = 0; siblings->pdata[i] != measure; i++)
        if (staying(cutting, siblings->pdata[i]))
            before = siblings->pdata[i];
    return before;
}

/* The block of the other bulletin that a measure begins, where it does not run in there; NULL: what
 * it runs in behind is the same in both. */
static const TextBlock *parted(const Cutting *cutting, guint side, const Node *measure)
{
    GHashTable *firsts = cutting->firsts[1 - side];
    const Node *mate = staying(cutting, measure);
    const Node *before = mate ? staying(cutting, preceding(cutting, measure)) : NULL;

    if (!before)
        return NULL;
    const TextBlock *block = g_hash_table_lookup(firsts, mate);
    const TextBlock *other = g_hash_table_lookup(firsts, before);
    return other && other != block ? block : NULL;
}

/* Whether a measure begins at a run that is not the first of its block. */
static gboolean runs_in(const Cutting *cutting, guint side, const TextBlock *text, guint run)
{
    const Node *node = run_at(text, run)->node;

    return node && node->kind == NODE_MEASURE && node->parent &&
           run_at(text, run - 1)->node != node &&
           g_hash_table_lookup(cutting->firsts[side], node) == text;
}

/* Runs [from, to) as a block. What belongs to the whole stays with its beginning. */
static TextBlock *piece(const TextBlock *text, guint from, guint to, const Node *node)
{
    TextBlock *out = text_block_new(text->role);
    guint32 start = run_at(text, from)->start, end = run_at(text, to - 1)->end;

    out->element = text->element;
    out->part = text->part;
    out->list_depth = text->list_depth;
    out->list_item = from == 0 ? text->list_item : 0;
    out->node = node;
    out->annex = text->annex;
    out->outline_level = from == 0 ? text->outline_level : 0;
    out->outline_title = from == 0 ? g_strdup(text->outline_title) : NULL;
    g_string_append_len(out->text, text->text->str + start, end - start);
    for (guint i = from; i < to; i++) {
        TextRun run = *run_at(text, i);
        run.start -= start;
        run.end -= start;
        run.href = g_strdup(run.href);
        g_array_append_val(out->runs, run);
    }
    for (guint i = 0; i < text->anchors->len; i++) {
        Anchor anchor = g_array_index(text->anchors, Anchor, i);
        gboolean last = to == text->runs->len && anchor.at == end;
        if (anchor.at < start || (anchor.at >= end && !last))
            continue;
        anchor.at -= start;
        g_array_append_val(out->anchors, anchor);
    }
    return out;
}

/* Appends a block, or what it is cut into, which `pieces` gets too. */
static void cut(const Cutting *cutting, guint side, TextBlock *text, GPtrArray *out,
                GPtrArray *pieces)
{
    const Node *node = text->node;
    guint from = 0;

    for (guint i = 1; i < text->runs->len; i++) {
        const TextBlock *mate =
            runs_in(cutting, side, text, i) ? parted(cutting, side, run_at(text, i)->node) : NULL;
        if (!mate)
            continue;
        g_ptr_array_add(pieces, piece(text, from, i, node));
        g_ptr_array_add(out, pieces->pdata[pieces->len - 1]);
        from = i;
        node = mate->node ? matches_node(cutting->comparer->matches, mate->node) : text->node;
    }
    if (from > 0)
        g_ptr_array_add(pieces, text = piece(text, from, text->runs->len, node));
    g_ptr_array_add(out, text);
}

void blocks_cut(Comparer *comparer, GPtrArray *blocks[SIDES])
{
    Cutting cutting = {.comparer = comparer};

    for (guint side = OLD; side < SIDES; side++)
        cutting.firsts[side] = first_blocks(comparer->readings[side]->blocks);
    for (guint side = OLD; side < SIDES; side++) {
        const GPtrArray *whole = comparer->readings[side]->blocks;
        blocks[side] = g_ptr_array_new();
        for (guint i = 0; i < whole->len; i++)
            cut(&cutting, side, whole->pdata[i], blocks[side], comparer->pieces);
    }
    for (guint side = OLD; side < SIDES; side++)
        g_hash_table_unref(cutting.firsts[side]);
}

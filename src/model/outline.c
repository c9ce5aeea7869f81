/* One file as a whole bulletin: # and ## are headings, ### is a finding, unless the properties at
 * the end of a heading say otherwise. Annexes come last. */
#include "model/build.h"

#include "model/fields.h"
#include "source/markdown.h"

#define FINDING_LEVEL 3   /* and below it, where nothing else is said */
#define DEEPEST_HEADING 4 /* GB/T 9704-2012 7.3.3 */
#define DEEPEST_LEVEL (DEEPEST_HEADING + 1)

typedef struct {
    Bulletin *bulletin;
    Diagnostics *sink;
    Node *above[DEEPEST_LEVEL]; /* the heading or finding that stands open at each level */
    Node *part;                 /* to which the blocks belong; NULL before the first heading */
    GPtrArray *blocks;          /* read since that heading */
    guint level;                /* of the last heading */
    gboolean closing;
    AnnexReading *annex; /* (nullable) to which all goes that is read */
} Outline;

/* What was read since the last heading goes where it belongs. */
static void end_part(Outline *outline)
{
    GPtrArray **place = &outline->bulletin->opening;

    if (outline->closing)
        place = &outline->bulletin->closing;
    else if (outline->part)
        place = &outline->part->blocks;
    if (!outline->closing && outline->part && outline->part->kind == NODE_FINDING) {
        finding_fill(outline->part, outline->blocks, FALSE, outline->sink);
    } else {
        g_ptr_array_unref(*place);
        *place = outline->blocks;
    }
    outline->blocks = blocks_new();
}

static Node *parent_of(const Outline *outline, guint level)
{
    Node *parent = NULL;

    for (guint i = 0; i + 1 < level; i++)
        if (outline->above[i])
            parent = outline->above[i];
    return parent;
}

/* Whether a heading can stand so deep. */
static gboolean check_level(const Outline *outline, const Block *heading)
{
    const Node *parent = parent_of(outline, heading->level);

    if (heading->level > DEEPEST_LEVEL || (parent && parent->kind == NODE_FINDING)) {
        diag_report(outline->sink, RULE_TOO_DEEP, heading->span, NULL);
        return FALSE;
    }
    if (heading->level > outline->level + 1)
        diag_report(outline->sink, RULE_HEADING_ORDER, heading->span, NULL);
    return TRUE;
}

static Node *new_node(const Outline *outline, const Block *heading, const YamlNode *map)
{
    NodeKind usual = heading->level < FINDING_LEVEL ? NODE_HEADING : NODE_FINDING;
    Node *node =
        node_from_properties(map, usual, 1u << NODE_HEADING | 1u << NODE_FINDING, outline->sink);

    if (node->kind == NODE_HEADING && heading->level > DEEPEST_HEADING)
        diag_report(outline->sink, RULE_TOO_DEEP, heading->span, NULL);
    node->level = node->kind == NODE_HEADING ? MIN(heading->level, DEEPEST_HEADING) : 0;
    return node;
}

static void begin_part(Outline *outline, Block *heading, const YamlNode *map)
{
    guint level = heading->level;

    if (!check_level(outline, heading))
        return;
    end_part(outline);
    Node *node = new_node(outline, heading, map);
    node->parent = parent_of(outline, level);
    node_take_title(node, heading, outline->sink);
    g_ptr_array_add(node->parent ? node->parent->children : outline->bulletin->children, node);
    outline->above[level - 1] = node;
    for (guint i = level; i < DEEPEST_LEVEL; i++)
        outline->above[i] = NULL;
    outline->part = node;
    outline->level = level;
}

static void begin_closing(Outline *outline)
{
    end_part(outline);
    outline->closing = TRUE;
}

/* ---- annexes ---- */

static void end_annex(Outline *outline)
{
    if (outline->annex)
        annex_end_reading(outline->annex);
    outline->annex = NULL;
}

static void begin_annex(Outline *outline, const YamlNode *map)
{
    if (!outline->annex)
        end_part(outline);
    end_annex(outline);
    outline->annex = annex_begin_reading(outline->bulletin, map, outline->sink);
}

/* After an annex there are but annexes. */
static void take_in_annex(Outline *outline, Block *block, gboolean begins)
{
    if (block->kind == BLOCK_HEADING && block->level == 1 && !begins) {
        diag_report(outline->sink, RULE_HEADING_PLACE, block->span, NULL);
        block_free(block);
    } else {
        annex_take_block(outline->annex, block);
    }
}

/* ---- blocks ---- */

static gboolean begins_annex(const Block *block, const YamlNode *map)
{
    return block->kind == BLOCK_HEADING && block->level == 1 && map && properties_are_of_annex(map);
}

/* A list of a finding is its measures. */
static void tidy(const Outline *outline, Block *block)
{
    if (block->kind == BLOCK_LIST && outline->part && outline->part->kind == NODE_FINDING &&
        !outline->closing)
        block_tidy_measures(block, outline->sink);
    else
        block_tidy(block, outline->sink);
}

/* Takes the block. `last`: no heading but those of annexes follows. */
static void take_block(Outline *outline, Block *taken, const YamlNode *map, gboolean last)
{
    gboolean annex = begins_annex(taken, map);

    if (annex)
        begin_annex(outline, map);
    if (outline->annex) {
        take_in_annex(outline, taken, annex);
        return;
    }
    g_autoptr(Block) block = taken;
    if (block->kind == BLOCK_HEADING) {
        begin_part(outline, block, map);
    } else if (block->kind != BLOCK_BREAK) {
        tidy(outline, block);
        g_ptr_array_add(outline->blocks, g_steal_pointer(&block));
    } else if (last && !outline->closing) {
        begin_closing(outline);
    } else {
        block_report_break(block, outline->sink);
    }
}

/* The place after the last heading that is no annex's. */
static gsize after_last_heading(gpointer *blocks, gpointer *maps, gsize n_blocks)
{
    gsize last = 0;

    for (gsize i = 0; i < n_blocks && !begins_annex(blocks[i], maps[i]); i++)
        if (((const Block *) blocks[i])->kind == BLOCK_HEADING)
            last = i + 1;
    return last;
}

static void map_free(gpointer map)
{
    if (map)
        yaml_node_free(map);
}

void outline_read(Bulletin *bulletin, const SourceEntry *entry, Diagnostics *sink)
{
    g_autoptr(GPtrArray) read =
        markdown_read(entry->source, entry->body_start, (guint32) entry->source->length, sink);
    g_autoptr(GPtrArray) maps = g_ptr_array_new_with_free_func(map_free);
    gsize n_read;
    g_autofree gpointer *owned = g_ptr_array_steal(read, &n_read);
    Outline outline = {.bulletin = bulletin, .sink = sink, .blocks = blocks_new()};

    for (gsize i = 0; i < n_read; i++) {
        Block *block = owned[i];
        g_ptr_array_add(maps,
                        block->kind == BLOCK_HEADING ? heading_take_properties(block, sink) : NULL);
    }
    gsize last = after_last_heading(owned, maps->pdata, n_read);
    for (gsize i = 0; i < n_read; i++)
        take_block(&outline, owned[i], maps->pdata[i], i >= last);
    if (!outline.annex)
        end_part(&outline);
    end_annex(&outline);
    g_ptr_array_unref(outline.blocks);
}

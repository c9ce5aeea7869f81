/* One file as a whole bulletin: # and ## are headings, ### is a finding. */
#include "model/build.h"

#include "model/fields.h"
#include "source/markdown.h"

#define FINDING_LEVEL 3

typedef struct {
    Bulletin *bulletin;
    Diagnostics *sink;
    Node *above[FINDING_LEVEL]; /* the heading or finding that stands open at each level */
    Node *part;                 /* to which the blocks belong; NULL before the first heading */
    GPtrArray *blocks;          /* read since that heading */
    guint level;                /* of the last heading */
    gboolean closing;
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

static void begin_part(Outline *outline, Block *heading)
{
    guint level = heading->level;

    if (level > FINDING_LEVEL) {
        diag_report(outline->sink, RULE_TOO_DEEP, heading->span, NULL);
        return;
    }
    if (level > outline->level + 1)
        diag_report(outline->sink, RULE_HEADING_ORDER, heading->span, NULL);
    end_part(outline);
    Node *node = node_new(level == FINDING_LEVEL ? NODE_FINDING : NODE_HEADING);
    node->level = node->kind == NODE_HEADING ? level : 0;
    node->parent = parent_of(outline, level);
    node_take_title(node, heading, outline->sink);
    g_ptr_array_add(node->parent ? node->parent->children : outline->bulletin->children, node);
    outline->above[level - 1] = node;
    for (guint i = level; i < FINDING_LEVEL; i++)
        outline->above[i] = NULL;
    outline->part = node;
    outline->level = level;
}

static void begin_closing(Outline *outline)
{
    end_part(outline);
    outline->closing = TRUE;
}

static gsize after_last_heading(gpointer *blocks, gsize n_blocks)
{
    while (n_blocks > 0 && ((Block *) blocks[n_blocks - 1])->kind != BLOCK_HEADING)
        n_blocks--;
    return n_blocks;
}

void outline_read(Bulletin *bulletin, const SourceEntry *entry, Diagnostics *sink)
{
    g_autoptr(GPtrArray) read =
        markdown_read(entry->source, entry->body_start, (guint32) entry->source->length, sink);
    gsize n_read;
    g_autofree gpointer *owned = g_ptr_array_steal(read, &n_read);
    gsize last = after_last_heading(owned, n_read);
    Outline outline = {.bulletin = bulletin, .sink = sink, .blocks = blocks_new()};

    for (gsize i = 0; i < n_read; i++) {
        g_autoptr(Block) block = owned[i];
        if (block->kind == BLOCK_HEADING) {
            begin_part(&outline, block);
        } else if (block->kind != BLOCK_BREAK) {
            block_tidy(block, sink);
            g_ptr_array_add(outline.blocks, g_steal_pointer(&block));
        } else if (i >= last && !outline.closing) {
            begin_closing(&outline);
        } else {
            block_report_break(block, sink);
        }
    }
    end_part(&outline);
    g_ptr_array_unref(outline.blocks);
}

#include "model/build.h"

#include "model/fields.h"

#define DEEPEST_HEADING 4 /* GB/T 9704-2012 7.3.3: 一、（一）1.（1） */

static void add_entries(const GPtrArray *entries, Node *parent, GPtrArray *siblings, guint level,
                        Diagnostics *sink);

Span entry_place(const SourceEntry *entry)
{
    while (!entry->source && entry->children && entry->children->len > 0)
        entry = g_ptr_array_index(entry->children, 0);
    return entry->source ? (Span){entry->source, entry->body_start, entry->body_start} : SPAN_NONE;
}

static void add_node(Node *node, Node *parent, GPtrArray *siblings)
{
    node->parent = parent;
    g_ptr_array_add(siblings, node);
}

static void add_finding(const SourceEntry *entry, Node *parent, GPtrArray *siblings,
                        Diagnostics *sink)
{
    Node *node = node_begin(entry, NODE_FINDING, 1u << NODE_FINDING, sink);

    if (!node)
        return;
    finding_fill(node, body_read(entry, TITLE_REQUIRED, node, sink), FALSE, sink);
    add_node(node, parent, siblings);
}

static void add_measure(const SourceEntry *entry, Node *finding, Diagnostics *sink)
{
    Node *node = node_begin(entry, NODE_MEASURE, 1u << NODE_MEASURE, sink);

    if (!node)
        return;
    g_ptr_array_unref(node->blocks);
    node->blocks = body_read(entry, TITLE_OPTIONAL, node, sink);
    blocks_refuse_tables(node->blocks, sink);
    if (!node->span.source) {
        node->span = node->blocks->len > 0 ? blocks_span(node->blocks) : entry_place(entry);
        if (!blocks_have_text(node->blocks))
            diag_report(sink, RULE_EMPTY_TEXT, node->span, NULL);
    }
    add_node(node, finding, finding->children);
}

static gboolean is_closing(const SourceEntry *entry)
{
    return !entry->children && g_str_equal(entry->name, "closing.md");
}

/* Text after the measures, which in a finding of one file stands below the list. */
static void add_closing(const SourceEntry *entry, GPtrArray **closing, Diagnostics *sink)
{
    if (!closing_begin(entry, sink))
        return;
    g_ptr_array_unref(*closing);
    *closing = body_read(entry, TITLE_NONE, NULL, sink);
}

static void fill_finding_folder(const SourceEntry *entry, Node *finding, Diagnostics *sink)
{
    gboolean in_files = FALSE;

    for (guint i = 0; i < entry->children->len; i++)
        in_files |= !is_closing(g_ptr_array_index(entry->children, i));
    finding_fill(finding, body_read(entry, TITLE_REQUIRED, finding, sink), in_files, sink);
    for (guint i = 0; i < entry->children->len; i++) {
        const SourceEntry *child = g_ptr_array_index(entry->children, i);
        if (child->children)
            diag_report(sink, RULE_FOLDER_IN_FINDING, entry_place(child), child->name, NULL);
        else if (is_closing(child))
            add_closing(child, &finding->closing, sink);
        else
            add_measure(child, finding, sink);
    }
}

/* Deeper headings keep the last level, so that whatever is below is checked all the same. */
static void fill_heading_folder(const SourceEntry *entry, Node *heading, guint level,
                                Diagnostics *sink)
{
    heading->level = MIN(level, DEEPEST_HEADING);
    if (level == DEEPEST_HEADING + 1)
        diag_report(sink, RULE_TOO_DEEP, entry_place(entry), NULL);
    if (entry->source) {
        g_ptr_array_unref(heading->blocks);
        heading->blocks = body_read(entry, TITLE_REQUIRED, heading, sink);
    }
    add_entries(entry->children, heading, heading->children, level + 1, sink);
}

static void add_folder(const SourceEntry *entry, Node *parent, GPtrArray *siblings, guint level,
                       Diagnostics *sink)
{
    Node *node = node_begin(entry, NODE_HEADING, 1u << NODE_HEADING | 1u << NODE_FINDING, sink);

    if (!node)
        return;
    if (node->kind == NODE_FINDING)
        fill_finding_folder(entry, node, sink);
    else
        fill_heading_folder(entry, node, level, sink);
    add_node(node, parent, siblings);
}

static void add_entries(const GPtrArray *entries, Node *parent, GPtrArray *siblings, guint level,
                        Diagnostics *sink)
{
    for (guint i = 0; i < entries->len; i++) {
        const SourceEntry *entry = g_ptr_array_index(entries, i);
        if (entry->children)
            add_folder(entry, parent, siblings, level, sink);
        else
            add_finding(entry, parent, siblings, sink);
    }
}

static void read_folder(Bulletin *bulletin, const SourceTree *tree, Diagnostics *sink)
{
    if (tree->root->source) {
        g_ptr_array_unref(bulletin->opening);
        bulletin->opening = body_read(tree->root, TITLE_NONE, NULL, sink);
    }
    add_entries(tree->root->children, NULL, bulletin->children, 1, sink);
    if (tree->closing)
        add_closing(tree->closing, &bulletin->closing, sink);
    if (tree->annexes)
        annexes_read(bulletin, tree->annexes, sink);
}

Bulletin *bulletin_build(const SourceTree *tree, Diagnostics *sink)
{
    g_autoptr(Bulletin) bulletin = bulletin_new();
    const SourceEntry *root = tree->root;

    if (root->source)
        metadata_read(&bulletin->meta, root, sink);
    if (root->children)
        read_folder(bulletin, tree, sink);
    else if (root->source)
        outline_read(bulletin, root, sink);
    bulletin_number(bulletin);
    bulletin_read_csv(bulletin, tree, sink);
    bulletin_take_notes(bulletin, sink);
    bulletin_link(bulletin, sink);
    bulletin_check_labels(bulletin, sink);
    ledgers_check(bulletin, sink);
    bulletin_read_images(bulletin, tree->folder, sink);
    return root->source ? g_steal_pointer(&bulletin) : NULL;
}

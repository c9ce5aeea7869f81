/* The list of changes, in the order of the text of both. */
#include "diff/parts.h"

#include "diff/node_text.h"

#include <string.h>

typedef struct {
    Comparer *comparer;
    GPtrArray *changes;              /* Change */
    GHashTable *seen;                /* a set of nodes and annexes, as common_node() has them */
    GHashTable *texts;               /* node or block → Change that its pieces go to */
    const TextBlock *before, *after; /* (nullable) what stands beside the block that is looked at */
} Listing;

Change *change_new(ChangeKind kind, ChangeOf of)
{
    Change *change = g_new0(Change, 1);

    change->kind = kind;
    change->of = of;
    return change;
}

static void piece_clear(gpointer data)
{
    g_free(((Piece *) data)->text);
}

GArray *pieces_new(void)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));

    g_array_set_clear_func(pieces, piece_clear);
    return pieces;
}

void change_free(gpointer data)
{
    Change *change = data;

    g_free(change->where);
    g_free(change->old_where);
    g_free(change->title);
    g_free(change->old_value);
    g_free(change->new_value);
    g_clear_pointer(&change->pieces, g_array_unref);
    g_free(change->anchor);
    g_free(change);
}

static void add_piece(Change *change, TextChange what, const gchar *text, gsize length)
{
    if (!change->pieces)
        change->pieces = pieces_new();
    Piece *last = change->pieces->len > 0
                      ? &g_array_index(change->pieces, Piece, change->pieces->len - 1)
                      : NULL;
    g_autofree gchar *part = g_strndup(text, length);
    if (last && last->change == what) {
        gchar *joined = g_strconcat(last->text, part, NULL);
        g_free(last->text);
        last->text = joined;
        return;
    }
    Piece piece = {what, g_steal_pointer(&part)};
    g_array_append_val(change->pieces, piece);
}

/* ---- labels ---- */

/* A finding that is set as a heading is one to its reader, and its measures are paragraphs. */
static ChangeOf of_node(const Listing *listing, const Node *node)
{
    const Template *template = listing->comparer->readings[NEW]->template;

    if (template->finding.layout == FINDING_HEADING)
        return node->kind == NODE_MEASURE ? OF_TEXT : OF_HEADING;
    return node->kind == NODE_HEADING   ? OF_HEADING
           : node->kind == NODE_FINDING ? OF_FINDING
                                        : OF_MEASURE;
}

/* Where a change is, and by which words it is known. */
static void describe_node(const Listing *listing, Change *change, const Node *node)
{
    const Comparer *comparer = listing->comparer;
    const Node *mate = matches_node(comparer->matches, node);
    gboolean gone = change->kind == CHANGE_REMOVED;
    const Reading *reading = comparer->readings[gone ? OLD : NEW];

    change->where = node_label(reading, node);
    if (mate)
        change->old_where = node_label(comparer->readings[OLD], mate);
    g_autofree gchar *title = inlines_text(node->title);
    if (*title == '\0' && node->blocks->len > 0) {
        g_autoptr(GString) text = g_string_new(NULL);
        append_blocks_text(text, node->blocks);
        g_free(title);
        title = g_strdup(text->str);
    }
    change->title = g_strdup(g_strstrip(title));
    change->id = node->id.text;
    change->subject = node;
}

static void describe_annex(const Listing *listing, Change *change, const Annex *annex)
{
    const Comparer *comparer = listing->comparer;
    const Annex *mate = matches_annex(comparer->matches, annex);
    gboolean gone = change->kind == CHANGE_REMOVED;

    change->where = annex_label(comparer->readings[gone ? OLD : NEW], annex);
    if (mate)
        change->old_where = annex_label(comparer->readings[OLD], mate);
    change->title = inlines_text(annex->title);
    change->id = annex->id.text;
    change->subject = annex;
}

static Change *add_change(Listing *listing, ChangeKind kind, ChangeOf of)
{
    Change *change = change_new(kind, of);

    g_ptr_array_add(listing->changes, change);
    return change;
}

/* ---- fields ---- */

static void set_field(Change *change, const FieldName *field, const gchar *old, const gchar *new)
{
    change->field = field;
    change->old_value = g_strdup(old);
    change->new_value = g_strdup(new);
}

static void document_changed(gpointer data, const FieldName *field, const gchar *old,
                             const gchar *new)
{
    Listing *listing = data;
    Change *change = add_change(listing, CHANGE_EDITED, OF_DOCUMENT);

    change->where = g_strdup("文件头");
    set_field(change, field, old, new);
}

typedef struct {
    Listing *listing;
    const Node *node;
    const Annex *annex;
} Told;

static void node_changed(gpointer data, const FieldName *field, const gchar *old, const gchar *new)
{
    const Told *told = data;
    Change *change = add_change(told->listing, CHANGE_EDITED, of_node(told->listing, told->node));

    describe_node(told->listing, change, told->node);
    set_field(change, field, old, new);
}

static void annex_changed(gpointer data, const FieldName *field, const gchar *old, const gchar *new)
{
    const Told *told = data;
    Change *change = add_change(told->listing, CHANGE_EDITED, OF_ANNEX);

    describe_annex(told->listing, change, told->annex);
    set_field(change, field, old, new);
}

/* ---- nodes and annexes ---- */

static gboolean is_alone(const Listing *listing, const Node *node)
{
    return node && !matches_node(listing->comparer->matches, node);
}

static const Move *move_of(const Listing *listing, const Node *node)
{
    const GPtrArray *moves = listing->comparer->moves;

    for (guint i = 0; i < moves->len; i++)
        if (((const Move *) moves->pdata[i])->node == node)
            return moves->pdata[i];
    return NULL;
}

static void add_moved(Listing *listing, const Node *node)
{
    const Move *move = move_of(listing, node);

    describe_node(listing, add_change(listing, CHANGE_MOVED, of_node(listing, node)), node);
    if (!move || !move->edited)
        return;
    Change *change = add_change(listing, CHANGE_EDITED, of_node(listing, node));
    describe_node(listing, change, node);
    for (guint i = 0; i < move->pieces->len; i++) {
        const Piece *piece = &g_array_index(move->pieces, Piece, i);
        add_piece(change, piece->change, piece->text, strlen(piece->text));
    }
}

/* Of what is new or gone only the outermost is told. */
static void list_node(Listing *listing, const Node *node)
{
    if (!node || !g_hash_table_add(listing->seen, (gpointer) node))
        return;
    list_node(listing, node->parent);
    const Node *mate = matches_node(listing->comparer->matches, node);
    if (mate) {
        Told told = {listing, node, NULL};
        if (matches_moved(listing->comparer->matches, node))
            add_moved(listing, node);
        node_fields(mate, node, node_changed, &told);
    } else if (!is_alone(listing, node->parent)) {
        ChangeKind kind =
            matches_is_old(listing->comparer->matches, node) ? CHANGE_REMOVED : CHANGE_ADDED;
        describe_node(listing, add_change(listing, kind, of_node(listing, node)), node);
    }
}

static void list_annex(Listing *listing, const Annex *annex, guint side)
{
    const Annex *mate = matches_annex(listing->comparer->matches, annex);

    if (side == OLD && mate)
        annex = mate;
    if (!annex || !g_hash_table_add(listing->seen, (gpointer) annex))
        return;
    if (mate) {
        Told told = {listing, NULL, annex};
        annex_fields(matches_annex(listing->comparer->matches, annex), annex, annex_changed, &told);
        return;
    }
    Change *change = add_change(listing, side == OLD ? CHANGE_REMOVED : CHANGE_ADDED, OF_ANNEX);
    describe_annex(listing, change, annex);
}

/* ---- texts ---- */

static const gchar *part_label(const TextBlock *block)
{
    switch (block->part) {
    case ELEMENT_OPENING:
        return "开头";
    case ELEMENT_CLOSING:
        return "结尾";
    case ELEMENT_ANNEXES:
        return "附件";
    default:
        return "正文";
    }
}

/* 脚注①: its mark begins it. (transfer full) */
static gchar *note_label(const TextBlock *note)
{
    const TextRun *mark = note->runs->len > 0 ? &g_array_index(note->runs, TextRun, 0) : NULL;

    return mark ? g_strdup_printf("脚注%.*s", (int) (mark->end - mark->start),
                                  note->text->str + mark->start)
                : g_strdup("脚注");
}

/* The name of a text that no node says: of the annex or the part that it is in. */
static void describe_text(const Listing *listing, Change *change, const TextBlock *block,
                          guint side)
{
    const Reading *reading = listing->comparer->readings[side];

    change->where = block->role == STYLE_FOOTNOTE ? note_label(block)
                    : block->annex                ? annex_label(reading, block->annex)
                    : block->node                 ? node_label(reading, block->node)
                                                  : g_strdup(part_label(block));
    change->subject = block;
}

static ChangeOf of_block(const Listing *listing, const TextBlock *block)
{
    return block->table                    ? OF_TABLE
           : block->figure                 ? OF_FIGURE
           : block->role == STYLE_FOOTNOTE ? OF_NOTE
           : block->node                   ? of_node(listing, block->node)
                                           : OF_TEXT;
}

/* What became of a whole block that no node says. */
static gboolean list_whole(Listing *listing, const TextBlock *block)
{
    static const gint kinds[TEXT_CHANGES] = {[TEXT_SAME] = -1,
                                             [TEXT_INSERTED] = CHANGE_ADDED,
                                             [TEXT_DELETED] = CHANGE_REMOVED,
                                             [TEXT_MOVED_HERE] = CHANGE_MOVED,
                                             [TEXT_MOVED_AWAY] = -1};
    guint8 what = block_change(block);

    if (what == TEXT_MOVED_AWAY)
        return TRUE;
    if (kinds[what] < 0)
        return FALSE;
    Change *change = add_change(listing, (ChangeKind) kinds[what], of_block(listing, block));
    describe_text(listing, change, block, what == TEXT_DELETED ? OLD : NEW);
    g_autofree gchar *words = whole_words(block, listing->before, what);
    change->title = g_strdup(g_strstrip(words));
    return TRUE;
}

static Change *text_change(Listing *listing, gconstpointer subject, const TextBlock *block,
                           const Node *node)
{
    Change *change = g_hash_table_lookup(listing->texts, subject);

    if (change)
        return change;
    change = add_change(listing, CHANGE_EDITED,
                        node ? of_node(listing, node) : of_block(listing, block));
    if (node)
        describe_node(listing, change, node);
    else
        describe_text(listing, change, block, NEW);
    g_hash_table_insert(listing->texts, (gpointer) subject, change);
    return change;
}

/* Whether a node is told as new, gone or moved, and its text with it. */
static gboolean told_whole(const Listing *listing, const Node *node)
{
    for (; node; node = node->parent)
        if (is_alone(listing, node) || matches_moved(listing->comparer->matches, node))
            return TRUE;
    return FALSE;
}

static const Node *run_node(const Listing *listing, const TextRun *run, const TextBlock *block)
{
    const Node *node = run->node ? run->node : block->node;
    const Node *mate = matches_node(listing->comparer->matches, node);

    return mate && matches_is_old(listing->comparer->matches, node) ? mate : node;
}

static void list_run(Listing *listing, const TextBlock *in, const TextBlock *block,
                     const TextRun *run)
{
    const Node *node = run_node(listing, run, block);
    gboolean table = in->table || in->figure || in->role == STYLE_FOOTNOTE;

    list_node(listing, node);
    if (told_whole(listing, node))
        return;
    gconstpointer subject = node && !table ? (gconstpointer) node : in;
    Change *change = text_change(listing, subject, in, table ? NULL : node);
    add_piece(change, run->marks.change, block->text->str + run->start, run->end - run->start);
}

static void end_text(Listing *listing, const TextBlock *in, const gchar *end)
{
    Change *change = g_hash_table_lookup(listing->texts, in);

    if (change)
        add_piece(change, TEXT_SAME, end, strlen(end));
}

static void list_text(Listing *listing, const TextBlock *in, const TextBlock *block)
{
    for (guint i = 0; i < block->runs->len; i++)
        list_run(listing, in, block, &g_array_index(block->runs, TextRun, i));
    if (in != block)
        end_text(listing, in, "\t");
}

/* Their fields, though the text is told of with what it is in. */
static void list_nodes(Listing *listing, const TextBlock *block)
{
    for (guint i = 0; i < block->runs->len; i++)
        list_node(listing, run_node(listing, &g_array_index(block->runs, TextRun, i), block));
}

/* The front matter has its own entries; a paragraph that only a number changed in, none. */
static gboolean from_front_matter(const Listing *listing, const TextBlock *block)
{
    if (in_imprint(block) || g_hash_table_contains(listing->comparer->gone_places, block))
        return TRUE;
    return block->role != STYLE_FOOTNOTE && block->part != ELEMENT_OPENING &&
           block->part != ELEMENT_BODY && block->part != ELEMENT_CLOSING &&
           block->part != ELEMENT_ANNEXES;
}

static void list_block(Listing *listing, const TextBlock *block)
{
    guint side = block->element & OLD_ELEMENT ? OLD : NEW;

    if (from_front_matter(listing, block))
        return;
    if (block->annex)
        list_annex(listing, block->annex, side);
    if (block->annex && !matches_annex(listing->comparer->matches, block->annex))
        return;
    const Node *node = block->node;
    const Node *mate = matches_node(listing->comparer->matches, node);
    list_node(listing, mate && matches_is_old(listing->comparer->matches, node) ? mate : node);
    if (told_whole(listing, node)) {
        list_nodes(listing, block);
        return;
    }
    guint8 what = block_change(block);
    if (what != TEXT_SAME && caption_along(block, listing->after, what))
        return;
    if (block_has_change(block) && (!block->node || block->table || block->figure) &&
        list_whole(listing, block))
        return;
    list_text(listing, block, block);
    for (guint i = 0; block->table && i < block->table->cells->len; i++)
        list_text(listing, block, block->table->cells->pdata[i]);
    for (guint i = 0; block->figure && i < block->figure->captions->len; i++)
        list_text(listing, block, block->figure->captions->pdata[i]);
}

/* Where nothing was put in or taken out there is no change. */
static gboolean says_nothing(const Change *change)
{
    return change->kind == CHANGE_EDITED && !change->field &&
           change_characters(change, TEXT_INSERTED) == 0 &&
           change_characters(change, TEXT_DELETED) == 0 &&
           change_characters(change, TEXT_MOVED_HERE) == 0 &&
           change_characters(change, TEXT_MOVED_AWAY) == 0;
}

void changes_list(Comparer *comparer)
{
    Listing listing = {.comparer = comparer, .changes = comparer->comparison->changes};
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);

    listing.seen = seen;
    listing.texts = told;
    document_fields(comparer->readings[OLD]->bulletin, comparer->readings[NEW]->bulletin,
                    document_changed, &listing);
    for (guint i = 0; i < comparer->blocks->len; i++) {
        const GPtrArray *blocks = comparer->blocks;
        listing.before = i > 0 ? blocks->pdata[i - 1] : NULL;
        listing.after = i + 1 < blocks->len ? blocks->pdata[i + 1] : NULL;
        list_block(&listing, blocks->pdata[i]);
    }
    listing.before = listing.after = NULL;
    for (guint i = 0; i < comparer->note_blocks->len; i++)
        list_block(&listing, comparer->note_blocks->pdata[i]);
    for (guint i = listing.changes->len; i-- > 0;)
        if (says_nothing(listing.changes->pdata[i]))
            g_ptr_array_remove_index(listing.changes, i);
}

guint change_characters(const Change *change, TextChange kind)
{
    guint count = 0;

    for (guint i = 0; change->pieces && i < change->pieces->len; i++) {
        const Piece *piece = &g_array_index(change->pieces, Piece, i);
        if (piece->change == kind)
            count += (guint) g_utf8_strlen(piece->text, -1);
    }
    return count;
}

#include "diff/parts.h"

#include <string.h>

/* ---- what the parts share ---- */

guint32 comparer_number(Comparer *comparer, const gchar *text)
{
    guint32 number = GPOINTER_TO_UINT(g_hash_table_lookup(comparer->numbers, text));

    if (number > 0)
        return number;
    number = g_hash_table_size(comparer->numbers) + 1;
    g_hash_table_insert(comparer->numbers, g_strdup(text), GUINT_TO_POINTER(number));
    return number;
}

/* What was moved is another thing at its other place. */
const Node *common_node(const Comparer *comparer, guint side, const Node *node)
{
    const Node *mate = side == OLD ? matches_node(comparer->matches, node) : NULL;

    return mate && !matches_moved_along(comparer->matches, node) ? mate : node;
}

/* ---- labels ---- */

/* Templates may set findings as headings, which are then numbered with the headings beside them. */
static gboolean is_heading(const Reading *reading, const Node *node)
{
    return node->kind == NODE_HEADING ||
           (node->kind == NODE_FINDING && reading->template->finding.layout == FINDING_HEADING);
}

static guint heading_number(const Reading *reading, const Node *node)
{
    const GPtrArray *siblings = node->parent ? node->parent->children : reading->bulletin->children;
    guint i = 0;

    if (reading->template->finding.layout != FINDING_HEADING)
        return node->number;
    while (siblings->pdata[i] != node)
        i++;
    return i + 1;
}

/* 一、（一）: all headings that it is below, and its own. Returns its level. */
static guint append_headings(GString *label, const Reading *reading, const Node *node)
{
    gchar *const *formats = reading->template->numbering.heading;
    guint above = node ? append_headings(label, reading, node->parent) : 0;

    if (!node || !is_heading(reading, node))
        return above;
    guint level = MIN(above + 1, G_N_ELEMENTS(reading->template->numbering.heading));
    g_autofree gchar *number = number_format(formats[level - 1], heading_number(reading, node));
    g_string_append(label, number);
    return level;
}

static void end_headings(GString *label)
{
    static const gchar *const ends[] = {"、", "."};

    for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(label->str, ends[i]))
            g_string_truncate(label, label->len - strlen(ends[i]));
}

gchar *node_label(const Reading *reading, const Node *node)
{
    gboolean headings = reading->template->finding.layout == FINDING_HEADING;
    GString *label = g_string_new(NULL);

    append_headings(label, reading, node);
    const Node *finding = node->kind == NODE_MEASURE ? node->parent : node;
    if (headings || finding->kind != NODE_FINDING)
        end_headings(label);
    if (!headings && finding && finding->kind == NODE_FINDING)
        g_string_append_printf(label, "问题%u", finding->number);
    if (node->kind == NODE_MEASURE) {
        g_autofree gchar *number =
            number_format(headings ? "第{digit}项" : "措施{han}", node->number);
        g_string_append(label, number);
    }
    return g_string_free(label, FALSE);
}

gchar *annex_label(const Reading *reading, const Annex *annex)
{
    return reading->bulletin->annexes->len == 1 ? g_strdup("附件")
                                                : g_strdup_printf("附件%u", annex->number);
}

/* ---- anchors ---- */

static gint by_place(gconstpointer a, gconstpointer b)
{
    guint32 one = ((const Anchor *) a)->at, other = ((const Anchor *) b)->at;

    return one < other ? -1 : one > other;
}

static void add_anchor(TextBlock *block, guint32 at, const gchar *name)
{
    Anchor anchor = {at, name};

    g_array_append_val(block->anchors, anchor);
    g_array_sort(block->anchors, by_place);
}

typedef struct {
    TextBlock *block;
    guint32 at;
} AnchorPlace;

typedef struct {
    GHashTable *firsts; /* node, annex or block → AnchorPlace of its text */
    GHashTable *edits;  /* the same of its first change */
} Places;

static void note_place(GHashTable *table, gconstpointer subject, TextBlock *block, guint32 at)
{
    if (!subject || g_hash_table_contains(table, subject))
        return;
    AnchorPlace *place = g_new(AnchorPlace, 1);
    *place = (AnchorPlace){block, at};
    g_hash_table_insert(table, (gpointer) subject, place);
}

static void note_places(const Comparer *comparer, const Places *places, TextBlock *in,
                        TextBlock *block)
{
    for (guint i = 0; i < block->runs->len; i++) {
        const TextRun *run = &g_array_index(block->runs, TextRun, i);
        const Node *own = run->node ? run->node : block->node;
        gboolean moved_away = run->marks.change == TEXT_MOVED_AWAY;
        gconstpointer subjects[] = {own, matches_node(comparer->matches, own), in->annex,
                                    matches_annex(comparer->matches, in->annex), in};
        for (guint k = 0; k < G_N_ELEMENTS(subjects) && !moved_away; k++) {
            note_place(places->firsts, subjects[k], block, run->start);
            if (run->marks.change != TEXT_SAME)
                note_place(places->edits, subjects[k], block, run->start);
        }
    }
    if (block->figure)
        note_place(places->firsts, block, block, 0);
    for (guint i = 0; block->table && i < block->table->cells->len; i++)
        note_places(comparer, places, in, block->table->cells->pdata[i]);
    for (guint i = 0; block->figure && i < block->figure->captions->len; i++)
        note_places(comparer, places, in, block->figure->captions->pdata[i]);
}

/* A text of the front matter that differs: which field it is, its span says. */
static gboolean says_field(const Comparer *comparer, const Change *change, const TextRun *run)
{
    if (run->marks.change == TEXT_SAME)
        return FALSE;
    for (guint side = OLD; side < SIDES; side++)
        if (document_field_holds(change->field, comparer->readings[side]->bulletin, run->span))
            return TRUE;
    return FALSE;
}

/* Where a field of the front matter that is printed differs. FALSE: nowhere. */
static gboolean printed_place(const Comparer *comparer, const Change *change, AnchorPlace *place)
{
    const GPtrArray *texts[] = {comparer->head, comparer->blocks};

    for (guint i = 0; change->of == OF_DOCUMENT && i < G_N_ELEMENTS(texts); i++)
        for (guint k = 0; k < texts[i]->len; k++) {
            TextBlock *text = texts[i]->pdata[k];
            for (guint r = 0; r < text->runs->len; r++) {
                const TextRun *run = &g_array_index(text->runs, TextRun, r);
                *place = (AnchorPlace){text, run->start};
                if (says_field(comparer, change, run))
                    return TRUE;
            }
        }
    return FALSE;
}

static void add_anchors(const Comparer *comparer)
{
    const GPtrArray *changes = comparer->comparison->changes;
    Places places = {g_hash_table_new_full(NULL, NULL, NULL, g_free),
                     g_hash_table_new_full(NULL, NULL, NULL, g_free)};

    for (guint i = 0; i < comparer->blocks->len; i++)
        note_places(comparer, &places, comparer->blocks->pdata[i], comparer->blocks->pdata[i]);
    for (guint i = 0; i < comparer->head->len; i++)
        note_places(comparer, &places, comparer->head->pdata[i], comparer->head->pdata[i]);
    for (guint i = 0; i < comparer->note_blocks->len; i++)
        note_places(comparer, &places, comparer->note_blocks->pdata[i],
                    comparer->note_blocks->pdata[i]);
    for (guint i = 0; i < changes->len; i++) {
        Change *change = changes->pdata[i];
        const AnchorPlace *place =
            g_hash_table_lookup(change->pieces ? places.edits : places.firsts, change->subject);
        if (!place)
            place = g_hash_table_lookup(places.firsts, change->subject);
        AnchorPlace printed;
        if (!place && printed_place(comparer, change, &printed))
            place = &printed;
        if (!place)
            continue;
        change->anchor = g_strdup_printf("change:%u", i + 1);
        add_anchor(place->block, place->at, change->anchor);
    }
    g_hash_table_unref(places.firsts);
    g_hash_table_unref(places.edits);
}

/* ---- all ---- */

static void move_free(gpointer data)
{
    Move *move = data;

    g_clear_pointer(&move->pieces, g_array_unref);
    g_free(move);
}

static void comparer_clear(Comparer *comparer)
{
    for (guint side = OLD; side < SIDES; side++) {
        g_array_unref(comparer->units[side]);
        g_array_unref(comparer->notes[side]);
        g_array_unref(comparer->heads[side]);
    }
    g_hash_table_unref(comparer->numbers);
    g_hash_table_unref(comparer->gone_places);
    g_array_unref(comparer->gone_notes);
    g_ptr_array_unref(comparer->element_pairs);
    g_ptr_array_unref(comparer->moves);
    g_ptr_array_unref(comparer->pieces);
}

static void compare(Comparer *comparer)
{
    units_pair(comparer);
    moves_find(comparer);
    merge_all(comparer);
    changes_list(comparer);
    merge_structure(comparer);
    add_anchors(comparer);
}

Comparison *comparison_new(Reading *old, Reading *new)
{
    Comparison *comparison = g_new0(Comparison, 1);
    Comparer comparer = {.comparison = comparison, .readings = {old, new}};

    comparison->old = old;
    comparison->both = new;
    comparison->bulletin = new->bulletin;
    comparison->matches = matches_new(old->bulletin, new->bulletin);
    comparison->changes = g_ptr_array_new_with_free_func(change_free);
    comparer.matches = comparison->matches;
    comparer.numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    comparer.blocks = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    comparer.head = g_ptr_array_new();
    comparer.note_blocks = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    comparer.gone_places = g_hash_table_new(NULL, NULL);
    comparer.gone_notes = g_array_new(FALSE, FALSE, sizeof(guint));
    comparer.element_pairs = g_ptr_array_new();
    comparer.moves = g_ptr_array_new_with_free_func(move_free);
    comparer.pieces = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    compare(&comparer);
    comparer_clear(&comparer);
    g_ptr_array_unref(new->blocks);
    g_ptr_array_unref(new->notes);
    g_ptr_array_unref(new->head);
    new->head = comparer.head;
    new->blocks = comparer.blocks;
    new->notes = comparer.note_blocks;
    return comparison;
}

void comparison_free(Comparison *comparison)
{
    if (!comparison)
        return;
    g_ptr_array_unref(comparison->changes);
    matches_free(comparison->matches);
    reading_free(comparison->old);
    g_clear_pointer(&comparison->both, reading_free);
    g_free(comparison);
}

guint comparison_count(const Comparison *comparison, ChangeKind kind)
{
    guint count = 0;

    for (guint i = 0; i < comparison->changes->len; i++)
        count += ((const Change *) comparison->changes->pdata[i])->kind == kind;
    return count;
}

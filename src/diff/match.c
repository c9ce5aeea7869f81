#include "diff/match.h"

#include "diff/lcs.h"
#include "diff/likeness.h"
#include "diff/node_text.h"

#include <string.h>

/* Thousandths of their text that two must share to be the same; anywhere, and in the same place. */
enum { LIKE_ANYWHERE = 600, LIKE_HERE = 400 };

/* So many pairs are looked at, no more: then those that are left are new and gone. */
#define MOST_PAIRS 250000

typedef struct {
    const Node *node;
    gboolean old;
    gchar *title, *text;
    Likeness likeness;
} Entry;

struct Matches {
    GPtrArray *nodes[2]; /* Node: of old, of new */
    GHashTable *entries; /* Node → Entry */
    GHashTable *mates;   /* Node or Annex → that of the other bulletin */
    GHashTable *moved;   /* a set of Node */
    const Bulletin *bulletins[2];
};

/* ---- entries ---- */

static void entry_free(gpointer data)
{
    Entry *entry = data;

    g_free(entry->title);
    g_free(entry->text);
    likeness_clear(&entry->likeness);
    g_free(entry);
}

static void add_entry(Matches *matches, guint side, const Node *node)
{
    Entry *entry = g_new0(Entry, 1);
    g_autoptr(GString) text = g_string_new(NULL);

    append_node_text(text, node);
    entry->node = node;
    entry->old = side == 0;
    entry->title = inlines_text(node->title);
    entry->text = g_strdup(text->str);
    likeness_init(&entry->likeness, entry->text);
    g_hash_table_insert(matches->entries, (gpointer) node, entry);
}

static void add_nodes(Matches *matches, guint side, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = nodes->pdata[i];
        g_ptr_array_add(matches->nodes[side], (gpointer) node);
        add_entry(matches, side, node);
        add_nodes(matches, side, node->children);
    }
}

static const Entry *entry_of(const Matches *matches, const Node *node)
{
    return g_hash_table_lookup(matches->entries, node);
}

/* ---- pairs ---- */

static void pair(Matches *matches, gconstpointer old, gconstpointer new)
{
    g_hash_table_insert(matches->mates, (gpointer) old, (gpointer) new);
    g_hash_table_insert(matches->mates, (gpointer) new, (gpointer) old);
}

const Node *matches_node(const Matches *matches, const Node *node)
{
    return node ? g_hash_table_lookup(matches->mates, node) : NULL;
}

const Annex *matches_annex(const Matches *matches, const Annex *annex)
{
    return annex ? g_hash_table_lookup(matches->mates, annex) : NULL;
}

/* (transfer container) */
static GPtrArray *unpaired(const Matches *matches, const GPtrArray *nodes)
{
    GPtrArray *left = g_ptr_array_new();

    for (guint i = 0; i < nodes->len; i++)
        if (!g_hash_table_contains(matches->mates, nodes->pdata[i]))
            g_ptr_array_add(left, nodes->pdata[i]);
    return left;
}

static void pair_by_id(Matches *matches)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < matches->nodes[0]->len; i++) {
        const Node *node = matches->nodes[0]->pdata[i];
        if (node->id.text)
            g_hash_table_insert(ids, node->id.text, (gpointer) node);
    }
    for (guint i = 0; i < matches->nodes[1]->len; i++) {
        const Node *node = matches->nodes[1]->pdata[i];
        const Node *other = node->id.text ? g_hash_table_lookup(ids, node->id.text) : NULL;
        if (other && other->kind == node->kind)
            pair(matches, other, node);
    }
}

typedef struct {
    const Node *nodes[2];
    guint counts[2];
} Said;

static void said_add(GHashTable *all, const gchar *text, guint side, const Node *node)
{
    g_autofree gchar *key = g_strdup_printf("%d %s", node->kind, text);
    Said *said = g_hash_table_lookup(all, key);

    if (!said) {
        said = g_new0(Said, 1);
        g_hash_table_insert(all, g_steal_pointer(&key), said);
    }
    said->nodes[side] = node;
    said->counts[side]++;
}

/* Those of which each bulletin has one with that text; of measures all of it, else the title. */
static void pair_by_text(Matches *matches, gboolean whole)
{
    g_autoptr(GHashTable) all = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    GHashTableIter iter;
    gpointer value;

    for (guint side = 0; side < 2; side++) {
        g_autoptr(GPtrArray) left = unpaired(matches, matches->nodes[side]);
        for (guint i = 0; i < left->len; i++) {
            const Entry *entry = entry_of(matches, left->pdata[i]);
            if (whole || entry->node->kind != NODE_MEASURE)
                said_add(all, whole ? entry->text : entry->title, side, entry->node);
        }
    }
    g_hash_table_iter_init(&iter, all);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const Said *said = value;
        if (said->counts[0] == 1 && said->counts[1] == 1)
            pair(matches, said->nodes[0], said->nodes[1]);
    }
}

typedef struct {
    guint likeness, old, new;
} Candidate;

static gint best_first(gconstpointer a, gconstpointer b)
{
    const Candidate *one = a, *other = b;

    if (one->likeness != other->likeness)
        return one->likeness > other->likeness ? -1 : 1;
    guint left = one->old + one->new, right = other->old + other->new;
    return left != right ? (left < right ? -1 : 1) : 0;
}

/* The likest pairs first. Returns whether there were any. */
static gboolean pair_by_likeness(Matches *matches, const GPtrArray *old, const GPtrArray *new,
                                 guint least)
{
    g_autoptr(GPtrArray) left = unpaired(matches, old);
    g_autoptr(GPtrArray) right = unpaired(matches, new);
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    gboolean any = FALSE;

    if ((guint64) left->len * right->len > MOST_PAIRS)
        return FALSE;
    for (guint i = 0; i < left->len; i++)
        for (guint k = 0; k < right->len; k++) {
            const Entry *a = entry_of(matches, left->pdata[i]);
            const Entry *b = entry_of(matches, right->pdata[k]);
            if (a->node->kind != b->node->kind)
                continue;
            Candidate candidate = {likeness_of(&a->likeness, &b->likeness), i, k};
            if (candidate.likeness >= least)
                g_array_append_val(candidates, candidate);
        }
    g_array_sort(candidates, best_first);
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *best = &g_array_index(candidates, Candidate, i);
        const Node *a = left->pdata[best->old], *b = right->pdata[best->new];
        if (matches_node(matches, a) || matches_node(matches, b))
            continue;
        pair(matches, a, b);
        any = TRUE;
    }
    return any;
}

static void pair_below(Matches *matches, const GPtrArray *old, const GPtrArray *new);

static void pair_all_below(Matches *matches)
{
    pair_below(matches, matches->bulletins[0]->children, matches->bulletins[1]->children);
    for (guint i = 0; i < matches->nodes[0]->len; i++) {
        const Node *node = matches->nodes[0]->pdata[i], *mate = matches_node(matches, node);
        if (mate)
            pair_below(matches, node->children, mate->children);
    }
}

/* The same text in the same order, as often as it stands there. */
static void pair_same(Matches *matches, const GPtrArray *old, const GPtrArray *new)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
    const GPtrArray *sides[2] = {old, new};
    guint32 *rows[2];

    for (guint side = 0; side < 2; side++) {
        rows[side] = g_new(guint32, sides[side]->len + 1);
        for (guint i = 0; i < sides[side]->len; i++) {
            const gchar *text = entry_of(matches, sides[side]->pdata[i])->text;
            guint32 number = GPOINTER_TO_UINT(g_hash_table_lookup(numbers, text));
            if (number == 0) {
                number = g_hash_table_size(numbers) + 1;
                g_hash_table_insert(numbers, (gpointer) text, GUINT_TO_POINTER(number));
            }
            rows[side][i] = number;
        }
    }
    g_autofree guint32 *match = g_new(guint32, old->len + 1);
    lcs_match(rows[0], old->len, rows[1], new->len, match);
    g_free(rows[0]);
    g_free(rows[1]);
    for (guint i = 0; i < old->len; i++)
        if (match[i] != LCS_NONE &&
            ((const Node *) old->pdata[i])->kind == ((const Node *) new->pdata[match[i]])->kind)
            pair(matches, old->pdata[i], new->pdata[match[i]]);
}

/* Children of two that are the same. */
static void pair_below(Matches *matches, const GPtrArray *old, const GPtrArray *new)
{
    g_autoptr(GPtrArray) left = unpaired(matches, old);
    g_autoptr(GPtrArray) right = unpaired(matches, new);

    if (left->len == 0 || right->len == 0)
        return;
    pair_same(matches, left, right);
    pair_by_likeness(matches, left, right, LIKE_HERE);
}

/* A heading with other words above the same findings. */
static void pair_by_children(Matches *matches)
{
    g_autoptr(GPtrArray) left = unpaired(matches, matches->nodes[0]);

    for (guint i = left->len; i-- > 0;) {
        const Node *node = left->pdata[i];
        const Node *first =
            node->children->len > 0 ? matches_node(matches, node->children->pdata[0]) : NULL;
        const Node *other = first ? first->parent : NULL;
        guint same = 0;
        if (!other || matches_node(matches, other) || other->kind != node->kind)
            continue;
        for (guint k = 0; k < node->children->len; k++) {
            const Node *mate = matches_node(matches, node->children->pdata[k]);
            same += mate && mate->parent == other;
        }
        if (2 * same > node->children->len && 2 * same > other->children->len)
            pair(matches, node, other);
    }
}

/* ---- annexes ---- */

static gboolean same_annex(const Annex *a, const Annex *b, guint by)
{
    if (by == 0)
        return a->id.text && g_strcmp0(a->id.text, b->id.text) == 0;
    g_autofree gchar *one = inlines_text(a->title), *other = inlines_text(b->title);
    if (by == 1)
        return g_str_equal(one, other);
    Likeness left, right;
    g_autoptr(GString) text = g_string_new(one);
    g_autoptr(GString) others = g_string_new(other);
    append_blocks_text(text, a->blocks);
    append_blocks_text(others, b->blocks);
    likeness_init(&left, text->str);
    likeness_init(&right, others->str);
    gboolean like = likeness_of(&left, &right) >= LIKE_HERE;
    likeness_clear(&left);
    likeness_clear(&right);
    return like;
}

static void pair_annexes(Matches *matches)
{
    const GPtrArray *old = matches->bulletins[0]->annexes, *new = matches->bulletins[1]->annexes;

    for (guint by = 0; by < 3; by++)
        for (guint i = 0; i < old->len; i++)
            for (guint k = 0; k < new->len; k++)
                if (!matches_annex(matches, old->pdata[i]) &&
                    !matches_annex(matches, new->pdata[k]) &&
                    same_annex(old->pdata[i], new->pdata[k], by))
                    pair(matches, old->pdata[i], new->pdata[k]);
}

/* ---- moves ---- */

/* How much text a node has with its mate: the same from either side. */
static guint64 subtree_weight(const Matches *matches, const Node *node)
{
    const Node *mate = matches_node(matches, node);
    const gchar *text = entry_of(matches, node)->text;
    guint64 weight = 1 + strlen(text), tie = g_str_hash(text);

    if (mate) {
        weight += strlen(entry_of(matches, mate)->text);
        tie += g_str_hash(entry_of(matches, mate)->text);
    }
    weight = weight << 16 | (tie & 0xffff); /* of two that are as long it is always the same one */
    for (guint i = 0; node->kind == NODE_HEADING && i < node->children->len; i++)
        weight += subtree_weight(matches, node->children->pdata[i]);
    return weight;
}

/* Of so many beside each other at most the longest texts stay: the short ones were moved. */
#define MOST_WEIGHED 1000

static void find_staying(const Matches *matches, const guint32 *places, const GPtrArray *nodes,
                         gboolean *stays)
{
    guint n = nodes->len, best = 0;
    g_autofree guint64 *weights = g_new0(guint64, n + 1);
    g_autofree guint *before = g_new(guint, n + 1);

    if (n > MOST_WEIGHED) {
        longest_rise(places, n, stays);
        return;
    }
    for (guint i = 0; i < n; i++) {
        before[i] = G_MAXUINT;
        for (guint k = 0; k < i; k++)
            if (places[k] < places[i] && weights[k] > weights[i]) {
                weights[i] = weights[k];
                before[i] = k;
            }
        weights[i] += subtree_weight(matches, nodes->pdata[i]);
        if (weights[i] > weights[best])
            best = i;
    }
    for (guint i = n > 0 ? best : G_MAXUINT; i != G_MAXUINT; i = before[i])
        stays[i] = TRUE;
}

static void note_moves_below(Matches *matches, const Node *new_parent, const GPtrArray *old,
                             const GPtrArray *new)
{
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_autoptr(GPtrArray) here = g_ptr_array_new();

    for (guint i = 0; i < new->len; i++)
        g_hash_table_insert(places, new->pdata[i], GUINT_TO_POINTER(i));
    for (guint i = 0; i < old->len; i++) {
        const Node *mate = matches_node(matches, old->pdata[i]);
        guint32 place = mate ? GPOINTER_TO_UINT(g_hash_table_lookup(places, mate)) : 0;
        if (!mate || mate->parent != new_parent)
            continue;
        g_array_append_val(numbers, place);
        g_ptr_array_add(here, old->pdata[i]);
    }
    g_autofree gboolean *stays = g_new0(gboolean, here->len + 1);
    find_staying(matches, (const guint32 *) (gpointer) numbers->data, here, stays);
    for (guint i = 0; i < here->len; i++) {
        if (stays[i])
            continue;
        g_hash_table_add(matches->moved, here->pdata[i]);
        g_hash_table_add(matches->moved, (gpointer) matches_node(matches, here->pdata[i]));
    }
}

static void note_moves(Matches *matches)
{
    note_moves_below(matches, NULL, matches->bulletins[0]->children,
                     matches->bulletins[1]->children);
    for (guint i = 0; i < matches->nodes[0]->len; i++) {
        const Node *node = matches->nodes[0]->pdata[i], *mate = matches_node(matches, node);
        if (!mate)
            continue;
        if (matches_node(matches, node->parent) != mate->parent ||
            (node->parent == NULL) != (mate->parent == NULL)) {
            g_hash_table_add(matches->moved, (gpointer) node);
            g_hash_table_add(matches->moved, (gpointer) mate);
        }
        note_moves_below(matches, mate, node->children, mate->children);
    }
}

gboolean matches_moved(const Matches *matches, const Node *node)
{
    return node && g_hash_table_contains(matches->moved, node);
}

gboolean matches_moved_along(const Matches *matches, const Node *node)
{
    for (; node; node = node->parent)
        if (matches_moved(matches, node))
            return TRUE;
    return FALSE;
}

/* ---- all ---- */

Matches *matches_new(const Bulletin *old, const Bulletin *new)
{
    Matches *matches = g_new0(Matches, 1);

    matches->bulletins[0] = old;
    matches->bulletins[1] = new;
    matches->entries = g_hash_table_new_full(NULL, NULL, NULL, entry_free);
    matches->mates = g_hash_table_new(NULL, NULL);
    matches->moved = g_hash_table_new(NULL, NULL);
    for (guint side = 0; side < 2; side++) {
        matches->nodes[side] = g_ptr_array_new();
        add_nodes(matches, side, matches->bulletins[side]->children);
    }
    pair_by_id(matches);
    pair_by_text(matches, TRUE);
    pair_by_text(matches, FALSE);
    pair_all_below(matches);
    pair_by_children(matches);
    if (pair_by_likeness(matches, matches->nodes[0], matches->nodes[1], LIKE_ANYWHERE))
        pair_all_below(matches);
    pair_annexes(matches);
    note_moves(matches);
    return matches;
}

void matches_free(Matches *matches)
{
    g_ptr_array_unref(matches->nodes[0]);
    g_ptr_array_unref(matches->nodes[1]);
    g_hash_table_unref(matches->entries);
    g_hash_table_unref(matches->mates);
    g_hash_table_unref(matches->moved);
    g_free(matches);
}

gboolean matches_is_old(const Matches *matches, const Node *node)
{
    const Entry *entry = node ? entry_of(matches, node) : NULL;

    return entry && entry->old;
}

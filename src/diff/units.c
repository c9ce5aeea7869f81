/* Which paragraph of the one text is which of the other. */
#include "diff/parts.h"

#include "diff/best.h"
#include "diff/lcs.h"
#include "diff/likeness.h"

/* Thousandths of their words that two paragraphs of the same part share at least. */
#define LEAST_LIKENESS 300

/* So many pairs are looked at between two paragraphs that are the same on both sides. */
#define MOST_PAIRS 40000

/* Bytes: so long a paragraph is known again at another place. */
#define LEAST_MOVED 24

void unit_clear(gpointer data)
{
    Unit *unit = data;

    g_clear_pointer(&unit->tokens, g_array_unref);
}

static Unit *unit_at(const GArray *units, guint i)
{
    return &g_array_index(units, Unit, i);
}

/* ---- what is compared ---- */

static void append_words(GString *out, const TextBlock *text)
{
    g_string_append(out, text->text->str);
    for (guint i = 0; text->table && i < text->table->cells->len; i++) {
        g_string_append(out, ((const TextBlock *) text->table->cells->pdata[i])->text->str);
        g_string_append_c(out, '\t');
    }
    if (text->figure) {
        g_string_append(out, text->figure->figure->alt ? text->figure->figure->alt : "");
        for (guint i = 0; i < text->figure->captions->len; i++)
            append_words(out, text->figure->captions->pdata[i]);
    }
}

gchar *block_words(const TextBlock *text)
{
    GString *out = g_string_new(NULL);

    append_words(out, text);
    return g_string_free(out, FALSE);
}

static void append_image(GString *key, const Image *image)
{
    if (!image)
        return;
    g_autofree gchar *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, image->bytes);
    g_string_append(key, digest);
}

static void append_key(GString *key, const Comparer *comparer, guint side, const TextBlock *text)
{
    for (guint i = 0; i < text->runs->len; i++) {
        const TextRun *run = &g_array_index(text->runs, TextRun, i);
        g_string_append_printf(key, "\n%d %u %u %p ", run->role == text->role ? 0 : run->role + 1,
                               run->marks.line, run->marks.dots,
                               (gconstpointer) common_node(comparer, side, run->node));
        if (run->href && run->href[0] != '#')
            g_string_append(key, run->href);
        g_string_append_c(key, '\n');
        if (run->counted)
            g_string_append_c(key, '\001');
        else
            g_string_append_len(key, text->text->str + run->start, run->end - run->start);
    }
    for (guint i = 0; text->table && i < text->table->cells->len; i++) {
        append_key(key, comparer, side, text->table->cells->pdata[i]);
        g_string_append_c(key, i % text->table->aligns->len == 0 ? '\n' : '\t');
    }
    if (text->figure) {
        g_string_append(key, text->figure->figure->alt ? text->figure->figure->alt : "");
        append_image(key, text->figure->figure->image);
        for (guint i = 0; i < text->figure->captions->len; i++)
            append_key(key, comparer, side, text->figure->captions->pdata[i]);
    }
}

gchar *block_key(const Comparer *comparer, guint side, const TextBlock *text)
{
    GString *key = g_string_new(NULL);

    append_key(key, comparer, side, text);
    return g_string_free(key, FALSE);
}

/* ---- groups ---- */

static gboolean is_flowing(const TextBlock *text)
{
    return text->part == ELEMENT_OPENING || text->part == ELEMENT_BODY ||
           text->part == ELEMENT_CLOSING || text->part == ELEMENT_ANNEXES;
}

gboolean in_imprint(const TextBlock *text)
{
    return text->role == STYLE_IMPRINT || text->role == STYLE_PRINTED_BY ||
           text->role == STYLE_PRINTED_ON;
}

/* What only one kind of block can be paired with: tables, figures, headings of annexes. */
static const gchar *kind_of(const TextBlock *text)
{
    if (text->table)
        return "table";
    if (text->figure)
        return "figure";
    return text->role == STYLE_BODY ? "text" : style_role_name(text->role);
}

/* `nth`: of the blocks of this part and role, so many are before it. */
static guint32 group_of(Comparer *comparer, guint side, const TextBlock *text, guint nth)
{
    g_autofree gchar *name = NULL;
    const Annex *annex = text->annex, *mate = matches_annex(comparer->matches, annex);

    if (side == OLD && mate)
        annex = mate;
    if (text->node)
        name = g_strdup_printf("%s node %p", kind_of(text),
                               (gconstpointer) common_node(comparer, side, text->node));
    else if (text->part == ELEMENT_ANNEXES && text->annex)
        name = g_strdup_printf("%s annex %p", kind_of(text), (gconstpointer) annex);
    else if (is_flowing(text) && !in_imprint(text))
        name = g_strdup_printf("%s part %d", kind_of(text), text->part);
    else if (text->part == ELEMENT_ATTENDANCE) /* 出席, 请假 and 列席 go by their names */
        name = g_strdup_printf("attendance %.*s", (int) text->label, text->text->str);
    else
        name = g_strdup_printf("%s place %d %d %d %u", kind_of(text),
                               in_imprint(text) ? -1 : (int) text->part, text->role, text->instead,
                               nth);
    return comparer_number(comparer, name);
}

static GArray *units_new(Comparer *comparer, guint side, const GPtrArray *blocks, gboolean notes)
{
    GArray *units = g_array_new(FALSE, TRUE, sizeof(Unit));
    g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);

    g_array_set_clear_func(units, unit_clear);
    for (guint i = 0; i < blocks->len; i++) {
        const TextBlock *text = blocks->pdata[i];
        guint place = (text->part + 1) * STYLE_ROLES_COUNT + text->role;
        guint nth = GPOINTER_TO_UINT(g_hash_table_lookup(counts, GUINT_TO_POINTER(place)));
        Unit unit = {.text = text, .mate = LCS_NONE};
        g_autofree gchar *words = block_words(text), *content = block_key(comparer, side, text);
        g_hash_table_insert(counts, GUINT_TO_POINTER(place), GUINT_TO_POINTER(nth + 1));
        unit.in_place = !notes && (!is_flowing(text) || in_imprint(text));
        unit.group = notes ? 1 : group_of(comparer, side, text, nth);
        g_autofree gchar *key = g_strdup_printf("%u %s", unit.group, content);
        unit.key = comparer_number(comparer, key);
        unit.words = comparer_number(comparer, words);
        g_array_append_val(units, unit);
    }
    return units;
}

/* ---- pairing ---- */

static void pair(GArray *old, GArray *new, guint i, guint k)
{
    unit_at(old, i)->mate = k;
    unit_at(new, k)->mate = i;
}

/* Another picture is another figure; its caption may differ. */
static gboolean same_picture(const Figure *a, const Figure *b)
{
    return g_strcmp0(a->alt, b->alt) == 0 && a->image && b->image &&
           g_bytes_equal(a->image->bytes, b->image->bytes);
}

static gboolean same_shape(const TextBlock *a, const TextBlock *b)
{
    if (a->table && b->table)
        return a->table->aligns->len == b->table->aligns->len;
    if (a->figure && b->figure)
        return same_picture(a->figure->figure, b->figure->figure) &&
               a->figure->captions->len == b->figure->captions->len;
    return !a->table && !b->table && !a->figure && !b->figure;
}

static gboolean may_pair(const Unit *a, const Unit *b)
{
    return a->group == b->group && same_shape(a->text, b->text);
}

typedef struct {
    GArray *old, *new;
    guint old_first, old_last, new_first, new_last;
} Gap;

static Likeness *likenesses(const GArray *units, guint first, guint last)
{
    Likeness *all = g_new0(Likeness, last - first + 1);

    for (guint i = first; i < last; i++) {
        g_autofree gchar *words = block_words(unit_at(units, i)->text);
        likeness_init(&all[i - first], words);
    }
    return all;
}

typedef struct {
    const Gap *gap;
    Likeness *old, *new;
} GapTexts;

/* Where there is one place, it is the same text. */
static guint fitness(gconstpointer data, guint i, guint k)
{
    const GapTexts *texts = data;
    const Gap *gap = texts->gap;
    const Unit *a = unit_at(gap->old, gap->old_first + i);
    const Unit *b = unit_at(gap->new, gap->new_first + k);

    if (!may_pair(a, b))
        return 0;
    if (a->in_place || a->only)
        return 1000;
    guint like = likeness_of(&texts->old[i], &texts->new[k]);
    return like >= LEAST_LIKENESS ? like : 0;
}

/* The pairs that share the most. */
static void pair_best(const Gap *gap)
{
    guint n = gap->old_last - gap->old_first, m = gap->new_last - gap->new_first;
    GapTexts texts = {gap, likenesses(gap->old, gap->old_first, gap->old_last),
                      likenesses(gap->new, gap->new_first, gap->new_last)};
    g_autofree guint32 *match = g_new(guint32, n + 1);

    best_pairs(n, m, fitness, &texts, match);
    for (guint i = 0; i < n; i++)
        if (match[i] != LCS_NONE)
            pair(gap->old, gap->new, gap->old_first + i, gap->new_first + match[i]);
    likenesses_free(texts.old, n);
    likenesses_free(texts.new, m);
}

/* Too many to look at all: one after the other. */
static void pair_in_order(const Gap *gap)
{
    for (guint i = gap->old_first, k = gap->new_first; i < gap->old_last && k < gap->new_last;
         i++, k++)
        if (may_pair(unit_at(gap->old, i), unit_at(gap->new, k)))
            pair(gap->old, gap->new, i, k);
}

static void pair_gap(const Gap *gap)
{
    guint64 pairs = (guint64) (gap->old_last - gap->old_first) * (gap->new_last - gap->new_first);

    if (pairs > MOST_PAIRS)
        pair_in_order(gap);
    else if (pairs > 0)
        pair_best(gap);
}

static void pair_units(GArray *old, GArray *new)
{
    g_autofree guint32 *a = g_new(guint32, old->len + 1), *b = g_new(guint32, new->len + 1);
    g_autofree guint32 *match = g_new(guint32, old->len + 1);
    Gap gap = {old, new, 0, 0, 0, 0};

    for (guint i = 0; i < old->len; i++)
        a[i] = unit_at(old, i)->key;
    for (guint i = 0; i < new->len; i++)
        b[i] = unit_at(new, i)->key;
    lcs_match(a, old->len, b, new->len, match);
    for (guint i = 0; i <= old->len; i++) {
        if (i < old->len && match[i] == LCS_NONE)
            continue;
        gap.old_last = i;
        gap.new_last = i < old->len ? match[i] : new->len;
        pair_gap(&gap);
        if (i < old->len)
            pair(old, new, i, match[i]);
        gap.old_first = i + 1;
        gap.new_first = gap.new_last + 1;
    }
}

/* ---- words of pairs ---- */

static void compare_pairs(Comparer *comparer, GArray *old, GArray *new)
{
    for (guint i = 0; i < old->len; i++) {
        Unit *a = unit_at(old, i), *b = a->mate != LCS_NONE ? unit_at(new, a->mate) : NULL;
        if (!b || a->key == b->key || a->text->table || a->text->figure)
            continue;
        a->tokens = tokens_new(comparer, OLD, a->text);
        b->tokens = tokens_new(comparer, NEW, b->text);
        tokens_compare(a->tokens, b->tokens);
    }
}

/* A paragraph of no node that stands elsewhere, word for word. */
static void find_moved(GArray *old, GArray *new)
{
    g_autoptr(GHashTable) places = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < old->len; i++) {
        const Unit *unit = unit_at(old, i);
        if (unit->mate == LCS_NONE && !unit->in_place && !unit->text->node)
            g_hash_table_insert(places, GUINT_TO_POINTER(unit->words), GUINT_TO_POINTER(i + 1));
    }
    for (guint i = 0; i < new->len; i++) {
        Unit *unit = unit_at(new, i);
        gpointer key = GUINT_TO_POINTER(unit->words);
        guint place = GPOINTER_TO_UINT(g_hash_table_lookup(places, key));
        if (unit->mate != LCS_NONE || place == 0 || unit->in_place || unit->text->node ||
            unit->text->text->len < LEAST_MOVED)
            continue;
        unit->moved = unit_at(old, place - 1)->moved = TRUE;
        g_hash_table_remove(places, key);
    }
}

/* Lines of a masthead go by their roles: names of issuers and signatories
 * by their words. */
static void place_heads(Comparer *comparer, GArray *heads)
{
    for (guint i = 0; i < heads->len; i++) {
        Unit *unit = unit_at(heads, i);
        g_autofree gchar *name = g_strdup_printf("head %d", unit->text->role);
        g_autofree gchar *key = g_strdup_printf("%s %u", name, unit->words);
        unit->group = comparer_number(comparer, name);
        unit->key = comparer_number(comparer, key);
        unit->in_place = FALSE;
        unit->only = unit->text->role != STYLE_MASTHEAD && unit->text->role != STYLE_SIGNATORY;
    }
}

void units_pair(Comparer *comparer)
{
    GPtrArray *blocks[SIDES];

    blocks_cut(comparer, blocks);
    for (guint side = OLD; side < SIDES; side++) {
        g_autoptr(GPtrArray) own = blocks[side];
        comparer->units[side] = units_new(comparer, side, own, FALSE);
        comparer->notes[side] = units_new(comparer, side, comparer->readings[side]->notes, TRUE);
        comparer->heads[side] = units_new(comparer, side, comparer->readings[side]->head, FALSE);
        place_heads(comparer, comparer->heads[side]);
    }
    pair_units(comparer->units[OLD], comparer->units[NEW]);
    pair_units(comparer->notes[OLD], comparer->notes[NEW]);
    pair_units(comparer->heads[OLD], comparer->heads[NEW]);
    compare_pairs(comparer, comparer->units[OLD], comparer->units[NEW]);
    compare_pairs(comparer, comparer->notes[OLD], comparer->notes[NEW]);
    compare_pairs(comparer, comparer->heads[OLD], comparer->heads[NEW]);
    find_moved(comparer->units[OLD], comparer->units[NEW]);
}

/* S07: texts that are nearly the same. */
#include "check/characters.h"
#include "check/modules.h"
#include "check/places.h"

#include <stdlib.h>
#include <string.h>

/* Two texts are near when the pairs of characters that both have are at least four fifths of those
 * that either has. Of two such texts, each has one of its rarest fifth (and one more) in common
 * with the other: only these are indexed, so that most texts meet no other at all. */
enum {
    LEAST_CHARACTERS = 30,
    LEAST_OF_TITLE = 14,
    NEAR_NUMERATOR = 4,
    NEAR_DENOMINATOR = 5,
    MOST_IN_COMMON =
        32 /* texts looked at for one pair: a form is not looked up in all its copies */
};

typedef struct {
    const TextUnit *unit;
    GArray *pairs; /* guint32, of two characters each, the rarest first: a number that a few pairs
                      share, which changes nothing at four fifths */
} Text;

static void text_free(gpointer data)
{
    Text *text = data;

    g_array_unref(text->pairs);
    g_free(text);
}

static gpointer pair_key(const Text *text, guint at)
{
    return GUINT_TO_POINTER(g_array_index(text->pairs, guint32, at));
}

static gint by_value(gconstpointer a, gconstpointer b)
{
    guint32 one = *(const guint32 *) a, two = *(const guint32 *) b;

    return one < two ? -1 : one > two;
}

static gboolean is_read(const TextUnit *unit)
{
    return unit->kind == UNIT_FINDING || unit->kind == UNIT_MEASURE ||
           unit->kind == UNIT_PARAGRAPH || unit->kind == UNIT_ITEM;
}

/* Each pair of characters once, in order; marks and blanks left out. */
static GArray *pairs_of(const TextUnit *unit, guint *characters)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(guint32));
    gunichar before = 0;
    guint kept = 0;

    *characters = 0;
    for (const gchar *p = unit->text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isalnum(c))
            continue;
        guint32 pair = before * 0x9E3779B1U + c;
        if (before)
            g_array_append_val(pairs, pair);
        before = c;
        (*characters)++;
    }
    g_array_sort(pairs, by_value);
    for (guint i = 0; i < pairs->len; i++) {
        guint32 *all = (guint32 *) (void *) pairs->data;
        if (i == 0 || all[i] != all[kept - 1])
            all[kept++] = all[i];
    }
    g_array_set_size(pairs, kept);
    return pairs;
}

static void take_text(GPtrArray *texts, const TextUnit *unit)
{
    guint characters, least = unit->kind == UNIT_FINDING ? LEAST_OF_TITLE : LEAST_CHARACTERS;
    GArray *pairs = pairs_of(unit, &characters);

    if (characters < least) {
        g_array_unref(pairs);
        return;
    }
    Text *text = g_new0(Text, 1);
    *text = (Text){unit, pairs};
    g_ptr_array_add(texts, text);
}

/* How many texts have a pair. (transfer full) */
static GHashTable *count_pairs(const GPtrArray *texts)
{
    GHashTable *counts = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < texts->len; i++) {
        const Text *text = texts->pdata[i];
        for (guint k = 0; k < text->pairs->len; k++) {
            gpointer pair = pair_key(text, k);
            guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, pair));
            g_hash_table_replace(counts, pair, GUINT_TO_POINTER(count + 1));
        }
    }
    return counts;
}

static gint by_key(gconstpointer a, gconstpointer b)
{
    guint64 one = *(const guint64 *) a, two = *(const guint64 *) b;

    return one < two ? -1 : one > two;
}

static void sort_by_rarity(const Text *text, GHashTable *counts)
{
    guint count = text->pairs->len;
    g_autofree guint64 *keys = g_new(guint64, count);

    for (guint i = 0; i < count; i++)
        keys[i] = (guint64) GPOINTER_TO_UINT(g_hash_table_lookup(counts, pair_key(text, i))) << 32 |
                  g_array_index(text->pairs, guint32, i);
    qsort(keys, count, sizeof *keys, by_key);
    for (guint i = 0; i < count; i++)
        g_array_index(text->pairs, guint32, i) = (guint32) keys[i];
}

static guint in_common(const Text *a, GHashTable *pairs_of_b)
{
    guint count = 0;

    for (guint i = 0; i < a->pairs->len; i++)
        count += g_hash_table_contains(pairs_of_b, pair_key(a, i));
    return count;
}

static gboolean is_near(const Text *a, const Text *b, GHashTable *pairs_of_b)
{
    guint common, shorter = MIN(a->pairs->len, b->pairs->len);

    if (shorter * NEAR_DENOMINATOR < MAX(a->pairs->len, b->pairs->len) * NEAR_NUMERATOR)
        return FALSE;
    common = in_common(a, pairs_of_b);
    return common * NEAR_DENOMINATOR >= (a->pairs->len + b->pairs->len - common) * NEAR_NUMERATOR;
}

/* Title against title, text against text. */
static gboolean may_be_compared(const Text *a, const Text *b)
{
    return (a->unit->kind == UNIT_FINDING) == (b->unit->kind == UNIT_FINDING);
}

static GHashTable *set_of(const Text *text)
{
    GHashTable *set = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < text->pairs->len; i++)
        g_hash_table_add(set, pair_key(text, i));
    return set;
}

/* The earlier text that this one is near to, or NULL; it comes into the index. */
static const Text *find_near(GHashTable *index, const Text *text)
{
    guint rare = text->pairs->len - text->pairs->len * NEAR_NUMERATOR / NEAR_DENOMINATOR + 1;
    g_autoptr(GHashTable) set = NULL;
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    const Text *found = NULL;

    for (guint i = 0; i < MIN(rare, text->pairs->len); i++) {
        gpointer pair = pair_key(text, i);
        GPtrArray *others = g_hash_table_lookup(index, pair);
        for (guint k = 0; !found && others && k < others->len; k++)
            if (g_hash_table_add(seen, others->pdata[k]) &&
                may_be_compared(others->pdata[k], text) &&
                is_near(others->pdata[k], text, set ? set : (set = set_of(text))))
                found = others->pdata[k];
        if (!others) {
            others = g_ptr_array_new();
            g_hash_table_insert(index, pair, others);
        }
        if (others->len < MOST_IN_COMMON)
            g_ptr_array_add(others, (gpointer) text);
    }
    return found;
}

static gchar *title_of(const TextUnit *unit)
{
    g_autofree gchar *title = unit->node ? inlines_text(unit->node->title) : NULL;

    return g_strdup(title ? title : "");
}

/* What has the very same title is S05's. */
static gboolean is_same_title(const Text *a, const Text *b)
{
    g_autofree gchar *one = title_of(a->unit), *two = title_of(b->unit);

    return a->unit->kind == UNIT_FINDING && g_str_equal(one, two);
}

void check_near_duplicates(CheckContext *context)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(text_free);
    g_autoptr(GHashTable) index =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

    for (guint i = 0; i < context->units->len; i++)
        if (is_read(context->units->pdata[i]))
            take_text(texts, context->units->pdata[i]);
    g_autoptr(GHashTable) counts = count_pairs(texts);
    for (guint i = 0; i < texts->len; i++)
        sort_by_rarity(texts->pdata[i], counts);
    for (guint i = 0; i < texts->len; i++) {
        const Text *text = texts->pdata[i], *near = find_near(index, text);
        if (!near || is_same_title(near, text))
            continue;
        g_autofree gchar *place = place_text(near->unit->span);
        check_say(context, RULE_NEAR_DUPLICATE, text->unit, 0, text->unit->length, place, NULL);
    }
}

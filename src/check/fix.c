#include "check/fix.h"

#include "base/diag_rows.h"

#include <string.h>

enum { MOST_ROUNDS = 10, MOST_TRIES = 10 };

/* A bulletin as it stands, read and checked. */
typedef struct {
    Diagnostics *sink;
    SourceTree *tree;
    Bulletin *bulletin;
    GPtrArray *units;
} Reading;

static void reading_free(Reading *reading)
{
    g_clear_pointer(&reading->units, g_ptr_array_unref);
    g_clear_pointer(&reading->bulletin, bulletin_free);
    g_clear_pointer(&reading->tree, source_tree_free);
    g_clear_pointer(&reading->sink, diagnostics_free);
    g_free(reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Reading, reading_free)

typedef struct {
    const gchar *bulletin;
    const YamlNode *vocabulary;
    const Diagnostics *levels;
} Fixing;

static Reading *read_all(const Fixing *fixing, GHashTable *texts)
{
    Reading *reading = g_new0(Reading, 1);

    reading->sink = diagnostics_new_like(fixing->levels);
    reading->tree = source_tree_read_instead(fixing->bulletin, texts, reading->sink);
    reading->bulletin = reading->tree ? bulletin_build(reading->tree, reading->sink) : NULL;
    if (reading->bulletin) {
        check_run(reading->tree, reading->bulletin, fixing->vocabulary, reading->sink);
        reading->units = units_new(reading->bulletin);
    }
    return reading;
}

/* ---- replacements ---- */

static GHashTable *texts_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
}

static gint by_fix(gconstpointer a, gconstpointer b)
{
    const Span *one = &(*(const Diagnostic *const *) a)->fix;
    const Span *other = &(*(const Diagnostic *const *) b)->fix;
    gint order =
        strcmp(one->source ? one->source->path : "", other->source ? other->source->path : "");

    order = order ? order : (one->start > other->start) - (one->start < other->start);
    return order ? order : (one->end > other->end) - (one->end < other->end);
}

/* All that do not overlap one before them, in order. (element-type Diagnostic) */
static GPtrArray *replacements(const Reading *reading)
{
    g_autoptr(GPtrArray) found = diagnostics_sorted(reading->sink, FALSE);
    GPtrArray *taken = g_ptr_array_new();
    Span last = SPAN_NONE;

    g_ptr_array_sort(found, by_fix);
    for (guint i = 0; i < found->len; i++) {
        const Diagnostic *one = found->pdata[i];
        if (!one->replacement)
            continue;
        if (last.source == one->fix.source && one->fix.start < MAX(last.end, last.start + 1))
            continue;
        g_ptr_array_add(taken, (gpointer) one);
        last = one->fix;
    }
    return taken;
}

static void splice(GString *text, gsize at, gsize length, const gchar *replacement)
{
    g_string_erase(text, (gssize) at, (gssize) length);
    g_string_insert(text, (gssize) at, replacement);
}

/* The sources with the replacements in them; others as in `texts`. (transfer full) */
static GHashTable *replaced(GHashTable *texts, const GPtrArray *fixes)
{
    GHashTable *result = texts_new();
    GHashTableIter each;
    gpointer path, bytes;

    g_hash_table_iter_init(&each, texts);
    while (g_hash_table_iter_next(&each, &path, &bytes))
        g_hash_table_insert(result, g_strdup(path), g_bytes_ref(bytes));
    for (guint end = fixes->len; end > 0;) {
        const Source *source = ((const Diagnostic *) fixes->pdata[end - 1])->fix.source;
        GString *text = g_string_new_len(source->text, (gssize) source->length);
        for (; end > 0; end--) { /* from the end, so that places before it stay */
            const Diagnostic *fix = fixes->pdata[end - 1];
            if (fix->fix.source != source)
                break;
            splice(text, fix->fix.start, fix->fix.end - fix->fix.start, fix->replacement);
        }
        g_hash_table_insert(result, g_strdup(source->path), g_string_free_to_bytes(text));
    }
    return result;
}

/* ---- whether the texts came out as meant ---- */

/* The byte of a unit's text at which a replacement begins; FALSE when it is not in the unit. */
static gboolean find_in_unit(const TextUnit *unit, const Span *fix, gsize *at)
{
    for (guint i = 0; i < unit->pieces->len; i++) {
        const UnitPiece *piece = &g_array_index(unit->pieces, UnitPiece, i);
        gboolean within = fix->start < piece->span.end ||
                          (fix->start == fix->end && fix->start == piece->span.end);
        if (!piece->exact || piece->span.source != fix->source || fix->start < piece->span.start ||
            !within)
            continue;
        *at = piece->start + (fix->start - piece->span.start);
        return TRUE;
    }
    return FALSE;
}

/* The first of the replacements, which are in order, that stands at or after a place. */
static guint first_at(const GPtrArray *fixes, const Span *place)
{
    guint low = 0, high = fixes->len;

    while (low < high) {
        guint middle = (low + high) / 2;
        const Span *fix = &((const Diagnostic *) fixes->pdata[middle])->fix;
        gint order = strcmp(fix->source->path, place->source->path);
        if (order < 0 || (order == 0 && fix->start < place->start))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A unit's text as it should be after the replacements, and which of them are in it. */
static gchar *expected_text(const TextUnit *unit, const GPtrArray *fixes, GHashTable *in_unit)
{
    GString *text = g_string_new(unit->text);
    guint first = first_at(fixes, &unit->span), end = first;
    gsize at;

    while (end < fixes->len) {
        const Span *fix = &((const Diagnostic *) fixes->pdata[end])->fix;
        if (fix->source != unit->span.source || fix->start > unit->span.end)
            break;
        end++;
    }
    for (guint i = end; i > first; i--) {
        const Diagnostic *fix = fixes->pdata[i - 1];
        if (!find_in_unit(unit, &fix->fix, &at))
            continue;
        splice(text, at, fix->fix.end - fix->fix.start, fix->replacement);
        g_hash_table_add(in_unit, (gpointer) fix);
    }
    return g_string_free(text, FALSE);
}

static void take_back(GPtrArray *fixes, GHashTable *refused)
{
    guint kept = 0;

    for (guint i = 0; i < fixes->len; i++)
        if (!g_hash_table_contains(refused, fixes->pdata[i]))
            fixes->pdata[kept++] = fixes->pdata[i];
    g_ptr_array_set_size(fixes, (gint) kept);
}

/* Takes back the replacements of texts that are not as expected. TRUE when there were none. */
static gboolean verify(const Reading *old, const Reading *new, GPtrArray *fixes)
{
    g_autoptr(GHashTable) refused = g_hash_table_new(NULL, NULL);

    if (!new->bulletin || !old->units || new->units->len != old->units->len) {
        g_ptr_array_set_size(fixes, 0);
        return FALSE;
    }
    for (guint i = 0; i < old->units->len; i++) {
        g_autoptr(GHashTable) in_unit = g_hash_table_new(NULL, NULL);
        const TextUnit *unit = old->units->pdata[i], *now = new->units->pdata[i];
        g_autofree gchar *expected = expected_text(unit, fixes, in_unit);
        GHashTableIter each;
        gpointer fix;
        if (g_str_equal(expected, now->text) && unit->kind == now->kind)
            continue;
        g_hash_table_iter_init(&each, in_unit);
        while (g_hash_table_iter_next(&each, &fix, NULL))
            g_hash_table_add(refused, fix);
    }
    guint before = fixes->len;
    take_back(fixes, refused);
    return fixes->len == before;
}

/* ---- rounds ---- */

/* Files that are changed for the first time are as they are on the disk. */
static void keep_before(Fixes *fixes, const GPtrArray *replacements)
{
    for (guint i = 0; i < replacements->len; i++) {
        const Source *source = ((const Diagnostic *) replacements->pdata[i])->fix.source;
        if (!g_hash_table_contains(fixes->before, source->path))
            g_hash_table_insert(fixes->before, g_strdup(source->path),
                                g_bytes_new(source->text, source->length));
    }
}

/* One round; FALSE when there is nothing more to replace. */
static gboolean make_round(const Fixing *fixing, Fixes *fixes)
{
    g_autoptr(Reading) old = read_all(fixing, fixes->after);
    g_autoptr(GPtrArray) found = old->bulletin ? replacements(old) : g_ptr_array_new();

    for (guint i = 0; i < MOST_TRIES && found->len > 0; i++) {
        g_autoptr(GHashTable) result = replaced(fixes->after, found);
        g_autoptr(Reading) new = read_all(fixing, result);
        if (!verify(old, new, found))
            continue;
        keep_before(fixes, found);
        g_hash_table_unref(fixes->after);
        fixes->after = g_steal_pointer(&result);
        return TRUE;
    }
    return FALSE;
}

Fixes *fixes_make(const gchar *bulletin, const YamlNode *vocabulary, Diagnostics *sink)
{
    g_autoptr(GHashTable) none = texts_new();

    return fixes_make_instead(bulletin, none, vocabulary, sink);
}

/* What is read instead of files is as if it had been changed already. */
Fixes *fixes_make_instead(const gchar *bulletin, GHashTable *texts, const YamlNode *vocabulary,
                          Diagnostics *sink)
{
    g_autoptr(GPtrArray) nothing = g_ptr_array_new();
    Fixing fixing = {bulletin, vocabulary, sink};
    g_autoptr(Fixes) fixes = g_new0(Fixes, 1);

    fixes->before = texts_new();
    fixes->after = replaced(texts, nothing);
    for (guint i = 0; i < MOST_ROUNDS; i++)
        if (!make_round(&fixing, fixes))
            return g_steal_pointer(&fixes);
    diag_report(sink, RULE_FIX_UNSTABLE, SPAN_NONE, NULL);
    return NULL;
}

void fixes_free(Fixes *fixes)
{
    if (!fixes)
        return;
    g_hash_table_unref(fixes->before);
    g_hash_table_unref(fixes->after);
    g_free(fixes);
}

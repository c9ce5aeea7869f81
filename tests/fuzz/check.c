/* All editorial rules on bulletins of any text, and what they mend: it is a bulletin again, with
 * the same number of texts, and nothing more is mended in it. */
#include "bulletin.h"
#include "check/fix.h"

static GHashTable *all_after(const FuzzTexts *texts, const Fixes *fixes)
{
    GHashTable *all =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
    GHashTable *const sets[] = {texts->texts, fixes->after};

    for (guint i = 0; i < G_N_ELEMENTS(sets); i++) {
        GHashTableIter each;
        gpointer path, bytes;
        g_hash_table_iter_init(&each, sets[i]);
        while (g_hash_table_iter_next(&each, &path, &bytes))
            g_hash_table_insert(all, g_strdup(path), g_bytes_ref(bytes));
    }
    return all;
}

static Fixes *fixes_of(const FuzzTexts *texts)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    Fixes *fixes = fixes_make_instead(texts->path, texts->texts, NULL, sink);

    if (!fixes)
        fuzz_fail(sink, "mending came to no end");
    return fixes;
}

/* What could be set still can. */
static void check_fixes(const FuzzTexts *texts, const Bulletin *bulletin)
{
    g_autoptr(Fixes) fixes = fixes_of(texts);
    g_autoptr(GHashTable) after = all_after(texts, fixes);
    FuzzTexts mended = {texts->path, after};
    FuzzBulletin again;

    fuzz_bulletin_read(&again, &mended);
    if (!fuzz_is_good(&again))
        fuzz_fail(again.sink, "what is mended is no bulletin");
    g_autoptr(GPtrArray) before = units_new(bulletin), now = units_new(again.bulletin);
    g_assert_cmpuint(before->len, ==, now->len);
    g_autoptr(Fixes) twice = fixes_of(&mended);
    g_assert_cmpuint(g_hash_table_size(twice->before), ==, 0);
    fuzz_bulletin_clear(&again);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    FuzzTexts texts;
    FuzzBulletin one;

    fuzz_texts_init(&texts, data, size);
    fuzz_bulletin_read(&one, &texts);
    gboolean good = fuzz_is_good(&one);
    if (one.bulletin) {
        check_run(one.tree, one.bulletin, NULL, one.sink);
        fuzz_check_diagnostics(one.sink);
    }
    if (good)
        check_fixes(&texts, one.bulletin);
    fuzz_bulletin_clear(&one);
    fuzz_texts_clear(&texts);
    return 0;
}

/* U05: traditional among simplified characters. */
#include "check/modules.h"
#include "check/traditional_table.h"

#include <string.h>

/* Standard forms by traditional ones. (transfer full) */
static GHashTable *read_table(void)
{
    GHashTable *table = g_hash_table_new(NULL, NULL);

    for (const gchar *at = traditional_pairs; *at; at = g_utf8_next_char(at)) {
        gunichar traditional = g_utf8_get_char(at);
        at = g_utf8_next_char(at);
        g_hash_table_insert(table, GUINT_TO_POINTER(traditional),
                            GUINT_TO_POINTER(g_utf8_get_char(at)));
    }
    return table;
}

/* The standard forms of the traditional characters at p, which goes behind them. */
static gchar *standard_forms(GHashTable *table, const gchar **p)
{
    GString *out = g_string_new(NULL);
    gunichar plain;

    while ((plain = GPOINTER_TO_UINT(
                g_hash_table_lookup(table, GUINT_TO_POINTER(g_utf8_get_char(*p))))) != 0) {
        g_string_append_unichar(out, plain);
        *p = g_utf8_next_char(*p);
    }
    return g_string_free(out, FALSE);
}

/* What is cited may be an old book; it is cited as it is called. */
static void check_text(CheckContext *context, const TextUnit *unit, GHashTable *table)
{
    for (const gchar *p = unit->text; *p;) {
        const gchar *from = p;
        g_autofree gchar *plain = standard_forms(table, &p);
        if (p == from) {
            p = g_utf8_next_char(p);
            continue;
        }
        guint32 start = (guint32) (from - unit->text), end = (guint32) (p - unit->text);
        g_autofree gchar *text = unit_part(unit, start, end);
        if (!unit_guarded(unit, start, end, GUARD_BOOK))
            check_say(context, RULE_TRADITIONAL_CHARACTER, unit, start, end, text, plain, NULL);
    }
}

/* A bulletin in traditional characters says so. */
static gboolean is_traditional(const Bulletin *bulletin)
{
    static const gchar *const beginnings[] = {"zh-Hant", "zh-TW", "zh-HK", "zh-MO"};
    const gchar *language = bulletin->meta.language.text;

    for (guint i = 0; language && i < G_N_ELEMENTS(beginnings); i++)
        if (g_ascii_strncasecmp(language, beginnings[i], strlen(beginnings[i])) == 0)
            return TRUE;
    return FALSE;
}

void check_traditional(CheckContext *context)
{
    if (is_traditional(context->bulletin))
        return;
    g_autoptr(GHashTable) table = read_table();
    for (guint i = 0; i < context->units->len; i++)
        check_text(context, context->units->pdata[i], table);
}

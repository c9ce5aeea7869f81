/* Regular expressions over units. */
#include "check/check.h"

/* PCRE2's own word for it: no text keeps a pattern busy for longer. */
#define LIMITS "(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=10000)"

/* They are literals: for whoever checks again (watch, lsp) they stay. */
static GRegex *compiled(const gchar *pattern)
{
    static GHashTable *patterns;
    if (!patterns)
        patterns = g_hash_table_new(NULL, NULL);
    GRegex *regex = g_hash_table_lookup(patterns, pattern);
    g_autoptr(GError) error = NULL;

    if (regex)
        return regex;
    g_autofree gchar *limited = g_strconcat(LIMITS, pattern, NULL);
    regex = g_regex_new(limited, G_REGEX_OPTIMIZE | G_REGEX_MULTILINE, 0, &error);
    if (!regex)
        g_error("pattern %s: %s", pattern, error->message);
    g_hash_table_insert(patterns, (gpointer) pattern, regex);
    return regex;
}

CheckMatch check_match(CheckContext *context, const TextUnit *unit, const gchar *pattern)
{
    CheckMatch match = {.context = context, .unit = unit};
    g_autoptr(GError) error = NULL;

    g_regex_match_full(compiled(pattern), unit->text, unit->length, 0, 0, &match.info, &error);
    if (error)
        diag_report(context->sink, RULE_LIMIT, unit_span(unit, 0, 0), "这段文字太复杂，没有查完",
                    "this text is too complex and was not checked to its end", NULL);
    return match;
}

void check_match_clear(CheckMatch *match)
{
    g_clear_pointer(&match->info, g_match_info_unref);
    g_clear_pointer(&match->text, g_free);
}

gboolean check_match_next(CheckMatch *match)
{
    gint start, end;

    if (match->begun)
        g_match_info_next(match->info, NULL);
    match->begun = TRUE;
    g_clear_pointer(&match->text, g_free);
    if (!match->info || !g_match_info_matches(match->info) ||
        !g_match_info_fetch_pos(match->info, 0, &start, &end)) {
        check_match_clear(match);
        return FALSE;
    }
    match->start = (guint32) start;
    match->end = (guint32) end;
    match->text = unit_part(match->unit, match->start, match->end);
    return TRUE;
}

gboolean check_match_group(const CheckMatch *match, gint group, guint32 *start, guint32 *end)
{
    gint from, to;

    if (!g_match_info_fetch_pos(match->info, group, &from, &to) || from < 0)
        return FALSE;
    *start = (guint32) from;
    *end = (guint32) to;
    return TRUE;
}

gchar *check_match_fetch(const CheckMatch *match, gint group)
{
    return g_match_info_fetch(match->info, group);
}

/* T06: common wrong characters. */
#include "check/misspellings.h"
#include "check/modules.h"

#include <string.h>

static void report(CheckContext *context, const TextUnit *unit, guint32 start, guint32 end,
                   const gchar *right)
{
    g_autofree gchar *wrong = unit_part(unit, start, end);
    Finding finding = {.rule = RULE_MISSPELLING,
                       .unit = unit,
                       .start = start,
                       .end = end,
                       .arguments = {wrong, right},
                       .replacement = right};

    /* what stands in 《》 may be called so */
    if (!unit_guarded(unit, start, end, GUARD_BOOK))
        check_report(context, &finding);
}

/* One expression for all words of the table: a text is gone through once. */
static const gchar *all_words(void)
{
    static GString *pattern;

    if (pattern)
        return pattern->str;
    pattern = g_string_new("(?:");
    for (guint i = 0; i < G_N_ELEMENTS(misspellings); i++)
        g_string_append_printf(pattern, "%s%s", i > 0 ? "|" : "", misspellings[i].wrong);
    g_string_append(pattern, ")" NO_SUCH_WORD_BEFORE);
    return pattern->str;
}

static const gchar *right_word(const gchar *wrong)
{
    for (guint i = 0; i < G_N_ELEMENTS(misspellings); i++)
        if (g_str_equal(misspellings[i].wrong, wrong))
            return misspellings[i].right;
    return NULL;
}

static void check_words(CheckContext *context, const TextUnit *unit, const gchar *pattern)
{
    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);)
        report(context, unit, m.start, m.end, right_word(m.text));
}

static gboolean has_words(const AllText *text)
{
    gboolean found = FALSE;

    for (guint i = 0; !found && i < G_N_ELEMENTS(misspellings); i++)
        found = all_text_has_any(text, misspellings[i].wrong);
    return found;
}

static void check_places(CheckContext *context, const TextUnit *unit)
{
    for (guint i = 0; i < G_N_ELEMENTS(in_place); i++) {
        if (!text_has_any(unit->text, in_place[i].wrong))
            continue;
        for (CheckMatch m = check_match(context, unit, in_place[i].pattern);
             check_match_next(&m);) {
            guint32 start, end;
            if (check_match_group(&m, 1, &start, &end))
                report(context, unit, start, end, in_place[i].right);
        }
    }
}

void check_misspellings(CheckContext *context)
{
    const gchar *pattern = has_words(context->text) ? all_words() : NULL;

    for (guint i = 0; i < context->units->len; i++) {
        if (pattern)
            check_words(context, context->units->pdata[i], pattern);
        check_places(context, context->units->pdata[i]);
    }
}

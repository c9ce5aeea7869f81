/* T01: the words of the office. */
#include "check/modules.h"
#include "check/vocabulary.h"

#include <string.h>

/* 工作台账 has 台账 in it: where the preferred word stands already, around the other, all is well.
 */
static gboolean is_within(const TextUnit *unit, guint32 at, const VocabularyWord *word)
{
    gsize length = strlen(word->word);

    for (const gchar *p = word->better; p && (p = strstr(p, word->word)); p++) {
        guint32 before = (guint32) (p - word->better);
        if (at >= before && g_str_has_prefix(unit->text + at - before, word->better))
            return TRUE;
    }
    return length == 0;
}

static void report(CheckContext *context, const TextUnit *unit, guint32 at,
                   const VocabularyWord *word)
{
    Finding finding = {.rule = word->better ? RULE_VOCABULARY_PREFERRED : RULE_VOCABULARY_FORBIDDEN,
                       .unit = unit,
                       .start = at,
                       .end = at + (guint32) strlen(word->word),
                       .arguments = {word->word, word->better   ? word->better
                                                 : word->reason ? word->reason
                                                                : ""},
                       .replacement = word->better};

    if (!unit_guarded(unit, finding.start, finding.end, GUARD_BOOK))
        check_report(context, &finding);
}

static void check_word(CheckContext *context, const TextUnit *unit, const VocabularyWord *word)
{
    for (const gchar *p = unit->text; (p = strstr(p, word->word)); p += strlen(word->word)) {
        guint32 at = (guint32) (p - unit->text);
        if (!is_within(unit, at, word))
            report(context, unit, at, word);
    }
}

void check_vocabulary(CheckContext *context)
{
    g_autoptr(GArray) words = vocabulary_words(context->vocabulary);

    for (guint i = 0; i < context->units->len; i++)
        for (guint k = 0; k < words->len; k++)
            check_word(context, context->units->pdata[i], &g_array_index(words, VocabularyWord, k));
}

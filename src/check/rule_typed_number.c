/* S01: numbers typed by hand where the program sets them. */
#include "check/characters.h"
#include "check/modules.h"
#include "check/numerals.h"

#include <string.h>

#define HAN_NUMBER "[一二三四五六七八九十]{1,3}"
#define FORMS \
    "^(?:(" HAN_NUMBER ")、|[（(](" HAN_NUMBER \
    "|[0-9]{1,2})[)）]|([0-9]{1,2})(?:[、．]|\\.(?![0-9]))|第(" HAN_NUMBER \
    ")[章节条部分编、 ]{1,3}(?=[ 　])|([\\x{2460}-\\x{2473}]))[ 　]*"
#define IN_MEASURE FORMS "|^(?:第?(" HAN_NUMBER ")[是，])[，：]?"

/* In the template of notices findings have no numbers; in these they are headings. */
static gboolean findings_are_numbered(const Bulletin *bulletin)
{
    static const gchar *const words[] = {"document", "announcement", "letter", "minutes",
                                         "order",    "upward",       NULL};
    const gchar *name = bulletin->meta.template_name.text;

    return name && g_strv_contains(words, name);
}

static gboolean is_first_of(const CheckContext *context, const TextUnit *unit)
{
    const TextUnit *before = unit->index > 0 ? context->units->pdata[unit->index - 1] : NULL;

    return !before || before->node != unit->node || before->kind == UNIT_FIELD;
}

static const gchar *pattern_for(const CheckContext *context, const TextUnit *unit)
{
    switch (unit->kind) {
    case UNIT_HEADING:
        return FORMS;
    case UNIT_FINDING:
        return findings_are_numbered(context->bulletin) ? FORMS : NULL;
    case UNIT_MEASURE:
        return unit->node->lead_kind == LEAD_TEMPLATE && is_first_of(context, unit) ? IN_MEASURE
                                                                                    : NULL;
    case UNIT_ITEM:
        return FORMS;
    default:
        return NULL;
    }
}

/* A number that is the program's own can go; another may be meant. */
static gboolean is_own_number(const CheckMatch *match)
{
    const TextUnit *unit = match->unit;

    if (!unit->node || (unit->kind != UNIT_HEADING && unit->kind != UNIT_MEASURE))
        return FALSE;
    for (gint group = 1; group <= 6; group++) {
        g_autofree gchar *number = check_match_fetch(match, group);
        if (number && *number && numeral_value(number) == unit->node->number)
            return TRUE;
    }
    return FALSE;
}

static void report(CheckContext *context, const CheckMatch *match)
{
    g_autofree gchar *text = g_strdup(match->text);
    Finding finding = {.rule = RULE_TYPED_NUMBER,
                       .unit = match->unit,
                       .start = match->start,
                       .end = match->end,
                       .arguments = {g_strchomp(text)},
                       .replacement = is_own_number(match) ? "" : NULL};

    check_report(context, &finding);
}

void check_typed_numbers(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        const gchar *pattern = pattern_for(context, unit);
        if (!pattern)
            continue;
        for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);)
            if (m.start == 0)
                report(context, &m);
    }
}

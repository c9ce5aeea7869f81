#include "check/text_rules.h"

#include <string.h>

static void report(CheckContext *context, const TextRule *rule, const CheckMatch *match)
{
    gint start = (gint) match->start, end = (gint) match->end;
    g_autofree gchar *replacement =
        rule->replacement ? g_match_info_expand_references(match->info, rule->replacement, NULL)
                          : NULL;

    g_match_info_fetch_named_pos(match->info, "at", &start, &end);
    g_autofree gchar *text = unit_part(match->unit, (guint32) start, (guint32) end);
    Finding finding = {.rule = rule->rule,
                       .unit = match->unit,
                       .start = (guint32) start,
                       .end = (guint32) end,
                       .arguments = {text, replacement},
                       .replacement = replacement,
                       .masked = (rule->flags & TEXT_MASKED) != 0,
                       .in_guarded = rule->flags != 0};
    check_report(context, &finding);
}

static gboolean is_for(const TextRule *rule, const TextUnit *unit)
{
    return (rule->kinds & (1U << unit->kind)) && (!rule->has || strstr(unit->text, rule->has)) &&
           (!rule->wanted || rule->wanted(unit));
}

void check_text_rules(CheckContext *context, const TextRule *rules, guint count)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        for (guint k = 0; k < count; k++) {
            if (!is_for(&rules[k], unit))
                continue;
            for (CheckMatch m = check_match(context, unit, rules[k].pattern); check_match_next(&m);)
                if (!rules[k].holds || rules[k].holds(&m))
                    report(context, &rules[k], &m);
        }
    }
}

#include "check/text_rules.h"

#include <string.h>

static void report(CheckContext *context, const TextRule *rule, const CheckMatch *match)
{
    g_autofree gchar *replacement =
        rule->replacement ? g_match_info_expand_references(match->info, rule->replacement, NULL)
                          : NULL;
    Finding finding = {.rule = rule->rule,
                       .unit = match->unit,
                       .start = match->start,
                       .end = match->end,
                       .arguments = {match->text, replacement},
                       .replacement = replacement};

    check_report(context, &finding);
}

void check_text_rules(CheckContext *context, const TextRule *rules, guint count)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        for (guint k = 0; k < count; k++) {
            if (!(rules[k].kinds & (1U << unit->kind)) ||
                (rules[k].has && !strstr(unit->text, rules[k].has)))
                continue;
            for (CheckMatch m = check_match(context, unit, rules[k].pattern); check_match_next(&m);)
                report(context, &rules[k], &m);
        }
    }
}

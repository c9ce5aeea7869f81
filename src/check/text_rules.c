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
    return (rule->kinds & (1U << unit->kind)) &&
           (!rule->has || text_has_any(unit->text, rule->has)) &&
           (!rule->wanted || rule->wanted(unit));
}

/* Most rules find in a whole bulletin nothing that they look for. (transfer full) */
static GPtrArray *rules_for(const AllText *text, const TextRule *rules, guint count)
{
    GPtrArray *found = g_ptr_array_new();

    for (guint k = 0; k < count; k++)
        if (!rules[k].has || all_text_has_any(text, rules[k].has))
            g_ptr_array_add(found, (gpointer) &rules[k]);
    return found;
}

void check_text_rules(CheckContext *context, const TextRule *rules, guint count)
{
    g_autoptr(GPtrArray) found = rules_for(context->text, rules, count);

    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        for (guint k = 0; k < found->len; k++) {
            const TextRule *rule = found->pdata[k];
            if (!is_for(rule, unit))
                continue;
            for (CheckMatch m = check_match(context, unit, rule->pattern); check_match_next(&m);)
                if (!rule->holds || rule->holds(&m))
                    report(context, rule, &m);
        }
    }
}

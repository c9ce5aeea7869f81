/* How amounts are written: M04, M06, M07. */
#include "check/modules.h"
#include "check/quantities.h"
#include "check/text_rules.h"

#include <string.h>

#define HAN_NUMERALS "一二三四五六七八九十百千两"
#define NUMBER "(?:[0-9][0-9.,]*+|[" HAN_NUMERALS "]++)"
#define MORE "(?:个|名|人|次|家|户|项|件|元|天|年|亩|公里|平方米|吨)"
#define ABOUT \
    "(?:大约|将近|接近|大概|(?<![预节合契条制特公履违签邀简])约(?!定|束|谈|请|见)|(?<![" \
    "最附邻就新靠远亲])近(?!年|期|日|来))"

static const TextRule rules[] = {
    {RULE_DECREASE_TIMES, KINDS_BODY, .has = "倍",
     .pattern =
         "(?:下降|减少|降低|缩短|压缩|缩小)了?(?:近|约)?(?:[0-9.]+|[一二两三四五六七八九十]+)倍"},

    {RULE_ABOUT_TWICE, KINDS_TEXT, .has = "余|多",
     .pattern = ABOUT NUMBER "[万亿千百]?[余多](?:[万亿])?" MORE},
    {RULE_ABOUT_TWICE, KINDS_TEXT, .has = "左右",
     .pattern = ABOUT NUMBER "[万亿千百]?(?:余|多)?" HAN "{0,3}?左右"},
    {RULE_ABOUT_TWICE, KINDS_TEXT, .has = "上下",
     .pattern = ABOUT NUMBER "[万亿千百]?" MORE "?上下"},
    {RULE_ABOUT_TWICE, KINDS_TEXT, .has = "超过|不足|不到|突破",
     .pattern = "(?:超过|不足|不到|突破)" NUMBER "[万亿千百]?[余多](?:[万亿])?" MORE},
    {RULE_ABOUT_TWICE, KINDS_TEXT, .has = "左右|以上|上下",
     .pattern = "(?<![0-9.," HAN_NUMERALS "])" NUMBER "[万亿千百]?[余多](?:[万亿])?" MORE
                "(?:左右|以上|上下)"},
};

/* The first writing of each amount from 10000 on; what is less nobody writes with 万. */
static void check_amount(CheckContext *context, const TextUnit *unit, const Quantity *amount,
                         GHashTable *seen)
{
    g_autofree gchar *text = unit_part(unit, amount->start, amount->end);
    g_autofree gchar *key = g_strdup_printf("%s %" G_GINT64_FORMAT, amount->unit, amount->value);
    const gchar *before = g_hash_table_lookup(seen, key);

    if (amount->vague || amount->value < 1000000)
        return;
    if (!before)
        g_hash_table_insert(seen, g_steal_pointer(&key), g_strdup(text));
    else if (!g_str_equal(before, text))
        check_say(context, RULE_AMOUNT_STYLES, unit, amount->start, amount->end, before, text,
                  NULL);
}

void check_amount_forms(CheckContext *context)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

    check_text_rules(context, rules, G_N_ELEMENTS(rules));
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (!((1U << unit->kind) & KINDS_TEXT) || !strpbrk(unit->text, "0123456789"))
            continue;
        g_autoptr(GArray) amounts = quantities_in(context, unit);
        for (guint k = 0; k < amounts->len; k++)
            check_amount(context, unit, &g_array_index(amounts, Quantity, k), seen);
    }
}

/* Numbers in Han numerals, and both kinds beside one another: N01, N03, N08, N12, N14. */
#include "check/modules.h"
#include "check/numerals.h"
#include "check/text_rules.h"

#include <stdlib.h>
#include <string.h>

#define HAN_DIGIT "[一二三四五六七八九]"

static const TextRule rules[] = {
    {RULE_MEASURED_IN_HAN, KINDS_TEXT, .has = "点",
     .pattern = "(?<![第百千万亿一二三四五六七八九零几数])(?<!十)[一二三四五六七八九十百千万零]+点["
                "一二三四五六七八九〇零]+(?:[万亿]?元|公里|千米|米|平方米|吨|公斤|亩|公顷)"},

    /* round ones, 五万元, 一百万元, are as usual in Han */
    {RULE_MEASURED_IN_HAN, KINDS_TEXT,
     .pattern = "(?<![第十百千万亿一二三四五六七八九点〇零几数])(?=[十百千万亿零]*" HAN_DIGIT
                "[十百千万亿零]+" HAN_DIGIT ")[一二三四五六七八九两十百千万亿零]{4,}(?:点["
                "一二三四五六七八九〇零]+)?(?=元|公里|千米|米|"
                "平方米|立方米|吨|公斤|千克|亩|公顷|千瓦)"},
};

/* ---- N03 ---- */

#define COUNTER "(个|名|项|家|户|次|起|条|件|处|人)"
#define BETWEEN "[^，。；！？“”《》（）0-9第\\n]{1,12}?[、和及与]"

/* 三个月 is a span of time, 五个工作日 too. */
static void check_mixed(CheckContext *context, const TextUnit *unit)
{
    static const gchar digits_first[] =
        "(?<![0-9.第])(?<a>[0-9]+" COUNTER ")(?!月|工作日|小时|百分)" BETWEEN "(?<![第十几数])"
        "\\K(?<b>[二三四五六七八九]" COUNTER ")(?!月|工作日|小时|百分)";
    static const gchar han_first[] =
        "(?<![第十几数百千万])(?<a>[二三四五六七八九]" COUNTER ")(?!月|工作日|小时|百分)" BETWEEN
        "\\K(?<b>[0-9]+" COUNTER ")(?!月|工作日|小时|百分)";
    const gchar *const patterns[] = {digits_first, han_first};

    for (guint i = 0; i < G_N_ELEMENTS(patterns); i++)
        for (CheckMatch m = check_match(context, unit, patterns[i]); check_match_next(&m);) {
            g_autofree gchar *first = g_match_info_fetch_named(m.info, "a");
            g_autofree gchar *one = check_match_fetch(&m, 2), *other = check_match_fetch(&m, 4);
            if (g_str_equal(one, other))
                check_say(context, RULE_NUMERALS_MIXED, unit, m.start, m.end, m.text, first, NULL);
        }
}

/* ---- N08 ---- */

static void check_years(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] =
        "(?<![一二三四五六七八九十百千万亿])[一二][一二三四五六七八九〇零○◯OoＯ0０]{3}(?=年)";

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        GString *right = g_string_new(NULL);
        for (const gchar *at = m.text; *at; at = g_utf8_next_char(at)) {
            gunichar c = g_utf8_get_char(at);
            g_string_append_unichar(right, g_utf8_strchr("零○◯OoＯ0０", -1, c) ? 0x3007 : c);
        }
        Finding finding = {.rule = RULE_HAN_YEAR_ZERO,
                           .unit = unit,
                           .start = m.start,
                           .end = m.end,
                           .arguments = {m.text, right->str},
                           .replacement = right->str};
        if (!g_str_equal(right->str, m.text))
            check_report(context, &finding);
        g_string_free(right, TRUE);
    }
}

/* ---- N12 ---- */

/* A paragraph that is nothing but a date. */
static void check_signature(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] = "^([一二][一二三四五六七八九〇零○O0]{3})年(["
                                   "一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$";

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        g_autofree gchar *year = check_match_fetch(&m, 1), *month = check_match_fetch(&m, 2);
        g_autofree gchar *day = check_match_fetch(&m, 3);
        g_autofree gchar *right = g_strdup_printf("%u年%u月%u日", numeral_year(year),
                                                  numeral_value(month), numeral_value(day));
        Finding finding = {.rule = RULE_SIGNATURE_DATE,
                           .unit = unit,
                           .start = m.start,
                           .end = m.end,
                           .arguments = {m.text, right},
                           .replacement = right};
        if (m.start == 0 && m.end == unit->length)
            check_report(context, &finding);
    }
}

/* ---- N14 ---- */

static const gchar ordinal[] = "第([0-9]{1,2}|[一二三四五六七八九十]{1,3})(季度|届|批|轮|次|组|"
                               "阶段|产业|网格|党支部|小组|片区)";

/* 第3批 and 第三批 are one: by what they count and the number. */
static gchar *key_of(const CheckMatch *match, gboolean *digits)
{
    g_autofree gchar *number = check_match_fetch(match, 1), *noun = check_match_fetch(match, 2);

    *digits = g_ascii_isdigit(*number);
    return g_strdup_printf("%s %u", noun, numeral_value(number));
}

static void check_ordinal(CheckContext *context, const CheckMatch *match, GHashTable *seen)
{
    gboolean digits;
    g_autofree gchar *key = key_of(match, &digits);
    const gchar *before = g_hash_table_lookup(seen, key);

    if (unit_guarded(match->unit, match->start, match->end, GUARD_BOOK))
        return;
    if (!before)
        g_hash_table_insert(seen, g_steal_pointer(&key), g_strdup(match->text));
    else if (!g_str_equal(before, match->text))
        check_say(context, RULE_ORDINALS_MIXED, match->unit, match->start, match->end, match->text,
                  before, NULL);
}

void check_han_numbers(CheckContext *context)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

    check_text_rules(context, rules, G_N_ELEMENTS(rules));
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (strstr(unit->text, "年"))
            check_years(context, unit);
        if (!unit_is_prose(unit))
            continue;
        if ((1U << unit->kind) & KINDS_TEXT)
            check_mixed(context, unit);
        if (unit->kind == UNIT_PARAGRAPH && strstr(unit->text, "日"))
            check_signature(context, unit);
        if (strstr(unit->text, "第"))
            for (CheckMatch m = check_match(context, unit, ordinal); check_match_next(&m);)
                check_ordinal(context, &m, seen);
    }
}

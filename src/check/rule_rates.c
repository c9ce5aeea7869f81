/* Percentages: M03 shares of a whole, M05 percentage points, M08 rates that the numbers beside them
 * do not give. All in hundredths of a percent. */
#include "check/modules.h"
#include "check/quantities.h"
#include "check/text_rules.h"

#include <string.h>

enum { WHOLE = 10000 };

/* In percent; what is more is no number to compute with. */
#define MOST G_GINT64_CONSTANT(1000000000)

/* "93.4" is 9340. */
static gint64 hundredths(const gchar *text)
{
    gint64 number = (gint64) MIN(g_ascii_strtoull(text, NULL, 10), MOST) * 100;
    const gchar *point = strchr(text, '.');

    if (point && g_ascii_isdigit(point[1])) {
        number += (point[1] - '0') * 10;
        number += g_ascii_isdigit(point[2]) ? point[2] - '0' : 0;
    }
    return number;
}

static gchar *percent_text(gint64 number)
{
    gint64 whole = number / 100;
    gint part = (gint) (number % 100);

    if (part == 0)
        return g_strdup_printf("%" G_GINT64_FORMAT, whole);
    if (part % 10 == 0)
        return g_strdup_printf("%" G_GINT64_FORMAT ".%d", whole, part / 10);
    return g_strdup_printf("%" G_GINT64_FORMAT ".%02d", whole, part);
}

static guint decimals_of(const gchar *text)
{
    const gchar *point = strchr(text, '.');

    return point ? (guint) strspn(point + 1, "0123456789") : 0;
}

/* ---- M03 ---- */

static gint64 sum_of(const gchar *text, guint *count)
{
    g_autoptr(GRegex) number = g_regex_new("([0-9]+(?:\\.[0-9]+)?)%", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    gint64 sum = 0;

    *count = 0;
    for (g_regex_match(number, text, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        g_autofree gchar *one = g_match_info_fetch(match, 1);
        sum += hundredths(one);
        (*count)++;
    }
    return sum;
}

/* Rounding gives a tenth too much for each. Shares that are told one by one may overlap, women and
 * young ones, unless the rest is among them. */
static void check_shares(CheckContext *context, const TextUnit *unit, const gchar *pattern,
                         guint least, gboolean shared)
{
    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        guint count;
        gint64 sum = sum_of(m.text, &count);
        gboolean whole = !shared || g_regex_match_simple("其[他它余]|剩余", m.text, 0, 0);
        g_autofree gchar *text = percent_text(sum);
        if (whole && count >= least && sum > WHOLE + 10 * (gint64) count)
            check_say(context, RULE_PERCENT_PARTS, unit, m.start, m.end, text, NULL);
    }
}

/* ---- M05, and M08 for differences ---- */

#define PERCENT "([0-9]+(?:\\.[0-9]+)?)%"

static void check_points(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] =
        "[由从]" PERCENT
        "(?:大幅|逐步|稳步)?(?:提高|提升|上升|增加|增长|下降|降低|减少|降|升)[到至]" PERCENT
        "[，、](?:同比|比[^，。]{1,6})?(?:提高|提升|上升|增加|增长|下降|降低|减少|降|升)了?"
        "\\K([0-9]+(?:\\.[0-9]+)?)(%|个百分点)";

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        g_autofree gchar *low = check_match_fetch(&m, 1), *high = check_match_fetch(&m, 2);
        g_autofree gchar *given = check_match_fetch(&m, 3), *sign = check_match_fetch(&m, 4);
        gint64 from = hundredths(low), to = hundredths(high), difference = ABS(to - from);
        g_autofree gchar *points = percent_text(difference);
        g_autofree gchar *right = g_strconcat(points, "个百分点", NULL);
        gboolean same = hundredths(given) == difference, percent = g_str_equal(sign, "%");
        Finding finding = {.rule = RULE_PERCENT_POINTS,
                           .unit = unit,
                           .start = m.start,
                           .end = m.end,
                           .arguments = {m.text, right},
                           .replacement = right};
        if (MAX(from, to) >= MOST * 100)
            continue;
        if (percent && same)
            check_report(context, &finding);
        else if (!percent && !same)
            check_say(context, RULE_RATE, unit, m.start, m.end, m.text, right, NULL);
    }
}

static const TextRule rules[] = {
    {RULE_PERCENT_POINTS, KINDS_BODY, .has = "百分比", .pattern = "[0-9.]+\\K个百分比",
     .replacement = "个百分点"},
    {RULE_PERCENT_POINTS, KINDS_BODY, .has = "%个百分点", .pattern = "[0-9.]+\\K%个百分点",
     .replacement = "个百分点"},
};

/* ---- M08 for rates ---- */

/* As the text rounds it, and one of its last digits up or down: 93.4 of 1062 in 1137. */
static gboolean is_rate_of(const gchar *given, gint64 part, gint64 whole)
{
    gint64 scale = 1;

    for (guint i = decimals_of(given); i > 0; i--)
        scale *= 10;
    gint64 exact = part * 100 * scale / whole;
    gint64 number = hundredths(given) * scale / 100;
    return ABS(exact - number) <= 1;
}

/* 检查426家，已整改398家，整改率93.4%: two counts of one kind, and the rate in the next clause. */
static void check_rate(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] =
        "(?<![0-9.,])([0-9]{1,9})(个|项|户|名|人|件|条|起|家|份|处|台|例)[^。；！？0-9\\n]{0,12}，"
        "[^。；！？0-9，\\n]{0,10}(?<done>整改|完成|办结|化解|合格|满意|办理|销号)[^。；！？0-"
        "9，\\n]{0,10}"
        "([0-9]{1,9})(?:\\2)，\\k<done>率(?:为|达到|达)?\\K" PERCENT;

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        g_autofree gchar *whole = check_match_fetch(&m, 1), *part = check_match_fetch(&m, 4);
        g_autofree gchar *given = check_match_fetch(&m, 5);
        gint64 all = g_ascii_strtoll(whole, NULL, 10), some = g_ascii_strtoll(part, NULL, 10);
        if (all == 0 || some > all || decimals_of(given) > 2 || is_rate_of(given, some, all))
            continue;
        g_autofree gchar *number = percent_text((some * WHOLE + all / 2) / all);
        g_autofree gchar *right = g_strconcat(number, "%", NULL);
        check_say(context, RULE_RATE, unit, m.start, m.end, m.text, right, NULL);
    }
}

void check_rates(CheckContext *context)
{
    static const gchar respectively[] =
        "分别占[^，。；0-9]{0,16}?[0-9.]+%(?:[、，和及与]+[0-9.]+%)+";
    static const gchar each[] = "占[^，。；0-9%占]{0,8}[0-9.]+%(?:[、，][^，。；0-9%占]{1,16}占[^"
                                "，。；0-9%占]{0,8}[0-9.]+%){2,}";

    check_text_rules(context, rules, G_N_ELEMENTS(rules));
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (!((1U << unit->kind) & (KINDS_TEXT | KINDS_TITLES)) || !strchr(unit->text, '%'))
            continue;
        check_shares(context, unit, respectively, 2, FALSE);
        check_shares(context, unit, each, 3, TRUE);
        check_points(context, unit);
        check_rate(context, unit);
    }
}

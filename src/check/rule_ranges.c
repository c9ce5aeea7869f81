/* Ranges: P07 the mark between their ends, N06 the unit that both ends need. */
#include "check/modules.h"
#include "check/text_rules.h"

#include <stdlib.h>
#include <string.h>

#define NUMBER "([0-9]{1,7}(?:\\.[0-9]+)?)"
#define HYPHEN "[-－–]"
#define UNITS \
    "(?:%|‰|个百分点|万|亿|元|人|名|个|天|次|家|户|项|条(?!款)|公里|千米|米|平方米|立方米|吨|岁|" \
    "小时|分钟|倍|亩|公顷|公斤|千克|周|株|台|辆|套|年(?![级代度])|kg|km|mm|cm|℃)"

/* A range of amounts, 10-15%, the first less than the second and no code, 03-15. */
#define AMOUNTS \
    "(?<![0-9A-Za-z.\\-－–—/第〔])(?!(?:19|20)[0-9]{2}年?[-－–](?:19|20)[0-9]{2} ?年)" NUMBER \
    "(%|‰|万元|亿元|元|万|亿|米|公里)?" HYPHEN NUMBER "(?= ?" UNITS ")"

/* 2016-2020年 */
#define YEARS "(?<![0-9A-Za-z.\\-—/])((?:19|20)[0-9]{2}年?)[-－–～~]((?:19|20)[0-9]{2})(?=年)"

/* 3-5月, 5月6日-8日 */
#define MONTHS "(?<![0-9A-Za-z.\\-—/第])([0-9]{1,2})" HYPHEN "([0-9]{1,2})(?=[月日])"
#define DAYS "([0-9]{1,2}[月日])" HYPHEN "([0-9]{1,2})(?=[月日])"

static gboolean is_rising(const gchar *low, const gchar *high)
{
    gboolean code = low[0] == '0' && low[1] != '.' && low[1] != '\0';

    return !code && g_ascii_strtod(low, NULL) < g_ascii_strtod(high, NULL);
}

/* Titles are cited as they are. */
static gboolean is_cited(const CheckMatch *match)
{
    return unit_guarded(match->unit, match->start, match->end, GUARD_BOOK);
}

static void report(CheckContext *context, const CheckMatch *match, RuleId rule,
                   const gchar *replacement, gboolean safe)
{
    Finding finding = {.rule = rule,
                       .unit = match->unit,
                       .start = match->start,
                       .end = match->end,
                       .arguments = {match->text, replacement},
                       .replacement = safe ? replacement : NULL};

    check_report(context, &finding);
}

static void check_amounts(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] = AMOUNTS;

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        g_autofree gchar *low = check_match_fetch(&m, 1), *first = check_match_fetch(&m, 2);
        g_autofree gchar *high = check_match_fetch(&m, 3);
        g_autofree gchar *text = g_strconcat(low, first, "～", high, NULL);
        if ((is_rising(low, high) || *first) && !is_cited(&m))
            report(context, &m, RULE_RANGE_MARK, text, TRUE);
    }
}

static void check_times(CheckContext *context, const TextUnit *unit, const gchar *pattern)
{
    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        g_autofree gchar *low = check_match_fetch(&m, 1), *high = check_match_fetch(&m, 2);
        g_autofree gchar *text = g_strconcat(low, "—", high, NULL);
        if (!is_cited(&m))
            report(context, &m, RULE_RANGE_MARK, text, TRUE);
    }
}

/* 63～68% lacks a sign; 3～5万 may be 3 to 50000, so that only its author knows. */
static void check_units(CheckContext *context, const TextUnit *unit)
{
    static const gchar percent[] = "(?<![0-9.%‰～—])([0-9.]+)[～—至]([0-9.]+)(%|‰)";
    static const gchar myriad[] = "(?<![0-9.万亿])([0-9.]+)[～—]([0-9.]+)([万亿])(?!亿)";

    for (CheckMatch m = check_match(context, unit, percent); check_match_next(&m);) {
        g_autofree gchar *text = g_match_info_expand_references(m.info, "\\1\\3～\\2\\3", NULL);
        report(context, &m, RULE_RANGE_UNIT, text, TRUE);
    }
    for (CheckMatch m = check_match(context, unit, myriad); check_match_next(&m);) {
        g_autofree gchar *low = check_match_fetch(&m, 1), *high = check_match_fetch(&m, 2);
        g_autofree gchar *text = g_match_info_expand_references(m.info, "\\1\\3～\\2\\3", NULL);
        if (is_rising(low, high))
            report(context, &m, RULE_RANGE_UNIT, text, FALSE);
    }
}

void check_ranges(CheckContext *context)
{
    static const gchar years[] = YEARS, months[] = MONTHS, days[] = DAYS;

    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (!strpbrk(unit->text, "0123456789") || !(KINDS_BODY & (1U << unit->kind)))
            continue;
        check_amounts(context, unit);
        check_times(context, unit, years);
        check_times(context, unit, months);
        check_times(context, unit, days);
        check_units(context, unit);
    }
}

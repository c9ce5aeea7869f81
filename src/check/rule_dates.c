/* Dates in the text that cannot be right: D01, D02, D03, D05. */
#include "check/dates.h"
#include "check/modules.h"
#include "check/text_rules.h"

#include <stdlib.h>
#include <string.h>

/* ---- D01 ---- */

static void check_possible(CheckContext *context, const TextUnit *unit, const Mention *date)
{
    gboolean month = date->month >= 1 && date->month <= 12;
    gboolean given = date->year > 0 || date->day > 0; /* 18月 alone may be a term */
    g_autofree gchar *text = unit_part(unit, date->start, date->end);
    gboolean day = g_str_has_suffix(text, "日");

    if ((given || day) &&
        (!month || (day && (date->day == 0 || date->day > days_of_month(date->year, date->month)))))
        check_say(context, RULE_IMPOSSIBLE_DATE, unit, date->start, date->end, text, NULL);
}

/* ---- D02 ---- */

static guint32 clause_start(const TextUnit *unit, guint32 at)
{
    while (at > 0 && !g_utf8_strchr("，。；：！？\n", -1, unit_before(unit, at)))
        at = (guint32) (g_utf8_prev_char(unit->text + at) - unit->text);
    return at;
}

static guint32 clause_end(const TextUnit *unit, guint32 at)
{
    while (at < unit->length && !g_utf8_strchr("，。；：！？\n", -1, unit_at(unit, at)))
        at = (guint32) (g_utf8_next_char(unit->text + at) - unit->text);
    return at;
}

/* 已于…, …已: but not what is planned, 已定于…, 已明确…前完成. */
static gboolean is_told_as_past(const TextUnit *unit, const Mention *date)
{
    g_autofree gchar *before = unit_part(unit, clause_start(unit, date->start), date->start);
    g_autofree gchar *after = unit_part(unit, date->end, clause_end(unit, date->end));

    if (g_regex_match_simple("将|拟|计划|预计|定于|安排|部署|要求|明确|确定|有望|力争|截止|期限|前$"
                             "|有效|到期|至$|到$",
                             before, 0, 0) ||
        g_regex_match_simple("将|拟|计划|预计|施行|实施|生效|到期|到位前", after, 0, 0))
        return FALSE;
    return g_regex_match_simple("(?:已|已经)[于在]$", before, 0, 0) ||
           g_regex_match_simple("^(?:前|之前|以前)?(?:，)?(?:已|已经)(?!定|列)", after, 0, 0);
}

static gboolean has_relative_year(const TextUnit *unit, guint32 end)
{
    g_autofree gchar *before = lately_before(unit, end);

    return g_regex_match_simple("[去上前次翌同当往每]年|年[初底]", before, 0, 0);
}

static void check_past(CheckContext *context, const TextUnit *unit, const Mention *date)
{
    Date signature = context->bulletin->meta.date;
    guint year = mention_year(unit, date);

    if (signature.year == 0 || (date->year == 0 && has_relative_year(unit, date->start)))
        return;
    year = year ? year : signature.year;
    if (dates_compare(year, date->month, date->day, signature.year, signature.month,
                      signature.day) <= 0 ||
        !is_told_as_past(unit, date))
        return;
    g_autofree gchar *text = unit_part(unit, date->start, date->end);
    g_autofree gchar *signed_on = date_chinese(signature);
    check_say(context, RULE_DATE_AHEAD, unit, date->start, date->end, text, signed_on, NULL);
}

static void check_completed(CheckContext *context, const Node *node)
{
    Date signature = context->bulletin->meta.date;

    if (node->completed.year &&
        dates_compare(node->completed.year, node->completed.month, node->completed.day,
                      signature.year, signature.month, signature.day) > 0) {
        g_autofree gchar *text = date_chinese(node->completed);
        g_autofree gchar *signed_on = date_chinese(signature);
        check_say_at(context, RULE_DATE_AHEAD, node->completed_span, text, signed_on, NULL);
    }
    for (guint i = 0; i < node->children->len; i++)
        check_completed(context, node->children->pdata[i]);
}

/* ---- D03 ---- */

static const gchar weekdays[] = "一二三四五六日"; /* from Monday, as GDate counts */

static guint weekday_of(guint year, guint month, guint day)
{
    GDate date;

    if (!g_date_valid_dmy((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        return 0;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
    return (guint) g_date_get_weekday(&date);
}

/* Where no year is given, those around that of the document will do. */
static guint expected_weekday(CheckContext *context, const TextUnit *unit, const Mention *date,
                              guint written)
{
    guint year = mention_year(unit, date), signature = context->bulletin->meta.date.year;

    if (year)
        return weekday_of(year, date->month, date->day);
    for (guint other = signature - 1; other <= signature + 1; other++)
        if (weekday_of(other, date->month, date->day) == written)
            return written;
    return weekday_of(signature, date->month, date->day);
}

static void check_weekday(CheckContext *context, const TextUnit *unit, const Mention *date)
{
    static const gchar *const words[] = {"（星期", "（周", "(星期", "(周", "星期", "，星期", "周"};
    const gchar *at = NULL, *found;

    for (guint i = 0; i < G_N_ELEMENTS(words) && !at; i++)
        if (g_str_has_prefix(unit->text + date->end, words[i]))
            at = unit->text + date->end + strlen(words[i]);
    gunichar c = at ? g_utf8_get_char(at) : 0;
    found = c ? g_utf8_strchr(weekdays, -1, c == 0x5929 /* 天 */ ? 0x65E5 : c) : NULL;
    if (!found || date->day == 0)
        return;
    guint written = (guint) g_utf8_pointer_to_offset(weekdays, found) + 1;
    guint expected = expected_weekday(context, unit, date, written);
    if (expected == 0 || expected == written)
        return;
    guint32 end = (guint32) (g_utf8_next_char(at) - unit->text);
    g_autofree gchar *text = unit_part(unit, date->start, end);
    g_autofree gchar *right = g_utf8_substring(weekdays, expected - 1, expected);
    check_say(context, RULE_WEEKDAY, unit, date->start, end, text, right, NULL);
}

/* ---- D05 ---- */

static guint number_of(const CheckMatch *match, gint group)
{
    g_autofree gchar *text = check_match_fetch(match, group);

    return text ? (guint) atoi(text) : 0;
}

/* Without any year 11月至3月 is of every winter, and 12月20日至1月10日 of one. */
static gboolean is_reversed(const CheckMatch *match)
{
    guint year1 = number_of(match, 1), month1 = number_of(match, 2), day1 = number_of(match, 3);
    guint year2 = number_of(match, 4), month2 = number_of(match, 5), day2 = number_of(match, 6);

    year2 = year2 ? year2 : year1;
    month2 = month2 ? month2 : month1;
    if (year1 == 0 && (year2 > 0 || month1 != month2))
        return FALSE;
    return dates_compare(year1, month1, day1, year2, month2, day2) > 0;
}

static void check_period(CheckContext *context, const TextUnit *unit)
{
    static const gchar dates[] =
        "(?<![0-9])(?:((?:19|20)[0-9]{2})年)?([0-9]{1,2})月(?:([0-9]{1,2})日)?(?:起)?[至到—～－\\-]"
        "(?:((?:19|20)[0-9]{2})年)?(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?(?<=[月日])";
    static const gchar years[] =
        "(?<![0-9\\-])((?:19|20)[0-9]{2})年?[至到—～－\\-]((?:19|20)[0-9]{2})年";

    if (!strpbrk(unit->text, "0123456789"))
        return;
    for (CheckMatch m = check_match(context, unit, dates); check_match_next(&m);)
        if (is_reversed(&m))
            check_say(context, RULE_PERIOD_REVERSED, unit, m.start, m.end, m.text, NULL);
    for (CheckMatch m = check_match(context, unit, years); check_match_next(&m);)
        if (number_of(&m, 1) > number_of(&m, 2))
            check_say(context, RULE_PERIOD_REVERSED, unit, m.start, m.end, m.text, NULL);
}

void check_dates(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (unit->kind == UNIT_FIELD && !g_str_equal(unit->key, "title"))
            continue;
        g_autoptr(GArray) dates = dates_in(context, unit);
        for (guint k = 0; k < dates->len; k++) {
            const Mention *date = &g_array_index(dates, Mention, k);
            check_possible(context, unit, date);
            check_past(context, unit, date);
            check_weekday(context, unit, date);
        }
        check_period(context, unit);
    }
    for (guint i = 0; i < context->bulletin->children->len; i++)
        check_completed(context, context->bulletin->children->pdata[i]);
}

/* Numbers in Arabic digits: N02, N04, N05, N07, N09, N10, N11, N13. */
#include "check/characters.h"
#include "check/modules.h"
#include "check/text_rules.h"

#include <string.h>

#define DISASTERS \
    "特大|重大|水灾|洪灾|洪涝|暴雨|地震|事件|事故|惨案|爆炸|火灾|泥石流|专案|大案|灾后"
#define DISASTER "(?:" DISASTERS ")"

static const TextRule rules[] = {
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY,
     .pattern = "(?<=[" HAN_RANGE
                "，、。])(?<!第)(几|(?<![参基户人总次件岁指常变系因少多奇偶倍位名册])数)10(?"
                "=[多余]?[个名次人天年元万项家户])",
     .has = "几10|数10", .replacement = "\\1十"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY,
     .pattern = "(几|(?<![参基户人总次件岁指常变系因少多奇偶倍位名册])数)100(?=[多余]?["
                "个名次人天年元万项家户]"
                ")",
     .has = "几100|数100", .replacement = "\\1百"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY,
     .pattern = "(几|(?<![参基户人总次件岁指常变系因少多奇偶倍位名册])数)1000(?=[多余]?["
                "个名次人天年元万项家户])",
     .has = "几1000|数1000", .replacement = "\\1千"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY, .has = "0几",
     .pattern = "(?<![0-9.第])10几(?=[个名次人天年元万项家户])", .replacement = "十几"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY, .has = "0几",
     .pattern = "(?<![0-9.第])20几(?=[个名次人天年元万项家户])", .replacement = "二十几"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY, .has = "0几",
     .pattern = "(?<![0-9.第])[3-9]0几(?=[个名次人天年元万项家户])"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY, .has = "星期", .pattern = "(?<![每个])星期1(?![0-9个次天])",
     .replacement = "星期一"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY, .has = "星期", .pattern = "(?<![每个])星期2(?![0-9个次天])",
     .replacement = "星期二"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY, .has = "星期", .pattern = "(?<![每个])星期3(?![0-9个次天])",
     .replacement = "星期三"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY, .has = "星期", .pattern = "(?<![每个])星期4(?![0-9个次天])",
     .replacement = "星期四"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY, .has = "星期", .pattern = "(?<![每个])星期5(?![0-9个次天])",
     .replacement = "星期五"},
    {RULE_ABOUT_IN_DIGITS, KINDS_BODY, .has = "星期", .pattern = "(?<![每个])星期6(?![0-9个次天])",
     .replacement = "星期六"},

    {RULE_DIGIT_GROUPS, KINDS_BODY, .has = "，",
     .pattern = "(?<![0-9.，])([1-9][0-9]{0,2})，([0-9]{3})，([0-9]{3})(?![0-9，])",
     .replacement = "\\1,\\2,\\3"},
    {RULE_DIGIT_GROUPS, KINDS_BODY, .has = "，000",
     .pattern = "(?<![0-9.，])([1-9][0-9]{0,2})，000(?![0-9，])", .replacement = "\\1,000"},
    {RULE_DIGIT_GROUPS, KINDS_BODY, .has = "，",
     .pattern =
         "(?<![0-9.，表图项件第条款])[1-9][0-9]{0,2}，(?!000)[0-9]{3}(?=(?:\\.[0-9]+)?[万亿]?元)"},
    {RULE_DIGIT_GROUPS, KINDS_BODY, .has = ",",
     .pattern = "(?<![0-9.,A-Za-z])[0-9]{1,3},[0-9]{3},[0-9]{1,2}(?![0-9,])|(?<![0-9.,A-Za-z])[0-9]"
                "{4,},[0-9]{"
                "3}(?![0-9])|(?<![0-9.,A-Za-z])[0-9]{1,3}(?:,[0-9]{3})*,(?:[0-9]{1,2}|[0-9]{4,})(?="
                "[万亿]?(?:"
                "元|人|户|平方米|亩))"},

    {RULE_LEADING_ZERO, KINDS_BODY, .has = ".",
     .pattern = "(?<=[" HAN_RANGE "（～—，、：])(?<![一二三四五六七八九十])\\.([0-9]+)(?![0-9.])",
     .replacement = "0.\\1"},

    {RULE_DATE_FORM, KINDS_TEXT | KINDS_TITLES,
     .pattern = "(?<![0-9.A-Za-z/])((?:19|20)[0-9]{2})(?<s>[./"
                "．。])0?([1-9]|1[0-2])\\k<s>0?([1-9]|[12][0-9]|3[01])(?![0-9.．/A-Za-z])日?",
     .replacement = "\\1年\\3月\\4日"},
    {RULE_DATE_FORM, KINDS_TEXT | KINDS_TITLES, .has = "-",
     .pattern = "(?<![0-9.A-Za-z\\-])((?:19|20)[0-9]{2})-(?|([1-9])-0?([1-9]|[12][0-9]|3[01])|0?(["
                "1-9]|1[0-2])"
                "-([1-9]))(?![0-9\\-A-Za-z])",
     .replacement = "\\1年\\2月\\3日"},

    {RULE_DIGITS_AND_HAN, KINDS_BODY, .has = "千",
     .pattern = "(?<![0-9.第])([1-9])千([1-9])百(?![0-9一二三四五六七八九十])",
     .replacement = "\\g<1>\\g<2>00"},
    {RULE_DIGITS_AND_HAN, KINDS_BODY, .has = "千",
     .pattern = "(?<![0-9.第万])([1-9])千(?![0-9一二三四五六七八九百万米克瓦伏帕卡赫焦字兆古里])(?="
                "[多余]?" HAN ")",
     .replacement = "\\g<1>000"},
    {RULE_DIGITS_AND_HAN, KINDS_BODY, .has = "百",
     .pattern =
         "(?<![0-9.第千万])([1-9])百(?![0-9一二三四五六七八九十分万亿])(?=[多余]?[" HAN_RANGE "])",
     .replacement = "\\g<1>00"},
    {RULE_DIGITS_AND_HAN, KINDS_BODY, .has = "百万",
     .pattern = "(?<![0-9.第千万])([1-9])百万(?![0-9一二三四五六七八九亿])",
     .replacement = "\\g<1>00万"},
    {RULE_DIGITS_AND_HAN, KINDS_BODY, .has = "千万",
     .pattern = "(?<![0-9.第万])([1-9])千万(?![0-9一二三四五六七八九亿])",
     .replacement = "\\g<1>000万"},
    {RULE_DIGITS_AND_HAN, KINDS_BODY, .has = "万",
     .pattern =
         "(?<![0-9.第])[0-9]+万[0-9]+(?:[千百](?:[0-9]百)?)?(?=元|人|户|亩|平方米|名|吨|株|册|份)"},

    {RULE_EVENT_DATE, KINDS_ALL, .has = ".|．",
     .pattern = "(?<=“)([1-9]|1[0-2])[.．](1[0-9]|2[0-9]|3[01])(?=”)", .replacement = "\\1·\\2"},
    {RULE_EVENT_DATE, KINDS_ALL, .has = ".|．",
     .pattern = "(?<=“)([1-9]|1[0-2])[.．]([1-9])(?=”" DISASTER ")", .replacement = "\\1·\\2"},
    {RULE_EVENT_DATE, KINDS_ALL, .has = ".|．|·",
     .pattern = "(?<![0-9.“年月])([1-9]|1[0-2])[.．·]([1-9]|1[0-9]|2[0-9]|3[01])(?=" DISASTER ")",
     .replacement = "“\\1·\\2”"},
    {RULE_EVENT_DATE, KINDS_ALL, .has = DISASTERS,
     .pattern = "(?<=“)([1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-9]|3[01])(?=”" DISASTER ")",
     .replacement = "\\1·\\2"},
    {RULE_EVENT_DATE, KINDS_ALL, .has = DISASTERS,
     .pattern = "(?<![0-9.“])([1-9])(0[1-9]|1[0-9]|2[0-9]|3[01])(?=" DISASTER ")",
     .replacement = "“\\1·\\2”"},
    {RULE_EVENT_DATE, KINDS_ALL, .has = "一二九", .pattern = "“?一二九”?(?=运动)",
     .replacement = "“一二·九”"},
    {RULE_EVENT_DATE, KINDS_ALL, .has = "一二八", .pattern = "“?一二八”?(?=事变)",
     .replacement = "“一·二八”"},
    {RULE_EVENT_DATE, KINDS_ALL, .has = "五·四", .pattern = "“?五·四”?(?=运动|青年|精神)",
     .replacement = "五四"},
};

/* ---- N10 ---- */

static gboolean is_full_width(gunichar c)
{
    return char_is_full_width_digit(c) || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A) || c == 0xFF05;
}

/* ％ and ． in a number go with its digits. */
static void report_full_width(CheckContext *context, const TextUnit *unit, guint32 start,
                              guint32 end)
{
    g_autofree gchar *text = unit_part(unit, start, end);
    GString *half = g_string_new(NULL);

    for (const gchar *at = text; *at; at = g_utf8_next_char(at))
        g_string_append_c(half, (gchar) (g_utf8_get_char(at) - 0xFF00 + 0x20));
    Finding finding = {.rule = RULE_FULL_WIDTH_DIGIT,
                       .unit = unit,
                       .start = start,
                       .end = end,
                       .arguments = {text, half->str},
                       .replacement = half->str};
    check_report(context, &finding);
    g_string_free(half, TRUE);
}

static void check_full_width(CheckContext *context, const TextUnit *unit)
{
    guint32 at = 0;

    while (at < unit->length) {
        guint32 start = at;
        while (is_full_width(unit_at(unit, at)) ||
               (at > start && unit_at(unit, at) == 0xFF0E &&
                char_is_full_width_digit(unit_at(unit, at + 3))))
            at += 3;
        if (at > start)
            report_full_width(context, unit, start, at);
        else
            at = (guint32) (g_utf8_next_char(unit->text + at) - unit->text);
    }
}

/* ---- N11 ---- */

static gboolean is_line_end(const TextUnit *unit, guint32 at)
{
    Span span;

    return !unit_exact_span(unit, at, at + 1, &span);
}

/* 1 000 000 is grouped; 20 23年 and a line end between digits are not. */
static void check_broken(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] =
        "(?<![0-9 .])[0-9]{1,4}([ \\n])[0-9]{1,3}(?=年|月|日|元|万|亿|%|人|号|[0-9])";

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        guint32 blank, end;
        if (!check_match_group(&m, 1, &blank, &end))
            continue;
        gboolean year = g_regex_match_simple("^(19|20) ?[0-9 ]{2,3}$", m.text, 0, 0) &&
                        g_str_has_prefix(unit->text + m.end, "年");
        if (is_line_end(unit, blank) || year)
            check_say(context, RULE_NUMBER_BROKEN, unit, m.start, m.end, m.text, NULL);
    }
}

void check_digits(CheckContext *context)
{
    check_text_rules(context, rules, G_N_ELEMENTS(rules));
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (strstr(unit->text, "\xEF\xBC") || strstr(unit->text, "\xEF\xBD"))
            check_full_width(context, unit);
        if (unit_is_prose(unit))
            check_broken(context, unit);
    }
}

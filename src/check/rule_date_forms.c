/* How dates are written: D06, D07, D08. */
#include "check/dates.h"
#include "check/modules.h"
#include "check/text_rules.h"

#include <stdlib.h>
#include <string.h>

/* ---- D07 ---- */

/* 2023年09月05日, 09月05日, 9月05日: all of what follows the year. */
static void check_zeros(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] =
        "(?<![0-9.])(0?)([1-9]|1[0-2])月(?:(0?)([1-9]|[12][0-9]|3[01])日)?";

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        g_autofree gchar *zero = check_match_fetch(&m, 1), *other = check_match_fetch(&m, 3);
        g_autofree gchar *month = check_match_fetch(&m, 2), *day = check_match_fetch(&m, 4);
        gboolean has_day = day && *day;
        g_autofree gchar *right =
            g_strconcat(month, "月", has_day ? day : "", has_day ? "日" : "", NULL);
        Finding finding = {.rule = RULE_ZERO_PADDED,
                           .unit = unit,
                           .start = m.start,
                           .end = m.end,
                           .arguments = {m.text, right},
                           .replacement = right};
        if (*zero || (other && *other))
            check_report(context, &finding);
    }
}

/* ---- D08 ---- */

/* 12年6月 may be a term; the year of a document is near that of the bulletin. */
static gboolean is_year(CheckContext *context, const CheckMatch *match)
{
    gint year = atoi(match->text), signature = context->bulletin->meta.date.year % 100;

    return year <= signature + 5 && year >= signature - 20 && !strstr(match->unit->text, "徒刑") &&
           !strstr(match->unit->text, "工期") && !strstr(match->unit->text, "刑期");
}

static void check_years(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] = "(?<![0-9.—～\\-第近共满约历过用时期达前后每逾])[0-3][0-9]年(?=("
                                   "?:1[0-2]|0?[1-9])月|度(?!过)|底(?![蕴子气]))";

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);)
        if (is_year(context, &m))
            check_say(context, RULE_SHORT_YEAR, unit, m.start, m.end, m.text, NULL);
}

/* ---- D06 ---- */

static gboolean writes_dates(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if ((1U << unit->kind) & (KINDS_TEXT | KINDS_TITLES)) {
            g_autoptr(GArray) dates = dates_in(context, unit);
            for (guint k = 0; k < dates->len; k++)
                if (g_array_index(dates, Mention, k).day > 0)
                    return TRUE;
        }
    }
    return FALSE;
}

static void check_styles(CheckContext *context)
{
    static const TextRule styles[] = {
        {RULE_DATE_STYLES, KINDS_TEXT | KINDS_TITLES, .has = "-",
         .pattern = "(?<![0-9A-Za-z\\-])((?:19|20)[0-9]{2})-0?([1-9]|1[0-2])-(?:0([1-9])|(?<d>[12]["
                    "0-9]|3[01])"
                    ")(?![0-9\\-])",
         .replacement = "\\1年\\2月\\3\\g<d>日"},
        {RULE_DATE_STYLES, KINDS_TEXT | KINDS_TITLES, .has = "号",
         .pattern = "(?<=[0-9]月)([1-9]|[12][0-9]|3[01])号(?![楼文令院线厅机车桥地门])",
         .replacement = "\\1日"},
    };

    if (writes_dates(context))
        check_text_rules(context, styles, G_N_ELEMENTS(styles));
}

void check_date_forms(CheckContext *context)
{
    check_styles(context);
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if (!strstr(unit->text, "月") && !strstr(unit->text, "年"))
            continue;
        check_zeros(context, unit);
        if (unit_is_prose(unit) || g_str_equal(unit->key, "title"))
            check_years(context, unit);
    }
}

#include "check/dates.h"

#include <stdlib.h>
#include <string.h>

static guint number_of(const CheckMatch *match, gint group)
{
    g_autofree gchar *text = check_match_fetch(match, group);

    return text ? (guint) atoi(text) : 0;
}

GArray *dates_in(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] =
        "(?<![0-9.A-Za-z\\-])(?:((?:19|20)[0-9]{2})年)?([0-9]{1,2})月(?:([0-9]{1,2})日)?";
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Mention));

    if (!strstr(unit->text, "月"))
        return found;
    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        Mention mention = {number_of(&m, 1), number_of(&m, 2), number_of(&m, 3), m.start, m.end};
        g_array_append_val(found, mention);
    }
    return found;
}

enum { CONTEXT = 1500 }; /* bytes; looking farther back makes long texts slow */

gchar *lately_before(const TextUnit *unit, guint32 end)
{
    guint32 start = end > CONTEXT ? end - CONTEXT : 0;

    while (start < end && (unit->text[start] & 0xC0) == 0x80)
        start++;
    return unit_part(unit, start, end);
}

guint mention_year(const TextUnit *unit, const Mention *mention)
{
    g_autofree gchar *before = lately_before(unit, mention->start);
    guint year = mention->year;

    for (gchar *at = g_strrstr(before, "年"); at && year == 0; at = g_strrstr(before, "年")) {
        if (at - before >= 4)
            year = (guint) atoi(at - 4);
        year = year >= 1900 && year < 2100 ? year : 0;
        *at = '\0';
    }
    return year;
}

guint days_of_month(guint year, guint month)
{
    return month == 0 || month > 12
               ? 0
               : g_date_get_days_in_month((GDateMonth) month, year ? (GDateYear) year : 2000);
}

gint dates_compare(guint year1, guint month1, guint day1, guint year2, guint month2, guint day2)
{
    if (year1 != year2)
        return (gint) year1 - (gint) year2;
    if (month1 != month2 && month1 > 0 && month2 > 0)
        return (gint) month1 - (gint) month2;
    return day1 > 0 && day2 > 0 ? (gint) day1 - (gint) day2 : 0;
}

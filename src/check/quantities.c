#include "check/quantities.h"

#include <string.h>

#define UNITS \
    "元|项|个(?!月|百分点|工作日|小时)|户|名|人次|人|件|条|起|家|次(?!会议)|处|份|篇|场|台|套|亩|" \
    "平方米|公里|吨|间|辆|所|支|宗|例"

enum { MOST_DIGITS = 12 };

/* Without its commas and point, and how many digits are after that. */
static gint64 mantissa(const gchar *text, guint *decimals)
{
    gint64 number = 0;
    guint digits = 0;
    gboolean after = FALSE;

    *decimals = 0;
    for (; *text && digits <= MOST_DIGITS; text++) {
        if (*text == '.')
            after = TRUE;
        if (!g_ascii_isdigit(*text))
            continue;
        number = number * 10 + (*text - '0');
        *decimals += after;
        digits++;
    }
    return digits > MOST_DIGITS ? -1 : number;
}

static gint64 scale_of(const gchar *word)
{
    if (g_str_equal(word, "万"))
        return 10000;
    return g_str_equal(word, "亿") ? 100000000 : 1;
}

static gboolean is_vague(const TextUnit *unit, guint32 start, guint32 end)
{
    static const gchar *const before[] = {
        "约",   "近", "每", "均", "第", "超",   "超过", "达到近", "不足", "至少", "最多",
        "单价", "～", "—",  "至", "到", "每人", "每户", "人均",   "每次", "每月", "每年"};
    static const gchar *const after[] = {"以上", "以下", "左右", "上下", "以内",
                                         "不等", "～",   "—",    "至"};

    for (guint i = 0; i < G_N_ELEMENTS(before); i++) {
        gsize length = strlen(before[i]);
        if (start >= length && strncmp(unit->text + start - length, before[i], length) == 0)
            return TRUE;
    }
    for (guint i = 0; i < G_N_ELEMENTS(after); i++)
        if (g_str_has_prefix(unit->text + end, after[i]))
            return TRUE;
    return FALSE;
}

static gboolean read_quantity(const CheckMatch *match, Quantity *quantity)
{
    g_autofree gchar *number = check_match_fetch(match, 1), *word = check_match_fetch(match, 2);
    g_autofree gchar *more = check_match_fetch(match, 3), *unit = check_match_fetch(match, 4);
    guint decimals;
    gint64 digits = mantissa(number, &decimals), scale = scale_of(word), divisor = 1;

    for (guint i = 0; i < decimals; i++)
        divisor *= 10;
    if (digits < 0 || digits > G_MAXINT64 / (scale * 100) || (scale * 100) % divisor != 0)
        return FALSE;
    *quantity = (Quantity){.value = digits * (scale * 100 / divisor),
                           .grain = scale * 100 / divisor,
                           .scale = scale,
                           .decimals = decimals > 0,
                           .vague = *more || is_vague(match->unit, match->start, match->end),
                           .unit = g_intern_string(unit),
                           .start = match->start,
                           .end = match->end};
    return TRUE;
}

GArray *quantities_in(CheckContext *context, const TextUnit *unit)
{
    static const gchar pattern[] =
        "(?<![0-9.,A-Za-z〔])([0-9][0-9,]*(?:\\.[0-9]+)?) ?(万|亿)?(余|多)? ?(" UNITS ")";
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Quantity));

    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        Quantity quantity;
        if (read_quantity(&m, &quantity))
            g_array_append_val(found, quantity);
    }
    return found;
}

gchar *quantity_text(gint64 value, const Quantity *like)
{
    const gchar *word = like->scale == 10000 ? "万" : like->scale == 100000000 ? "亿" : "";
    gint64 unit = like->scale * 100;
    GString *text = g_string_new(value < 0 ? "-" : "");

    value = ABS(value);
    /* cppcheck-suppress zerodivcond ; a unit is at least 100 */
    g_string_append_printf(text, "%" G_GINT64_FORMAT, value / unit);
    value %= unit;
    if (value)
        g_string_append_c(text, '.');
    for (; value; value = value * 10 % unit)
        g_string_append_printf(text, "%" G_GINT64_FORMAT, value * 10 / unit);
    g_string_append_printf(text, "%s%s", word, like->unit);
    return g_string_free(text, FALSE);
}

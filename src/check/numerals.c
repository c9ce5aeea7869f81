#include "check/numerals.h"

static const gchar digits[] = "〇一二三四五六七八九";

/* The value of a digit in Han, or -1. */
static gint digit_value(gunichar c)
{
    gint value = 0;

    if (c == g_utf8_get_char("两"))
        return 2;
    if (c == g_utf8_get_char("零"))
        return 0;
    for (const gchar *at = digits; *at; at = g_utf8_next_char(at), value++)
        if (g_utf8_get_char(at) == c)
            return value;
    return -1;
}

static guint unit_value(gunichar c)
{
    if (c == g_utf8_get_char("十"))
        return 10;
    if (c == g_utf8_get_char("百"))
        return 100;
    return c == g_utf8_get_char("千") ? 1000 : 0;
}

static guint han_value(const gchar *text)
{
    guint sum = 0, last = 0;
    gboolean digit = FALSE;

    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        gint value = digit_value(c);
        guint unit = unit_value(c);
        if (value < 0 && unit == 0)
            return 0;
        if (unit > 0) {
            sum += (digit && last > 0 ? last : 1) * unit;
            digit = FALSE;
        } else if (digit && last > 0) {
            return 0; /* 三五: about so many */
        } else {
            last = (guint) value;
            digit = TRUE;
        }
    }
    return sum + (digit ? last : 0);
}

guint numeral_value(const gchar *text)
{
    guint64 value;

    if (!g_ascii_isdigit(*text))
        return han_value(text);
    return g_ascii_string_to_unsigned(text, 10, 1, 9999, &value, NULL) ? (guint) value : 0;
}

guint numeral_year(const gchar *text)
{
    guint year = 0;

    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        gint value = g_utf8_strchr("○◯OoＯ0０", -1, c) ? 0 : digit_value(c);
        if (value < 0)
            return 0;
        year = year * 10 + (guint) value;
    }
    return year;
}

gchar *numeral_han(guint value)
{
    GString *out = g_string_new(NULL);
    guint tens = value / 10 % 10, ones = value % 10;

    if (tens > 1)
        g_string_append_unichar(out, g_utf8_get_char(g_utf8_offset_to_pointer(digits, tens)));
    if (tens > 0)
        g_string_append(out, "十");
    if (ones > 0 || tens == 0)
        g_string_append_unichar(out, g_utf8_get_char(g_utf8_offset_to_pointer(digits, ones)));
    return g_string_free(out, FALSE);
}

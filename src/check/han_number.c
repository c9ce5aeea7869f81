#include "check/han_number.h"

#include <string.h>

static gint digit(gunichar c)
{
    static const gchar digits[] = "一二三四五六七八九";
    const gchar *at = c ? g_utf8_strchr(digits, -1, c) : NULL;

    return at ? (gint) g_utf8_pointer_to_offset(digits, at) + 1 : -1;
}

guint han_number(const gchar *text)
{
    guint number = 0;

    for (const gchar *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == 0x5341) /* 十 */
            number = MAX(number, 1) * 10;
        else if (digit(c) > 0)
            number += (guint) digit(c);
        else
            return 0;
    }
    return number < 100 ? number : 0;
}

guint han_year(const gchar *text)
{
    guint year = 0;

    for (const gchar *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (digit(c) < 0 && !g_utf8_strchr("〇零○◯OoＯ0０", -1, c))
            return 0;
        year = year * 10 + (guint) MAX(digit(c), 0);
    }
    return year;
}

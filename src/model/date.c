#include "model/date.h"

/* "2023" as a number; FALSE for anything but so many digits. */
static gboolean read_digits(const gchar *text, guint digits, guint *number)
{
    *number = 0;
    for (guint i = 0; i < digits; i++) {
        if (!g_ascii_isdigit(text[i]))
            return FALSE;
        *number = *number * 10 + (guint) g_ascii_digit_value(text[i]);
    }
    return TRUE;
}

gboolean date_parse(const gchar *text, Date *date)
{
    guint year, month, day;

    if (!read_digits(text, 4, &year) || text[4] != '-' || !read_digits(text + 5, 2, &month) ||
        text[7] != '-' || !read_digits(text + 8, 2, &day) || text[10] != '\0')
        return FALSE;
    if (!g_date_valid_dmy((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        return FALSE;
    *date = (Date){(guint16) year, (guint8) month, (guint8) day};
    return TRUE;
}

gchar *date_chinese(Date date)
{
    if (date.year == 0)
        return g_strdup("");
    return g_strdup_printf("%d年%d月%d日", date.year, date.month, date.day);
}

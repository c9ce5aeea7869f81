#include "app/info_date.h"

/* 9999-12-31T23:59:59Z: no year of five digits. */
#define LAST_SECOND G_GUINT64_CONSTANT(253402300799)

gboolean info_date_from_environment(gchar **date, Diagnostics *sink)
{
    const gchar *value = g_getenv("SOURCE_DATE_EPOCH");
    guint64 seconds;

    *date = NULL;
    if (!value || *value == '\0')
        return TRUE;
    if (!g_ascii_string_to_unsigned(value, 10, 0, LAST_SECOND, &seconds, NULL)) {
        diag_report(sink, RULE_BAD_EPOCH, SPAN_NONE, value, NULL);
        return FALSE;
    }
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc((gint64) seconds);
    *date = g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year(time),
                            g_date_time_get_month(time), g_date_time_get_day_of_month(time),
                            g_date_time_get_hour(time), g_date_time_get_minute(time),
                            g_date_time_get_second(time));
    return TRUE;
}

gchar *info_date_of(Date date)
{
    return g_strdup_printf("%04u-%02u-%02uT00:00:00Z", date.year, date.month, date.day);
}

#include "template/rows.h"

static gchar *points(Len length)
{
    GString *text = g_string_new(NULL);

    len_append(text, length);
    return g_string_free(text, FALSE);
}

/* "版心底边 921.260 pt，超过 841.890 pt" */
void report_overflow(Reader *reader, Span where, const gchar *what_zh, const gchar *what_en,
                     Len length, Len limit)
{
    g_autofree gchar *is = points(length);
    g_autofree gchar *may_be = points(limit);
    g_autofree gchar *zh = g_strdup_printf("%s %s pt，超过 %s pt", what_zh, is, may_be);
    g_autofree gchar *en = g_strdup_printf("%s: %s pt, more than %s pt", what_en, is, may_be);

    report_template(reader, where, zh, en);
}

void check_limit(Reader *reader, Span where, const gchar *what_zh, const gchar *what_en, Len length,
                 Len limit)
{
    if (length > limit)
        report_overflow(reader, where, what_zh, what_en, length, limit);
}

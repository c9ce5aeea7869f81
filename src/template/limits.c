#include "template/rows.h"

#include <stdarg.h>

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

/* The pair of "grid lines"; NULL where there is none. */
static const YamlNode *find_value(const YamlNode *root, const gchar *keys)
{
    g_auto(GStrv) parts = g_strsplit(keys, " ", -1);

    for (guint i = 0; parts[i] && root; i++)
        root = yaml_get(root, parts[i]);
    return root;
}

/* How far a file is from the template's own. */
static guint distance_of(const Reader *reader, const Source *source)
{
    guint distance = 0;

    while (distance < reader->files->len && reader->files->pdata[distance] != source)
        distance++;
    return distance;
}

Span reader_blame(const Reader *reader, ...)
{
    Span place = SPAN_NONE;
    guint nearest = G_MAXUINT;
    va_list list;

    va_start(list, reader);
    for (const gchar *keys; (keys = va_arg(list, const gchar *));) {
        const YamlNode *value = find_value(reader->root, keys);
        guint distance = value ? distance_of(reader, value->span.source) : G_MAXUINT;
        if (distance >= nearest)
            continue;
        nearest = distance;
        place = value->span;
    }
    va_end(list);
    return place;
}

Span reader_blame_later(const Reader *reader, Span place, const gchar *keys)
{
    Span other = reader_blame(reader, keys, NULL);
    gboolean later =
        other.source && distance_of(reader, other.source) < distance_of(reader, place.source);

    return later ? other : place;
}

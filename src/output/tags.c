#include "output/tags.h"

#include <string.h>

/* Cairo 1.16 writes names and addresses between the parentheses of a PDF string as they stand, and
 * reads them itself between single quotes: only plain ASCII passes unharmed. */
static void append_name(GString *out, const gchar *name)
{
    g_autofree gchar *safe = g_uri_escape_string(name, NULL, FALSE);

    g_string_append_printf(out, "'%s'", safe);
}

/* An address keeps the percent signs that it has (ISO 32000-1 12.6.4.7: 7-bit ASCII). */
static void append_uri(GString *out, const gchar *uri)
{
    g_string_append_c(out, '\'');
    for (; *uri; uri++) {
        guchar byte = (guchar) *uri;
        if (byte <= ' ' || byte >= 0x7F || strchr("'\\()<>\"", byte))
            g_string_append_printf(out, "%%%02X", byte);
        else
            g_string_append_c(out, *uri);
    }
    g_string_append_c(out, '\'');
}

static void append_len(GString *out, const gchar *before, Len length)
{
    g_string_append(out, before);
    len_append(out, length);
}

static void tag(cairo_t *cairo, const gchar *name, GString *attributes)
{
    cairo_tag_begin(cairo, name, attributes->str);
    cairo_tag_end(cairo, name);
    g_string_free(attributes, TRUE);
}

/* In a section of its own: where links are all the structure there is, Cairo 1.16 gives numbers to
 * their elements and never writes them, and readers that check call such a file damaged. */
void tag_link(cairo_t *cairo, const Item *item)
{
    GString *attributes = g_string_new(NULL);

    append_len(attributes, "rect=[", item->x);
    append_len(attributes, " ", item->y);
    append_len(attributes, " ", item->width);
    append_len(attributes, " ", item->height);
    if (item->target[0] == '#') {
        g_string_append(attributes, "] dest=");
        append_name(attributes, item->target + 1);
    } else {
        g_string_append(attributes, "] uri=");
        append_uri(attributes, item->target);
    }
    cairo_tag_begin(cairo, "Sect", NULL);
    tag(cairo, CAIRO_TAG_LINK, attributes);
    cairo_tag_end(cairo, "Sect");
}

void tag_anchor(cairo_t *cairo, const Item *item)
{
    GString *attributes = g_string_new("name=");

    append_name(attributes, item->target);
    append_len(attributes, " x=", item->x);
    append_len(attributes, " y=", item->y);
    tag(cairo, CAIRO_TAG_DEST, attributes);
}

gchar *outline_place(const OutlineEntry *entry)
{
    GString *place = g_string_new(NULL);

    g_string_printf(place, "page=%u", entry->page + 1);
    append_len(place, " pos=[", 0);
    append_len(place, " ", entry->y);
    g_string_append_c(place, ']');
    return g_string_free(place, FALSE);
}

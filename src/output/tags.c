#include "output/tags.h"

#include "output/links.h"

static void append_name(GString *out, const gchar *name)
{
    g_autofree gchar *safe = link_name(name);

    g_string_append_printf(out, "'%s'", safe);
}

static void append_len(GString *out, const gchar *before, Len length)
{
    g_string_append(out, before);
    len_append(out, length);
}

void tag_anchor(cairo_t *cairo, const Item *item)
{
    g_autoptr(GString) attributes = g_string_new("name=");

    append_name(attributes, item->target);
    append_len(attributes, " x=", item->x);
    append_len(attributes, " y=", item->y);
    cairo_tag_begin(cairo, CAIRO_TAG_DEST, attributes->str);
    cairo_tag_end(cairo, CAIRO_TAG_DEST);
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

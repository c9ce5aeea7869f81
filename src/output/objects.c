#include "output/objects.h"

void object_set(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, qpdf_oh value)
{
    qpdf_oh_replace_key(pdf, dictionary, key, value);
    qpdf_oh_release(pdf, value);
}

void object_set_name(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *name)
{
    object_set(pdf, dictionary, key, qpdf_oh_new_name(pdf, name));
}

void object_set_text(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *text)
{
    object_set(pdf, dictionary, key, qpdf_oh_new_unicode_string(pdf, text));
}

void object_set_integer(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, guint value)
{
    object_set(pdf, dictionary, key, qpdf_oh_new_integer(pdf, value));
}

void object_set_parsed(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *value)
{
    object_set(pdf, dictionary, key, qpdf_oh_parse(pdf, value));
}

void object_append(qpdf_data pdf, qpdf_oh array, qpdf_oh item)
{
    qpdf_oh_append_item(pdf, array, item);
    qpdf_oh_release(pdf, item);
}

qpdf_oh object_indirect(qpdf_data pdf, qpdf_oh object)
{
    qpdf_oh reference = qpdf_make_indirect_object(pdf, object);

    qpdf_oh_release(pdf, object);
    return reference;
}

/* What is turned has its place on a page as wide as this one is high, whose left edge is now the
 * foot. */
qpdf_oh object_box(qpdf_data pdf, const Item *item, Len page_height)
{
    const Len right = item->x + item->width, bottom = item->y + item->height;
    const Len upright[] = {item->x, page_height - bottom, right, page_height - item->y};
    const Len turned[] = {item->y, item->x, bottom, right};
    const Len *edges = item->turned ? turned : upright;
    g_autoptr(GString) text = g_string_new("[");

    for (guint i = 0; i < 4; i++) {
        g_string_append_c(text, ' ');
        len_append(text, edges[i]);
    }
    g_string_append(text, " ]");
    return qpdf_oh_parse(pdf, text->str);
}

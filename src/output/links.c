#include "output/links.h"

#include "output/pdf_objects.h"

#include <string.h>

/* What is turned has its place on a page as wide as this one is high, whose left edge is now the
 * foot. */
qpdf_oh item_box(qpdf_data pdf, const Item *item, Len page_height)
{
    const Len right = item->x + item->width, bottom = item->y + item->height;
    const Len upright[] = {item->x, page_height - bottom, right, page_height - item->y};
    const Len turned[] = {item->y, item->x, bottom, right};
    const Len *edges = item->turned ? turned : upright;
    g_autoptr(GString) text = g_string_new(NULL);
    qpdf_oh box = qpdf_oh_new_array(pdf);

    for (guint i = 0; i < 4; i++) {
        g_string_truncate(text, 0);
        len_append(text, edges[i]);
        append_value(pdf, box, qpdf_oh_new_real_from_string(pdf, text->str));
    }
    return box;
}

/* Cairo 1.16 writes names between the parentheses of a PDF string as they stand, and reads them
 * itself between single quotes: only plain ASCII passes unharmed. */
gchar *link_name(const gchar *name)
{
    return g_uri_escape_string(name, NULL, FALSE);
}

gchar *link_address(const gchar *uri)
{
    GString *out = g_string_new(NULL);

    for (; *uri; uri++) {
        guchar byte = (guchar) *uri;
        if (byte <= ' ' || byte >= 0x7F || strchr("'\\()<>\"", byte))
            g_string_append_printf(out, "%%%02X", byte);
        else
            g_string_append_c(out, *uri);
    }
    return g_string_free(out, FALSE);
}

/* "whljddzb@163.com" of "mailto:whljddzb@163.com". */
static gchar *without_scheme(const gchar *target)
{
    const gchar *scheme = g_uri_peek_scheme(target);
    const gchar *rest = scheme ? target + strlen(scheme) + 1 : target;

    if (scheme && g_str_has_prefix(rest, "//"))
        rest += 2;
    g_autofree gchar *plain = g_uri_unescape_string(rest, NULL);
    return plain && g_utf8_validate(plain, -1, NULL) ? g_steal_pointer(&plain) : g_strdup(rest);
}

static gchar *description(const Item *link, const GArray *structure)
{
    const gchar *text = structure ? structure_at(structure, link->element)->alt : NULL;

    if (text)
        return g_strdup(text);
    return link->target[0] == '#' ? g_strdup(link->target + 1) : without_scheme(link->target);
}

static void set_target(qpdf_data pdf, qpdf_oh annotation, const gchar *target)
{
    if (target[0] == '#') {
        g_autofree gchar *name = link_name(target + 1);
        set_value(pdf, annotation, "/Dest", qpdf_oh_new_string(pdf, name));
        return;
    }
    g_autofree gchar *address = link_address(target);
    qpdf_oh action = qpdf_oh_new_dictionary(pdf);
    set_name(pdf, action, "/S", "/URI");
    set_value(pdf, action, "/URI", qpdf_oh_new_string(pdf, address));
    set_value(pdf, annotation, "/A", action);
}

static void add_to_page(qpdf_data pdf, qpdf_oh page, qpdf_oh annotation)
{
    if (!qpdf_oh_has_key(pdf, page, "/Annots"))
        set_value(pdf, page, "/Annots", qpdf_oh_new_array(pdf));
    qpdf_oh annotations = qpdf_oh_get_key(pdf, page, "/Annots");
    qpdf_oh_append_item(pdf, annotations, annotation);
    qpdf_oh_release(pdf, annotations);
}

qpdf_oh link_add(qpdf_data pdf, qpdf_oh page, const Item *link, const Pages *pages)
{
    g_autofree gchar *contents = description(link, pages->structure);
    qpdf_oh annotation = qpdf_oh_new_dictionary(pdf);

    set_name(pdf, annotation, "/Type", "/Annot");
    set_name(pdf, annotation, "/Subtype", "/Link");
    set_value(pdf, annotation, "/Rect", item_box(pdf, link, pages->height));
    set_parsed(pdf, annotation, "/Border", "[ 0 0 0 ]");
    set_integer(pdf, annotation, "/F", 4); /* to be printed */
    set_text(pdf, annotation, "/Contents", contents);
    set_target(pdf, annotation, link->target);
    annotation = new_indirect(pdf, annotation);
    add_to_page(pdf, page, annotation);
    return annotation;
}

#include "output/pdf_objects.h"

/* Cairo nests its groups no deeper than a drawing does. */
#define DEEPEST_FORM 16

void set_value(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, qpdf_oh value)
{
    qpdf_oh_replace_key(pdf, dictionary, key, value);
    qpdf_oh_release(pdf, value);
}

void set_parsed(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *value)
{
    set_value(pdf, dictionary, key, qpdf_oh_parse(pdf, value));
}

void set_text(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *text)
{
    set_value(pdf, dictionary, key, qpdf_oh_new_unicode_string(pdf, text));
}

void set_name(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *name)
{
    set_value(pdf, dictionary, key, qpdf_oh_new_name(pdf, name));
}

void set_integer(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, guint value)
{
    set_value(pdf, dictionary, key, qpdf_oh_new_integer(pdf, value));
}

void append_value(qpdf_data pdf, qpdf_oh array, qpdf_oh item)
{
    qpdf_oh_append_item(pdf, array, item);
    qpdf_oh_release(pdf, item);
}

qpdf_oh new_indirect(qpdf_data pdf, qpdf_oh object)
{
    qpdf_oh reference = qpdf_make_indirect_object(pdf, object);

    qpdf_oh_release(pdf, object);
    return reference;
}

gboolean is_named(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *name)
{
    return qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, dictionary, key), name);
}

qpdf_oh dictionary_in(qpdf_data pdf, qpdf_oh dictionary, const gchar *key)
{
    qpdf_oh inner = qpdf_oh_get_key(pdf, dictionary, key);

    if (!qpdf_oh_is_dictionary(pdf, inner)) {
        inner = qpdf_oh_new_dictionary(pdf);
        qpdf_oh_replace_key(pdf, dictionary, key, inner);
    }
    return inner;
}

qpdf_oh new_stream(qpdf_data pdf, const guint8 *data, gsize length)
{
    qpdf_oh stream = qpdf_oh_new_stream(pdf);

    qpdf_oh null = qpdf_oh_new_null(pdf);

    qpdf_oh_replace_stream_data(pdf, stream, data, length, null, null);
    qpdf_oh_release(pdf, null);
    return stream;
}

/* qpdf has one iterator, so the keys are noted before anything else is asked of it. */
void visit_entries(qpdf_data pdf, qpdf_oh dictionary, EntryVisitor visit, gpointer data)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);

    if (!qpdf_oh_is_dictionary(pdf, dictionary))
        return;
    for (qpdf_oh_begin_dict_key_iter(pdf, dictionary); qpdf_oh_dict_more_keys(pdf);)
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(pdf)));
    for (guint i = 0; i < keys->len; i++)
        visit(pdf, qpdf_oh_get_key(pdf, dictionary, keys->pdata[i]), data);
}

typedef struct {
    EntryVisitor visit;
    gpointer data;
    guint depth;
} Walk;

static void walk(qpdf_data pdf, qpdf_oh drawn, const Walk *walking);

static void visit_object(qpdf_data pdf, qpdf_oh object, gpointer data)
{
    const Walk *walking = data;
    const Walk inner = {walking->visit, walking->data, walking->depth + 1};

    if (!qpdf_oh_is_stream(pdf, object))
        return;
    walking->visit(pdf, object, walking->data);
    walk(pdf, qpdf_oh_get_dict(pdf, object), &inner);
}

static void walk(qpdf_data pdf, qpdf_oh drawn, const Walk *walking)
{
    qpdf_oh resources = qpdf_oh_get_key(pdf, drawn, "/Resources");

    if (walking->depth > DEEPEST_FORM || !qpdf_oh_is_dictionary(pdf, resources))
        return;
    visit_entries(pdf, qpdf_oh_get_key(pdf, resources, "/XObject"), visit_object,
                  (gpointer) walking);
}

void visit_objects(qpdf_data pdf, qpdf_oh page, EntryVisitor visit, gpointer data)
{
    const Walk walking = {visit, data, 0};

    walk(pdf, page, &walking);
}

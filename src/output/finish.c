#include "output/finish.h"

#include "output/inks.h"
#include "output/structure.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

/* Cairo nests its groups no deeper than a drawing does. */
#define DEEPEST_FORM 16

/* An image that is drawn twice on a page is listed twice by Cairo 1.16, under one name. */
static gboolean is_harmless(qpdf_data pdf, qpdf_error warning)
{
    const gchar *text = qpdf_get_error_message_detail(pdf, warning);

    return strstr(text, "dictionary has duplicated key /x") != NULL;
}

/* A warning is a fault too: it tells of something that qpdf would mend by guessing. */
static gboolean qpdf_ok(qpdf_data pdf, Diagnostics *sink)
{
    qpdf_error error = qpdf_has_error(pdf) ? qpdf_get_error(pdf) : NULL;

    while (!error && qpdf_more_warnings(pdf)) {
        qpdf_error warning = qpdf_next_warning(pdf);
        error = is_harmless(pdf, warning) ? NULL : warning;
    }
    if (!error)
        return TRUE;
    diag_report(sink, RULE_DRAWING, SPAN_NONE, qpdf_get_error_full_text(pdf, error), NULL);
    return FALSE;
}

static void set_parsed(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *value)
{
    qpdf_oh_replace_key(pdf, dictionary, key, qpdf_oh_parse(pdf, value));
}

static void set_text(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *text)
{
    qpdf_oh_replace_key(pdf, dictionary, key, qpdf_oh_new_unicode_string(pdf, text));
}

/* ISO 32000-1 7.9.4, from "2023-09-15T00:00:00Z". */
static gchar *pdf_date(const gchar *date)
{
    GString *out = g_string_new("D:");

    for (; *date; date++)
        if (g_ascii_isdigit(*date))
            g_string_append_c(out, *date);
    g_string_append_c(out, 'Z');
    return g_string_free(out, FALSE);
}

/* Cairo 1.16 takes the time of creation from the clock, and leaves "D:" out of a date that it is
 * given. */
static void set_dates(qpdf_data pdf, const gchar *date)
{
    qpdf_oh info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");
    g_autofree gchar *text = pdf_date(date);

    set_text(pdf, info, "/CreationDate", text);
    set_text(pdf, info, "/ModDate", text);
}

/* Labels by Cairo 1.16 that are 1, 2, 3 … come out as an empty list, and some viewers then show
 * none. */
static void set_catalogue(qpdf_data pdf, const Pages *pages)
{
    const Page *first = pages->pages->pdata[0];
    qpdf_oh catalogue = qpdf_get_root(pdf);
    g_autofree gchar *labels =
        g_strdup_printf("<< /Nums [ 0 << /S /D /St %u >> ] >>", first->number);

    set_parsed(pdf, catalogue, "/PageLabels", labels);
    set_parsed(pdf, catalogue, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
    set_text(pdf, catalogue, "/Lang", pages->info.language);
}

/* ---- images and groups ---- */

static gboolean is_named(qpdf_data pdf, qpdf_oh dictionary, const gchar *key, const gchar *name)
{
    return qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, dictionary, key), name);
}

typedef void (*ObjectVisitor)(qpdf_data pdf, qpdf_oh stream);

/* What a page, or a form on it, is drawn with: images and forms, and what is in these. */
static void visit_objects(qpdf_data pdf, qpdf_oh drawn, guint depth, ObjectVisitor visit)
{
    qpdf_oh resources = qpdf_oh_get_key(pdf, drawn, "/Resources");
    qpdf_oh objects = qpdf_oh_is_dictionary(pdf, resources)
                          ? qpdf_oh_get_key(pdf, resources, "/XObject")
                          : qpdf_oh_new_null(pdf);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    if (depth > DEEPEST_FORM || !qpdf_oh_is_dictionary(pdf, objects))
        return;
    for (qpdf_oh_begin_dict_key_iter(pdf, objects); qpdf_oh_dict_more_keys(pdf);)
        g_ptr_array_add(names, g_strdup(qpdf_oh_dict_next_key(pdf)));
    for (guint i = 0; i < names->len; i++) {
        qpdf_oh object = qpdf_oh_get_key(pdf, objects, names->pdata[i]);
        if (!qpdf_oh_is_stream(pdf, object))
            continue;
        visit(pdf, object);
        visit_objects(pdf, qpdf_oh_get_dict(pdf, object), depth + 1, visit);
    }
}

/* The inks of a JPEG are complements (image_jpeg.c lets no others in), as Photoshop's always were;
 * Cairo 1.16 does not say so. */
static void finish_image(qpdf_data pdf, qpdf_oh stream)
{
    qpdf_oh image = qpdf_oh_get_dict(pdf, stream);

    if (is_named(pdf, image, "/Subtype", "/Image") &&
        is_named(pdf, image, "/ColorSpace", "/DeviceCMYK"))
        set_parsed(pdf, image, "/Decode", "[ 1 0 1 0 1 0 1 0 ]");
}

static void finish_pages(qpdf_data pdf)
{
    int count = qpdf_get_num_pages(pdf);

    for (int i = 0; i < count; i++) {
        visit_objects(pdf, qpdf_get_page_n(pdf, (size_t) i), 0, finish_image);
    }
}

/* ---- red and black in ink ---- */

/* Content that is drawn through a group, and what is blended on a page, is to be mixed of inks too.
 */
static void set_group_inks(qpdf_data pdf, qpdf_oh dictionary)
{
    qpdf_oh group = qpdf_oh_get_key(pdf, dictionary, "/Group");

    if (qpdf_oh_is_dictionary(pdf, group) && qpdf_oh_has_key(pdf, group, "/CS"))
        set_parsed(pdf, group, "/CS", "/DeviceCMYK");
}

static void replace_content(qpdf_data pdf, qpdf_oh stream, unsigned char *data, size_t length)
{
    g_autoptr(GByteArray) inked = inks_of_content(data, length);

    qpdf_oh_replace_stream_data(pdf, stream, inked->data, inked->len, qpdf_oh_new_null(pdf),
                                qpdf_oh_new_null(pdf));
    free(data);
}

static void ink_form(qpdf_data pdf, qpdf_oh form)
{
    qpdf_oh dictionary = qpdf_oh_get_dict(pdf, form);
    unsigned char *data;
    size_t length;

    if (!is_named(pdf, dictionary, "/Subtype", "/Form"))
        return;
    if (qpdf_oh_get_stream_data(pdf, form, qpdf_dl_all, NULL, &data, &length) & QPDF_ERRORS)
        return;
    replace_content(pdf, form, data, length);
    set_group_inks(pdf, dictionary);
}

static void ink_page(qpdf_data pdf, qpdf_oh page)
{
    unsigned char *data;
    size_t length;

    if (qpdf_oh_get_page_content_data(pdf, page, &data, &length) & QPDF_ERRORS)
        return;
    qpdf_oh content = qpdf_oh_new_stream(pdf);
    replace_content(pdf, content, data, length);
    qpdf_oh_replace_key(pdf, page, "/Contents", content);
    set_group_inks(pdf, page);
    visit_objects(pdf, page, 0, ink_form);
}

static void ink_pages(qpdf_data pdf)
{
    int count = qpdf_get_num_pages(pdf);

    for (int i = 0; i < count; i++)
        ink_page(pdf, qpdf_get_page_n(pdf, (size_t) i));
}

/* What a drawing library made of the boundaries between elements is not what was asked of it. */
static gboolean mark_pages(qpdf_data pdf, const Pages *pages, Diagnostics *sink)
{
    if (structure_write(pdf, pages))
        return TRUE;
    diag_report(sink, RULE_DRAWING, SPAN_NONE, "marked content", NULL);
    return FALSE;
}

static GBytes *written(qpdf_data pdf, Diagnostics *sink)
{
    qpdf_init_write_memory(pdf);
    if (!qpdf_ok(pdf, sink))
        return NULL;
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
    qpdf_set_newline_before_endstream(pdf, QPDF_TRUE);
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_write(pdf);
    if (!qpdf_ok(pdf, sink))
        return NULL;
    return g_bytes_new(qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
}

GBytes *pdf_finish(const GByteArray *drawn, const Pages *pages, Diagnostics *sink)
{
    qpdf_data pdf = qpdf_init();
    GBytes *finished = NULL;

    /* No C++ exception leaves the C interface: errors wait to be asked for. */
    qpdf_silence_errors(pdf);
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
    qpdf_set_attempt_recovery(pdf, QPDF_FALSE);
    qpdf_read_memory(pdf, "PDF", (const char *) drawn->data, drawn->len, NULL);
    if (qpdf_ok(pdf, sink)) {
        set_catalogue(pdf, pages);
        set_dates(pdf, pages->info.date);
        finish_pages(pdf);
        if (pages->colours == COLOURS_CMYK)
            ink_pages(pdf);
        if (qpdf_ok(pdf, sink) && mark_pages(pdf, pages, sink))
            finished = written(pdf, sink);
    }
    qpdf_cleanup(&pdf);
    return finished;
}

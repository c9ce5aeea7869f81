#include "output/ink_pages.h"

#include "output/pdf_objects.h"

#include <stdlib.h>
#include <string.h>

/* ---- named inks ---- */

/* ISO 19005-2 6.2.4.3 has no DeviceCMYK where the output intent is a screen's, and no profile of a
 * press may be had that suits every press. Named inks are printed as they are where the device has
 * inks of these names (ISO 32000-1 8.6.6.5), and shown elsewhere as light: the plain way, 10.3.5.
 */
static qpdf_oh named_inks(qpdf_data pdf)
{
    static const gchar to_light[] = "{ 4 1 roll "
                                    "3 index add dup 1 gt { pop 1 } if 1 exch sub 3 1 roll "
                                    "3 index add dup 1 gt { pop 1 } if 1 exch sub 3 1 roll "
                                    "3 index add dup 1 gt { pop 1 } if 1 exch sub 3 1 roll "
                                    "4 -1 roll pop }";
    qpdf_oh transform = new_stream(pdf, (const guint8 *) to_light, strlen(to_light));
    qpdf_oh dictionary = qpdf_oh_get_dict(pdf, transform);
    qpdf_oh space = qpdf_oh_parse(pdf, "[ /DeviceN [ /Cyan /Magenta /Yellow /Black ] /DeviceRGB ]");

    set_parsed(pdf, dictionary, "/FunctionType", "4");
    set_parsed(pdf, dictionary, "/Domain", "[ 0 1 0 1 0 1 0 1 ]");
    set_parsed(pdf, dictionary, "/Range", "[ 0 1 0 1 0 1 ]");
    qpdf_oh_append_item(pdf, space, transform);
    return qpdf_make_indirect_object(pdf, space);
}

static void name_inks(qpdf_data pdf, qpdf_oh object, gpointer data)
{
    qpdf_oh *space = data, image = qpdf_oh_get_dict(pdf, object);

    if (!is_named(pdf, image, "/Subtype", "/Image") ||
        !is_named(pdf, image, "/ColorSpace", "/DeviceCMYK"))
        return;
    if (!qpdf_oh_is_initialized(pdf, *space))
        *space = named_inks(pdf);
    qpdf_oh_replace_key(pdf, image, "/ColorSpace", *space);
}

void name_image_inks(qpdf_data pdf, qpdf_oh page, qpdf_oh *space)
{
    visit_objects(pdf, page, name_inks, space);
}

/* ---- red and black ---- */

typedef struct {
    InkSpelling spelling;
    qpdf_oh space; /* of INKS_BY_NAME */
} Inking;

/* Content that is drawn through a group, and what is blended on a page, is to be mixed of inks too:
 * of those of the device, for a group cannot have named ones (ISO 32000-1 11.4.5.6). */
static void set_group_inks(qpdf_data pdf, qpdf_oh dictionary, const Inking *inking)
{
    qpdf_oh group = qpdf_oh_get_key(pdf, dictionary, "/Group");

    if (!qpdf_oh_is_dictionary(pdf, group) || !qpdf_oh_has_key(pdf, group, "/CS"))
        return;
    if (inking->spelling == INKS_OF_DEVICE)
        set_parsed(pdf, group, "/CS", "/DeviceCMYK");
    else
        qpdf_oh_remove_key(pdf, group, "/CS");
}

static void name_space(qpdf_data pdf, qpdf_oh dictionary, const Inking *inking)
{
    qpdf_oh resources = dictionary_in(pdf, dictionary, "/Resources");
    qpdf_oh spaces = dictionary_in(pdf, resources, "/ColorSpace");

    qpdf_oh_replace_key(pdf, spaces, INK_SPACE, inking->space);
}

/* Both are a page's, or a form's. */
static void ink(qpdf_data pdf, qpdf_oh dictionary, qpdf_oh stream, const Inking *inking,
                unsigned char *data, size_t length)
{
    g_autoptr(GByteArray) inked = inks_of_content(data, length, inking->spelling);

    qpdf_oh_replace_stream_data(pdf, stream, inked->data, inked->len, qpdf_oh_new_null(pdf),
                                qpdf_oh_new_null(pdf));
    free(data);
    set_group_inks(pdf, dictionary, inking);
    if (inking->spelling == INKS_BY_NAME)
        name_space(pdf, dictionary, inking);
}

static void ink_form(qpdf_data pdf, qpdf_oh form, gpointer inking)
{
    qpdf_oh dictionary = qpdf_oh_get_dict(pdf, form);
    unsigned char *data;
    size_t length;

    if (!is_named(pdf, dictionary, "/Subtype", "/Form"))
        return;
    if (qpdf_oh_get_stream_data(pdf, form, qpdf_dl_all, NULL, &data, &length) & QPDF_ERRORS)
        return;
    ink(pdf, dictionary, form, inking, data, length);
}

static void ink_page(qpdf_data pdf, qpdf_oh page, Inking *inking)
{
    unsigned char *data;
    size_t length;

    if (qpdf_oh_get_page_content_data(pdf, page, &data, &length) & QPDF_ERRORS)
        return;
    qpdf_oh content = qpdf_oh_new_stream(pdf);
    ink(pdf, page, content, inking, data, length);
    qpdf_oh_replace_key(pdf, page, "/Contents", content);
    visit_objects(pdf, page, ink_form, inking);
}

void ink_pages(qpdf_data pdf, InkSpelling spelling)
{
    Inking inking = {.spelling = spelling};
    int count = qpdf_get_num_pages(pdf);

    if (spelling == INKS_BY_NAME)
        inking.space = named_inks(pdf);
    for (int i = 0; i < count; i++)
        ink_page(pdf, qpdf_get_page_n(pdf, (size_t) i), &inking);
}

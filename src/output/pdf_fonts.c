#include "output/pdf_fonts.h"

#include "output/packer.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const StandIns *stand_ins;
    Packer *packer;
    GHashTable *seen; /* numbers of objects: pages share fonts */
    gboolean good;
} Finishing;

static gboolean first_time(qpdf_data pdf, qpdf_oh object, Finishing *finishing)
{
    return g_hash_table_add(finishing->seen, GINT_TO_POINTER(qpdf_oh_get_object_id(pdf, object)));
}

/* The name of a font that Cairo has drawn anew, since it could not take its program apart. */
static gboolean is_redrawn(qpdf_data pdf, qpdf_oh descriptor)
{
    qpdf_oh name = qpdf_oh_get_key(pdf, descriptor, "/FontName");

    return qpdf_oh_is_name(pdf, name) && strstr(qpdf_oh_get_name(pdf, name), "CairoFont-");
}

static gboolean restore(qpdf_data pdf, qpdf_oh descriptor, qpdf_oh program,
                        const Finishing *finishing)
{
    g_autoptr(GByteArray) restored = NULL;
    QPDF_BOOL decoded = QPDF_FALSE;
    guint8 *data = NULL;
    size_t length = 0;

    qpdf_oh_get_stream_data(pdf, program, qpdf_dl_generalized, &decoded, &data, &length);
    gboolean good =
        decoded && data && stand_ins_restore(finishing->stand_ins, data, length, &restored);
    free(data);
    if (good && restored)
        packer_fill(finishing->packer, pdf, program, restored->data, restored->len);
    return good && (restored || !is_redrawn(pdf, descriptor));
}

static void finish_outlines(qpdf_data pdf, qpdf_oh font, Finishing *finishing)
{
    qpdf_oh descriptor = qpdf_oh_get_key(pdf, font, "/FontDescriptor");

    if (!finishing->stand_ins || !qpdf_oh_is_dictionary(pdf, descriptor))
        return;
    qpdf_oh program = qpdf_oh_get_key(pdf, descriptor, "/FontFile3");
    if (qpdf_oh_is_stream(pdf, program) && first_time(pdf, program, finishing) &&
        !restore(pdf, descriptor, program, finishing))
        finishing->good = FALSE;
}

/* A font's glyphs are numbered as its characters are; of TrueType Cairo 1.16 leaves that unsaid
 * (ISO 19005-2 6.2.11.3.2). */
static void finish_font(qpdf_data pdf, qpdf_oh font, gpointer data)
{
    if (!first_time(pdf, font, data))
        return;
    qpdf_oh descendants = qpdf_oh_get_key(pdf, font, "/DescendantFonts");
    if (!qpdf_oh_is_array(pdf, descendants)) {
        finish_outlines(pdf, font, data);
        return;
    }
    qpdf_oh inner = qpdf_oh_get_array_item(pdf, descendants, 0);
    if (is_named(pdf, inner, "/Subtype", "/CIDFontType2"))
        set_parsed(pdf, inner, "/CIDToGIDMap", "/Identity");
    finish_outlines(pdf, inner, data);
}

static void finish_resources(qpdf_data pdf, qpdf_oh drawn, Finishing *finishing)
{
    qpdf_oh resources = qpdf_oh_get_key(pdf, drawn, "/Resources");

    if (qpdf_oh_is_dictionary(pdf, resources))
        visit_entries(pdf, qpdf_oh_get_key(pdf, resources, "/Font"), finish_font, finishing);
}

static void finish_form(qpdf_data pdf, qpdf_oh stream, gpointer data)
{
    finish_resources(pdf, qpdf_oh_get_dict(pdf, stream), data);
}

gboolean pdf_fonts_finish(qpdf_data pdf, const StandIns *stand_ins)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(Packer) packer = packer_new();
    Finishing finishing = {stand_ins, packer, seen, TRUE};

    for (int i = 0, count = qpdf_get_num_pages(pdf); i < count; i++) {
        qpdf_oh page = qpdf_get_page_n(pdf, (size_t) i);
        finish_resources(pdf, page, &finishing);
        visit_objects(pdf, page, finish_form, &finishing);
    }
    return finishing.good;
}

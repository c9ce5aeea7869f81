#include "output/archive.h"

#include "output/pdf_objects.h"
#include "output/srgb.h"
#include "output/xmp.h"

#include <string.h>

/* NULL where there is none. (transfer full) */
static gchar *info_text(qpdf_data pdf, qpdf_oh info, const gchar *key)
{
    qpdf_oh value = qpdf_oh_get_key(pdf, info, key);

    return qpdf_oh_is_string(pdf, value) ? g_strdup(qpdf_oh_get_utf8_value(pdf, value)) : NULL;
}

/* The texts are read out of the dictionary, so the two cannot differ. */
static void add_metadata(qpdf_data pdf, PdfClaim claim, const gchar *date, const gchar *language)
{
    qpdf_oh info = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info");
    g_autofree gchar *title = info_text(pdf, info, "/Title");
    g_autofree gchar *author = info_text(pdf, info, "/Author");
    g_autofree gchar *subject = info_text(pdf, info, "/Subject");
    g_autofree gchar *keywords = info_text(pdf, info, "/Keywords");
    g_autofree gchar *creator = info_text(pdf, info, "/Creator");
    g_autofree gchar *producer = info_text(pdf, info, "/Producer");
    const XmpTexts texts = {title, author, subject, keywords, creator, producer, date, language};
    g_autofree gchar *packet = xmp_packet(&texts, claim);
    qpdf_oh stream = new_stream(pdf, (const guint8 *) packet, strlen(packet));
    qpdf_oh dictionary = qpdf_oh_get_dict(pdf, stream);

    set_parsed(pdf, dictionary, "/Type", "/Metadata");
    set_parsed(pdf, dictionary, "/Subtype", "/XML");
    qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/Metadata", stream);
}

/* ISO 19005-2 6.2.3 */
static void add_intent(qpdf_data pdf)
{
    g_autoptr(GByteArray) profile = srgb_profile();
    qpdf_oh stream = new_stream(pdf, profile->data, profile->len);
    qpdf_oh intents = qpdf_oh_new_array(pdf);
    qpdf_oh intent = qpdf_oh_parse(pdf, "<< /Type /OutputIntent /S /GTS_PDFA1"
                                        " /OutputConditionIdentifier (sRGB IEC61966-2.1)"
                                        " /Info (sRGB IEC61966-2.1)"
                                        " /RegistryName (http://www.color.org) >>");

    set_parsed(pdf, qpdf_oh_get_dict(pdf, stream), "/N", "3");
    qpdf_oh_replace_key(pdf, intent, "/DestOutputProfile", stream);
    qpdf_oh_append_item(pdf, intents, intent);
    qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/OutputIntents", intents);
}

void archive_describe(qpdf_data pdf, PdfStandard standard, const gchar *date, const gchar *language)
{
    gboolean tagged = qpdf_oh_has_key(pdf, qpdf_get_root(pdf), "/StructTreeRoot");
    PdfClaim claim = standard_claim(standard, tagged);

    add_metadata(pdf, claim, date, language);
    if (claim.archival)
        add_intent(pdf);
}

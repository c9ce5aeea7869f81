#include "layout/font_about.h"

#include <hb-ot.h>
#include <hb.h>

/* Texts of a name table that are longer are no names. */
enum { MOST_BYTES = 8192 };

static gchar *name_of(hb_face_t *face, hb_ot_name_id_t id)
{
    g_autofree gchar *text = g_malloc(MOST_BYTES);
    guint size = MOST_BYTES;
    hb_language_t english = hb_language_from_string("en", -1);

    if (hb_ot_name_get_utf8(face, id, english, &size, text) == 0)
        return NULL;
    g_strstrip(text);
    return *text ? g_steal_pointer(&text) : NULL;
}

FontAbout *font_about_new(const gchar *path, guint index)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);

    if (!blob)
        return NULL;
    hb_face_t *face = hb_face_create(blob, index);
    FontAbout *about = g_new0(FontAbout, 1);
    about->version = name_of(face, HB_OT_NAME_ID_VERSION_STRING);
    about->licence = name_of(face, HB_OT_NAME_ID_LICENSE);
    about->licence_url = name_of(face, HB_OT_NAME_ID_LICENSE_URL);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return about;
}

void font_about_free(FontAbout *about)
{
    if (!about)
        return;
    g_free(about->version);
    g_free(about->licence);
    g_free(about->licence_url);
    g_free(about);
}

gchar *font_file_sha256(const gchar *path)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, NULL);
    g_autoptr(GBytes) bytes = file ? g_mapped_file_get_bytes(file) : NULL;

    return bytes ? g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes) : NULL;
}

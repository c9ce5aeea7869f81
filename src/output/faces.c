#include "output/faces.h"

#include "layout/font.h"
#include "output/output.h"

#include <cairo-ft.h>

/* What a FreeType face stands on. Cairo keeps faces in a cache of its own and lets them go when it
 * likes, so each has its library to itself and takes all of it along. */
typedef struct {
    GBytes *bytes;
    FT_Library library;
    FT_Face face;
} FaceData;

static void face_data_free(gpointer memory)
{
    FaceData *data = memory;

    if (data->face)
        FT_Done_Face(data->face);
    if (data->library)
        FT_Done_FreeType(data->library);
    g_bytes_unref(data->bytes);
    g_free(data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FaceData, face_data_free)

static FaceData *face_data_new(GBytes *bytes, FT_Error *error)
{
    g_autoptr(FaceData) data = g_new0(FaceData, 1);
    gsize length;
    const FT_Byte *memory = g_bytes_get_data(bytes, &length);

    data->bytes = g_bytes_ref(bytes);
    *error = FT_Init_FreeType(&data->library);
    if (*error == 0)
        *error = FT_New_Memory_Face(data->library, memory, (FT_Long) length, 0, &data->face);
    return *error == 0 ? g_steal_pointer(&data) : NULL;
}

static cairo_font_face_t *face_new(const FontFile *file, GBytes *bytes, Diagnostics *sink)
{
    static const cairo_user_data_key_t key;
    FT_Error error;
    g_autoptr(FaceData) data = face_data_new(bytes, &error);

    if (!data) {
        g_autofree gchar *text = g_strdup_printf("FreeType 0x%02X", (guint) error);
        diag_report(sink, RULE_FONT_BROKEN, SPAN_NONE, file->file, text, NULL);
        return NULL;
    }
    cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(data->face, FT_LOAD_NO_HINTING);
    cairo_status_t status = cairo_font_face_status(face);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_font_face_set_user_data(face, &key, data, face_data_free);
    if (status != CAIRO_STATUS_SUCCESS) {
        diag_report(sink, RULE_FONT_BROKEN, SPAN_NONE, file->file, cairo_status_to_string(status),
                    NULL);
        cairo_font_face_destroy(face);
        return NULL;
    }
    g_steal_pointer(&data);
    return face;
}

static void face_free(gpointer face)
{
    cairo_font_face_destroy(face);
}

GPtrArray *faces_new(const GPtrArray *files, const StandIns *stand_ins, Diagnostics *sink)
{
    g_autoptr(GPtrArray) faces = g_ptr_array_new_with_free_func(face_free);

    for (guint i = 0; i < files->len; i++) {
        const FontFile *file = files->pdata[i];
        GBytes *bytes = stand_ins ? stand_ins_font(stand_ins, i) : file->bytes;
        cairo_font_face_t *face = face_new(file, bytes, sink);
        if (!face)
            return NULL;
        g_ptr_array_add(faces, face);
    }
    return g_steal_pointer(&faces);
}

void output_forget_fonts(void)
{
    cairo_debug_reset_static_data();
}

/* Fonts that stand in: boxes where there is ink, and the outlines of the right font put back. */
#include "output/stand_in.h"

#include "layout/cff.h"
#include "layout/font_cut.h"
#include "output/output.h"
#include "output/pdf_objects.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#define CFF_FONT "fonts/FandolFang-Regular.otf"
#define OTHER_CFF_FONT "fonts/FandolKai-Regular.otf"
#define TRUETYPE_FONT "fonts/LiberationSerif-Regular.ttf"
#define TEXT "一 二a"

static void file_free(gpointer data)
{
    FontFile *file = data;

    g_bytes_unref(file->bytes);
    g_free(file->file);
    g_free(file);
}

static GPtrArray *files_new(void)
{
    return g_ptr_array_new_with_free_func(file_free);
}

static void add_file(GPtrArray *files, GBytes *bytes)
{
    FontFile *file = g_new0(FontFile, 1);

    file->file = g_strdup("a.otf");
    file->bytes = bytes;
    g_ptr_array_add(files, file);
}

static GBytes *cut(const gchar *path)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    g_assert_nonnull(blob);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_set_t *characters = hb_set_create(), *features = hb_set_create();
    for (const gchar *at = TEXT; *at; at = g_utf8_next_char(at))
        hb_set_add(characters, g_utf8_get_char(at));
    GBytes *bytes = font_cut(face, characters, features);
    g_assert_nonnull(bytes);
    hb_set_destroy(characters);
    hb_set_destroy(features);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return bytes;
}

static hb_font_t *font_of(GBytes *bytes)
{
    gsize length;
    const gchar *data = g_bytes_get_data(bytes, &length);
    hb_blob_t *blob = hb_blob_create(data, (guint) length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);

    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return font;
}

static hb_blob_t *program_of(GBytes *bytes)
{
    hb_font_t *font = font_of(bytes);
    hb_blob_t *table = hb_face_reference_table(hb_font_get_face(font), HB_TAG('C', 'F', 'F', ' '));

    hb_font_destroy(font);
    return table;
}

static void test_boxes(void)
{
    g_autoptr(GPtrArray) files = files_new();
    add_file(files, cut(CFF_FONT));
    FontFile *file = files->pdata[0];
    g_autoptr(StandIns) stand_ins = stand_ins_new(files);
    hb_font_t *real = font_of(file->bytes), *boxes = font_of(stand_ins_font(stand_ins, 0));
    guint count = hb_face_get_glyph_count(hb_font_get_face(real)), blank = 0;
    hb_glyph_extents_t ink, box;

    g_assert_cmpuint(count, >, 3);
    g_assert_cmpuint(hb_face_get_glyph_count(hb_font_get_face(boxes)), ==, count);
    for (guint i = 0; i < count; i++) {
        g_assert_cmpint(hb_font_get_glyph_h_advance(boxes, i), ==,
                        hb_font_get_glyph_h_advance(real, i));
        g_assert_true(hb_font_get_glyph_extents(real, i, &ink));
        g_assert_true(hb_font_get_glyph_extents(boxes, i, &box));
        if (ink.width == 0)
            blank++;
        g_assert_cmpint(box.width, ==, ink.width == 0 ? 0 : 1000);
        g_assert_cmpint(box.height, ==, ink.width == 0 ? 0 : -1000);
    }
    g_assert_cmpuint(blank, >=, 1);
    hb_font_destroy(real);
    hb_font_destroy(boxes);
}

static void test_restore(void)
{
    g_autoptr(GPtrArray) files = files_new();
    add_file(files, cut(TRUETYPE_FONT));
    add_file(files, cut(CFF_FONT));
    add_file(files, cut(OTHER_CFF_FONT));
    g_autoptr(StandIns) stand_ins = stand_ins_new(files);

    for (guint i = 1; i <= 2; i++) {
        const FontFile *file = files->pdata[i];
        hb_blob_t *real = program_of(file->bytes);
        hb_blob_t *boxes = program_of(stand_ins_font(stand_ins, i));
        g_autoptr(GByteArray) restored = NULL;
        guint length, boxes_length;
        const gchar *data = hb_blob_get_data(real, &length);
        const gchar *stub = hb_blob_get_data(boxes, &boxes_length);
        g_assert_cmpuint(boxes_length, <, length);
        g_assert_true(stand_ins_restore(stand_ins, (const guint8 *) stub, boxes_length, &restored));
        g_assert_cmpmem(restored->data, restored->len, data, length);
        hb_blob_destroy(real);
        hb_blob_destroy(boxes);
    }
    const FontFile *truetype = files->pdata[0];
    g_assert_true(stand_ins_font(stand_ins, 0) == truetype->bytes);
}

/* A font of another's outlines is none of ours; one with a box too few is a fault. */
static void test_others(void)
{
    g_autoptr(GPtrArray) files = files_new();
    add_file(files, cut(CFF_FONT));
    const FontFile *file = files->pdata[0];
    g_autoptr(StandIns) stand_ins = stand_ins_new(files);
    hb_blob_t *real = program_of(file->bytes);
    hb_blob_t *boxes = program_of(stand_ins_font(stand_ins, 0));
    g_autoptr(GByteArray) restored = NULL;
    guint length;
    const guint8 *data = (const guint8 *) hb_blob_get_data(real, &length);

    g_assert_true(stand_ins_restore(stand_ins, data, length, &restored));
    g_assert_null(restored);
    data = (const guint8 *) hb_blob_get_data(boxes, &length);
    g_assert_false(stand_ins_restore(stand_ins, data, 20, &restored));
    g_autofree guint8 *damaged = g_memdup2(data, length);
    Cff cff;
    CffBytes box;
    g_assert_true(cff_read(&cff, damaged, length) && cff_glyph(&cff, 2, &box));
    damaged[box.data - damaged + 1] = 1; /* a glyph that there is not */
    g_assert_false(stand_ins_restore(stand_ins, damaged, length, &restored));
    g_assert_null(restored);
    hb_blob_destroy(real);
    hb_blob_destroy(boxes);
}

/* Whatever is wrong with a font, there is one to give to Cairo. */
static void test_damaged(void)
{
    g_autoptr(GBytes) bytes = cut(CFF_FONT);
    gsize length;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    g_autoptr(GPtrArray) files = files_new();

    for (gsize i = 0; i < 400; i++)
        add_file(files, g_bytes_new(data, i < 300 ? i : length * (i - 300) / 100));
    for (gsize i = 0; i < 2000; i++) {
        guint8 *damaged = g_memdup2(data, length);
        damaged[i * 7 % length] ^= (guint8) (1 << i % 8);
        add_file(files, g_bytes_new_take(damaged, length));
    }
    g_autoptr(StandIns) stand_ins = stand_ins_new(files);
    for (guint i = 0; i < files->len; i++)
        g_assert_nonnull(stand_ins_font(stand_ins, i));
}

/* ---- in a PDF ---- */

static guint32 glyph_of(GBytes *font, gunichar c)
{
    hb_font_t *read = font_of(font);
    hb_codepoint_t glyph = 0;

    g_assert_true(hb_font_get_nominal_glyph(read, c, &glyph));
    hb_font_destroy(read);
    return glyph;
}

static GBytes *pdf_of(GPtrArray *files)
{
    const FontFile *file = files->pdata[0];
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Pages) pages = pages_new();
    Page *page = page_new(1);
    GlyphRun *run = glyph_run_new("二", strlen("二"), 1, 1);
    PlacedGlyph glyph = {glyph_of(file->bytes, 0x4E8C), 20 * LEN_PT, 50 * LEN_PT};
    GlyphCluster cluster = {3, 1};

    pages->width = pages->height = 100 * LEN_PT;
    pages->fonts = g_ptr_array_ref(files);
    pages->info.title = g_strdup("字");
    pages->info.date = g_strdup("2023-09-15T08:30:59Z");
    pages->info.language = g_strdup("zh-Hans");
    run->size = 16 * LEN_PT;
    run->glyphs[0] = glyph;
    run->clusters[0] = cluster;
    page_add(page, item_new_glyphs(run, glyph.x, glyph.y, run->size));
    g_ptr_array_add(pages->pages, page);
    GBytes *pdf = pages_to_pdf(pages, STANDARD_A2U, sink);
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 0);
    return pdf;
}

/* The program of the one font of a PDF. (transfer full) */
static guint8 *embedded(GBytes *bytes, size_t *length, gboolean *redrawn)
{
    g_assert_true(qpdf_open(NULL));
    qpdf_data pdf = qpdf_init();
    gsize size;
    const gchar *data = g_bytes_get_data(bytes, &size);
    guint8 *program = NULL;
    QPDF_BOOL decoded = QPDF_FALSE;

    qpdf_read_memory(pdf, "PDF", data, size, NULL);
    for (int i = 1; !program && i < 100; i++) {
        qpdf_oh object = qpdf_get_object_by_id(pdf, i, 0);
        qpdf_oh stream = qpdf_oh_is_dictionary(pdf, object)
                             ? qpdf_oh_get_key(pdf, object, "/FontFile3")
                             : qpdf_oh_new_null(pdf);
        if (!qpdf_oh_is_stream(pdf, stream))
            continue;
        qpdf_oh name = qpdf_oh_get_key(pdf, object, "/FontName");
        *redrawn = strstr(qpdf_oh_get_name(pdf, name), "CairoFont") != NULL;
        qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &decoded, &program, length);
    }
    qpdf_cleanup(&pdf);
    g_assert_nonnull(program);
    return program;
}

static gsize longest_outline(GBytes *pdf, gboolean *redrawn)
{
    size_t length = 0;
    guint8 *program = embedded(pdf, &length, redrawn);
    gsize longest = 0;
    CffBytes outline;
    Cff cff;

    g_assert_true(cff_read(&cff, program, length));
    for (guint i = 0; i < cff.glyphs.count; i++)
        if (cff_glyph(&cff, i, &outline))
            longest = MAX(longest, outline.length);
    free(program);
    return longest;
}

/* A PDF knows of no box; nor does one of a font that Cairo cannot take apart and
 * draws anew from what it has been given: its version is 1.1, which FreeType does not mind. */
static void test_pdf(void)
{
    g_autoptr(GPtrArray) files = files_new();
    gboolean redrawn;

    add_file(files, cut(CFF_FONT));
    FontFile *file = files->pdata[0];
    g_autoptr(GBytes) pdf = pdf_of(files);
    g_assert_cmpuint(longest_outline(pdf, &redrawn), >, 20);
    g_assert_false(redrawn);

    gsize length;
    const guint8 *data = g_bytes_get_data(file->bytes, &length);
    hb_blob_t *program = program_of(file->bytes);
    guint program_length;
    const gchar *begin = hb_blob_get_data(program, &program_length);
    guint8 *odd = g_memdup2(data, length);
    guint8 *at = memmem(odd, length, begin, program_length);
    g_assert_nonnull(at);
    at[1] = 1;
    hb_blob_destroy(program);
    g_bytes_unref(file->bytes);
    file->bytes = g_bytes_new_take(odd, length);
    g_autoptr(GBytes) other = pdf_of(files);
    g_assert_cmpuint(longest_outline(other, &redrawn), >, 20);
    g_assert_true(redrawn);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stand-in/boxes", test_boxes);
    g_test_add_func("/stand-in/restore", test_restore);
    g_test_add_func("/stand-in/others", test_others);
    g_test_add_func("/stand-in/damaged", test_damaged);
    g_test_add_func("/stand-in/pdf", test_pdf);
    return g_test_run();
}

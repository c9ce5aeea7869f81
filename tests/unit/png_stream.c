/* PNG files in a PDF: which go in as they are, and that it decodes to the same pixels. */
#include "output/png_stream.h"

#include "output/output.h"
#include "output/pdf_objects.h"

#include <stdlib.h>
#include <string.h>

#include "pictures.h"

static Image *image_of(PngKind kind)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GBytes) bytes = picture_png(kind);
    Image *image = image_read(bytes, "a.png", SPAN_NONE, sink);

    g_assert_nonnull(image);
    return image;
}

static gboolean passes(PngKind kind)
{
    g_autoptr(Image) image = image_of(kind);
    g_autoptr(GBytes) wrapped = png_wrapped(image);
    gsize length;
    PngStream png = {0};

    if (!wrapped)
        return FALSE;
    const guint8 *data = g_bytes_get_data(wrapped, &length);
    g_assert_true(png_unwrap(data, length, &png));
    g_assert_cmpuint(png.columns, ==, kind.width);
    g_assert_cmpuint(png.colours, ==, kind.color == PNG_COLOR_TYPE_GRAY ? 1 : 3);
    return TRUE;
}

static void test_kinds(void)
{
    g_assert_true(passes(PNG_KIND(8, 4, RGB)));
    g_assert_true(passes(PNG_KIND(300, 2, GRAY)));
    g_assert_true(passes(PNG_KIND(1, 1, RGB, .density = 3000)));
    g_assert_false(passes(PNG_KIND(8, 4, PALETTE)));
    g_assert_false(passes(PNG_KIND(8, 4, RGB_ALPHA, .alpha = 255)));
    g_assert_false(passes(PNG_KIND(8, 4, GRAY_ALPHA, .alpha = 9)));
    g_assert_false(passes(PNG_KIND(8, 4, RGB, .interlaced = TRUE)));
    g_assert_false(passes(PNG_KIND(8, 4, RGB, .depth = 16)));
    g_assert_false(passes(PNG_KIND(8, 4, GRAY, .depth = 1)));
    g_assert_false(passes(PNG_KIND(8, 4, GRAY, .holes = TRUE)));
}

static void test_others(void)
{
    g_autoptr(GBytes) jpeg = picture_jpeg(JPEG_KIND(40, 20, 3));
    gsize length;
    const guint8 *data = g_bytes_get_data(jpeg, &length);
    PngStream png;

    g_assert_false(png_unwrap(data, length, &png));
    g_assert_false(png_unwrap(data, 0, &png));
}

/* ---- in a PDF ---- */

static GBytes *pdf_of(Image *image)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Pages) pages = pages_new();

    pages->width = pages->height = 100 * LEN_PT;
    pages->fonts = g_ptr_array_new();
    pages->info.title = g_strdup("图");
    pages->info.date = g_strdup("2023-09-15T08:30:59Z");
    pages->info.language = g_strdup("zh-Hans");
    for (guint i = 0; i < 2; i++) {
        Page *page = page_new(i + 1);
        page_add(page, item_new_image(image, 0, 0, 50 * LEN_PT, 50 * LEN_PT));
        g_ptr_array_add(pages->pages, page);
    }
    GBytes *pdf = pages_to_pdf(pages, STANDARD_A2A_UA1, sink);
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 0);
    return pdf;
}

typedef struct {
    GByteArray *pixels; /* of the last image */
    guint images, width, height;
} Found;

static void take_image(qpdf_data pdf, qpdf_oh stream, gpointer data)
{
    Found *found = data;
    qpdf_oh image = qpdf_oh_get_dict(pdf, stream);
    QPDF_BOOL decoded = QPDF_FALSE;
    guint8 *bytes = NULL;
    size_t length = 0;

    if (!is_named(pdf, image, "/Subtype", "/Image"))
        return;
    g_assert_true(is_named(pdf, image, "/Filter", "/FlateDecode"));
    found->images++;
    found->width = (guint) qpdf_oh_get_int_value(pdf, qpdf_oh_get_key(pdf, image, "/Width"));
    found->height = (guint) qpdf_oh_get_int_value(pdf, qpdf_oh_get_key(pdf, image, "/Height"));
    qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &decoded, &bytes, &length);
    g_assert_true(decoded);
    g_byte_array_set_size(found->pixels, 0);
    g_byte_array_append(found->pixels, bytes, (guint) length);
    free(bytes);
}

static void find_images(GBytes *bytes, Found *found)
{
    gsize length;
    const gchar *data = g_bytes_get_data(bytes, &length);
    g_assert_true(qpdf_open(NULL));
    qpdf_data pdf = qpdf_init();

    qpdf_read_memory(pdf, "PDF", data, length, NULL);
    for (int i = 0; i < qpdf_get_num_pages(pdf); i++)
        visit_objects(pdf, qpdf_get_page_n(pdf, (size_t) i), take_image, found);
    g_assert_false(qpdf_more_warnings(pdf));
    qpdf_cleanup(&pdf);
}

typedef struct {
    GByteArray *pixels;
    guint width, colours;
} Wanted;

static void take_row(gpointer data, guint y, const guint8 *pixels)
{
    const Wanted *wanted = data;
    (void) y;

    for (guint x = 0; x < wanted->width; x++)
        g_byte_array_append(wanted->pixels, pixels + 4 * x, wanted->colours);
}

static void same_pixels(PngKind kind)
{
    g_autoptr(Image) image = image_of(kind);
    g_autoptr(GBytes) pdf = pdf_of(image), again = pdf_of(image);
    g_autoptr(GByteArray) pixels = g_byte_array_new(), expected = g_byte_array_new();
    Found found = {.pixels = pixels};
    Wanted wanted = {expected, kind.width, kind.color == PNG_COLOR_TYPE_GRAY ? 1 : 3};

    find_images(pdf, &found);
    g_assert_true(image_decode(image, take_row, &wanted));
    g_assert_cmpuint(found.images, ==, 2); /* one, seen from both pages */
    g_assert_cmpuint(found.width, ==, kind.width);
    g_assert_cmpuint(found.height, ==, kind.height);
    g_assert_cmpmem(pixels->data, pixels->len, expected->data, expected->len);
    g_assert_true(g_bytes_equal(pdf, again));
}

static void test_pixels(void)
{
    same_pixels(PNG_KIND(8, 4, RGB));
    same_pixels(PNG_KIND(301, 200, RGB));
    same_pixels(PNG_KIND(17, 40, GRAY));
    same_pixels(PNG_KIND(8, 4, RGB, .interlaced = TRUE)); /* as Cairo writes it */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/png-stream/kinds", test_kinds);
    g_test_add_func("/png-stream/others", test_others);
    g_test_add_func("/png-stream/pixels", test_pixels);
    return g_test_run();
}

/* Images on pages: what of them is in a PDF, and which pixels of a PNG they colour. */
#include "output/output.h"

#include <glib/gstdio.h>
#include <string.h>

#include "pictures.h"

#define PAGE 100 /* points, either way */

static Image *image_of(GBytes *bytes, const gchar *name)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    Image *image = image_read(bytes, name, SPAN_NONE, sink);

    g_bytes_unref(bytes);
    g_assert_nonnull(image);
    return image;
}

static Pages *pages_of(guint count)
{
    Pages *pages = pages_new();

    pages->width = pages->height = PAGE * LEN_PT;
    pages->fonts = g_ptr_array_new();
    pages->info.title = g_strdup("图");
    pages->info.date = g_strdup("2023-09-15T08:30:59Z");
    pages->info.language = g_strdup("zh-Hans");
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(pages->pages, page_new(i + 1));
    return pages;
}

static Item *put(const Pages *pages, guint page, Image *image, Len x, Len y, Len width, Len height)
{
    Item *item = item_new_image(image, x * LEN_PT, y * LEN_PT, width * LEN_PT, height * LEN_PT);

    page_add(pages->pages->pdata[page], item);
    return item;
}

static GBytes *pdf_of(const Pages *pages)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    GBytes *pdf = pages_to_pdf(pages, STANDARD_A2A_UA1, sink);

    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 0);
    g_assert_nonnull(pdf);
    return pdf;
}

/* How often bytes stand in the PDF. */
static guint count(GBytes *pdf, gconstpointer bytes, gsize length)
{
    gsize left;
    const gchar *at = g_bytes_get_data(pdf, &left), *end = at + left;
    guint found = 0;

    while ((at = memmem(at, (gsize) (end - at), bytes, length)) != NULL) {
        found++;
        at++;
    }
    return found;
}

#define count_of(pdf, word) count(pdf, word, strlen(word))

/* What a program says of the PDF, FILE; NULL, the test skipped, where there is no such program. */
static gchar *asked(GBytes *pdf, const gchar *command)
{
    g_autofree gchar *path = NULL, *out = NULL;
    g_autoptr(GError) error = NULL;
    gint file = g_file_open_tmp("image-XXXXXX.pdf", &path, NULL), status = 0;

    g_close(file, NULL);
    g_file_set_contents(path, g_bytes_get_data(pdf, NULL), (gssize) g_bytes_get_size(pdf), NULL);
    g_auto(GStrv) words = g_strsplit(command, " ", -1);
    for (guint i = 0; words[i]; i++) {
        if (g_str_equal(words[i], "FILE")) {
            g_free(words[i]);
            words[i] = g_strdup(path);
        }
    }
    gboolean ran = g_spawn_sync(NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL,
                                &status, &error);
    g_remove(path);
    if (!ran) {
        g_test_skip(error->message);
        return NULL;
    }
    g_assert_cmpint(status, ==, 0);
    return g_steal_pointer(&out);
}

static void assert_sound(GBytes *pdf)
{
    g_autofree gchar *said = asked(pdf, "qpdf --check FILE");

    if (said && !strstr(said, "No syntax or stream encoding errors found"))
        g_error("%s", said);
}

/* ---- PDF ---- */

/* On two pages, and twice on the second. */
static void test_jpeg_as_it_is(void)
{
    for (int components = 1; components <= 4; components++) {
        if (components == 2)
            continue;
        g_autoptr(GBytes) file = picture_jpeg(JPEG_KIND(40, 20, components));
        g_autoptr(Image) image = image_of(g_bytes_ref(file), "a.jpg");
        g_autoptr(Pages) pages = pages_of(2);
        put(pages, 0, image, 10, 10, 40, 20);
        put(pages, 1, image, 10, 10, 40, 20);
        put(pages, 1, image, 10, 50, 80, 40);
        g_autoptr(GBytes) pdf = pdf_of(pages), again = pdf_of(pages);
        gsize length;
        gconstpointer data = g_bytes_get_data(file, &length);
        g_assert_cmpuint(count(pdf, data, length), ==, 1);
        g_assert_cmpuint(count_of(pdf, "/Subtype /Image"), ==, 1);
        g_assert_cmpuint(count_of(pdf, "/Interpolate true"), ==, 0);
        g_assert_cmpuint(count_of(pdf, "/Decode [ 1 0 1 0 1 0 1 0 ]"), ==, components == 4);
        g_assert_true(g_bytes_equal(pdf, again));
        assert_sound(pdf);
    }
}

static void test_png_in_pdf(void)
{
    g_autoptr(Image) opaque =
        image_of(picture_png(PNG_KIND(8, 4, RGB_ALPHA, .alpha = 255)), "a.png");
    g_autoptr(Image) clear = image_of(picture_png(PNG_KIND(8, 4, RGB_ALPHA, .alpha = 9)), "b.png");
    g_autoptr(Pages) pages = pages_of(2);

    put(pages, 0, opaque, 10, 10, 40, 20);
    put(pages, 1, opaque, 10, 10, 20, 10);
    g_autoptr(GBytes) one = pdf_of(pages);
    g_assert_cmpuint(count_of(one, "/Subtype /Image"), ==, 1);
    g_assert_cmpuint(count_of(one, "/SMask"), ==, 0);
    put(pages, 0, clear, 10, 50, 40, 20);
    put(pages, 1, clear, 10, 50, 40, 20);
    g_autoptr(GBytes) two = pdf_of(pages);
    g_assert_cmpuint(count_of(two, "/Subtype /Image"), ==, 3);
    g_assert_cmpuint(count_of(two, "/SMask"), ==, 1);
    assert_sound(two);
}

/* More pixels than are kept: on the last page the first image is decoded anew, and known. */
static void test_many_pixels(void)
{
    g_autoptr(Pages) pages = pages_of(5);
    const gchar *const names[] = {"a.png", "b.png", "c.png"};

    for (guint i = 0; i < 5; i++) {
        g_autoptr(Image) image =
            image_of(picture_png(PNG_KIND(3000 + i % 3, 2500, PALETTE)), names[i % 3]);
        put(pages, i, image, 0, 0, 100, 80);
    }
    g_autoptr(GBytes) pdf = pdf_of(pages);
    g_assert_cmpuint(count_of(pdf, "/Subtype /Image"), ==, 3);
}

#define CIRCLES \
    SVG_HEAD "viewBox='0 0 100 100'>" \
             "<circle cx='50' cy='50' r='40' fill='none' stroke='red' stroke-width='10'/></svg>"

/* Shapes, and no pixels; once, as a form. */
static void test_svg_in_pdf(void)
{
    g_autoptr(Image) image = image_of(picture_svg(CIRCLES), "a.svg");
    g_autoptr(Pages) pages = pages_of(2);

    put(pages, 0, image, 10, 10, 40, 40);
    put(pages, 0, image, 50, 50, 40, 40);
    put(pages, 1, image, 10, 10, 80, 80);
    g_autoptr(GBytes) pdf = pdf_of(pages), again = pdf_of(pages);
    g_assert_cmpuint(count_of(pdf, "/Subtype /Image"), ==, 0);
    g_assert_cmpuint(count_of(pdf, "/Subtype /Form"), ==, 1);
    g_assert_true(g_bytes_equal(pdf, again));
    assert_sound(pdf);
}

/* In ink as in light: blended, not made pixels. */
static void test_multiply_in_pdf(void)
{
    g_autoptr(Image) svg = image_of(picture_svg(CIRCLES), "a.svg");
    g_autoptr(Image) png = image_of(picture_png(PNG_KIND(8, 8, RGB_ALPHA, .alpha = 9)), "b.png");

    for (guint i = 0; i < 4; i++) {
        g_autoptr(Pages) pages = pages_of(1);
        pages->colours = i / 2 ? COLOURS_CMYK : COLOURS_RGB;
        page_add(pages->pages->pdata[0], item_new_rule(INK_BLACK, 0, 0, 50 * LEN_PT, LEN_PT));
        put(pages, 0, i % 2 ? png : svg, 10, 10, 40, 40)->multiply = TRUE;
        g_autoptr(GBytes) pdf = pdf_of(pages);
        g_autofree gchar *objects = asked(pdf, "qpdf --json=2 FILE");
        if (!objects)
            return;
        g_assert_nonnull(strstr(objects, "\"/BM\": \"/Multiply\""));
        g_assert_null(strstr(objects, "DeviceCMYK")); /* not for archives */
        g_assert_cmpuint(count_of(pdf, "/Subtype /Image"), ==, i % 2 ? 2 : 0);
        assert_sound(pdf);
    }
}

/* ---- PNG ---- */

typedef struct {
    guint width;
    GByteArray *rows; /* four bytes a pixel */
} Pixels;

static void take_row(gpointer data, guint y, const guint8 *pixels)
{
    Pixels *out = data;

    (void) y;
    g_byte_array_append(out->rows, pixels, 4 * out->width);
}

/* The first page, a pixel a point. */
static Pixels pixels_of(const Pages *pages)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GBytes) png = pages_to_png(pages, 0, 72, sink);
    g_assert_nonnull(png);
    g_autoptr(Image) image = image_of(g_steal_pointer(&png), "page");
    Pixels pixels = {image->width, g_byte_array_new()};

    g_assert_cmpuint(image->width, ==, PAGE);
    g_assert_true(image_decode(image, take_row, &pixels));
    return pixels;
}

static guint32 pixel(const Pixels *pixels, guint x, guint y)
{
    const guint8 *at = pixels->rows->data + 4 * (y * pixels->width + x);

    return (guint32) at[0] << 16 | (guint32) at[1] << 8 | at[2];
}

/* "r" where it is red, "k" black, "w" white, "?" else, at four places. */
static gchar *colours(const Pages *pages, const guint places[4][2])
{
    Pixels pixels = pixels_of(pages);
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < 4; i++) {
        guint32 rgb = pixel(&pixels, places[i][0], places[i][1]);
        gboolean red = (rgb >> 16) > 180, green = (rgb >> 8 & 0xFF) > 100,
                 blue = (rgb & 0xFF) > 100;
        g_string_append_c(out, red && green && blue      ? 'w'
                               : red && !green && !blue  ? 'r'
                               : !red && !green && !blue ? 'k'
                                                         : '?');
    }
    g_byte_array_unref(pixels.rows);
    return g_string_free(out, FALSE);
}

#define assert_colours(pages, places, expected) \
    do { \
        g_autofree gchar *seen = colours(pages, places); \
        g_assert_cmpstr(seen, ==, expected); \
    } while (0)

/* The red quarter, upper left in the file, goes round: at places upper left, upper right, lower
 * right, lower left. */
static void test_orientation(void)
{
    const guint places[4][2] = {{20, 20}, {60, 20}, {60, 60}, {20, 60}};
    const gchar *const expected[] = {"rwww", "wrww", "wwrw", "wwwr",
                                     "rwww", "wrww", "wwrw", "wwwr"};

    for (guint8 orientation = 1; orientation <= 8; orientation++) {
        const guint8 exif[] = {'I', 'I', '*', 0, 8, 0,           0, 0, 1, 0, 0x12, 1, 3,
                               0,   1,   0,   0, 0, orientation, 0, 0, 0, 0, 0,    0, 0};
        g_autoptr(Image) image = image_of(
            picture_jpeg(JPEG_KIND(64, 32, 3, .exif = exif, .exif_length = sizeof exif)), "a.jpg");
        g_autoptr(Pages) pages = pages_of(1);
        g_assert_cmpuint(image->width, ==, orientation < 5 ? 64 : 32);
        put(pages, 0, image, 0, 0, 80, 80);
        assert_colours(pages, places, expected[orientation - 1]);
    }
}

static void test_inks_on_pixels(void)
{
    const guint places[4][2] = {{20, 20}, {60, 20}, {60, 60}, {20, 60}};
    g_autoptr(Image) image = image_of(picture_jpeg(JPEG_KIND(64, 32, 4)), "a.jpg");
    g_autoptr(Pages) pages = pages_of(1);

    put(pages, 0, image, 0, 0, 80, 80);
    assert_colours(pages, places, "kwww");
}

/* A box from 10, 20 on, 30 by 30; what is turned stands on a page whose top is at the left. */
static void test_place(void)
{
    const guint inside[4][2] = {{10, 20}, {39, 20}, {10, 49}, {39, 49}};
    const guint outside[4][2] = {{9, 35}, {40, 35}, {25, 19}, {25, 50}};
    const guint turned[4][2] = {{20, 89}, {20, 60}, {49, 89}, {49, 60}};
    const guint beside[4][2] = {{19, 75}, {50, 75}, {35, 90}, {35, 59}};
    g_autoptr(Image) svg = image_of(
        picture_svg(SVG_HEAD "viewBox='0 0 1 1'><path fill='red' d='M0 0h1v1h-1z'/></svg>"), "a");
    g_autoptr(Image) png = image_of(picture_png(PNG_KIND(1, 1, PALETTE)), "b");
    Image *const images[] = {svg, png};

    for (guint i = 0; i < G_N_ELEMENTS(images); i++) {
        g_autoptr(Pages) pages = pages_of(1);
        Item *item = put(pages, 0, images[i], 10, 20, 30, 30);
        assert_colours(pages, inside, "rrrr");
        assert_colours(pages, outside, "wwww");
        item->turned = TRUE;
        assert_colours(pages, turned, "rrrr");
        assert_colours(pages, beside, "wwww");
    }
}

/* Black below a seal stays black, white becomes red. */
static void test_multiply_on_pixels(void)
{
    g_autoptr(Image) image = image_of(picture_svg(CIRCLES), "a.svg");
    g_autoptr(Pages) pages = pages_of(1);
    const guint places[4][2] = {{50, 10}, {10, 50}, {50, 50}, {90, 50}};

    page_add(pages->pages->pdata[0],
             item_new_rule(INK_BLACK, 0, 45 * LEN_PT, 50 * LEN_PT, 10 * LEN_PT));
    Item *item = put(pages, 0, image, 0, 0, 100, 100);
    assert_colours(pages, places, "rrwr");
    item->multiply = TRUE;
    assert_colours(pages, places, "rkwr");
}

/* ---- SVG that is not what it seems ---- */

/* An image that nothing has looked at. */
static Image *unseen(const gchar *text)
{
    Image *image = g_new0(Image, 1);

    image->kind = IMAGE_SVG;
    image->orientation = 1;
    image->bytes = picture_svg(text);
    image->name = g_strdup("a.svg");
    image->natural_width = image->natural_height = 100 * LEN_PT;
    image->references = 1;
    return image;
}

static void draws_nothing(const gchar *content)
{
    g_autofree gchar *text =
        g_strconcat(SVG_HEAD "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 100 100'>",
                    content, "</svg>", NULL);
    g_autoptr(Image) image = unseen(text);
    g_autoptr(Pages) pages = pages_of(1);
    const guint places[4][2] = {{10, 10}, {50, 50}, {90, 90}, {10, 90}};

    put(pages, 0, image, 0, 0, 100, 100);
    assert_colours(pages, places, "wwww");
}

/* Even if it came so far, nothing outside the file is read. */
static void test_svg_reads_nothing(void)
{
    g_autofree gchar *path = NULL;
    g_autoptr(GBytes) png = picture_png(PNG_KIND(8, 8, GRAY));
    gint file = g_file_open_tmp("secret-XXXXXX.png", &path, NULL);

    g_close(file, NULL);
    g_file_set_contents(path, g_bytes_get_data(png, NULL), (gssize) g_bytes_get_size(png), NULL);
    g_autofree gchar *uri = g_filename_to_uri(path, NULL, NULL);
    const gchar *const targets[] = {path, uri, strrchr(path, '/') + 1};
    for (guint i = 0; i < G_N_ELEMENTS(targets); i++) {
        g_autofree gchar *content = g_strdup_printf(
            "<image xlink:href='%s' width='100' height='100'/><image href='%s' width='100' "
            "height='100'/>",
            targets[i], targets[i]);
        draws_nothing(content);
    }
    g_remove(path);
    draws_nothing("<script>document.documentElement.innerHTML='x'</script>");
}

/* GMarkup lets it pass, librsvg does not: told with the image's place. */
static void test_svg_refused_late(void)
{
    g_autoptr(Source) source = source_new(g_strdup("a.md"), g_strdup("![](a.svg)"), 10);
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GBytes) bytes =
        picture_svg(SVG_HEAD "width='9' height='9'><path d='M0 0' d='M1 1'/></svg>");
    g_autoptr(Image) image = image_read(bytes, "a.svg", (Span){source, 4, 9}, sink);
    g_autoptr(Pages) pages = pages_of(1);
    g_autoptr(GString) said = g_string_new(NULL);

    put(pages, 0, image, 0, 0, 100, 100);
    g_assert_null(pages_to_pdf(pages, STANDARD_A2A_UA1, sink));
    g_assert_null(pages_to_png(pages, 0, 72, sink));
    diagnostics_print(sink, (DiagStyle){LANG_EN, FALSE, FALSE}, said);
    if (!g_str_has_prefix(said->str,
                          "a.md:1:5: error: image 'a.svg' is damaged: it cannot be drawn ("))
        g_error("%s", said->str);
}

static void test_dump(void)
{
    g_autoptr(Image) image = image_of(picture_svg(CIRCLES), "图/a b.svg");
    g_autoptr(Pages) pages = pages_of(1);
    g_autoptr(GString) out = g_string_new(NULL);

    put(pages, 0, image, 10, 20, 30, 30);
    put(pages, 0, image, 10, 60, 30, 30)->multiply = TRUE;
    dump_pages(pages, out);
    g_assert_nonnull(strstr(out->str, "    image x 10.000 y 20.000 width 30.000 height 30.000 "
                                      "\"图/a b.svg\"\n"
                                      "    image multiply x 10.000 y 60.000 width 30.000 height "
                                      "30.000 \"图/a b.svg\"\n"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/draw-image/pdf/jpeg", test_jpeg_as_it_is);
    g_test_add_func("/draw-image/pdf/png", test_png_in_pdf);
    g_test_add_func("/draw-image/pdf/many-pixels", test_many_pixels);
    g_test_add_func("/draw-image/pdf/svg", test_svg_in_pdf);
    g_test_add_func("/draw-image/pdf/multiply", test_multiply_in_pdf);
    g_test_add_func("/draw-image/png/orientation", test_orientation);
    g_test_add_func("/draw-image/png/inks", test_inks_on_pixels);
    g_test_add_func("/draw-image/png/place", test_place);
    g_test_add_func("/draw-image/png/multiply", test_multiply_on_pixels);
    g_test_add_func("/draw-image/svg/reads-nothing", test_svg_reads_nothing);
    g_test_add_func("/draw-image/svg/refused-late", test_svg_refused_late);
    g_test_add_func("/draw-image/dump", test_dump);
    return g_test_run();
}

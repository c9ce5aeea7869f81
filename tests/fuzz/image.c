/* Images of any bytes: refused with a message, or all rows are there, or the SVG is drawn, each in
 * bounded time. */
#include "source/image.h"
#include "bulletin.h"
#include "output/draw_svg.h"

#define MOST_PIXELS (1000 * 1000) /* that are decoded: more would only take more time */
#define SIDE 100

static void take_row(gpointer data, guint y, const guint8 *pixels)
{
    guint *next = data;

    g_assert_cmpuint(y, ==, *next);
    g_assert_nonnull(pixels);
    ++*next;
}

static void decode(const Image *image)
{
    guint rows = 0, height = image->orientation >= 5 ? image->width : image->height;

    if ((guint64) image->width * image->height > MOST_PIXELS)
        return;
    if (image_decode(image, take_row, &rows))
        g_assert_cmpuint(rows, ==, height);
    g_assert_cmpuint(rows, <=, height);
}

static void draw(const Image *image)
{
    g_assert_true(svg_open(SPAN_NONE, NULL));
    g_autoptr(GError) error = NULL;
    cairo_surface_t *surface = svg_surface(image->bytes, SIDE, SIDE, &error);

    g_assert_true((surface == NULL) == (error != NULL));
    if (surface)
        cairo_surface_destroy(surface);
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_new(g_strdup("a.md"), g_strdup("![图](a.png)"), 15);
    g_autoptr(GBytes) bytes = g_bytes_new(data, size);
    g_autoptr(Image) image = image_read(bytes, "a.png", (Span){source, 0, 15}, sink);

    g_assert_true((image == NULL) == (diagnostics_count(sink, SEVERITY_ERROR) > 0));
    fuzz_check_diagnostics(sink);
    if (image) {
        g_assert_cmpint(image->natural_width, >, 0);
        g_assert_cmpint(image->natural_height, >, 0);
        g_assert_true(image->orientation >= 1 && image->orientation <= 8);
    }
    if (image && image->kind == IMAGE_SVG)
        draw(image);
    else if (image)
        decode(image);
    return 0;
}

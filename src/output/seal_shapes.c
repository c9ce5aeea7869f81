/* Whether text can be read through the SVG of a seal (GB/T 9704-2012 7.3.5: it stands on signature
 * and date). */
#include "output/draw_image.h"
#include "output/output.h"

/* It is drawn so many pixels wide and high, whatever its proportions. */
#define SIDE 128

/* Of the ellipse in its box this part must let the text through, thousandths: more than the seams
 * between shapes that meet, less than the strokes of a seal that is red all over. What is outside
 * of it does not count: a white disc hides the text, though the corners of its box are clear. */
#define LEAST_CLEAR 50

/* The larger side of the box that it is drawn for, in points: as large as a seal is set, so that
 * blurs in it are no more work than when it is set. */
#define SEAL_SIZE 120.0

/* Alpha of what hides nothing of the text, and that of paint with smooth edges. */
#define NEARLY_OPAQUE 250

static gboolean is_in_ellipse(int x, int y)
{
    int across = 2 * x + 1 - SIDE, down = 2 * y + 1 - SIDE; /* from the middle, half pixels */

    return across * across + down * down <= SIDE * SIDE;
}

static gboolean is_clear(cairo_surface_t *pixels)
{
    const guchar *rows = cairo_image_surface_get_data(pixels);
    int stride = cairo_image_surface_get_stride(pixels);
    guint all = 0, clear = 0;

    for (int y = 0; y < SIDE; y++) {
        const guint32 *row = (const guint32 *) (gconstpointer) (rows + y * stride);
        for (int x = 0; x < SIDE; x++) {
            if (!is_in_ellipse(x, y))
                continue;
            all++;
            clear += row[x] >> 24 < NEARLY_OPAQUE ? 1 : 0;
        }
    }
    return clear * 1000 >= all * LEAST_CLEAR;
}

/* The shapes as pixels, stretched to the whole of them. (transfer full) */
static cairo_surface_t *pixels_of(cairo_surface_t *shapes)
{
    cairo_surface_t *pixels = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, SIDE, SIDE);
    cairo_t *cairo = cairo_create(pixels);
    cairo_rectangle_t box = {0, 0, SIDE, SIDE};

    cairo_recording_surface_get_extents(shapes, &box);
    cairo_scale(cairo, SIDE / box.width, SIDE / box.height);
    cairo_set_source_surface(cairo, shapes, 0, 0);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    cairo_surface_flush(pixels);
    return pixels;
}

static void check(const Image *image, Span where, Diagnostics *sink)
{
    double width = image->natural_width, height = image->natural_height;
    double scale = SEAL_SIZE / MAX(width, height);
    cairo_surface_t *shapes = image_shapes(image, width * scale, height * scale, sink);

    if (!shapes)
        return;
    cairo_surface_t *pixels = pixels_of(shapes);
    if (!is_clear(pixels))
        diag_report(sink, RULE_SEAL_NOT_TRANSPARENT, where, image->name, NULL);
    cairo_surface_destroy(pixels);
    cairo_surface_destroy(shapes);
}

/* The same file may be the seal of several. */
static gboolean is_first(const Seals *seals, guint i)
{
    for (guint k = 0; k < i; k++)
        if (seals->images->pdata[k] == seals->images->pdata[i])
            return FALSE;
    return TRUE;
}

static void check_all(const Seals *seals, Diagnostics *sink)
{
    for (guint i = 0; i < seals->images->len; i++) {
        const Image *image = seals->images->pdata[i];
        if (image && image->kind == IMAGE_SVG && is_first(seals, i))
            check(image, g_array_index(seals->paths, Field, i).span, sink);
    }
}

void check_seal_shapes(const Bulletin *bulletin, Diagnostics *sink)
{
    check_all(&bulletin->meta.seal, sink);
    check_all(&bulletin->meta.stamp, sink);
}

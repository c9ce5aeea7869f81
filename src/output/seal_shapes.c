/* Whether text can be read through the image of a seal (GB/T 9704-2012 7.3.5: it stands on
 * signature and date): the pixels of a PNG, the shapes of an SVG once they are drawn. */
#include "output/draw_image.h"
#include "output/output.h"
#include "source/image.h"

/* An SVG is drawn so many pixels wide and high, whatever its proportions. */
#define SIDE 128

/* Of the ellipse in its box this part must let the text through, thousandths: more than the seams
 * between shapes that meet and the specks of a scan, less than the strokes of a seal that is red
 * all over. What is outside of it does not count: a white disc hides the text, though the corners
 * of its box are clear. */
#define LEAST_CLEAR 50

/* The larger side of the box that it is drawn for, in points: as large as a seal is set, so that
 * blurs in it are no more work than when it is set. */
#define SEAL_SIZE 120.0

/* Alpha of what hides nothing of the text, and that of paint with smooth edges. */
#define NEARLY_OPAQUE 250

typedef struct {
    gint64 width, height;
    guint64 all, clear; /* of the ellipse: all its pixels, those that let the text through */
} Clearness;

static gboolean is_in_ellipse(const Clearness *of, gint64 x, gint64 y)
{
    gint64 across = (2 * x + 1 - of->width) * of->height; /* from the middle, half pixels */
    gint64 down = (2 * y + 1 - of->height) * of->width;
    gint64 radius = of->width * of->height;

    return across * across + down * down <= radius * radius;
}

static void count(Clearness *of, gint64 x, gint64 y, guint alpha)
{
    if (!is_in_ellipse(of, x, y))
        return;
    of->all++;
    of->clear += alpha < NEARLY_OPAQUE ? 1 : 0;
}

static gboolean is_clear(const Clearness *of)
{
    return of->clear * 1000 >= of->all * LEAST_CLEAR;
}

/* ---- a PNG ---- */

static void count_row(gpointer data, guint y, const guint8 *pixels)
{
    Clearness *of = data;

    for (gint64 x = 0; x < of->width; x++)
        count(of, x, y, pixels[4 * x + 3]);
}

/* One that cannot be decoded is told of where it is drawn. */
static gboolean png_is_clear(const Image *image)
{
    Clearness of = {.width = image->width, .height = image->height};

    return !image_decode(image, count_row, &of) || is_clear(&of);
}

/* ---- an SVG ---- */

static gboolean drawn_is_clear(cairo_surface_t *pixels)
{
    const guchar *rows = cairo_image_surface_get_data(pixels);
    int stride = cairo_image_surface_get_stride(pixels);
    Clearness of = {.width = SIDE, .height = SIDE};

    for (int y = 0; y < SIDE; y++) {
        const guint32 *row = (const guint32 *) (gconstpointer) (rows + y * stride);
        for (int x = 0; x < SIDE; x++)
            count(&of, x, y, row[x] >> 24);
    }
    return is_clear(&of);
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

/* One that cannot be drawn has been reported. */
static gboolean svg_is_clear(const Image *image, Diagnostics *sink)
{
    double width = image->natural_width, height = image->natural_height;
    double scale = SEAL_SIZE / MAX(width, height);
    cairo_surface_t *shapes = image_shapes(image, width * scale, height * scale, sink);

    if (!shapes)
        return TRUE;
    cairo_surface_t *pixels = pixels_of(shapes);
    gboolean clear = drawn_is_clear(pixels);
    cairo_surface_destroy(pixels);
    cairo_surface_destroy(shapes);
    return clear;
}

/* ---- seals ---- */

static void check(const Image *image, Span where, Diagnostics *sink)
{
    gboolean clear = image->kind == IMAGE_SVG ? svg_is_clear(image, sink) : png_is_clear(image);

    if (!clear)
        diag_report(sink, RULE_SEAL_NOT_TRANSPARENT, where, image->name, NULL);
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
        /* what has no clear pixel at all was told of when it was read */
        if (image && image->transparent && is_first(seals, i))
            check(image, g_array_index(seals->paths, Field, i).span, sink);
    }
}

void check_seal_shapes(const Bulletin *bulletin, Diagnostics *sink)
{
    check_all(&bulletin->meta.seal, sink);
    check_all(&bulletin->meta.stamp, sink);
}

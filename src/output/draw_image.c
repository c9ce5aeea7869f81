#include "output/draw_image.h"

#include "output/draw.h"
#include "output/draw_svg.h"
#include "output/png_stream.h"

#include <string.h>

/* What is kept decoded between pages; an image that is drawn again is decoded again past it. */
#define MOST_KEPT_PIXELS (16 * 1024 * 1024)

struct Pictures {
    PicturesUse use;
    Diagnostics *sink;
    GHashTable *surfaces; /* Image → cairo_surface_t; NULL: it cannot be drawn */
    guint64 n_pixels;     /* of the surfaces */
    gboolean failed;
};

static void surface_release(gpointer surface)
{
    cairo_surface_destroy(surface);
}

/* By what is in the file: the same picture under two names is one. */
static guint image_hash(gconstpointer image)
{
    return g_bytes_hash(((const Image *) image)->bytes);
}

static gboolean image_equal(gconstpointer a, gconstpointer b)
{
    return g_bytes_equal(((const Image *) a)->bytes, ((const Image *) b)->bytes);
}

Pictures *pictures_new(PicturesUse use, Diagnostics *sink)
{
    Pictures *pictures = g_new0(Pictures, 1);

    pictures->use = use;
    pictures->sink = sink;
    pictures->surfaces = g_hash_table_new_full(image_hash, image_equal, NULL, surface_release);
    return pictures;
}

void pictures_free(Pictures *pictures)
{
    g_hash_table_unref(pictures->surfaces);
    g_free(pictures);
}

gboolean pictures_ok(const Pictures *pictures)
{
    return !pictures->failed;
}

static void report(const Image *image, const gchar *detail, Diagnostics *sink)
{
    g_autofree gchar *zh = g_strdup_printf("无法绘制（%s）", detail);
    g_autofree gchar *en = g_strdup_printf("it cannot be drawn (%s)", detail);

    diag_report(sink, RULE_IMAGE_DAMAGED, image->where, image->name, zh, en, NULL);
}

static void report_slow(const Image *image, Diagnostics *sink)
{
    g_autofree gchar *zh = g_strdup_printf("图片“%s”绘制超过 %d 秒", image->name, SVG_MOST_SECONDS);
    g_autofree gchar *en = g_strdup_printf("image '%s' takes more than %d seconds to draw",
                                           image->name, SVG_MOST_SECONDS);

    diag_report(sink, RULE_LIMIT, image->where, zh, en, NULL);
}

/* ---- pixels ---- */

/* Rows on their way to a surface. */
typedef struct {
    guchar *rows;
    gint stride;
    guint width;
} Canvas;

static guint32 premultiplied(guint channel, guint alpha)
{
    return (channel * alpha + 127) / 255;
}

/* Cairo has pixels of 32 bits in the machine's order: alpha, red, green, blue. */
static void take_row(gpointer data, guint y, const guint8 *pixels)
{
    const Canvas *canvas = data;
    guint32 *out = (guint32 *) (gpointer) (canvas->rows + (gsize) y * (gsize) canvas->stride);

    for (guint x = 0; x < canvas->width; x++, pixels += 4) {
        guint alpha = pixels[3];
        out[x] = (guint32) alpha << 24 | premultiplied(pixels[0], alpha) << 16 |
                 premultiplied(pixels[1], alpha) << 8 | premultiplied(pixels[2], alpha);
    }
}

/* Whether the file's width is the height of what is seen (Exif). */
static gboolean is_exchanged(const Image *image)
{
    return image->orientation >= 5;
}

/* Whether it goes into a PDF or SVG as it is. What shows an SVG may turn a photo once more by its
 * Exif, and need not know the inks of a press. */
static gboolean is_embedded(const Pictures *pictures, const Image *image)
{
    gboolean plain = image->orientation == 1 && !image->inks;

    return image->kind == IMAGE_JPEG &&
           (pictures->use == PICTURES_EMBEDDED || (pictures->use == PICTURES_IN_SVG && plain));
}

/* The bytes that stand for the pixels, if any. (transfer full) (nullable) */
static GBytes *embedded_file(const Pictures *pictures, const Image *image)
{
    if (is_embedded(pictures, image))
        return g_bytes_ref(image->bytes);
    return pictures->use == PICTURES_EMBEDDED ? png_wrapped(image) : NULL;
}

/* A surface as large as the image in the file, without its pixels. What will have none takes no
 * more than addresses; the fewer the better. */
static cairo_surface_t *blank_surface(const Image *image, gboolean embedded)
{
    cairo_format_t format = embedded             ? CAIRO_FORMAT_RGB16_565
                            : image->transparent ? CAIRO_FORMAT_ARGB32
                                                 : CAIRO_FORMAT_RGB24;
    guint width = is_exchanged(image) ? image->height : image->width;
    guint height = is_exchanged(image) ? image->width : image->height;

    return cairo_image_surface_create(format, (int) width, (int) height);
}

static gboolean decode(const Image *image, cairo_surface_t *surface)
{
    cairo_surface_flush(surface);
    Canvas canvas = {cairo_image_surface_get_data(surface), cairo_image_surface_get_stride(surface),
                     (guint) cairo_image_surface_get_width(surface)};
    gboolean good = canvas.rows && image_decode(image, take_row, &canvas);
    cairo_surface_mark_dirty(surface);
    return good;
}

static void bytes_release(gpointer bytes)
{
    g_bytes_unref(bytes);
}

/* A file's own bytes, which go into a PDF instead of the pixels. */
static cairo_status_t attach_file(GBytes *bytes, cairo_surface_t *surface)
{
    gsize length;
    const guchar *data = g_bytes_get_data(bytes, &length);

    return cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, data, length, bytes_release,
                                       g_bytes_ref(bytes));
}

/* By what is in the file Cairo knows an image again that was let go of and decoded once more. */
static cairo_status_t attach_name(const Image *image, cairo_surface_t *surface)
{
    gchar *name = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, image->bytes);
    gsize length = strlen(name);

    return cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID, (const guchar *) name,
                                       length, g_free, name);
}

static cairo_surface_t *surface_of_pixels(Pictures *pictures, const Image *image)
{
    g_autoptr(GBytes) file = embedded_file(pictures, image);
    cairo_surface_t *surface = blank_surface(image, file != NULL);
    cairo_status_t status = cairo_surface_status(surface);

    if (status == CAIRO_STATUS_SUCCESS && file)
        status = attach_file(file, surface);
    else if (status == CAIRO_STATUS_SUCCESS && !decode(image, surface))
        status = CAIRO_STATUS_READ_ERROR;
    if (status == CAIRO_STATUS_SUCCESS) /* last: what changes pixels takes it off */
        status = attach_name(image, surface);
    if (status == CAIRO_STATUS_SUCCESS)
        return surface;
    report(image, cairo_status_to_string(status), pictures->sink);
    cairo_surface_destroy(surface);
    return NULL;
}

/* ---- shapes ---- */

cairo_surface_t *image_shapes(const Image *image, double width, double height, Diagnostics *sink)
{
    if (!svg_open(image->where, sink))
        return NULL;
    g_autoptr(GError) error = NULL;
    cairo_surface_t *surface = svg_surface(image->bytes, width, height, &error);

    if (!surface && g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_INTR))
        report_slow(image, sink);
    else if (!surface)
        report(image, error->message, sink);
    return surface;
}

/* ---- drawing ---- */

/* Of an SVG: 0. */
static guint64 decoded_pixels(const Pictures *pictures, const Image *image)
{
    return is_embedded(pictures, image) ? 0 : (guint64) image->width * image->height;
}

static gboolean is_decoded(gpointer image, gpointer surface, gpointer pictures)
{
    (void) surface;
    return decoded_pixels(pictures, image) > 0;
}

static void make_room(Pictures *pictures, guint64 more)
{
    if (pictures->n_pixels + more > MOST_KEPT_PIXELS) {
        g_hash_table_foreach_remove(pictures->surfaces, is_decoded, pictures);
        pictures->n_pixels = 0;
    }
    pictures->n_pixels += more;
}

/* (transfer none) (nullable) */
static cairo_surface_t *find_surface(Pictures *pictures, const Item *item)
{
    Image *image = item->image;
    gpointer known;

    if (g_hash_table_lookup_extended(pictures->surfaces, image, NULL, &known))
        return known;
    make_room(pictures, decoded_pixels(pictures, image));
    cairo_surface_t *surface =
        image->kind == IMAGE_SVG
            ? image_shapes(image, POINTS(item->width), POINTS(item->height), pictures->sink)
            : surface_of_pixels(pictures, image);
    pictures->failed |= surface == NULL;
    g_hash_table_insert(pictures->surfaces, image, surface);
    return surface;
}

/* From the unit square of what the file holds to that of what is seen (TIFF 6.0, Orientation). */
static cairo_matrix_t turn(guint orientation)
{
    static const cairo_matrix_t turns[] = {
        /* xx, yx, xy, yy, x0, y0 */
        {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
        {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}, {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1},
    };

    return turns[orientation - 1];
}

/* How many units across and down a surface has. */
static void surface_size(cairo_surface_t *surface, double *width, double *height)
{
    cairo_rectangle_t extents;

    if (cairo_recording_surface_get_extents(surface, &extents)) {
        *width = extents.width;
        *height = extents.height;
    } else {
        *width = cairo_image_surface_get_width(surface);
        *height = cairo_image_surface_get_height(surface);
    }
}

/* In a PDF readers decide how to show pixels; PDF/A-2 forbids to ask for more (ISO 19005-2 6.2.8).
 */
static void paint_whole(cairo_t *cairo)
{
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_FAST);
    cairo_paint(cairo);
}

/* Pixels at the edge are not mixed with what is beside the image. */
static void paint_pixels(cairo_t *cairo, double width, double height)
{
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
    cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_fill(cairo);
}

void draw_image(cairo_t *cairo, const Item *item, Pictures *pictures)
{
    cairo_surface_t *surface = find_surface(pictures, item);
    cairo_matrix_t matrix = turn(item->image->orientation);
    double width, height;

    if (!surface)
        return;
    surface_size(surface, &width, &height);
    cairo_save(cairo);
    cairo_translate(cairo, POINTS(item->x), POINTS(item->y));
    cairo_scale(cairo, POINTS(item->width), POINTS(item->height));
    cairo_transform(cairo, &matrix);
    cairo_scale(cairo, 1 / width, 1 / height);
    cairo_set_source_surface(cairo, surface, 0, 0);
    if (item->multiply && pictures->use != PICTURES_IN_SVG)
        cairo_set_operator(cairo, CAIRO_OPERATOR_MULTIPLY);
    if (pictures->use != PICTURES_PAINTED || item->image->kind == IMAGE_SVG)
        paint_whole(cairo);
    else
        paint_pixels(cairo, width, height);
    cairo_restore(cairo);
}

#include "output/output.h"

#include "output/draw.h"
#include "output/faces.h"
#include "output/grid.h"

/* Whole pixels that hold a length. */
static int pixels(Len length, guint ppi)
{
    Len unit = 72 * LEN_PT;

    return (int) ((length * ppi + unit - 1) / unit);
}

static cairo_status_t paint(cairo_surface_t *surface, const Pages *pages, guint index, guint ppi,
                            const Drawing *drawing)
{
    const Page *page = pages->pages->pdata[index];
    cairo_t *cairo = cairo_create(surface);

    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_scale(cairo, ppi / 72.0, ppi / 72.0);
    draw_grid(cairo, pages, page);
    draw_page(cairo, page, drawing);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    return status;
}

GBytes *pages_to_png(const Pages *pages, guint page, guint ppi, Diagnostics *sink)
{
    g_autoptr(GPtrArray) faces = faces_new(pages->fonts, NULL, sink);
    g_autoptr(GByteArray) array = g_byte_array_new();

    if (!faces)
        return NULL;
    g_autoptr(Pictures) pictures = pictures_new(PICTURES_PAINTED, sink);
    const Drawing drawing = {faces, pictures, pages->height, FALSE};
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, pixels(pages->width, ppi), pixels(pages->height, ppi));
    gboolean good =
        drawing_ok(paint(surface, pages, page, ppi, &drawing), sink) && pictures_ok(pictures) &&
        drawing_ok(cairo_surface_write_to_png_stream(surface, write_to_array, array), sink);
    cairo_surface_destroy(surface);
    return good ? g_byte_array_free_to_bytes(g_steal_pointer(&array)) : NULL;
}

#include "output/draw_svg.h"

#include <librsvg/rsvg.h>

/* Shapes stay shapes, but masks, blurs and such become pixels: so many an inch. */
#define PIXELS_AN_INCH 300

/* CSS pixels an inch, for lengths within the file. */
#define CSS_DENSITY 96

/* Without a base file nothing can be referred to that is not in the bytes. */
static RsvgHandle *handle_new(GBytes *bytes, GError **error)
{
    g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes(bytes);
    RsvgHandle *handle =
        rsvg_handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAGS_NONE, NULL, error);

    if (handle)
        rsvg_handle_set_dpi(handle, CSS_DENSITY);
    return handle;
}

static gboolean record(RsvgHandle *handle, cairo_surface_t *surface, double width, double height,
                       GError **error)
{
    const RsvgRectangle viewport = {0, 0, width, height};
    cairo_t *cairo = cairo_create(surface);
    gboolean good = rsvg_handle_render_document(handle, cairo, &viewport, error);
    cairo_status_t status = cairo_status(cairo);

    cairo_destroy(cairo);
    if (good && status != CAIRO_STATUS_SUCCESS)
        g_set_error_literal(error, RSVG_ERROR, RSVG_ERROR_FAILED, cairo_status_to_string(status));
    return good && status == CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *svg_surface(GBytes *bytes, double width, double height, GError **error)
{
    const double scale = PIXELS_AN_INCH / 72.0;
    const cairo_rectangle_t extents = {0, 0, width * scale, height * scale};
    RsvgHandle *handle = handle_new(bytes, error);

    if (!handle)
        return NULL;
    cairo_surface_t *surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
    if (!record(handle, surface, extents.width, extents.height, error))
        g_clear_pointer(&surface, cairo_surface_destroy);
    g_object_unref(handle);
    return surface;
}

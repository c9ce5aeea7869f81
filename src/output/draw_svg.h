/* SVG as shapes that Cairo can draw. */
#ifndef MKB_OUTPUT_DRAW_SVG_H
#define MKB_OUTPUT_DRAW_SVG_H

#include <cairo.h>
#include <glib.h>

/* What a drawing may take of a processor. */
#define SVG_MOST_SECONDS 5

/* Records the drawing as it is to be seen in a box of so many points, on a surface of the box's
 * proportions. Nothing outside the bytes is read. NULL with an error; G_FILE_ERROR_INTR: it takes
 * too long. (transfer full) */
cairo_surface_t *svg_surface(GBytes *bytes, double width, double height, GError **error);

#endif

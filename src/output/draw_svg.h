/* SVG as shapes that Cairo can draw. */
#ifndef MKB_OUTPUT_DRAW_SVG_H
#define MKB_OUTPUT_DRAW_SVG_H

#include <cairo.h>
#include <glib.h>

/* Records the drawing as it is to be seen in a box of so many points, on a surface of the box's
 * proportions. Nothing outside the bytes is read. NULL with an error. (transfer full) */
cairo_surface_t *svg_surface(GBytes *bytes, double width, double height, GError **error);

#endif

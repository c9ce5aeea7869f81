/* SVG as shapes that Cairo can draw. */
#ifndef MKB_OUTPUT_DRAW_SVG_H
#define MKB_OUTPUT_DRAW_SVG_H

#include "base/diag.h"
#include "base/version.h"

#include <cairo.h>

/* What a drawing may take of a processor. */
#define SVG_MOST_SECONDS 5

/* Opens the library: before anything is drawn, and before the sandbox is entered, which lets no
 * library in. FALSE after reporting; a NULL `sink` is told nothing. */
gboolean svg_open(Span where, Diagnostics *sink);

/* Adds it to the versions. */
void svg_versions(GArray *versions);

/* After svg_open(). Records the drawing as it is to be seen in a box of so many points, on a
 * surface of the box's proportions. Nothing outside the bytes is read. NULL with an error;
 * G_FILE_ERROR_INTR: it takes too long. (transfer full) */
cairo_surface_t *svg_surface(GBytes *bytes, double width, double height, GError **error);

#endif

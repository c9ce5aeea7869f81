/* Drawing images with Cairo: a JPEG goes into a PDF as it is, a PNG without loss, an SVG as shapes,
 * each once. */
#ifndef MKB_OUTPUT_DRAW_IMAGE_H
#define MKB_OUTPUT_DRAW_IMAGE_H

#include "base/diag.h"
#include "layout/pages.h"

#include <cairo.h>

typedef enum {
    PICTURES_EMBEDDED, /* in a PDF */
    PICTURES_IN_SVG,
    PICTURES_PAINTED /* on pixels */
} PicturesUse;

/* Images as Cairo takes them, for one output: to be freed when that is finished, for what Cairo
 * still needs of one that is let go of it copies. */
typedef struct Pictures Pictures;

Pictures *pictures_new(PicturesUse use, Diagnostics *sink);
void pictures_free(Pictures *pictures);

/* Fills the item's box at one unit of user space a point; reports what cannot be drawn. */
void draw_image(cairo_t *cairo, const Item *item, Pictures *pictures);

/* FALSE when an image could not be drawn, which has been reported. */
gboolean pictures_ok(const Pictures *pictures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pictures, pictures_free)

/* An SVG as svg_surface() records it, in a box of so many points. NULL after reporting what is
 * wrong where the image is named. (transfer full) */
cairo_surface_t *image_shapes(const Image *image, double width, double height, Diagnostics *sink);

#endif

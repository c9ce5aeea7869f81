/* Drawing a page with Cairo, whatever the surface: the one place where lengths become floating
 * point. */
#ifndef MKB_OUTPUT_DRAW_H
#define MKB_OUTPUT_DRAW_H

#include "base/diag.h"
#include "layout/pages.h"
#include "output/draw_image.h"

#include <cairo.h>

#define POINTS(len) ((double) (len) / (double) LEN_PT)

/* What pages are drawn with. */
typedef struct {
    const GPtrArray *faces; /* cairo_font_face_t, those of Pages.fonts */
    Pictures *pictures;     /* the images of the pages so far */
    Len height;             /* of the page */
    gboolean boundaries;    /* draw them between structure elements: see output/marked.h */
} Drawing;

/* Draws at one unit of user space a point, from the top left. */
void draw_page(cairo_t *cairo, const Page *page, const Drawing *drawing);

/* TRUE when all is well, else RULE_DRAWING is reported. */
gboolean drawing_ok(cairo_status_t status, Diagnostics *sink);

/* Takes what Cairo writes into a GByteArray. */
cairo_status_t write_to_array(void *array, const unsigned char *data, unsigned int length);

#endif

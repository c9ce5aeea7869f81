/* Images: what kind a file is, how large, and whether it can be used. Its pixels are decoded when
 * it is drawn. */
#ifndef MKB_SOURCE_IMAGE_H
#define MKB_SOURCE_IMAGE_H

#include "base/diag.h"
#include "base/len.h"
#include "source/block.h"

typedef enum { IMAGE_PNG, IMAGE_JPEG, IMAGE_SVG } ImageKind;

struct Image {
    ImageKind kind;
    guint width, height; /* in pixels; of an SVG: 0 */
    /* As the file says (pHYs, JFIF, width and height of an SVG); without a word of it 96 pixels an
     * inch. */
    Len natural_width, natural_height;
    gboolean transparent; /* something of it is */
    GBytes *bytes;        /* the file */
    gchar *name;          /* its place below the bulletin's folder, for messages */
    gint references;
};

/* Looks at a file's bytes: a format that is not read, a damaged file or more than 50 Mpixel is
 * reported at `where`. NULL after reporting. (transfer full) */
Image *image_read(GBytes *bytes, const gchar *name, Span where, Diagnostics *sink);

Image *image_ref(Image *image);
void image_unref(Image *image);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Image, image_unref)

#endif

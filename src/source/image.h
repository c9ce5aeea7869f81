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
    guint width, height; /* in pixels, as it is to be seen; of an SVG: 0 */
    /* How the pixels of the file are turned or mirrored to be seen, 1 … 8 as in TIFF 6.0 and Exif;
     * from 5 on width and height are those of the file exchanged. */
    guint orientation;
    /* As the file says (pHYs, JFIF, Exif, width and height of an SVG); without a word of it 96
     * pixels an inch. */
    Len natural_width, natural_height;
    gboolean transparent; /* a pixel of it is; of an SVG TRUE: known only when it is drawn */
    gboolean inks;        /* a JPEG in the four inks of a press */
    GBytes *bytes;        /* the file */
    gchar *name;          /* its place below the bulletin's folder, for messages */
    Span where;           /* where it was named first */
    gint references;
};

/* Looks at a file's bytes, all of them: a format that is not read, a damaged or animated file or
 * more than 50 Mpixel is reported at `where`. NULL after reporting. (transfer full) */
Image *image_read(GBytes *bytes, const gchar *name, Span where, Diagnostics *sink);

Image *image_ref(Image *image);
void image_unref(Image *image);

/* Takes row `y` of the pixels as they stand in the file: red, green, blue and alpha, a byte each,
 * not premultiplied. */
typedef void (*ImageRow)(gpointer data, guint y, const guint8 *pixels);

/* Decodes a PNG or JPEG that image_read() gave. `row` is called once for each row, in order. FALSE
 * when the file is damaged after all. */
gboolean image_decode(const Image *image, ImageRow row, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Image, image_unref)

#endif

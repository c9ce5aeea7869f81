/* The formats of images, each with its library. Private to source. */
#ifndef MKB_SOURCE_IMAGE_FORMATS_H
#define MKB_SOURCE_IMAGE_FORMATS_H

#include "source/image.h"

/* An image being looked at: its bytes and name are there already. */
typedef struct {
    Image *image;
    Diagnostics *sink;
} ImageReading;

/* Look at all of the file and fill the image in. FALSE after reporting. */
gboolean png_look(ImageReading *reading);
gboolean jpeg_look(ImageReading *reading);
gboolean svg_look(ImageReading *reading);

gboolean png_decode(const Image *image, ImageRow row, gpointer data);
gboolean jpeg_decode(const Image *image, ImageRow row, gpointer data);

/* Pixels of the file. Nothing, or more than is allowed, is reported: FALSE. */
gboolean image_take_size(ImageReading *reading, guint width, guint height);

/* The natural size by thousandths of pixels an inch, across and down as the file has them; 0, or
 * what no image can have, is no word of it. After size and orientation. */
void image_take_density(Image *image, guint64 across, guint64 down);

/* `detail` is a library's own word. */
void image_report_damaged(ImageReading *reading, const gchar *detail);
void image_report_truncated(ImageReading *reading);

/* Whole, but nothing that can be set. Both texts say what to do. */
void image_report_unusable(ImageReading *reading, const gchar *zh, const gchar *en);

#endif

/* The compressed pixels of a PNG as they stand in the file: what a PDF calls Flate with PNG
 * predictors (ISO 32000-1 7.4.4.4). Cairo knows no way to hand them through, but for JPEG files; so
 * they go through it as the rest of what looks like one, and are unwrapped when the PDF is
 * finished. */
#ifndef MKB_OUTPUT_PNG_STREAM_H
#define MKB_OUTPUT_PNG_STREAM_H

#include "source/image.h"

/* The head of a JPEG of the same size, and behind it the pixels. NULL where a PDF cannot take them:
 * they are interlaced, transparent, of a palette or of other than 8 bits. (transfer full) */
GBytes *png_wrapped(const Image *image);

typedef struct {
    const guint8 *pixels; /* compressed; (transfer none) */
    gsize length;
    guint colours, columns;
} PngStream;

/* FALSE for what is not wrapped. */
gboolean png_unwrap(const guint8 *data, gsize length, PngStream *png);

#endif

/* Exif, as cameras put it into a JPEG: which way is up, and the density. Private to source. */
#ifndef MKB_SOURCE_EXIF_H
#define MKB_SOURCE_EXIF_H

#include <glib.h>

typedef struct {
    guint orientation;    /* 1 … 8; 1 where nothing is said */
    guint64 across, down; /* thousandths of pixels an inch; 0 where nothing is said */
} Exif;

/* Reads the TIFF part of an Exif segment (TIFF 6.0, Exif 2.3 4.6). Whatever is not right there says
 * nothing. */
Exif exif_read(const guint8 *bytes, gsize length);

#endif

/* Red and black as the inks of a press: GB/T 9704-2012 6.1 has red of Y80 M80 and black of BL100,
 * and Cairo 1.16 knows light alone. */
#ifndef MKB_OUTPUT_INKS_H
#define MKB_OUTPUT_INKS_H

#include <glib.h>

/* How a content stream says that a colour is of ink. */
typedef enum {
    INKS_OF_DEVICE, /* DeviceCMYK: "0 0 0 1 k" */
    INKS_BY_NAME    /* a colour space INK_SPACE of the resources: "/Inks cs 0 0 0 1 scn" */
} InkSpelling;

#define INK_SPACE "/Inks"

/* A content stream (ISO 32000-1 7.8.2) in which what was set in the screen's red, or in black, is
 * set in ink; other colours and all else are as before. (transfer full) */
GByteArray *inks_of_content(const guchar *data, gsize length, InkSpelling spelling);

#endif

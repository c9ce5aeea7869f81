/* Fonts: which face sets which character. Faces come from the manifest and --font-path alone; no
 * font installed on the machine is ever seen. */
#ifndef MKB_LAYOUT_FONT_H
#define MKB_LAYOUT_FONT_H

#include "base/diag.h"
#include "template/template.h"

/* A face cut to the characters of one bulletin; what shaping and drawing use. Glyph ids are those
 * of `bytes`. */
typedef struct {
    gchar *family; /* as asked for */
    guint weight;
    gchar *file;   /* base name of the file that it was cut from */
    GBytes *bytes; /* the cut font, one face */
} FontFile;

#endif

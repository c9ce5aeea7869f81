/* Where the ink of a character lies. HarfBuzz's own extents hold the control points of curves,
 * which for a stroke's end may be some hundredths of an em off its ink. */
#ifndef MKB_LAYOUT_FONT_INK_H
#define MKB_LAYOUT_FONT_INK_H

#include <glib.h>
#include <hb.h>

/* Above the baseline, in units of the font's scale; all 0 where there is no ink. */
typedef struct {
    gint top, bottom;
} InkHeight;

InkHeight font_ink(hb_font_t *font, gunichar c);

#endif

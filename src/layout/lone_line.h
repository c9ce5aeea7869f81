/* Text on a line of its own outside the flow, set as wide as it naturally is and put by its owner
 * where it belongs: the parts of a masthead. */
#ifndef MKB_LAYOUT_LONE_LINE_H
#define MKB_LAYOUT_LONE_LINE_H

#include "layout/pages.h"
#include "layout/set_text.h"

typedef struct {
    TextBlock *text;
    CharInfo *info;  /* (nullable) between preparing and setting */
    SetBlock *set;   /* (nullable) before it is set its paragraph alone is there */
    Len x, baseline; /* on the page */
    guint row;       /* grid line, 0 outside the grid */
} LoneLine;

/* (transfer full) */
LoneLine *lone_line_new(StyleRole role, const gchar *text, Span span);
void lone_line_free(LoneLine *lone);

/* What it is in the structure, before it is prepared. */
void lone_line_set_element(LoneLine *lone, guint element);

/* Chooses its fonts, before they are cut. FALSE after reporting. */
gboolean lone_line_prepare(LoneLine *lone, const Layout *layout, Diagnostics *sink);

/* Shapes it. FALSE after reporting. What follows is for lines that are set. */
gboolean lone_line_set(LoneLine *lone, const Layout *layout, Diagnostics *sink);

Len lone_line_width(const LoneLine *lone);

/* How many clusters it has. */
guint lone_line_length(const LoneLine *lone);

/* Sets it n/d as large, and its glyphs narrower by so many thousandths of what that makes them. */
void lone_line_scale(LoneLine *lone, Len n, Len d, guint condensed);

/* Puts its clusters evenly apart, so that it is as wide as that. */
void lone_line_spread(LoneLine *lone, Len width);

/* From the baseline up to the top, and to the bottom, of its ink. */
void lone_line_ink(const LoneLine *lone, const Layout *layout, Len *top, Len *bottom);

/* Puts its left edge and the top of its em box there. */
void lone_line_put(LoneLine *lone, const Template *template, Len x, Len em_top);

void lone_line_place(const LoneLine *lone, const Template *template, Page *page);

#endif

/* Figures: pictures as large as their files say, or as there is room for, with a caption below. */
#ifndef MKB_LAYOUT_FIGURE_H
#define MKB_LAYOUT_FIGURE_H

#include "layout/layout.h"
#include "layout/pages.h"

struct SetFigure {
    const Figure *figure; /* (transfer none) */
    Len width, height;    /* of the picture */
    SetBlock *caption;    /* (nullable) */
    Len caption_top;      /* below the picture's top */
    Len content;          /* height of picture and caption */
};

/* Whole pixels an inch across an image that is set so wide; 0 for an SVG, which has none. */
gint image_ppi(const Image *image, Len set_width);

/* Finds the size of a picture: that of its file, less where template and page have no room for it,
 * its caption, and `notes`, the height of the caption's footnotes with their rule; too few pixels
 * for that are reported. Takes the caption (nullable). (transfer full) */
SetFigure *set_figure_new(const Figure *figure, SetBlock *caption, Len notes,
                          const Template *template, Diagnostics *sink);
void set_figure_free(SetFigure *figure);

/* Whole rows of the grid that it takes, the white below the last as below a line of text; so that
 * what follows is on the grid. */
guint figure_row_count(const SetFigure *figure, const Template *template);

/* How much white there is above it in these rows, and as much below; none at the top of a page. */
Len figure_offset(const SetFigure *figure, const Template *template, gboolean opens_page);

typedef struct {
    const SetFigure *figure;
    const GArray *anchors;  /* Anchor, that lead to it */
    guint element;          /* of the structure */
    const GArray *captions; /* (nullable) Anchor of the caption's text */
    const Template *template;
    TextChange change; /* of the picture */
    Len x, y;          /* of the text block's left edge; of the picture's top */
} FigurePlace;

void figure_place(Page *page, const FigurePlace *place);

#endif

/* Putting lines of a flow on one page, one below the other: where each stands, and whether all of
 * them fit. What planning and placing share. */
#ifndef MKB_LAYOUT_PAGE_FILL_H
#define MKB_LAYOUT_PAGE_FILL_H

#include "layout/flow.h"

/* A page's room, below the top of the text block. */
typedef struct {
    guint rows;    /* of the grid */
    Len pitch;     /* of the grid */
    Len white;     /* below a line on the grid: pitch − cell; it hangs over the foot */
    Len turned;    /* height of the text block of a turned page */
    Len head;      /* taken at the top of the first page: the masthead */
    Len foot;      /* kept free at the foot of the last page: the imprint */
    Len note_rule; /* above the footnotes of a page */
} PageRoom;

typedef struct {
    const PageRoom *room;
    Len pitch;     /* the page's own; 0: the grid's */
    Len y;         /* where the last line ends */
    Len white;     /* of that, what may hang over the foot */
    Len notes;     /* of the page's footnotes, with their rule */
    guint units;   /* FlowLines added so far, whatever their heights */
    guint on_grid; /* rows of the grid among them, blank ones too: what a pitch of the page's own
                      makes closer or wider */
    Len fixed;     /* height of all the rest, which no pitch changes: the masthead, blocks off the
                      grid, heads of tables that are repeated; without white that leads back to
                      the grid, and without footnotes */
    gboolean to_foot; /* the last line is one on the grid */
    gboolean turned;
} PageFill;

/* Height of the text block, or of what stands above the imprint on the last page. */
Len page_room_height(const PageRoom *room, gboolean turned, gboolean last_page);

/* An empty page. */
PageFill page_fill(const PageRoom *room, gboolean first_page, Len pitch);

/* Adds a line, and gives where its top is. */
Len page_fill_add(PageFill *fill, const FlowLine *line);

/* Whether all of it fits; above the imprint, if it is the last page. */
gboolean page_fill_fits(const PageFill *fill, gboolean last_page);

/* How much higher than its room all of it is; 0 where it fits. */
Len page_fill_over(const PageFill *fill, gboolean last_page);

/* How many rows of the grid are left free. */
guint page_fill_left(const PageFill *fill);

/* The pitch at which its lines fill the page from top to bottom; 0 when no pitch does that. */
Len page_fill_pitch(const PageFill *fill, gboolean last_page);

#endif

/* Sums over a paragraph's clusters, so that the width of any line and what it could give are known
 * without walking it. */
#ifndef MKB_LAYOUT_TOTALS_H
#define MKB_LAYOUT_TOTALS_H

#include "layout/line.h"

/* The steps of CLREQ 3.2.2 in which a line shrinks, in that order (typography B7). */
enum {
    SHRINK_SPACE,
    SHRINK_MIDDLE,
    SHRINK_BRACKET,
    SHRINK_PAUSE,
    SHRINK_GAP,
    SHRINK_STOP,
    SHRINK_STEPS
};

/* And those in which it stretches. */
enum { STRETCH_SPACE, STRETCH_GAP, STRETCH_ALL, STRETCH_STEPS };

typedef struct {
    const Paragraph *paragraph;
    LineEndMark line_end_mark;
    StartBracket start_bracket;
    gboolean trim_both;        /* centred and right-aligned lines lose the white at both ends */
    Len *width;                /* of clusters [0, i) with their gaps */
    guint32 *shown;            /* of clusters [0, i), the end of those that are not a blank end */
    Len *shrink[SHRINK_STEPS]; /* what they could lose */
    Len *white;                /* all of that */
    Len *stretch[2];           /* what word spaces and gaps could gain */
    guint32 *places;           /* gaps between clusters that STRETCH_ALL may widen */
} Totals;

/* What one line is before it is adjusted. */
typedef struct {
    guint32 first, last; /* clusters that show: without the spaces at the line's end */
    Len start_trim, end_trim;
    Len end_left; /* white at the left of a mark at the end: its ink is in the middle */
    Len natural;  /* after the trims */
} LineBox;

void totals_init(Totals *totals, const Paragraph *paragraph, const Composition *composition,
                 Align align);
void totals_clear(Totals *totals);

/* Clusters [first, last) as a line of so much room. */
LineBox totals_line(const Totals *totals, guint32 first, guint32 last, Len measure);

/* What that line can lose, or gain, in one step. STRETCH_ALL has no limit: use totals_places. */
Len totals_shrink(const Totals *totals, const LineBox *box, guint step);
Len totals_stretch(const Totals *totals, const LineBox *box, guint step);
guint totals_places(const Totals *totals, const LineBox *box);

/* What single clusters can give: in `step`, at the left and at the right of it. */
Len cluster_shrink_left(const Cluster *cluster, guint step);
Len cluster_shrink_right(const Cluster *cluster, guint step);
Len cluster_stretch(const Cluster *cluster, guint step);

/* Whether STRETCH_ALL may put white between two neighbours. */
gboolean stretches_between(const Cluster *left, const Cluster *right);

#endif

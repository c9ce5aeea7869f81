/* What a document sets one below the other, and what a page break between two of them would break.
 */
#ifndef MKB_LAYOUT_FLOW_H
#define MKB_LAYOUT_FLOW_H

#include "layout/layout.h"

/* What is wrong with a page break, the worst first: bits of FlowLine.faults. */
typedef enum {
    FAULT_BLOCK,      /* tears what is one: the lines of a title, a row of a table */
    FAULT_SIGNATURE,  /* divides signature and date */
    FAULT_FIRST_PAGE, /* leaves the first page without text */
    FAULT_ENDING,     /* leaves too few lines of text with them */
    FAULT_HEADING,    /* leaves too few lines with a heading */
    FAULT_LONE_ROW,   /* leaves one row of a table with its head: the first, or the last, a total */
    FAULT_ROW,        /* divides a row of many lines, or a table that is small */
    FAULT_NAME,       /* in the name of who attended, or behind the first line of such a list */
    FAULT_WIDOW,      /* too few lines of a paragraph at the head of a page */
    FAULT_ORPHAN,     /* … at the foot of a page */
    FAULT_COUNT
} BreakFault;

#define FAULT_BIT(fault) (1u << (fault))

/* A line of text, a row of a table, a figure: what stands on a page as a whole. */
typedef struct {
    guint block, line; /* which line of which block */
    guint before;      /* blank grid lines before it; none at the top of a page */
    Len height;        /* the white below it included: from its top to that of what follows */
    Len white;         /* of that, what may hang over the foot of a page */
    gboolean on_grid;  /* stands on the grid, `rows` rows high, and takes those rows, not `height`;
                          all else stands where what is before it ends, and the next line on the
                          grid leads back to it */
    guint rows;        /* of a line on the grid: how many it takes; 0 is one */
    Len repeat;        /* what is set again above it where it begins a page: the head of a table */
    Len repeat_notes;  /* height of the footnotes of that, which stand there again */
    Len notes; /* height of the footnotes whose first marks it has: they share its page, which
                  adds their rule once (PageRoom.note_rule) */
    gboolean new_page; /* begins a page: an annex */
    gboolean turned;   /* stands on a page turned by 90°, with its like */
    gboolean text; /* 正文 (7.3.3): a paragraph, a heading, a table or figure of it; neither what
                      stands before it nor the list of annexes, which are elements of their own */
    gboolean ending; /* signature or date */
    guint faults;    /* FAULT_BIT of a page break before it */
} FlowLine;

/* `notes` has the footnotes (element-type SetBlock). (transfer full) (element-type FlowLine) */
GArray *flow_new(const GPtrArray *blocks, const GPtrArray *notes, const Template *template);

/* Whether a page ends before line `i` in any case. */
gboolean flow_must_break(const GArray *flow, guint i);

/* The first line of signature and date; the number of lines where there is none. */
guint flow_ending(const GArray *flow);

#endif

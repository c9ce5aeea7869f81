/* The lines of a document one after the other, and what a page break between them would break. */
#ifndef MKB_LAYOUT_FLOW_H
#define MKB_LAYOUT_FLOW_H

#include "layout/layout.h"

/* What is wrong with a page break, the worst first: bits of FlowLine.faults. */
typedef enum {
    FAULT_BLOCK,     /* tears lines that have no rows of their own from those that have them */
    FAULT_SIGNATURE, /* divides signature and date */
    FAULT_ENDING,    /* leaves too few lines of text with them */
    FAULT_HEADING,   /* leaves too few lines with a heading */
    FAULT_WIDOW,     /* too few lines of a paragraph at the head of a page */
    FAULT_ORPHAN,    /* … at the foot of a page */
    FAULT_COUNT
} BreakFault;

#define FAULT_BIT(fault) (1u << (fault))

typedef struct {
    guint block, line; /* which line of which block */
    guint rows;        /* grid lines that it takes; 0: it stands in those of its block's first */
    guint before;      /* blank grid lines before it; none at the top of a page */
    Len offset;        /* of its em box's top below its block's first row, where the block has a
                          pitch of its own */
    Len slack;         /* what its rows have more than its block needs, the white below included */
    gboolean on_grid;
    gboolean ending; /* signature or date */
    guint faults;    /* FAULT_BIT of a page break before it */
} FlowLine;

/* (transfer full) (element-type FlowLine) */
GArray *flow_new(const GPtrArray *blocks, const Template *template);

#endif

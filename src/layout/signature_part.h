/* A part of a signature that is stamped: names side by side with their seals, or a post with its
 * stamp; the last of them has the date too. It stands on a page as a whole, its texts and images
 * where GB/T 9704-2012 7.3.5.1 and 7.3.5.3 have them. */
#ifndef MKB_LAYOUT_SIGNATURE_PART_H
#define MKB_LAYOUT_SIGNATURE_PART_H

#include "layout/layout.h"

/* Lines have their indents; the first em box begins `y` below the top of a row of the grid, which
 * is counted from the top of the part. */
typedef struct {
    SetBlock *block; /* (transfer none) */
    guint row;
    Len y;
} PartText;

/* From the left edge of the text block, and likewise below the top of a row. */
typedef struct {
    Image *image; /* (nullable) (transfer none) without one it is room for stamping by hand */
    guint row;
    Len x, y, width, height;
    guint element; /* of the structure */
} PartSeal;

struct SignaturePart {
    GArray *texts; /* PartText, in reading order */
    GArray *seals; /* PartSeal; drawn over the texts */
    guint rows;    /* of the grid, to where the next line of text stands */
    Len over;      /* how far it reaches below the em box of its last row; < 0: not so far */
};

SignaturePart *signature_part_new(void);
void signature_part_free(SignaturePart *part);

/* A block whose lines are centred on `middle`; or begin together, so that the widest ends at
 * `right`. */
void signature_part_centre(SignaturePart *part, SetBlock *block, Len middle, guint row);
void signature_part_right(SignaturePart *part, SetBlock *block, Len right, guint row, Len y);

void signature_part_seal(SignaturePart *part, PartSeal seal);

/* The part is complete, and so many rows high: its first block stands for it in the flow, the
 * others with it. */
void signature_part_close(SignaturePart *part, guint rows, const Template *template);

/* Where a part stands: on a page with lines of such a pitch, `top` below that of the page, on line
 * `row` of the grid, from 1. */
typedef struct {
    const Template *template;
    Page *page;
    Len pitch, top;
    guint row;
} PartPlace;

void place_signature_part(const SignaturePart *part, const PartPlace *at);

/* Width of a block's widest line. */
Len set_block_width(const SetBlock *block);

/* Breaks it again where it is wider than that, between words, to leave so much free at the right.
 */
void set_block_narrow(SetBlock *block, Len right, const Template *template);

/* From the top of its first em box to the bottom of its last. */
Len set_block_height(const SetBlock *block, const Template *template);

#endif

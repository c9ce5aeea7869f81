/* What the layout keeps from composing to pages, and the setting of a single text. */
#ifndef MKB_LAYOUT_SET_TEXT_H
#define MKB_LAYOUT_SET_TEXT_H

#include "layout/compose.h"
#include "layout/font_library.h"
#include "layout/layout.h"
#include "layout/prepare.h"
#include "layout/shape.h"

typedef struct PagedBlocks PagedBlocks; /* layout/ending.h */
typedef struct Imprint Imprint;         /* layout/imprint.h */

struct Layout {
    const Bulletin *bulletin;
    const Template *template;
    Reading *reading;      /* owns the texts, the structure and the masthead */
    GArray *structure;     /* (transfer none) StructElement */
    GPtrArray *texts;      /* (transfer none) TextBlock */
    GPtrArray *blocks;     /* SetBlock, one for each text */
    PagedBlocks *paged;    /* (nullable) the blocks as they are on the pages */
    GPtrArray *note_texts; /* (transfer none) TextBlock of each footnote */
    GPtrArray *notes;      /* SetBlock of each */
    Masthead *masthead;    /* (nullable) (transfer none) */
    Imprint *imprint;      /* once all is set; perhaps with nothing in it */
    FontLibrary *fonts;
    Shaper *shaper;
    gboolean lets_go; /* of blocks that are on the pages */
};

void set_block_free(SetBlock *block);

/* Frees the text and the lines of a block that nobody will ask for any more. */
void set_block_let_go(SetBlock *block);

/* Whether each Han of a role's text has a cell of its own. The title and the page number have none.
 */
gboolean is_on_strict_grid(const Template *template, StyleRole role);

/* The room that paragraphs of a role have. */
Measure block_measure(const Template *template, StyleRole role);

/* Shapes, spaces and breaks a prepared paragraph as its role's style says. Takes the paragraph.
 * NULL after reporting. (transfer full) */
SetBlock *set_paragraph(const Layout *layout, Paragraph *paragraph, const CharInfo *info,
                        Diagnostics *sink);

/* Shapes and spaces the text of a table's cell; its lines wait for the width of its column. Takes
 * the paragraph. NULL after reporting. (transfer full) */
SetBlock *set_cell(const Layout *layout, Paragraph *paragraph, const CharInfo *info,
                   Diagnostics *sink);

/* Lines that had to be broken where no break is allowed. */
void report_lines(const SetBlock *block, Diagnostics *sink);

#endif

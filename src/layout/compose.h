/* From the bulletin to blocks of styled text, in the order and words that the template gives. */
#ifndef MKB_LAYOUT_COMPOSE_H
#define MKB_LAYOUT_COMPOSE_H

#include "layout/line.h"
#include "model/bulletin.h"

/* A place that links may point to: before byte `at` of a block's text. */
typedef struct {
    guint32 at;
    const gchar *name; /* (transfer none) an id of the bulletin */
} Anchor;

/* The cells of a table, row by row; the first row is the head. */
typedef struct {
    GArray *aligns;       /* ColumnAlign, one for each column */
    GPtrArray *cells;     /* TextBlock */
    GPtrArray *continued; /* TextBlock: what stands above the head where the table goes on; none or
                             one */
    Span span;
} TableText;

/* A picture with its caption below. */
typedef struct {
    const Figure *figure; /* (transfer none) */
    GPtrArray *captions;  /* TextBlock: none or one */
    TextChange change;    /* of all of it */
} FigureText;

/* One paragraph to be, or a table or figure: then its own text is empty. */
typedef struct {
    StyleRole role;
    guint element; /* the structure element of the text that is written next; of a table or figure
                      its own */
    guint seal;    /* of a name: the structure element of its seal; 0: none */
    GString *text;
    GArray *runs;        /* TextRun; fonts are not chosen yet */
    GArray *anchors;     /* Anchor */
    guint32 label;       /* so many bytes of the text are a label: lines turn below its end */
    guint32 blank;       /* a space at this byte is as wide as a character; 0: none is */
    guint under;         /* its first line begins below a character of the block so many before */
    guint32 under_at;    /* … the one at this byte; `under` 0: as its style says */
    gboolean instead;    /* recipients in the imprint, should they leave the text no room (7.3.2) */
    TableText *table;    /* (nullable) */
    FigureText *figure;  /* (nullable) */
    Element part;        /* of the document that it belongs to; see also `role` */
    guint list_depth;    /* so many lists deep; 0: in none */
    guint list_item;     /* it begins an item of the innermost, counted from 1; 0: it does not */
    const Node *node;    /* (nullable) (transfer none) the heading or finding that says it */
    const Annex *annex;  /* (nullable) (transfer none) the annex that it stands in */
    guint outline_level; /* 0: not in the outline */
    gchar *outline_title; /* (nullable) */
} TextBlock;

void text_block_free(TextBlock *block);

/* Parts of the metadata that the template has no place for are reported (RULE_NOT_SET). Appends to
 * `notes` (element-type Note) the footnotes in the order of their marks, with the numbers that they
 * are set with: the template's order of elements need not be that of the bulletin; and to
 * `structure` (nullable) (element-type StructElement) what the text consists of. (transfer full)
 * (element-type TextBlock) */
GPtrArray *compose(const Bulletin *bulletin, const Template *template, GHashTable *page_labels,
                   GArray *notes, GArray *structure, Diagnostics *sink);

/* The text of each of `notes`, as compose() gave them, each in the structure where it is first
 * referred to. (transfer full) (element-type TextBlock) */
GPtrArray *compose_notes(const Bulletin *bulletin, const Template *template, const GArray *notes,
                         GHashTable *page_labels, GArray *structure, Diagnostics *sink);

#endif

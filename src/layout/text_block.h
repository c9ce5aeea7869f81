/* Writing styled text into blocks. */
#ifndef MKB_LAYOUT_TEXT_BLOCK_H
#define MKB_LAYOUT_TEXT_BLOCK_H

#include "layout/compose.h"

/* How a piece of text is set and where it comes from. */
typedef struct {
    StyleRole role;
    const gchar *href; /* (nullable) */
    Span span;
    gboolean exact; /* text byte i stands at span.start + i */
    TextMarks marks;
    guint element, link; /* as those of a TextRun; no element: that of the block */
    gboolean counted;    /* the same */
    const Node *node;    /* the same */
} TextStyle;

TextBlock *text_block_new(StyleRole role);
TextBlock *text_block_new_table(GArray *aligns, Span span);
TextBlock *text_block_new_figure(const Figure *figure);
void text_block_append(TextBlock *block, const gchar *text, TextStyle style);
void text_block_anchor(TextBlock *block, const Field *id);

typedef enum { CLAUSE_NOTHING, CLAUSE_OPEN, CLAUSE_ENDS } ClauseEnd;

/* Whether a text ends a clause: its last character is one of `marks`, closing quotes and brackets
 * after it not counted. CLAUSE_NOTHING where there is nothing but these. */
ClauseEnd text_clause_end(const gchar *text, gsize length, const gchar *marks);
gboolean text_block_ends_in(const TextBlock *block, const gchar *marks);

#endif

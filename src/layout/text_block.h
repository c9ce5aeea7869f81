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
} TextStyle;

TextBlock *text_block_new(StyleRole role);
TextBlock *text_block_new_table(const GArray *aligns, Span span);
void text_block_append(TextBlock *block, const gchar *text, TextStyle style);
void text_block_anchor(TextBlock *block, const Field *id);

/* Whether the block's text ends a clause: its last character is one of `marks`, closing quotes and
 * brackets after it not counted. */
gboolean text_block_ends_in(const TextBlock *block, const gchar *marks);

#endif

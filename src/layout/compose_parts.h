/* What the files that compose share. Private to compose*.c. */
#ifndef MKB_LAYOUT_COMPOSE_PARTS_H
#define MKB_LAYOUT_COMPOSE_PARTS_H

#include "layout/compose.h"

typedef struct {
    const Bulletin *bulletin;
    const Template *template;
    GPtrArray *blocks;
    TextBlock *block;        /* being written; (transfer none) */
    GHashTable *page_labels; /* (nullable) id → label of its page */
    Diagnostics *sink;
    GArray *notes;       /* (nullable) Note: the footnotes whose marks have been set */
    guint *note_numbers; /* of each footnote of the bulletin its place among them, from 1; 0 */
    Element part;        /* of the document, being written */
    guint list_depth;    /* so many lists are open */
} Composer;

/* Takes a block, which becomes the one being written. */
void compose_add(Composer *composer, TextBlock *block);

/* A new block that begins an item, counted from 1, of a list. Until compose_item_end() all blocks
 * are parts of the item. */
void compose_item_begin(Composer *composer, guint item);
void compose_item_end(Composer *composer);

/* A new block, which becomes the one being written. (transfer none) */
TextBlock *compose_begin(Composer *composer, StyleRole role);

/* Text of the template's own, standing for something at `span`. */
void compose_own(Composer *composer, const gchar *text, StyleRole role, Span span);

/* Inline runs (element-type Inline), at the end of the block being written. */
void compose_inlines(Composer *composer, const GArray *inlines, StyleRole role);

/* Blocks of Markdown (element-type Block), each a block of its own; `list_format` numbers the items
 * of their lists. */
void compose_blocks(Composer *composer, const GPtrArray *blocks, const gchar *list_format);

/* The first paragraph at the end of the block being written, all else in blocks of its own. */
void compose_run_on(Composer *composer, const GPtrArray *blocks, const gchar *list_format);

/* Headings and findings with all that is below them. (element-type Node) */
void compose_nodes(Composer *composer, const GPtrArray *nodes);

/* The level that a node is set at as a heading, 1 … 4; 0 where it is none. */
guint compose_level(const Composer *composer, const Node *node);

/* The number that a node is set with, or referred to by. Where findings are headings they are
 * counted with those beside them. */
guint compose_number(const Composer *composer, const Node *node);

/* The caption of a table or figure, at the end of the block being written: 表1, a blank as wide as
 * a character, the words. */
void compose_caption(Composer *composer, const Block *block);

/* A table below its caption, its own blocks. */
void compose_table(Composer *composer, const Block *block);

/* A figure with its caption. */
void compose_figure(Composer *composer, const Block *block);

/* One value of the front matter as a block. */
void compose_field(Composer *composer, StyleRole role, const Field *field);

/* "附件", or "附件2" where there are several. (transfer full) */
gchar *compose_annex_mark(const Composer *composer, const Annex *annex);

/* A heading of an annex. */
void compose_annex_heading(Composer *composer, const Block *heading);
void compose_annexes(Composer *composer);

void compose_contact(Composer *composer);

/* Elements of an official document; nothing of those that the bulletin does not have. */
void compose_issued(Composer *composer);
void compose_recipients(Composer *composer);
void compose_annex_list(Composer *composer);
void compose_attendance(Composer *composer);
void compose_signature(Composer *composer);
void compose_note(Composer *composer);
void compose_imprint(Composer *composer);

#endif

/* What the files that compose share. Private to compose*.c. */
#ifndef MKB_LAYOUT_COMPOSE_PARTS_H
#define MKB_LAYOUT_COMPOSE_PARTS_H

#include "layout/compose.h"
#include "layout/structure.h"
#include "layout/text_block.h"

/* Of headings. */
#define DEEPEST_LEVEL 4

typedef struct {
    const Bulletin *bulletin;
    const Template *template;
    GPtrArray *blocks;
    TextBlock *block;                         /* being written; (transfer none) */
    GHashTable *page_labels;                  /* (nullable) id → label of its page */
    GArray *structure;                        /* (nullable) StructElement */
    guint container;                          /* the structure element that new blocks are in */
    guint annex, sections[DEEPEST_LEVEL + 1]; /* structure elements of the annex being written, and
                                                 of its sections by level; 0: none */
    const gchar *href; /* (nullable) where text leads that says nothing else */
    Diagnostics *sink;
    GArray *notes;         /* (nullable) Note: the footnotes whose marks have been set */
    guint *note_numbers;   /* of each footnote of the bulletin its place among them, from 1; 0 */
    Element part;          /* of the document, being written */
    guint list_depth;      /* so many lists are open */
    const Node *node;      /* (nullable) whose text is being written */
    const Annex *of_annex; /* (nullable) the same */
} Composer;

/* Takes a block, which becomes the one being written. */
void compose_add(Composer *composer, TextBlock *block);

/* A new block that begins an item, counted from 1, of a list, a structure element: first its label
 * is written, then its body. Until compose_item_end() all blocks are parts of the item, and in the
 * structure new ones are in its body until `container` is set. */
void compose_item_begin(Composer *composer, guint list, guint item);
void compose_item_body(Composer *composer);
void compose_item_end(Composer *composer);

/* A new block, which becomes the one being written, a paragraph in the structure. (transfer none)
 */
TextBlock *compose_begin(Composer *composer, StyleRole role);

/* The same, of another type in the structure. */
TextBlock *compose_begin_as(Composer *composer, StyleRole role, StructType type);

/* A new structure element in the one that new blocks are in, and in that one. Returns its number.
 */
guint compose_element(const Composer *composer, StructType type);

/* A heading so many levels below the title, from 1 (H2 where there is a title). */
StructType compose_heading_type(const Composer *composer, guint level);

/* Text at the end of the block being written; where it leads somewhere, in a link. */
void compose_append(Composer *composer, const gchar *text, TextStyle style);

/* The link that the block's text ends in, where that leads to `href`; else 0. */
guint compose_last_link(const Composer *composer, const gchar *href);

/* Text of the template's own, standing for something at `span`. */
void compose_own(Composer *composer, const gchar *text, StyleRole role, Span span);

/* The same for a number that the program gave. */
void compose_number_text(Composer *composer, const gchar *text, StyleRole role, Span span);

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

void compose_title(Composer *composer, const Field *title);

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

/* What the files that compare share. Private to src/diff. */
#ifndef MKB_DIFF_PARTS_H
#define MKB_DIFF_PARTS_H

#include "diff/compare.h"

enum { OLD, NEW, SIDES };

/* A word, mark or number of a text: what is compared. */
typedef struct {
    guint32 start, end; /* bytes of the block's text */
    guint32 key;        /* the same for words that are the same in the same place of the model */
    guint32 plain;      /* the same for the same words anywhere */
    guint8 change;      /* TextChange */
    guint32 mate;       /* of TEXT_SAME: its token of the other text */
    const Node *node;
} Token;

/* A text block to be compared. */
typedef struct Unit {
    const TextBlock *text;
    guint32 group;     /* blocks of the same part of the model may be paired */
    guint32 key;       /* the same: nothing between them changed */
    guint32 words;     /* the same text anywhere */
    guint32 mate;      /* place of its unit in the other reading, LCS_NONE */
    gboolean moved;    /* all of it, though no node says so */
    gboolean in_place; /* of the front matter: paired by its place, whatever it says */
    gboolean only;     /* the same of a masthead's line that there is one of */
    GArray *tokens;    /* (nullable) Token, where it is not wholly the same */
} Unit;

typedef struct {
    Comparison *comparison;
    const Matches *matches;
    GHashTable *numbers; /* text → number */
    Reading *readings[SIDES];
    GArray *units[SIDES], *notes[SIDES]; /* Unit: of the blocks, of the footnotes */
    GArray *heads[SIDES];                /* Unit: of the masthead's lines */
    GPtrArray *blocks, *note_blocks;     /* TextBlock: of both */
    GPtrArray *head;                     /* TextBlock: the masthead's, which owns them */
    GHashTable *gone_places;             /* TextBlock: of the old front matter, not told of by
                                            themselves; a set */
    GArray *gone_notes;                  /* guint: numbers of old footnotes that are in both's list
                                            behind the new ones */
    GPtrArray *element_pairs;            /* of structure elements, old and new: two entries each */
    GPtrArray *moves;                    /* Move */
    GPtrArray *pieces;                   /* TextBlock: what blocks were cut into */
} Comparer;

/* Texts of a node that was moved, word by word. */
typedef struct {
    const Node *node; /* of the new bulletin */
    GArray *pieces;   /* Piece */
    gboolean edited;
} Move;

/* A number for a text, the same for the same text. */
guint32 comparer_number(Comparer *comparer, const gchar *text);

/* What both bulletins call a node by: the one of the new, where it is in both. (nullable) */
const Node *common_node(const Comparer *comparer, guint side, const Node *node);

/* ---- words.c ---- */

/* (transfer full) (element-type Token) */
GArray *tokens_new(Comparer *comparer, guint side, const TextBlock *text);

/* Compares two rows of tokens, which get their changes. */
void tokens_compare(GArray *old, GArray *new);

/* ---- cut.c ---- */

/* The blocks of both readings, those cut that run together in one of them what the other has in two
 * paragraphs; the pieces are the comparer's. (out) (transfer container) (element-type TextBlock) */
void blocks_cut(Comparer *comparer, GPtrArray *blocks[SIDES]);

/* ---- units.c ---- */

/* Units of both readings, paired. */
void units_pair(Comparer *comparer);
void unit_clear(gpointer unit);

/* Whether a block is of the imprint, whose part is that of what stands before it. */
gboolean in_imprint(const TextBlock *text);

/* The text that is compared of a block, table or figure. (transfer full) */
gchar *block_words(const TextBlock *text);

/* What tells two blocks apart that have the same words: numbers are left out, marks are in.
 * (transfer full) */
gchar *block_key(const Comparer *comparer, guint side, const TextBlock *text);

/* ---- moves.c ---- */

/* Finds what moved words are the same at both places. */
void moves_find(Comparer *comparer);

/* ---- merge.c, merge_table.c ---- */

/* Fills `blocks` and `note_blocks`. */
void merge_all(Comparer *comparer);

/* One text of two, either of them NULL; tokens (nullable) say what of it changed, `change` what
 * became of all where there are none. (transfer full) */
typedef struct {
    const TextBlock *text[SIDES];
    const GArray *tokens[SIDES];
    TextChange change[SIDES];
} MergedText;
TextBlock *merge_text(Comparer *comparer, const MergedText *merged);

/* A table of two with as many columns. (transfer full) */
TextBlock *merge_tables(Comparer *comparer, const TextBlock *old, const TextBlock *new);

/* A whole block of one side. (transfer full) */
TextBlock *merge_whole(Comparer *comparer, guint side, const Unit *unit);

/* Elements of the old structure are marked so until merge_structure(). */
#define OLD_ELEMENT (1u << 30)
void pair_elements(Comparer *comparer, guint old, guint new);

/* ---- merge_structure.c ---- */

/* Puts elements of what is gone among those of the new structure, and numbers all anew. */
void merge_structure(Comparer *comparer);

/* ---- whole.c ---- */

/* TextChange of all its text; TEXT_SAME where it has several. */
guint8 block_change(const TextBlock *block);
gboolean block_has_change(const TextBlock *block);

/* The caption that goes with a table wherever it goes: with it is new, gone or moved. (nullable)
 * (transfer none) */
const TextBlock *caption_along(const TextBlock *caption, const TextBlock *table, guint8 what);

/* Of a block that is wholly so: a table is known by its caption first, which may stand `before`, a
 * footnote by its text. (transfer full) */
gchar *whole_words(const TextBlock *block, const TextBlock *before, guint8 what);

/* ---- changes.c, fields.c ---- */

void changes_list(Comparer *comparer);
Change *change_new(ChangeKind kind, ChangeOf of);
void change_free(gpointer change);

typedef void (*FieldChanged)(gpointer data, const FieldName *field, const gchar *old_value,
                             const gchar *new_value);
void document_fields(const Bulletin *old, const Bulletin *new, FieldChanged changed, gpointer data);

/* Whether a text with that span is what a field of a bulletin says. */
gboolean document_field_holds(const FieldName *field, const Bulletin *bulletin, Span span);
void node_fields(const Node *old, const Node *new, FieldChanged changed, gpointer data);
void annex_fields(const Annex *old, const Annex *new, FieldChanged changed, gpointer data);

/* "问题3" (transfer full) */
gchar *node_label(const Reading *reading, const Node *node);
gchar *annex_label(const Reading *reading, const Annex *annex);

#endif

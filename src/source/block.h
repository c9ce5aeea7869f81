/* What Markdown gives, freed of the Markdown library: blocks of inline runs with their places. */
#ifndef MKB_SOURCE_BLOCK_H
#define MKB_SOURCE_BLOCK_H

#include "base/source.h"

typedef struct Image Image; /* source/image.h */

typedef enum {
    INLINE_EMPHASIS = 1 << 0,  /* *…* */
    INLINE_STRONG = 1 << 1,    /* **…** */
    INLINE_BREAK = 1 << 2,     /* a hard line break; the text is empty */
    INLINE_REFERENCE = 1 << 3, /* [](#id): the text is empty, href is "#id" */
    INLINE_VERBATIM = 1 << 4,  /* text byte i stands at span.start + i in the source */
    INLINE_NOBREAK = 1 << 5,   /* […]{不断} */
    INLINE_PROPER = 1 << 6,    /* […]{专名} */
    INLINE_BOOK = 1 << 7,      /* […]{书名} */
    INLINE_DOT = 1 << 8,       /* […]{着重} */
    INLINE_NOTE = 1 << 9,  /* [^1]: the text is empty, href is "^1"; the file's BLOCK_NOTE of that
                              label is its text */
    INLINE_PAGE = 1 << 10, /* with INLINE_REFERENCE, [](#id "页"): not the number of what it points
                              to but that of its page */
    INLINE_COUNTED = 1 << 11, /* no source has it: a number that the program gave */
    INLINE_LITERAL = 1 << 12, /* […]{原样} */
} InlineFlags;

/* A value that an editor gave, and its place. */
typedef struct {
    gchar *text; /* (nullable) */
    Span span;
} Field;

/* A run of text of one kind. Soft line breaks are already resolved to "" or " ". */
typedef struct {
    gchar *text; /* (transfer full) UTF-8 */
    InlineFlags flags;
    gchar *href; /* (nullable) link target as written, "#id" for one inside the bulletin */
    Span span;
    /* Which span without a line break, and which of a proper name or book, it is a part of; 0:
     * none. Runs that meet are of one span when the numbers are the same. */
    guint32 joined, lined;
    guint note; /* of INLINE_NOTE: the number of its note in the bulletin, once that is linked */
} Inline;

typedef enum {
    BLOCK_PARAGRAPH,
    BLOCK_HEADING, /* level 1 … 6 */
    BLOCK_LIST,    /* ordered; children are items */
    BLOCK_ITEM,    /* children are blocks */
    BLOCK_BREAK,   /* a thematic break: in a single-file bulletin the closing text follows it */
    BLOCK_TABLE,   /* a pipe table, or a CSV file once it is read */
    BLOCK_FIGURE,  /* an image that is a paragraph of its own */
    BLOCK_NOTE,    /* [^1]: text of a footnote; children are blocks */
} BlockKind;

typedef enum { COLUMN_PLAIN, COLUMN_LEFT, COLUMN_CENTER, COLUMN_RIGHT } ColumnAlign;

typedef struct {
    GArray *inlines; /* Inline; may be empty */
    Span span;
} TableCell;

/* Every row has as many cells as there are columns; the first row is the head. */
typedef struct {
    GArray *aligns;  /* ColumnAlign */
    GPtrArray *rows; /* GPtrArray of TableCell */
} Table;

/* ![alternative text](path "caption"). A path that ends in .csv is a table to be read; its
 * alternative text is the caption. */
typedef struct {
    gchar *path; /* as written, relative to the file that names it; NULL after a fault */
    gchar *alt;
    Span path_span, alt_span;
    Image *image; /* (nullable) once it is read: see source/image.h */
} Figure;

typedef struct Block {
    BlockKind kind;
    guint level;     /* of a heading */
    guint number;    /* of a heading in an annex, among its siblings, from 1; of a note that is
                        referred to, in the bulletin */
    GArray *inlines; /* Inline, of paragraph and heading; of a table or figure its caption, empty
                        where there is none; else NULL */
    GPtrArray *children; /* Block, owned, of list, item and note; else NULL */
    Field id;            /* {#id} at the end of a caption or a heading, or after an image */
    gchar *label;   /* (nullable) of a note, "1"; of a table or figure what its caption begins with
                       and references set: "表1", "图2" */
    Table *table;   /* of BLOCK_TABLE */
    Figure *figure; /* of BLOCK_FIGURE */
    Span span;
} Block;

void figure_free(Figure *figure);

/* Whether the path is that of a CSV file. */
gboolean figure_is_table(const Figure *figure);

Block *block_new(BlockKind kind, Span span);
void block_free(Block *block);

/* Without columns and rows. */
Table *table_new(void);
void table_free(Table *table);

/* A new row without cells, which is the table's. (transfer none) (element-type TableCell) */
GPtrArray *table_add_row(Table *table);

/* A new cell without text, which is the row's. (transfer none) */
TableCell *table_add_cell(GPtrArray *row, Span span);

/* A new, empty array of Inline that frees its elements. */
GArray *inlines_new(void);

/* The text of all runs. (transfer full) */
gchar *inlines_text(const GArray *inlines);

/* Whether a break or space between these two characters vanishes in Chinese text: either is Han,
 * kana, a CJK mark or a full-width form. */
gboolean is_chinese_context(gunichar before, gunichar after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Block, block_free)

#endif

/* The texts of a bulletin as a copy editor reads them: one string each, with where every byte of it
 * stands in the source. */
#ifndef MKB_CHECK_UNIT_H
#define MKB_CHECK_UNIT_H

#include "model/bulletin.h"

typedef enum {
    UNIT_FIELD,     /* a value of front matter: `key` says of which key */
    UNIT_HEADING,   /* the title of a heading's folder, of an annex, a heading in an annex */
    UNIT_FINDING,   /* the title of a finding, which the template leads in: 针对…问题。 */
    UNIT_MEASURE,   /* title or paragraph of a measure; the template adds ； and 。 at the end */
    UNIT_PARAGRAPH, /* of the opening, a heading, a finding, an annex, the closing text */
    UNIT_ITEM,      /* a paragraph in a numbered list that is none of measures */
    UNIT_HEAD_CELL, /* of a table's first row */
    UNIT_CELL,
    UNIT_CAPTION, /* of a table or figure */
    UNIT_NOTE,    /* a paragraph of a footnote */
    UNIT_ALT,     /* the alternative text of an image */
} UnitKind;

/* What a byte of text belongs to: bits. */
typedef enum {
    GUARD_URL = 1 << 0,
    GUARD_EMAIL = 1 << 1,
    GUARD_ADDRESS = GUARD_URL | GUARD_EMAIL,
    GUARD_BOOK = 1 << 2, /* between 《 and 》, these not included: what is cited as it is called */
    GUARD_FILE = 1 << 3, /* a path, an id: words for the program */
} UnitGuard;

/* Text bytes [start, end) and where they stand. */
typedef struct {
    guint32 start, end;
    Span span;
    gboolean exact;    /* byte start + i stands at span.start + i; else all stand in the span */
    const Inline *run; /* (nullable) with its flags, links, references */
} UnitPiece;

typedef struct {
    UnitKind kind;
    gchar *text;    /* UTF-8 as it is set; a hard line break is LF, a reference ([](#id)) U+FFFC; a
                       footnote mark leaves nothing */
    guint32 length; /* bytes */
    GArray *pieces; /* UnitPiece, in order, without gaps between them */
    guint8 *guards; /* UnitGuard of each byte */
    Span span;      /* of the whole text */
    Span block;     /* of the paragraph, heading, item, table, value that it is or is in: what
                       <!-- mkbulletin-ignore --> before it applies to */

    const gchar *key; /* of UNIT_FIELD, in English: "title", "issuer", "contact.phone", "due" */
    const Node *node; /* (nullable) heading, finding or measure that it belongs to; not of opening,
                         closing text, annexes and bulletin.md's front matter */
    const Annex *annex; /* (nullable) that it is in */
    const Block *owner; /* (nullable) the block that has the text: paragraph, heading, table … */
    const Block *list;  /* (nullable) of UNIT_ITEM: the innermost list */
    guint row, column;  /* of cells, from 0 */
    guint index;        /* in CheckContext.units */
} TextUnit;

/* All texts of a bulletin: the front matter of bulletin.md, opening, then node after node (front
 * matter, title, text, children, closing text), closing, annexes, footnotes. What is empty is left
 * out. (transfer full) (element-type TextUnit) */
GPtrArray *units_new(const Bulletin *bulletin);
void unit_free(TextUnit *unit);

/* Where bytes [start, end) of the text stand: from where the first byte does to where the last one
 * ends. An empty range is a place between two bytes. */
Span unit_span(const TextUnit *unit, guint32 start, guint32 end);

/* The same when the source has exactly these bytes in one piece, so that they can be replaced;
 * FALSE when it does not. */
gboolean unit_exact_span(const TextUnit *unit, guint32 start, guint32 end, Span *span);

/* The piece that a byte is in. (transfer none) */
const UnitPiece *unit_piece(const TextUnit *unit, guint32 at);

/* Whether any byte of [start, end) has one of the guards. */
gboolean unit_guarded(const TextUnit *unit, guint32 start, guint32 end, guint guards);

/* The character before a byte, that at it; 0 at the ends of the text. */
gunichar unit_before(const TextUnit *unit, guint32 at);
gunichar unit_at(const TextUnit *unit, guint32 at);

/* Bytes [start, end) of the text. (transfer full) */
gchar *unit_part(const TextUnit *unit, guint32 start, guint32 end);

/* Whether this is text of the body (no field). */
gboolean unit_is_prose(const TextUnit *unit);

#endif

/* Two bulletins compared (花脸稿): what was added, removed, moved and edited, as a list, and one
 * text that holds both. */
#ifndef MKB_DIFF_COMPARE_H
#define MKB_DIFF_COMPARE_H

#include "diff/match.h"
#include "layout/reading.h"

typedef enum { CHANGE_ADDED, CHANGE_REMOVED, CHANGE_EDITED, CHANGE_MOVED, CHANGE_KINDS } ChangeKind;

/* What it is that changed. */
typedef enum {
    OF_DOCUMENT, /* the front matter of bulletin.md */
    OF_HEADING,
    OF_FINDING,
    OF_MEASURE,
    OF_ANNEX,
    OF_NOTE,
    OF_TEXT, /* a paragraph that is none of these */
    OF_TABLE,
    OF_FIGURE,
    OF_KINDS
} ChangeOf;

/* A stretch of text that is in both, or in one alone. */
typedef struct {
    TextChange change;
    gchar *text;
} Piece;

/* An array of them, each freed with it. (transfer full) */
GArray *pieces_new(void);

/* Names of what an editor may change, in both languages. (transfer none) */
typedef struct {
    const gchar *id, *chinese;
} FieldName;

typedef struct {
    ChangeKind kind;
    ChangeOf of;
    gchar *where;           /* what it is and where it stands: "问题3"; of what is gone: stood */
    gchar *old_where;       /* (nullable) the same in the old bulletin, of what is in both */
    gchar *title;           /* (nullable) the words that it is known by */
    const gchar *id;        /* (nullable) (transfer none) */
    const FieldName *field; /* (nullable) of an edit: which field; else the text */
    gchar *old_value, *new_value; /* (nullable) of a field */
    GArray *pieces;               /* (nullable) Piece: of an edit of the text */
    gchar *anchor;                /* (nullable) where it is in the text of both: "change:3" */
    gconstpointer subject;        /* the node, annex or text block, for finding it again */
} Change;

typedef struct {
    Reading *old;             /* as it was composed */
    const Bulletin *bulletin; /* (transfer none) the new one */
    Reading *both; /* (nullable) the new one with what is gone put in; marks say which is what */
    Matches *matches;
    GPtrArray *changes; /* Change, in the order of the text of both */
} Comparison;

/* Both readings are of one template; both are taken, and their bulletins must outlive the result.
 * (transfer full) */
Comparison *comparison_new(Reading *old, Reading *new);
void comparison_free(Comparison *comparison);

guint comparison_count(const Comparison *comparison, ChangeKind kind);

/* Characters that pieces of a kind have. */
guint change_characters(const Change *change, TextChange kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Comparison, comparison_free)

#endif

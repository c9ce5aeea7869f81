/* What a document consists of, whatever page it stands on: the structure elements of a tagged PDF
 * in the order of the source (ISO 32000-1 14.7, 14.8). */
#ifndef MKB_LAYOUT_STRUCTURE_H
#define MKB_LAYOUT_STRUCTURE_H

#include <glib.h>

/* The standard structure types that are used (14.8.4), H1 … H6 in their order. */
typedef enum {
    STRUCT_ARTIFACT, /* none of them: no part of the document's content (14.8.2.2) */
    STRUCT_DOCUMENT,
    STRUCT_PART, /* an annex */
    STRUCT_SECT, /* a heading with what is below it */
    STRUCT_DIV,  /* a figure with its caption, which its alternative text is not to hide */
    STRUCT_H1,
    STRUCT_H6 = STRUCT_H1 + 5,
    STRUCT_P,
    STRUCT_L,
    STRUCT_LI,
    STRUCT_LBL,
    STRUCT_LBODY,
    STRUCT_TABLE,
    STRUCT_TR,
    STRUCT_TH, /* head of a column */
    STRUCT_TD,
    STRUCT_CAPTION,
    STRUCT_FIGURE,
    STRUCT_LINK,
    STRUCT_REFERENCE,
    STRUCT_NOTE,
    STRUCT_SPAN,
    STRUCT_TYPES
} StructType;

typedef struct {
    StructType type;
    guint parent; /* stands before it; 0 of the document */
    gchar *alt; /* (nullable) of a figure: what it shows; of a link inside the document: its text */
    const gchar *language; /* (nullable) (transfer none) BCP 47, where not that of what it is in */
    guint note; /* of a reference: the note that is read after it, or 0; of a note: its number in
                   the bulletin */
} StructElement;

/* What is drawn without being content, by its kind. All other numbers below that of the document
 * are not used. */
enum {
    ARTIFACT_LAYOUT, /* rules, marks below text */
    ARTIFACT_PAGE_NUMBER,
    ARTIFACT_REPEATED, /* the head of a table on its second page */
    ARTIFACT_PROOF,    /* the grid of a proof */
    STRUCTURE_ROOT     /* the number of the document */
};

/* With the document alone. (transfer full) (element-type StructElement) */
GArray *structure_new(void);

/* A new element at the end of another. Returns its number; 0 where there is no structure. */
guint structure_add(GArray *structure, StructType type, guint parent);

static inline StructElement *structure_at(const GArray *structure, guint number)
{
    return &g_array_index(structure, StructElement, number);
}

/* Whether it is part of a line of text (14.8.4.4), and not a block of its own. A note is
 * part of the text that refers to it. */
gboolean structure_is_inline(const GArray *structure, guint number);

/* "H1" (transfer none) */
const gchar *struct_type_name(StructType type);

#endif

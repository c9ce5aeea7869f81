/* Texts that are read by themselves after the rest of a file: cells of tables, captions of figures.
 * cmark is given them once more, each as a paragraph of its own, with the definitions of links that
 * the file has. */
#ifndef MKB_SOURCE_PARTS_H
#define MKB_SOURCE_PARTS_H

#include "source/inline.h"

typedef struct {
    GArray *texts;       /* of bytes [from, to), with where their runs go */
    GArray *definitions; /* where link definitions stand */
    guint cells;         /* of all tables so far */
} Parts;

Parts *parts_new(void);
void parts_free(Parts *parts);

/* The runs of bytes [from, to), which are one line or lines of one paragraph without the last
 * line's end, are to go to `inlines`, and where they end to *end (nullable), both of which must
 * live until parts_read(). */
void parts_add(Parts *parts, guint32 from, guint32 to, GArray *inlines, guint32 *end);

/* Remembers link definitions that stand in [from, to). */
void parts_add_definitions(Parts *parts, guint32 from, guint32 to);

void parts_read(const Parts *parts, MarkdownText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Parts, parts_free)

#endif

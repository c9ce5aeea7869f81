/* A text as cmark is given it, line by line: of blank lines in a row only the first, the texts of
 * footnotes as items of lists. And where in the source stands what cmark counts in lines. */
#ifndef MKB_SOURCE_FED_H
#define MKB_SOURCE_FED_H

#include <cmark.h>

#include "source/inline.h"

typedef struct {
    guint32 start;  /* where the line begins in the source */
    guint32 origin; /* where its first column would stand, which is elsewhere in an item's line */
    gboolean note;  /* [^1]: text */
} FedLine;

/* Parses the copy of the source's bytes up to `end`. The lines that cmark counts are added to
 * `lines`. (transfer full) (element-type FedLine) */
cmark_node *fed_parse(const MarkdownText *text, guint32 end, GArray *lines);

#endif

/* The runs of one paragraph or heading. cmark's own places of inlines are bytes of the block's text
 * after its indents were cut, wrong after many constructs and absent for others; so the source is
 * walked in step with cmark's nodes, and each byte of text is met where it stands. */
#ifndef MKB_SOURCE_INLINE_H
#define MKB_SOURCE_INLINE_H

#include <cmark.h>

#include "base/diag.h"
#include "source/block.h"

/* An image as it is written: ![alt](path "caption"). */
typedef struct {
    Span span;          /* all of it */
    GArray *alt;        /* Inline: the text between the brackets */
    Span alt_span;      /* between the brackets */
    Span path, caption; /* without a source where there is none */
} ImageText;

/* A text being parsed. */
typedef struct {
    const Source *source;
    const gchar *copy; /* what cmark read: byte `start` of the source is its first */
    guint32 start;
    Diagnostics *sink;
    gsize href_bytes; /* of all runs so far */
    ImageText *image; /* (nullable) what the next image goes to; without it images are refused */
} MarkdownText;

/* Reads the inlines of a block whose text stands in [from, end). Returns where they end. */
guint32 inlines_read(MarkdownText *text, cmark_node *block, guint32 from, guint32 end,
                     GArray *inlines);

/* Whether a link's title means that a reference is to a page. */
gboolean inline_title_is_page(const gchar *title);

/* Whether a link target has a scheme that may stand in a bulletin, or is "#id". */
gboolean inline_href_is_allowed(const gchar *href);

/* Reports what an official document has no place for. */
void inline_report_no_element(const MarkdownText *text, guint32 from, guint32 to, const gchar *zh,
                              const gchar *en);

#endif

/* The walk over a block's source in step with cmark's nodes. Private to inline.c, inline_link.c. */
#ifndef MKB_SOURCE_INLINE_READER_H
#define MKB_SOURCE_INLINE_READER_H

#include "source/inline.h"
#include "source/runs.h"

typedef struct {
    gchar *href;        /* (nullable) when it may stand */
    guint id;           /* 0: no link */
    guint32 start;      /* of its [ or < */
    gboolean automatic; /* <https://…> */
} OpenLink;

typedef struct {
    MarkdownText *text;
    Runs runs;
    guint32 from, at, end;
    guint emphasis, strong; /* how many are open */
    OpenLink link, outer; /* <https://…> can stand in the text of another link, nothing else can */
    guint n_links;
    guint images; /* how many are open */
    guint32 image_start;
    ImageText *image; /* (nullable) the open image, when its text is kept; then `around` are the */
    Runs around;      /* runs that it interrupts */
    gboolean lost;    /* source and nodes do not agree: places are the whole block's from here on */
} InlineReader;

static inline const gchar *copy_at(const InlineReader *r, guint32 at)
{
    return r->text->copy + (at - r->text->start);
}

static inline guint32 place_of(const InlineReader *r, const gchar *p)
{
    return r->text->start + (guint32) (p - r->text->copy);
}

static inline Span span_between(const MarkdownText *text, guint32 from, guint32 to)
{
    return (Span){text->source, from, to};
}

/* Moves the cursor past one of `marks`, repeated `count` times. */
void inline_expect(InlineReader *r, const gchar *marks, guint count);

void inline_enter_link(InlineReader *r, cmark_node *node);
void inline_leave_link(InlineReader *r, cmark_node *node);
void inline_enter_image(InlineReader *r);
void inline_leave_image(InlineReader *r);

#endif

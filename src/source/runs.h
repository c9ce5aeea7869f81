/* Builds the runs of a block: merges what belongs together, resolves soft line breaks. */
#ifndef MKB_SOURCE_RUNS_H
#define MKB_SOURCE_RUNS_H

#include "source/block.h"

typedef struct {
    const Source *source;
    GArray *inlines;
    InlineFlags style; /* of what is added next */
    const gchar *href; /* (nullable) (transfer none) of what is added next */
    guint link;        /* which link that is, 0 outside of links */
    gboolean muted;    /* nothing is added: the alternative text of an image */
    gboolean visible;  /* something was added since the caller last cleared it */
    gsize *href_bytes; /* of all runs of the text so far */
    gunichar before;   /* the last visible character, 0 at the start of a line */
    guint last_link;   /* of the last run */
    Span space;        /* a soft break that waits for what follows; no source: none */
    InlineFlags space_style;
    guint space_link;
} Runs;

/* Targets are copied to each run of a link; past this many bytes of them runs get none. */
#define RUNS_MOST_HREF_BYTES ((gsize) 16 * 1024 * 1024)

/* The visible character that a reference is taken for, 一: a number of a heading will stand there.
 */
#define RUNS_REFERENCE ((gunichar) 0x4E00)

/* Text that is not what stands in the source at its place. (transfer full) */
void runs_add_text(Runs *runs, gchar *text, Span span);

/* The source's bytes [from, to), as they are. */
void runs_add_verbatim(Runs *runs, guint32 from, guint32 to);

/* To the number of what the link points to, or to that of its page. */
void runs_add_reference(Runs *runs, Span span, gboolean page);

/* A footnote mark, which stands at `span` in the source: [^1]. */
void runs_add_note(Runs *runs, Span span);

void runs_soft_break(Runs *runs, Span span);
void runs_hard_break(Runs *runs, Span span);

/* Takes the verbatim runs' text, which until now only have their places. */
void runs_finish(Runs *runs);

#endif

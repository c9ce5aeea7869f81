/* The whole bulletin as texts in the order of reading, in the words and numbers that the template
 * gives, before fonts and pages: what HTML and plain text are made from, so that they say what the
 * pages say. */
#ifndef MKB_LAYOUT_READING_H
#define MKB_LAYOUT_READING_H

#include "layout/compose.h"
#include "layout/layout.h"

struct Reading {
    const Bulletin *bulletin;
    const Template *template;
    Masthead *masthead; /* (nullable) owns what is in `head` */
    GPtrArray *head;    /* TextBlock: the masthead's lines; none where there is no masthead */
    GPtrArray *blocks;  /* TextBlock */
    GPtrArray *notes;   /* TextBlock: each footnote */
    GArray *note_order; /* Note, as they are set */
    GArray *structure;  /* (nullable) StructElement: what the texts consist of */
};

/* References to pages say what `page_labels` has. What the template has no place for, and what its
 * masthead lacks, is reported. Bulletin and template must outlive it. (transfer full) */
Reading *reading_new(const Bulletin *bulletin, const Template *template, GHashTable *page_labels,
                     Diagnostics *sink);

/* The same with its structure, which pages need. (transfer full) */
Reading *reading_new_tagged(const Bulletin *bulletin, const Template *template,
                            GHashTable *page_labels, Diagnostics *sink);
void reading_free(Reading *reading);

/* Whether a block stands in the text: recipients in the imprint are those at the head again. */
gboolean reading_shows(const TextBlock *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Reading, reading_free)

#endif

/* Which heading, finding, measure and annex of one bulletin is which of another: by id, then by
 * text, then by how much of the text is the same. */
#ifndef MKB_DIFF_MATCH_H
#define MKB_DIFF_MATCH_H

#include "model/bulletin.h"

typedef struct Matches Matches;

/* Both bulletins must outlive it. (transfer full) */
Matches *matches_new(const Bulletin *old, const Bulletin *new);
void matches_free(Matches *matches);

/* What a node or annex of either bulletin is in the other; NULL: it is in one alone.
 * (transfer none) (nullable) */
const Node *matches_node(const Matches *matches, const Node *node);
const Annex *matches_annex(const Matches *matches, const Annex *annex);

/* Whether it stands below another heading or finding, or in another order beside the same. */
gboolean matches_moved(const Matches *matches, const Node *node);

/* Whether it or anything that it is in was moved. */
gboolean matches_moved_along(const Matches *matches, const Node *node);

/* Whether a node is one of the old bulletin. */
gboolean matches_is_old(const Matches *matches, const Node *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Matches, matches_free)

#endif

/* The longest common subsequence of two rows of numbers, or nearly: in time that grows with their
 * length. */
#ifndef MKB_DIFF_LCS_H
#define MKB_DIFF_LCS_H

#include <glib.h>

#define LCS_NONE G_MAXUINT32

/* Sets match[i] to the place in `b` that `a[i]` is paired with, LCS_NONE where there is none;
 * `match` has room for n. Pairs never cross. Swapped arguments give the same pairs, as far as what
 * is found once on each side and all rows of up to 1,000 tell. */
void lcs_match(const guint32 *a, guint n, const guint32 *b, guint m, guint32 *match);

/* Of numbers that are all different marks those that stay when as few as can be are taken out so
 * that the rest rises. */
void longest_rise(const guint32 *numbers, guint n, gboolean *stays);

#endif

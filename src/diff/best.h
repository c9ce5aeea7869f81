/* Pairs of two rows that go together best, none crossing another. */
#ifndef MKB_DIFF_BEST_H
#define MKB_DIFF_BEST_H

#include <glib.h>

/* How well two go together; 0: not at all. */
typedef guint (*Fitness)(gconstpointer data, guint i, guint k);

/* Sets match[i] to the place that i of n goes with among m, LCS_NONE where it goes with none, so
 * that all pairs fit as well as can be. Takes n × m steps. */
void best_pairs(guint n, guint m, Fitness fitness, gconstpointer data, guint32 *match);

#endif

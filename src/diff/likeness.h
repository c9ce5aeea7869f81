/* How much two texts have in common. */
#ifndef MKB_DIFF_LIKENESS_H
#define MKB_DIFF_LIKENESS_H

#include <glib.h>

/* Pairs of neighbouring characters of a text, sorted. */
typedef struct {
    GArray *pairs; /* guint64 */
} Likeness;

void likeness_init(Likeness *likeness, const gchar *text);
void likeness_clear(Likeness *likeness);

/* An array of `count`, each made by likeness_init(). */
void likenesses_free(Likeness *all, guint count);

/* Thousandths of the pairs of both that both have: 1000 for the same text. */
guint likeness_of(const Likeness *a, const Likeness *b);

#endif

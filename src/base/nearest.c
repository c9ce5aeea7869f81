#include "base/diag.h"

/* Characters to replace, put in, leave out or exchange with their neighbour, at least:
 * Levenshtein's distance with transpositions, three rows of the table at a time. */
static glong edit_distance(const gunichar *a, glong a_length, const gunichar *b, glong b_length)
{
    g_autofree glong *table = g_new(glong, 3 * (b_length + 1));
    glong *row = table, *last = row + b_length + 1, *before_last = last + b_length + 1;

    for (glong j = 0; j <= b_length; j++)
        row[j] = j;
    for (glong i = 1; i <= a_length; i++) {
        glong *oldest = before_last;
        before_last = last;
        last = row;
        row = oldest;
        row[0] = i;
        for (glong j = 1; j <= b_length; j++) {
            gboolean same = a[i - 1] == b[j - 1];
            row[j] = MIN(last[j - 1] + !same, 1 + MIN(last[j], row[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = MIN(row[j], before_last[j - 2] + 1);
        }
    }
    return row[b_length];
}

const gchar *nearest_word(const gchar *word, const gchar *const *known)
{
    glong length, other_length;
    g_autofree gunichar *characters = g_utf8_to_ucs4(word, -1, NULL, &length, NULL);
    const gchar *nearest = NULL;

    if (!characters)
        return NULL;
    /* A third of the word may differ, but never all of it. */
    glong limit = MIN(MAX(1, length / 3), length - 1);
    for (; *known && limit > 0; known++) {
        g_autofree gunichar *other = g_utf8_to_ucs4(*known, -1, NULL, &other_length, NULL);
        if (!other || ABS(other_length - length) > limit)
            continue;
        glong distance = edit_distance(characters, length, other, other_length);
        if (distance <= limit) {
            nearest = *known;
            limit = distance - 1; /* the first of equals stays */
        }
    }
    return nearest;
}

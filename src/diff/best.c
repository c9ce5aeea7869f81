#include "diff/best.h"

#include "diff/lcs.h"

void best_pairs(guint n, guint m, Fitness fitness, gconstpointer data, guint32 *match)
{
    g_autofree guint *best = g_new0(guint, (gsize) (n + 1) * (m + 1));
    g_autofree guint *fit = g_new0(guint, (gsize) n * m + 1);

    for (guint i = n; i-- > 0;)
        for (guint k = m; k-- > 0;) {
            guint *cell = best + (gsize) i * (m + 1) + k;
            guint own = fit[(gsize) i * m + k] = fitness(data, i, k);
            *cell = MAX(cell[1], cell[m + 1]);
            if (own > 0)
                *cell = MAX(*cell, own + cell[m + 2]);
        }
    for (guint i = 0; i < n; i++)
        match[i] = LCS_NONE;
    for (guint i = 0, k = 0; i < n && k < m;) {
        const guint *cell = best + (gsize) i * (m + 1) + k;
        guint own = fit[(gsize) i * m + k];
        if (own > 0 && *cell == own + cell[m + 2])
            match[i++] = k++;
        else if (*cell == cell[m + 1])
            i++;
        else
            k++;
    }
}

#include "layout/table_columns.h"

#include <string.h>

static Len most(const ColumnNeed *need)
{
    return MAX(need->natural, need->least);
}

static Len least(const ColumnNeed *need, Len comfort)
{
    return MAX(need->least, MIN(need->natural, comfort));
}

gboolean columns_fit(const ColumnNeed *needs, guint n, Len comfort, Len width)
{
    Len sum = 0;

    for (guint i = 0; i < n; i++)
        sum += least(&needs[i], comfort);
    return sum <= width;
}

void columns_keep_brief(ColumnNeed *needs, guint n, Len brief, Len comfort, Len width)
{
    g_autofree ColumnNeed *kept = g_memdup2(needs, n * sizeof *needs);

    for (guint i = 0; i < n; i++)
        if (kept[i].natural <= brief)
            kept[i].least = most(&kept[i]);
    if (columns_fit(kept, n, comfort, width))
        memcpy(needs, kept, n * sizeof *needs);
}

/* What is left of `width` goes to the columns in proportion to their weights. Running sums: the
 * parts add up to the whole. */
static void share_rest(Len *widths, const Len *weights, guint n, Len width)
{
    Len all = 0, given = 0, before = 0, rest = width;

    for (guint i = 0; i < n; i++) {
        all += weights[i];
        rest -= widths[i];
    }
    for (guint i = 0; i < n; i++) {
        given += weights[i];
        Len after = all > 0 ? rest * given / all : rest * (i + 1) / n;
        widths[i] += after - before;
        before = after;
    }
}

/* As many columns as can have room for all their words; the others have so much each, and the words
 * that are longer than that are broken. */
static Len longest_words(const ColumnNeed *needs, guint n, Len width)
{
    Len room = 0, rest = width;

    for (guint longer = n; longer > 0 && rest / longer > room;) {
        room = rest / longer;
        rest = width;
        longer = 0;
        for (guint i = 0; i < n; i++) {
            if (needs[i].least > room)
                longer++;
            else
                rest -= needs[i].least;
        }
    }
    return room;
}

static void share_among_words(const ColumnNeed *needs, guint n, Len width, Len *widths)
{
    g_autofree Len *weights = g_new0(Len, n);
    Len room = longest_words(needs, n, width);

    for (guint i = 0; i < n; i++) {
        widths[i] = MIN(needs[i].least, room);
        weights[i] = needs[i].least > room ? 1 : 0;
    }
    share_rest(widths, weights, n, width);
}

void columns_share(const ColumnNeed *needs, guint n, Len comfort, Len width, Len *widths)
{
    g_autofree Len *weights = g_new(Len, n);
    gboolean all_fit = columns_fit(needs, n, G_MAXINT64, width);

    if (!columns_fit(needs, n, 0, width)) {
        share_among_words(needs, n, width, widths);
        return;
    }
    if (!columns_fit(needs, n, comfort, width))
        comfort = 0;
    for (guint i = 0; i < n; i++) {
        widths[i] = all_fit ? most(&needs[i]) : least(&needs[i], comfort);
        weights[i] = all_fit ? MAX(most(&needs[i]), 1) : most(&needs[i]) - widths[i];
    }
    share_rest(widths, weights, n, width);
}

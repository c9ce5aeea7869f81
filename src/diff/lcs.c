#include "diff/lcs.h"

#include <string.h>

/* A stretch without anchors is compared cell by cell up to so many cells. */
#define MOST_CELLS 1000000

typedef struct {
    const guint32 *a, *b;
    guint32 *match;
} Rows;

typedef struct {
    guint a, b; /* places of what each row has once */
} Anchor;

typedef struct {
    guint a_first, a_last, b_first, b_last;
} Stretch;

/* ---- rises ---- */

void longest_rise(const guint32 *numbers, guint n, gboolean *stays)
{
    g_autofree guint *tails = g_new(guint, n + 1), *before = g_new(guint, n + 1);
    guint length = 0;

    memset(stays, 0, n * sizeof *stays);
    for (guint i = 0; i < n; i++) {
        guint low = 0, high = length;
        while (low < high) {
            guint middle = (low + high) / 2;
            if (numbers[tails[middle]] < numbers[i])
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
        tails[low] = i;
        length = MAX(length, low + 1);
    }
    for (guint i = length > 0 ? tails[length - 1] : G_MAXUINT; i != G_MAXUINT; i = before[i])
        stays[i] = TRUE;
}

/* ---- anchors ---- */

typedef struct {
    guint count_a, count_b, at_a, at_b;
} Seen;

static Seen *seen_of(GHashTable *table, guint32 number)
{
    Seen *seen = g_hash_table_lookup(table, GUINT_TO_POINTER(number));

    if (!seen) {
        seen = g_new0(Seen, 1);
        g_hash_table_insert(table, GUINT_TO_POINTER(number), seen);
    }
    return seen;
}

/* What stands once in each row, in the order of `a`, without those that cross. (transfer full) */
static GArray *anchors_of(const Rows *rows, const Stretch *in)
{
    g_autoptr(GHashTable) table = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Anchor));
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint32));
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(Anchor));

    for (guint i = in->a_first; i < in->a_last; i++) {
        Seen *seen = seen_of(table, rows->a[i]);
        seen->count_a++;
        seen->at_a = i;
    }
    for (guint i = in->b_first; i < in->b_last; i++) {
        Seen *seen = seen_of(table, rows->b[i]);
        seen->count_b++;
        seen->at_b = i;
    }
    for (guint i = in->a_first; i < in->a_last; i++) {
        const Seen *seen = seen_of(table, rows->a[i]);
        if (seen->count_a != 1 || seen->count_b != 1)
            continue;
        Anchor anchor = {i, seen->at_b};
        guint32 place = seen->at_b;
        g_array_append_val(all, anchor);
        g_array_append_val(places, place);
    }
    g_autofree gboolean *stays = g_new0(gboolean, all->len + 1);
    longest_rise((const guint32 *) (gpointer) places->data, all->len, stays);
    for (guint i = 0; i < all->len; i++)
        if (stays[i])
            g_array_append_val(kept, g_array_index(all, Anchor, i));
    return kept;
}

/* ---- cell by cell ---- */

static void compare_cells(const Rows *rows, const Stretch *in)
{
    guint n = in->a_last - in->a_first, m = in->b_last - in->b_first;
    g_autofree guint16 *length = NULL;

    if (n == 0 || m == 0 || (guint64) n * m > MOST_CELLS)
        return;
    length = g_new0(guint16, (gsize) (n + 1) * (m + 1));
    for (guint i = n; i-- > 0;)
        for (guint k = m; k-- > 0;) {
            guint16 *cell = length + (gsize) i * (m + 1) + k;
            if (rows->a[in->a_first + i] == rows->b[in->b_first + k])
                *cell = cell[m + 2] < G_MAXUINT16 ? cell[m + 2] + 1 : G_MAXUINT16;
            else
                *cell = MAX(cell[1], cell[m + 1]);
        }
    for (guint i = 0, k = 0; i < n && k < m;) {
        const guint16 *cell = length + (gsize) i * (m + 1) + k;
        if (rows->a[in->a_first + i] == rows->b[in->b_first + k]) {
            rows->match[in->a_first + i] = in->b_first + k;
            i++;
            k++;
        } else if (cell[m + 1] >= cell[1]) {
            i++;
        } else {
            k++;
        }
    }
}

/* ---- both ---- */

/* Pairs what is the same at both ends, and takes it off. */
static void trim(const Rows *rows, Stretch *in)
{
    while (in->a_first < in->a_last && in->b_first < in->b_last &&
           rows->a[in->a_first] == rows->b[in->b_first])
        rows->match[in->a_first++] = in->b_first++;
    while (in->a_first < in->a_last && in->b_first < in->b_last &&
           rows->a[in->a_last - 1] == rows->b[in->b_last - 1])
        rows->match[--in->a_last] = --in->b_last;
}

static void compare(const Rows *rows, Stretch in)
{
    trim(rows, &in);
    if (in.a_first == in.a_last || in.b_first == in.b_last)
        return;
    /* Anchors first where cell by cell is too much: a short stretch has its best pairs. */
    if ((guint64) (in.a_last - in.a_first) * (in.b_last - in.b_first) <= MOST_CELLS) {
        compare_cells(rows, &in);
        return;
    }
    g_autoptr(GArray) anchors = anchors_of(rows, &in);
    guint a = in.a_first, b = in.b_first;

    for (guint i = 0; i < anchors->len; i++) {
        const Anchor *anchor = &g_array_index(anchors, Anchor, i);
        compare(rows, (Stretch){a, anchor->a, b, anchor->b});
        rows->match[anchor->a] = anchor->b;
        a = anchor->a + 1;
        b = anchor->b + 1;
    }
    if (anchors->len > 0)
        compare(rows, (Stretch){a, in.a_last, b, in.b_last});
}

void lcs_match(const guint32 *a, guint n, const guint32 *b, guint m, guint32 *match)
{
    Rows rows = {a, b, match};

    for (guint i = 0; i < n; i++)
        match[i] = LCS_NONE;
    compare(&rows, (Stretch){0, n, 0, m});
}

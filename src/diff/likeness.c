#include "diff/likeness.h"

/* So much of a text tells what it is about. */
#define MOST_PAIRS 4000

static gint compare_pairs(gconstpointer a, gconstpointer b)
{
    guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

    return one < other ? -1 : one > other;
}

void likeness_init(Likeness *likeness, const gchar *text)
{
    gunichar before = 0;

    likeness->pairs = g_array_new(FALSE, FALSE, sizeof(guint64));
    for (const gchar *at = text; *at && likeness->pairs->len < MOST_PAIRS;
         at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        guint64 pair = (guint64) before << 32 | c;
        if (g_unichar_isspace(c))
            continue;
        g_array_append_val(likeness->pairs, pair);
        before = c;
    }
    g_array_sort(likeness->pairs, compare_pairs);
}

void likeness_clear(Likeness *likeness)
{
    g_clear_pointer(&likeness->pairs, g_array_unref);
}

void likenesses_free(Likeness *all, guint count)
{
    for (guint i = 0; i < count; i++)
        likeness_clear(&all[i]);
    g_free(all);
}

guint likeness_of(const Likeness *a, const Likeness *b)
{
    const guint64 *one = (const guint64 *) (gpointer) a->pairs->data;
    const guint64 *other = (const guint64 *) (gpointer) b->pairs->data;
    guint n = a->pairs->len, m = b->pairs->len, common = 0;

    for (guint i = 0, k = 0; i < n && k < m;) {
        if (one[i] == other[k])
            common++;
        guint64 left = one[i], right = other[k];
        i += left <= right;
        k += right <= left;
    }
    return n + m > 0 ? 2000 * common / (n + m) : 1000;
}

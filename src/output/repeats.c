#include "output/repeats.h"

#include <string.h>

/* How Cairo writes such a list: "   /XObject << /x5 5 0 R /x5 5 0 R >>\n". Streams are compressed,
 * but for the content of pages, where text is numbers of glyphs: none of them has it. What follows
 * must look like a list to its end. */
static const gchar head[] = "\n   /XObject <<";

/* Past "/x5 5 0 R" at `at`; NULL where there is no such thing. */
static gchar *entry_end(gchar *at, const gchar *end)
{
    gchar *name_end = at, *number_end;

    if (end - at < 2 || at[0] != '/' || at[1] != 'x')
        return NULL;
    for (name_end += 2; name_end < end && g_ascii_isdigit(*name_end);)
        name_end++;
    if (name_end == end || *name_end != ' ')
        return NULL;
    for (number_end = name_end + 1; number_end < end && g_ascii_isdigit(*number_end);)
        number_end++;
    return end - number_end >= 4 && memcmp(number_end, " 0 R", 4) == 0 ? number_end + 4 : NULL;
}

/* The entries of the list that begins at `at`, places in `starts` and `ends`. FALSE where it is
 * none. */
static gboolean read_list(gchar *at, const gchar *end, GPtrArray *starts, GPtrArray *ends)
{
    while (end - at >= 3 && *at == ' ') {
        gchar *entry = at + 1;
        if (memcmp(entry, ">>", 2) == 0)
            return TRUE;
        at = entry_end(entry, end);
        if (!at)
            return FALSE;
        g_ptr_array_add(starts, entry);
        g_ptr_array_add(ends, at);
    }
    return FALSE;
}

static void blank_repeats(const GPtrArray *starts, const GPtrArray *ends)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < starts->len; i++) {
        gchar *start = starts->pdata[i];
        gsize length = (gsize) ((gchar *) ends->pdata[i] - start);
        if (!g_hash_table_add(seen, g_strndup(start, length)))
            memset(start, ' ', length);
    }
}

void blank_repeated_images(GByteArray *pdf)
{
    gchar *at = (gchar *) pdf->data;

    if (pdf->len == 0)
        return;
    const gchar *end = at + pdf->len;

    while ((at = memmem(at, (gsize) (end - at), head, strlen(head))) != NULL) {
        g_autoptr(GPtrArray) starts = g_ptr_array_new(), ends = g_ptr_array_new();
        at += strlen(head);
        if (read_list(at, end, starts, ends))
            blank_repeats(starts, ends);
    }
}

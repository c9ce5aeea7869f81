#include "source/note_scan.h"

#include "base/text.h"

#include <string.h>

#define LONGEST_MARK 100 /* bytes */
#define EDGE '^'         /* punctuation to cmark, as brackets are, but no syntax */

const gchar *note_scan_plain(const gchar *p, const gchar *end)
{
    if (end - p < 4 || p[0] != '[' || p[1] != '^')
        return NULL;
    const gchar *start = p;
    for (p += 2; p < end && p - start < LONGEST_MARK; p++) {
        if (*p == ']')
            return p - start > 2 ? p + 1 : NULL;
        if (*p == '[' || g_ascii_isspace(*p))
            return NULL;
    }
    return NULL;
}

/* ![^1](…) */
static gboolean is_of_image(const gchar *start, const gchar *p, const gchar *after)
{
    return p > start && p[-1] == '!' && !text_is_escaped(start, p - 1) && *after == '(';
}

void note_scan_disguise(gchar *copy, gchar *end)
{
    for (gchar *p = memchr(copy, '[', (gsize) (end - copy)); p;) {
        const gchar *after = text_is_escaped(copy, p) ? NULL : note_scan_plain(p, end);
        gsize length = after && !is_of_image(copy, p, after) ? (gsize) (after - p) : 0;
        if (length > 0) {
            memset(p, NOTE_FILLER, length);
            p[0] = p[length - 1] = EDGE;
        }
        p += MAX(length, 1);
        p = memchr(p, '[', (gsize) (end - p));
    }
}

const gchar *note_scan_mark(const gchar *p, const gchar *end)
{
    if (end - p < 4 || p[0] != EDGE || p[1] != NOTE_FILLER)
        return NULL;
    for (p++; p < end && *p == NOTE_FILLER;)
        p++;
    return p < end && *p == EDGE ? p + 1 : NULL;
}

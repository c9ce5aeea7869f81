#include "base/text.h"

#include "base/width.h"

#include <string.h>

gunichar text_char(const gchar *at, const gchar *end, gsize *bytes)
{
    gunichar c = *at == '\0' ? 0 : g_utf8_get_char_validated(at, end - at);

    if (c == (gunichar) -1 || c == (gunichar) -2) {
        *bytes = 1;
        return TEXT_NOT_UTF8;
    }
    *bytes = c == 0 ? 1 : (gsize) (g_utf8_next_char(at) - at);
    return c;
}

const gchar *text_before(const gchar *start, const gchar *at)
{
    gsize bytes;

    for (const gchar *p = at - 1; p >= start && at - p <= 4; p--)
        if (text_char(p, at, &bytes) != TEXT_NOT_UTF8 && p + bytes == at)
            return p;
    return at > start ? at - 1 : at;
}

gboolean text_is_escaped(const gchar *start, const gchar *at)
{
    gboolean escaped = FALSE;

    for (; at > start && at[-1] == '\\'; at--)
        escaped = !escaped;
    return escaped;
}

guint text_count(const gchar *start, const gchar *end)
{
    guint count = 0;
    gsize bytes;

    for (const gchar *at = start; at < end; at += bytes, count++)
        text_char(at, end, &bytes);
    return count;
}

const gchar *text_skip_mark(const gchar *start, const gchar *end)
{
    return end - start >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0 ? start + 3 : start;
}

gboolean text_is_visible(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED:
        return FALSE;
    default:
        return TRUE;
    }
}

/* ##[…], ##vso[…], ##teamcity[…]: some build servers obey these anywhere in a line. */
static gboolean begins_command(const gchar *at, const gchar *end)
{
    if (end - at < 3 || at[0] != '#' || at[1] != '#')
        return FALSE;
    for (at += 2; at < end && g_ascii_isalpha(*at); at++)
        continue;
    return at < end && *at == '[';
}

guint text_append_visible(GString *out, const gchar **at, const gchar *end)
{
    const gchar *start = *at;
    gsize bytes, before = out->len;
    gunichar c = text_char(start, end, &bytes);

    *at = start + bytes;
    if (c == '\t') {
        g_string_append_c(out, ' ');
        return 1;
    }
    if (c != TEXT_NOT_UTF8 && text_is_visible(c) && !begins_command(start, end)) {
        g_string_append_len(out, start, (gssize) bytes);
        return char_display_width(c);
    }
    if (c == TEXT_NOT_UTF8 || c < 0x80)
        g_string_append_printf(out, "\\x%02X", (guint) (guchar) *start);
    else
        g_string_append_printf(out, "\\u{%04X}", c);
    return (guint) (out->len - before);
}

void text_append_string(GString *out, const gchar *string)
{
    const gchar *end = string + strlen(string);

    while (string < end)
        text_append_visible(out, &string, end);
}

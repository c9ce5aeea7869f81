#include "source/ident.h"

#include <string.h>

#define LONGEST_IDENT 200 /* bytes; a brace further back begins something else */

gboolean ident_is_valid(const gchar *text)
{
    for (const gchar *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gboolean ascii =
            c < 0x80 && (g_ascii_isalnum((gchar) c) || c == '-' || c == '_' || c == '.');
        if (!ascii && g_unichar_get_script(c) != G_UNICODE_SCRIPT_HAN)
            return FALSE;
    }
    return *text != '\0';
}

/* Where the { of an {#id} stands that ends at `end`; `end` when there is none. */
static guint32 find_brace(const gchar *text, guint32 end)
{
    guint32 at = end - 1, first = end > LONGEST_IDENT ? end - LONGEST_IDENT : 0;
    if (text[at] != '}')
        return end;
    while (at > first && !strchr("{\r\n", text[at]))
        at--;
    gboolean escaped = FALSE;
    for (guint32 p = at; p > 0 && text[p - 1] == '\\'; p--)
        escaped = !escaped;
    return text[at] == '{' && text[at + 1] == '#' && !escaped ? at : end;
}

static void cut_run(Inline *run, guint32 end)
{
    run->span.end = end;
    run->text[end - run->span.start] = '\0';
}

/* Takes away what stands at `end` and behind it, and blanks before it. */
static void cut(GArray *inlines, guint32 end)
{
    for (guint n = inlines->len; n > 0; n = inlines->len) {
        Inline *run = &g_array_index(inlines, Inline, n - 1);
        gboolean verbatim = run->flags & INLINE_VERBATIM;
        if (verbatim && run->span.end > end && run->span.start < end)
            cut_run(run, end);
        if (verbatim && run->span.end <= end)
            while (run->span.end > run->span.start &&
                   strchr(" \t", run->text[strlen(run->text) - 1]))
                cut_run(run, run->span.end - 1);
        gboolean blank = strcmp(run->text, " ") == 0 || (run->flags & INLINE_BREAK);
        if (run->span.start < end && run->span.start < run->span.end && !blank)
            return;
        g_array_set_size(inlines, n - 1);
    }
}

gboolean ident_take(GArray *inlines, Field *id, Diagnostics *sink)
{
    if (inlines->len == 0)
        return FALSE;
    const Inline *last = &g_array_index(inlines, Inline, inlines->len - 1);
    const Source *source = last->span.source;
    guint32 end = last->span.end;
    if (!(last->flags & INLINE_VERBATIM) || last->href)
        return FALSE;
    while (end > last->span.start && strchr(" \t", source->text[end - 1]))
        end--;
    guint32 brace = end > last->span.start ? find_brace(source->text, end) : end;
    if (brace == end)
        return FALSE;
    g_autofree gchar *text = g_strndup(source->text + brace + 2, end - brace - 3);
    Span span = {source, brace + 2, end - 1};
    cut(inlines, brace);
    if (ident_is_valid(text))
        *id = (Field){g_steal_pointer(&text), span};
    else
        diag_report(sink, RULE_BAD_ID, (Span){source, brace, end}, text, NULL);
    return TRUE;
}

/* Whether a value begins behind this place. */
static gboolean begins_value(const gchar *text, guint32 from, guint32 at)
{
    while (at > from && text[at - 1] == ' ')
        at--;
    return at > from && strchr(":,[{", text[at - 1]);
}

/* Where a value in quotes begins whose last quote stands at `close`; `close` when it ends none. */
static guint32 find_quote(const gchar *text, guint32 from, guint32 close, guint32 end)
{
    gchar quote = text[close];
    guint32 next = close + 1;

    while (next < end && text[next] == ' ')
        next++;
    if (next < end && !strchr(",]}", text[next]))
        return close;
    for (guint32 at = close; at > from && !strchr("\r\n", text[at - 1]); at--) {
        gboolean escaped = at - 1 > from && text[at - 2] == (quote == '"' ? '\\' : quote);
        if (text[at - 1] == quote && !escaped)
            return begins_value(text, from, at - 1) ? at - 1 : close;
        if (text[at - 1] == quote)
            at--;
    }
    return close;
}

/* Where the { stands of the braces that end at `end`, on one line; `end` when there are none.
 * Braces in quotes are of a value. */
static guint32 find_properties(const Source *source, guint32 from, guint32 end)
{
    const gchar *text = source->text;
    gboolean colon = FALSE;

    if (end <= from || text[end - 1] != '}')
        return end;
    for (guint32 at = end - 1; at > from; at--) {
        gchar c = text[at - 1];
        if (c == '"' || c == '\'')
            at = find_quote(text, from, at - 1, end) + 1;
        else if (c == '{')
            return colon && text[at] != '#' && (at < 2 || text[at - 2] != '\\') ? at - 1 : end;
        else if (c == '}' || c == '\n' || c == '\r')
            return end;
        colon = colon || c == ':';
    }
    return end;
}

gboolean properties_take(GArray *inlines, Span *yaml)
{
    if (inlines->len == 0)
        return FALSE;
    const Inline *first = &g_array_index(inlines, Inline, 0);
    const Inline *last = &g_array_index(inlines, Inline, inlines->len - 1);
    const Source *source = last->span.source;
    guint32 end = last->span.end;
    while (end > first->span.start && strchr(" \t", source->text[end - 1]))
        end--;
    guint32 brace = find_properties(source, first->span.start, end);
    if (brace == end)
        return FALSE;
    *yaml = (Span){source, brace, end};
    cut(inlines, brace);
    return TRUE;
}

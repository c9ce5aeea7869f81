#include "source/markdown_guard.h"

#include <string.h>

#include "source/note_scan.h"

#define MOST_DEPTH 100
/* Every blank line costs cmark one step a level; levels grow by two columns at least. */
#define MOST_INDENT 800
/* Images that are never closed cost a step for each one before. */
#define MOST_IMAGES 1000

/* A list or quote marker at p, with the blanks after it; 0 when there is none. */
static gsize marker_length(const gchar *p, const gchar *end)
{
    gsize length = 1;
    if (*p == '>')
        return length;
    if (g_ascii_isdigit(*p)) {
        while (p + length < end && g_ascii_isdigit(p[length]))
            length++;
        if (p + length >= end || !strchr(".)", p[length]))
            return 0;
        length++;
    } else if (!strchr("-+*", *p)) {
        return 0;
    }
    return p + length == end || strchr(" \t", p[length]) ? length : 0;
}

static gboolean line_is_too_deep(const gchar *line, const gchar *end)
{
    guint markers = 0, columns = 0;
    while (end > line && strchr(" \t", end[-1])) /* a blank line of any width is harmless */
        end--;
    for (const gchar *p = line; p < end && markers <= MOST_DEPTH && columns <= MOST_INDENT;) {
        gsize marker = 0;
        if (*p == ' ' || *p == '\t')
            columns += *p == '\t' ? 4 : 1;
        else if ((marker = marker_length(p, end)) == 0)
            return FALSE;
        else
            markers++;
        p += MAX(marker, 1);
    }
    return markers > MOST_DEPTH || columns > MOST_INDENT;
}

/* The text of a footnote may begin with markers too. */
static const gchar *after_note_mark(const gchar *line, const gchar *end)
{
    const gchar *after = note_scan_plain(line, end);
    return after && after < end && *after == ':' ? after + 1 : line;
}

static guint count_images(const gchar *line, const gchar *end)
{
    guint count = 0;
    for (const gchar *p = line; (p = memchr(p, '!', (gsize) (end - p))) != NULL; p++)
        count += p + 1 < end && p[1] == '[';
    return count;
}

static void report(const Source *source, const gchar *line, gsize length, const gchar *zh,
                   const gchar *en, Diagnostics *sink)
{
    guint32 from = (guint32) (line - source->text);
    diag_report(sink, RULE_LIMIT, (Span){source, from, from + (guint32) MIN(length, 1)}, zh, en,
                NULL);
}

gboolean markdown_guard(const Source *source, guint32 start, guint32 end, Diagnostics *sink)
{
    const gchar *stop = source->text + end;
    guint images = 0;
    for (const gchar *line = source->text + start; line < stop;) {
        gsize length = MIN(strcspn(line, "\r\n"), (gsize) (stop - line));
        images = length > 0 ? images + count_images(line, line + length) : 0;
        if (line_is_too_deep(after_note_mark(line, line + length), line + length)) {
            report(source, line, length, "列表或缩进超过 100 层",
                   "lists or indents deeper than 100 levels", sink);
            return FALSE;
        }
        if (images > MOST_IMAGES) {
            report(source, line, length, "一段文字里多于 1000 个“![”",
                   "more than 1000 '![' in one paragraph", sink);
            return FALSE;
        }
        line += length;
        line += line < stop && line[0] == '\r' && line[1] == '\n' ? 2 : 1;
    }
    return TRUE;
}

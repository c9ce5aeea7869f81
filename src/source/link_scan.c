#include "source/link_scan.h"

#include <string.h>

#include "source/entity.h"

#define LONGEST_LABEL 1000 /* CommonMark's own limits */
#define MOST_PARENTHESES 32

static const gchar *skip_blanks(const gchar *p, const gchar *end)
{
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    return p;
}

static const gchar *skip_newline(const gchar *p, const gchar *end)
{
    if (p < end && *p == '\r')
        p++;
    if (p < end && *p == '\n')
        p++;
    return p;
}

const gchar *link_scan_line_end(const gchar *p, const gchar *end)
{
    p = skip_blanks(p, end);
    const gchar *next = skip_newline(p, end);
    return next > p ? skip_blanks(next, end) : p;
}

static gboolean is_escape(const gchar *p, const gchar *end)
{
    return *p == '\\' && p + 1 < end && g_ascii_ispunct(p[1]);
}

/* [ … ], without brackets inside. */
static const gchar *scan_label(const gchar *p, const gchar *end)
{
    const gchar *start = ++p;
    while (p < end && *p != '[' && *p != ']') {
        p += is_escape(p, end) ? 2 : 1;
        if (p - start > LONGEST_LABEL)
            return NULL;
    }
    return p < end && *p == ']' ? p + 1 : NULL;
}

static const gchar *scan_pointed_target(const gchar *p, const gchar *end, LinkTarget *target)
{
    target->start = ++p;
    while (p < end && *p != '>') {
        if (*p == '<' || *p == '\n' || *p == '\r')
            return NULL;
        p += is_escape(p, end) ? 2 : 1;
    }
    target->end = p;
    return p < end ? p + 1 : NULL;
}

static const gchar *scan_target(const gchar *p, const gchar *end, LinkTarget *target)
{
    if (p < end && *p == '<')
        return scan_pointed_target(p, end, target);
    guint open = 0;
    target->start = p;
    while (p < end && !g_ascii_isspace(*p)) {
        if (is_escape(p, end)) {
            p += 2;
            continue;
        }
        if (*p == '(' && ++open > MOST_PARENTHESES)
            return NULL;
        if (*p == ')') {
            if (open == 0)
                break;
            open--;
        }
        p++;
    }
    target->end = p;
    return open == 0 ? p : NULL;
}

/* "…", '…' or (…). */
static const gchar *scan_title(const gchar *p, const gchar *end, LinkTarget *target)
{
    target->title_start = target->title_end = NULL;
    if (p >= end || !strchr("\"'(", *p))
        return NULL;
    gchar open = *p, close = open == '(' ? ')' : open;
    const gchar *start = p + 1;
    for (p++; p < end && *p != close; p += is_escape(p, end) ? 2 : 1) {
        if (open == '(' && *p == '(')
            return NULL;
    }
    if (p >= end)
        return NULL;
    target->title_end = p;
    target->title_start = start;
    return p + 1;
}

static const gchar *scan_inline_tail(const gchar *p, const gchar *end, LinkTarget *target)
{
    p = scan_target(link_scan_line_end(p + 1, end), end, target);
    if (!p)
        return NULL;
    const gchar *after = link_scan_line_end(p, end);
    const gchar *title = after > p ? scan_title(after, end, target) : NULL;
    if (title)
        after = link_scan_line_end(title, end);
    return after < end && *after == ')' ? after + 1 : NULL;
}

const gchar *link_scan_tail(const gchar *p, const gchar *end, LinkTarget *target)
{
    *target = (LinkTarget){NULL, NULL, NULL, NULL};
    const gchar *tail = p < end && *p == '(' ? scan_inline_tail(p, end, target) : NULL;
    if (tail)
        return tail;
    *target = (LinkTarget){NULL, NULL, NULL, NULL};
    tail = p < end && *p == '[' ? scan_label(p, end) : NULL;
    return tail ? tail : p;
}

/* The start of the next line when nothing but blanks is left on this one. */
static const gchar *rest_is_blank(const gchar *p, const gchar *end)
{
    p = skip_blanks(p, end);
    const gchar *next = skip_newline(p, end);
    return next > p || p == end ? next : NULL;
}

const gchar *link_scan_definition(const gchar *p, const gchar *end, LinkTarget *target)
{
    const gchar *label = p < end && *p == '[' ? scan_label(p, end) : NULL;
    *target = (LinkTarget){NULL, NULL, NULL, NULL};
    gboolean empty = label && link_scan_line_end(p + 1, end) == label - 1;
    if (!label || empty || label >= end || *label != ':')
        return NULL;
    const gchar *begin = link_scan_line_end(label + 1, end);
    p = scan_target(begin, end, target);
    if (!p || p == begin)
        return NULL;
    const gchar *after = link_scan_line_end(p, end);
    const gchar *title = after > p ? scan_title(after, end, target) : NULL;
    const gchar *next = title ? rest_is_blank(title, end) : NULL;
    if (!next)
        target->title_start = target->title_end = NULL;
    return next ? next : rest_is_blank(p, end);
}

gchar *link_scan_unescape(const gchar *p, const gchar *end)
{
    GString *text = g_string_new(NULL);
    while (p < end) {
        g_autofree gchar *meant = NULL;
        gsize length = *p == '&' ? entity_read(p, end, &meant) : 0;
        if (meant)
            g_string_append(text, meant);
        else if (is_escape(p, end))
            p++;
        if (!meant)
            g_string_append_c(text, *p);
        p += MAX(length, 1);
    }
    return g_string_free(text, FALSE);
}

gboolean link_scan_is_image(const gchar *p, const gchar *end)
{
    if (end - p < 4 || p[0] != '!' || p[1] != '[')
        return FALSE;
    const gchar *label = scan_label(p + 1, end);
    return label && label < end && (*label == '(' || *label == '[');
}

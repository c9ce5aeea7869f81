#include "source/front_matter.h"

#include <string.h>

#define MOST_FRONT_BYTES (64 * 1024)

/* Whether a line is the mark alone, blanks after it allowed. */
static gboolean line_is(const gchar *line, gsize length, const gchar *mark)
{
    gsize n = strlen(mark);
    if (length < n || memcmp(line, mark, n) != 0)
        return FALSE;
    for (gsize i = n; i < length; i++) {
        if (line[i] != ' ' && line[i] != '\t')
            return FALSE;
    }
    return TRUE;
}

static guint32 line_start(const Source *source, guint index)
{
    return index < source->lines->len ? g_array_index(source->lines, guint32, index)
                                      : (guint32) source->length;
}

static gboolean looks_like_body(const gchar *line, gsize length)
{
    return line_is(line, length, "") || (length > 1 && line[0] == '#' && line[1] == '#') ||
           (length > 1 && line[0] == '#' && line[1] == ' ');
}

/* Without its end the front matter is taken to reach to the first blank line or heading, so that
 * the one fault does not make ten others. */
static FrontMatter find_open(const Source *source, guint32 start, Diagnostics *sink)
{
    gsize length;
    source_line(source, 1, &length);
    diag_report(sink, RULE_FRONT_MATTER_OPEN, (Span){source, start, MAX((guint32) length, start)},
                NULL);
    guint32 end = (guint32) source->length;
    for (guint i = 1; i < source->lines->len; i++) {
        const gchar *line = source_line(source, i + 1, &length);
        if (looks_like_body(line, length)) {
            end = line_start(source, i);
            break;
        }
    }
    return (FrontMatter){line_start(source, 1), MAX(end, line_start(source, 1)), end};
}

static FrontMatter bounded(const Source *source, FrontMatter found, Diagnostics *sink)
{
    if (found.end - found.start > MOST_FRONT_BYTES) {
        diag_report(sink, RULE_LIMIT, (Span){source, found.start, found.start}, "文件头大于 64 KiB",
                    "front matter of more than 64 KiB", NULL);
        found.start = found.end = found.body;
    }
    return found;
}

FrontMatter front_matter_find(const Source *source, Diagnostics *sink)
{
    guint32 bom = strncmp(source->text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    FrontMatter none = {bom, bom, bom};
    if (source->lines->len == 0)
        return none;
    gsize length;
    const gchar *line = source_line(source, 1, &length);
    if (length < bom || !line_is(line + bom, length - bom, "---"))
        return none;
    for (guint i = 1; i < source->lines->len; i++) {
        line = source_line(source, i + 1, &length);
        if (line_is(line, length, "---") || line_is(line, length, "...")) {
            FrontMatter found = {line_start(source, 1), line_start(source, i),
                                 line_start(source, i + 1)};
            return bounded(source, found, sink);
        }
    }
    return bounded(source, find_open(source, bom, sink), sink);
}

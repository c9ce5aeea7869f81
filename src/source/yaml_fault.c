#include "source/yaml_fault.h"

#include <string.h>

#define WIDE_COLON "\xEF\xBC\x9A" /* ： U+FF1A */
#define LONGEST_KEY 20            /* characters; what is longer is running text */

/* libyaml's words (a part of them) and what they mean to an editor. The place is where the
 * construct began when that is what has to be looked at. */
static const struct {
    const gchar *problem;
    gboolean at_context;
    const gchar *zh, *en;
} faults[] = {
    {"mapping values are not allowed", FALSE, "这里不能再有冒号；值里有“: ”时，请给整个值加引号",
     "no colon can stand here; put quotes around a value that holds ': '"},
    {"could not find expected ':'", TRUE, "这一行缺少冒号", "this line has no colon"},
    {"found character that cannot start any token", FALSE, "值不能以这个字符开头，请加引号",
     "a value cannot begin with this character; put quotes around it"},
    {"found unexpected end of stream", TRUE, "引号没有结束", "the quotation mark is never closed"},
    {"found unexpected document indicator", TRUE, "引号没有结束",
     "the quotation mark is never closed"},
    {"escape character", FALSE, "双引号里的反斜线写法不对", "no such escape in double quotes"},
    {"did not find expected hexdecimal", FALSE, "双引号里的反斜线写法不对",
     "no such escape in double quotes"},
    {"did not find expected ',' or ']'", TRUE, "方括号没有结束", "the bracket is never closed"},
    {"did not find expected ',' or '}'", TRUE, "花括号没有结束", "the brace is never closed"},
    {"did not find expected '-' indicator", FALSE, "列表各行应当以“- ”开头并对齐",
     "the lines of a list begin with '- ' and are aligned"},
    {"did not find expected key", FALSE, "这里应当是“项目: 值”，并与上面的项目对齐",
     "'key: value' is expected here, aligned with the keys above"},
    {"block sequence entries are not allowed", FALSE, "列表要从新的一行开始",
     "a list begins on a line of its own"},
    {"block mapping", FALSE, "这里应当是“项目: 值”，并与上面的项目对齐",
     "'key: value' is expected here, aligned with the keys above"},
    {"tab character", FALSE, "缩进不能用制表符，请用空格", "indent with spaces, not with tabs"},
    {"control characters", FALSE, "这里有不可见的控制字符", "there is a control character here"},
    {"anchor", FALSE, "值不能以“&”或“*”开头，请加引号",
     "a value cannot begin with '&' or '*'; put quotes around it"},
    {"alias", FALSE, "值不能以“&”或“*”开头，请加引号",
     "a value cannot begin with '&' or '*'; put quotes around it"},
    {"tag", FALSE, "值不能以“!”开头，请加引号",
     "a value cannot begin with '!'; put quotes around it"},
    {"block scalar", FALSE, "“|”或“>”后面应当换行，下面各行缩进一致",
     "a line break follows '|' or '>', and the lines below are indented alike"},
    {"", FALSE, "这里的写法看不懂", "this cannot be understood"},
};

/* What one line looks like. */
typedef struct {
    const gchar *start, *end; /* without its line end */
    const gchar *text;        /* after the indent and any "- " */
    const gchar *key_end;     /* at the first colon of either width after a short word, or NULL */
} Line;

static Line line_read(const gchar *start, const gchar *end)
{
    Line line = {start, end, start, NULL};
    while (line.text < end && (*line.text == ' ' || *line.text == '\t' || *line.text == '-'))
        line.text++;
    guint length = 0;
    for (const gchar *p = line.text; p < end && length <= LONGEST_KEY; p = g_utf8_next_char(p)) {
        if (strchr("\"'#[]{},|> \t", *p))
            break;
        if (*p == ':' || strncmp(p, WIDE_COLON, 3) == 0) {
            line.key_end = length > 0 ? p : NULL;
            break;
        }
        length++;
    }
    return line;
}

typedef enum { USUAL_NONE, USUAL_WIDE_COLON, USUAL_TAB, USUAL_NO_SPACE } UsualFault;

static UsualFault usual_fault(const Line *line, const gchar **at)
{
    *at = memchr(line->start, '\t', (gsize) (line->text - line->start));
    if (*at)
        return USUAL_TAB;
    *at = line->key_end;
    if (!line->key_end)
        return USUAL_NONE;
    if (*line->key_end != ':')
        return USUAL_WIDE_COLON;
    const gchar *after = line->key_end + 1;
    gboolean is_time_or_url = g_ascii_isdigit(*line->text) || strncmp(after, "//", 2) == 0;
    if (after < line->end && !strchr(" \t", *after) && !is_time_or_url)
        return USUAL_NO_SPACE;
    return USUAL_NONE;
}

static void report_usual(UsualFault fault, Span where, Diagnostics *sink)
{
    static const gchar *const texts[][2] = {
        [USUAL_WIDE_COLON] = {"项目名后面是全角冒号“：”，应当用半角“:”，后面空一格",
                              "a full-width colon after the key; write ':' and a space"},
        [USUAL_TAB] = {"缩进不能用制表符，请用空格", "indent with spaces, not with tabs"},
        [USUAL_NO_SPACE] = {"冒号后面要空一格", "a space must follow the colon"},
    };
    diag_report(sink, RULE_YAML, where, texts[fault][0], texts[fault][1], NULL);
}

gboolean yaml_fault_report_usual(const Source *source, guint32 start, guint32 end, guint32 before,
                                 Diagnostics *sink)
{
    const gchar *limit = source->text + end, *stop = source->text + before;
    UsualFault nearest = USUAL_NONE;
    const gchar *place = NULL;
    for (const gchar *p = source->text + start; p < limit && p <= stop;) {
        const gchar *line_end = p + strcspn(p, "\r\n");
        Line line = line_read(p, MIN(line_end, limit));
        const gchar *at;
        UsualFault fault = usual_fault(&line, &at);
        if (fault != USUAL_NONE) {
            nearest = fault;
            place = at;
        }
        p = line_end + 1;
    }
    if (nearest == USUAL_NONE)
        return FALSE;
    guint32 from = (guint32) (place - source->text);
    guint32 to = from + (guint32) (g_utf8_next_char(place) - place);
    report_usual(nearest, (Span){source, from, to}, sink);
    return TRUE;
}

/* One character, or the last one of the text when the place is its end. */
static Span span_of_character(const Source *source, guint32 start, guint32 end, guint32 at)
{
    const gchar *first = source->text + start, *p = source->text + MIN(at, end);
    while (p > first && (p == source->text + end || strchr("\r\n", *p)))
        p = g_utf8_prev_char(p);
    if (p >= source->text + end)
        return (Span){source, start, start};
    guint32 from = (guint32) (p - source->text);
    return (Span){source, from, from + (guint32) (g_utf8_next_char(p) - p)};
}

static gboolean about(const gchar *text, const gchar *part)
{
    return text && strstr(text, part) != NULL;
}

void yaml_fault_report(const Source *source, guint32 start, guint32 end, const YamlProblem *problem,
                       Diagnostics *sink)
{
    guint i = 0;
    while (!about(problem->problem, faults[i].problem) &&
           !about(problem->context, faults[i].problem) && i + 1 < G_N_ELEMENTS(faults))
        i++;
    guint32 at = faults[i].at_context ? problem->context_at : problem->at;
    if (!yaml_fault_report_usual(source, start, end, at, sink))
        diag_report(sink, RULE_YAML, span_of_character(source, start, end, at), faults[i].zh,
                    faults[i].en, NULL);
}

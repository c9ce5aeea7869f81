/* P22: blanks beside Chinese. P23: blanks at line ends. */
#include "check/characters.h"
#include "check/modules.h"
#include "check/text_rules.h"

#include <string.h>

#define GAP "[ \\t\\x{A0}\\x{2000}-\\x{200A}\\x{202F}\\x{3000}]+"
#define CLOSING "，。；：、？！）》〉”’】〕"
#define OPENING "（《〈“‘【〔"

/* Between a label and its number, 电话 12345678, and between day and hour, 5日 9:30, they are
 * usual; those after a mark or before one are not. */
#define BESIDE_LATIN \
    "(?<=" HAN ")(?<!电话|传真|邮编|邮箱|热线|网址)" GAP \
    "(?=[0-9A-Za-z])(?![0-9]{1,2}[:：][0-9]|[0-9\\-]{7})" \
    "|(?<=[0-9A-Za-z%℃])" GAP "(?=" HAN ")"
#define BESIDE_MARK \
    "(?<=[" CLOSING OPENING "])" GAP "(?=\\S)|(?<=\\S)" GAP "(?=[" CLOSING OPENING "])"
#define BETWEEN_HAN "(?<=" HAN ")" GAP "(?=" HAN ")"

enum { LONGEST_NAME = 4, LONGEST_QUOTATION = 60, LONGEST_LABEL = 40 };

static gboolean is_text_field(const TextUnit *unit)
{
    static const gchar *const keys[] = {"title", "summary", "responsible", "lead", "note", NULL};

    return unit->kind == UNIT_FIELD && g_strv_contains(keys, unit->key);
}

/* Characters of Han without a break before or after a place, to five. */
static guint run_length(const TextUnit *unit, guint32 at, gboolean forward)
{
    const gchar *place = unit->text + at;
    guint length = 0;

    while (length <= LONGEST_NAME) {
        if (forward ? !char_is_han(g_utf8_get_char(place))
                    : !char_is_han(unit_before(unit, (guint32) (place - unit->text))))
            break;
        place = forward ? g_utf8_next_char(place) : g_utf8_prev_char(place);
        length++;
    }
    return length;
}

/* 张某某 李某: names in a row. */
static gboolean is_between_names(const CheckMatch *match)
{
    return run_length(match->unit, match->start, FALSE) <= LONGEST_NAME &&
           run_length(match->unit, match->end, TRUE) <= LONGEST_NAME;
}

/* 表1 收支情况, 附件2 名单, 第一条 为了…: after a label at the beginning. */
static gboolean is_after_label(const CheckMatch *match)
{
    if (match->start > LONGEST_LABEL)
        return FALSE;
    g_autofree gchar *before = unit_part(match->unit, 0, match->start);
    return g_regex_match_simple("^(?:[表图]|附[件表图录])[ 　]*[0-9]*(?:[-.—][0-9]+)*$"
                                "|^第[一二三四五六七八九十百零0-9]+[条章节款项]$",
                                before, 0, 0);
}

/* A slogan of two halves, “凝心聚力 共谋发展”. */
static gboolean is_quoted(const CheckMatch *match)
{
    const gchar *at = match->unit->text + match->start;

    for (guint i = 0; i < LONGEST_QUOTATION && at > match->unit->text; i++) {
        at = g_utf8_prev_char(at);
        gunichar c = g_utf8_get_char(at);
        if (c == 0x201C || c == 0x300A)
            return TRUE;
        if (c == 0x201D || c == 0x300B)
            return FALSE;
    }
    return FALSE;
}

/* The end of a source line is a blank that nobody typed, &nbsp; one that somebody wants. */
static gboolean is_typed(const CheckMatch *match)
{
    Span span;

    return unit_exact_span(match->unit, match->start, match->end, &span);
}

static void report_blanks(CheckContext *context, const TextUnit *unit, const gchar *pattern,
                          gboolean in_quotes)
{
    for (CheckMatch m = check_match(context, unit, pattern); check_match_next(&m);) {
        Finding finding = {.rule = RULE_BLANK,
                           .unit = unit,
                           .start = m.start,
                           .end = m.end,
                           .arguments = {m.text},
                           .replacement = ""};
        if (is_typed(&m) && !is_after_label(&m) &&
            (in_quotes || (!is_quoted(&m) && !is_between_names(&m))))
            check_report(context, &finding);
    }
}

static void check_unit(CheckContext *context, const TextUnit *unit)
{
    static const gchar latin[] = BESIDE_LATIN, mark[] = BESIDE_MARK, han[] = BETWEEN_HAN;

    report_blanks(context, unit, latin, TRUE);
    report_blanks(context, unit, mark, TRUE);
    if ((1U << unit->kind) & KINDS_TEXT)
        report_blanks(context, unit, han, FALSE);
}

static gboolean has_blank(const TextUnit *unit)
{
    return strpbrk(unit->text, " \t") || strstr(unit->text, "\xC2\xA0") ||
           strstr(unit->text, "\xE2\x80") || strstr(unit->text, "\xE3\x80\x80");
}

/* ---- at line ends ---- */

/* Two blanks at the end of a line that has one after it make a line break. */
static gboolean breaks_line(const Source *source, guint line, gsize blanks)
{
    gsize length;
    const gchar *next = line < source->lines->len ? source_line(source, line + 1, &length) : NULL;

    return blanks >= 2 && next && strspn(next, " \t") < length;
}

static void check_source(CheckContext *context, const Source *source)
{
    for (guint line = 1; line <= source->lines->len; line++) {
        gsize length, end;
        const gchar *text = source_line(source, line, &length);
        for (end = length; end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t');)
            end--;
        if (end == length || end == 0 || breaks_line(source, line, length - end))
            continue;
        guint32 start = (guint32) (text - source->text);
        Span span = {source, start + (guint32) end, start + (guint32) length};
        check_say_at(context, RULE_TRAILING_BLANK, span, NULL);
    }
}

void check_blanks(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        if ((unit_is_prose(unit) || is_text_field(unit)) && has_blank(unit))
            check_unit(context, unit);
    }
    for (guint i = 0; i < context->tree->sources->len; i++) {
        const Source *source = context->tree->sources->pdata[i];
        if (g_str_has_suffix(source->path, ".md"))
            check_source(context, source);
    }
}

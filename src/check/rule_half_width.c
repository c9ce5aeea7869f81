/* P13: , ; : ? ! . ( ) beside Chinese. */
#include "check/characters.h"
#include "check/modules.h"

#include <string.h>

static const struct {
    gchar half;
    const gchar *full;
} marks[] = {
    {',', "，"}, {';', "；"}, {':', "："}, {'?', "？"},
    {'!', "！"}, {'(', "（"}, {')', "）"}, {'.', "。"},
};

static const gchar *full_width(gchar half)
{
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
        if (marks[i].half == half)
            return marks[i].full;
    return NULL;
}

/* 1 for an opening round bracket of either width, -1 for a closing one, else 0. */
static gint bracket(const TextUnit *unit, guint32 at)
{
    const gchar *text = unit->text + at;

    if (*text == '(' || g_str_has_prefix(text, "（"))
        return 1;
    return *text == ')' || g_str_has_prefix(text, "）") ? -1 : 0;
}

/* A text and, for the byte that a bracket is at, where the one that belongs to it is: it may be of
 * the other width. A mark that is found to stand in Chinese is Chinese itself for its neighbours;
 * so a row of marks is found as one, not mark by mark in as many rounds of --fix. */
typedef struct {
    const TextUnit *unit;
    GHashTable *others; /* guint32 + 1 → guint32 + 1 */
    gboolean *found;    /* by byte: a mark in Chinese */
    GArray *news;       /* guint32: of these, whose neighbours have not been looked at */
} Text;

/* Blanks do not part a mark from its neighbour. */
static guint32 start_of_blanks(const TextUnit *unit, guint32 at)
{
    while (at > 0 && unit->text[at - 1] == ' ')
        at--;
    return at;
}

static guint32 end_of_blanks(const TextUnit *unit, guint32 at)
{
    while (unit->text[at] == ' ')
        at++;
    return at;
}

static gboolean is_chinese_right_before(const Text *text, guint32 at)
{
    return (at > 0 && text->found[at - 1]) || char_is_chinese(unit_before(text->unit, at));
}

static gboolean is_chinese_before(const Text *text, guint32 at)
{
    return is_chinese_right_before(text, start_of_blanks(text->unit, at));
}

static gboolean is_chinese_after(const Text *text, guint32 at)
{
    guint32 next = end_of_blanks(text->unit, at);

    return text->found[next] || char_is_chinese(unit_at(text->unit, next));
}

static GHashTable *pairs_of(const TextUnit *unit)
{
    GHashTable *others = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint32));

    for (guint32 at = 0; at < unit->length; at++) {
        gint kind = bracket(unit, at);
        if (kind > 0)
            g_array_append_val(open, at);
        if (kind >= 0 || open->len == 0)
            continue;
        guint32 other = g_array_index(open, guint32, open->len - 1);
        g_array_set_size(open, open->len - 1);
        g_hash_table_insert(others, GUINT_TO_POINTER(at + 1), GUINT_TO_POINTER(other + 1));
        g_hash_table_insert(others, GUINT_TO_POINTER(other + 1), GUINT_TO_POINTER(at + 1));
    }
    return others;
}

static gboolean find_other(const Text *text, guint32 at, guint32 *other)
{
    *other = GPOINTER_TO_UINT(g_hash_table_lookup(text->others, GUINT_TO_POINTER(at + 1))) - 1;
    return *other != G_MAXUINT32;
}

/* Brackets are Chinese when Chinese stands at either of them, inside or outside: 办法(试行), but
 * also 会议(2023)指出. In a Latin text, f(x), they are its own. */
static gboolean is_bracket_in_chinese(const Text *text, guint32 at)
{
    guint32 other;

    if (is_chinese_before(text, at) || is_chinese_after(text, at + 1))
        return TRUE;
    return find_other(text, at, &other) &&
           (!strchr("()", text->unit->text[other]) || is_chinese_before(text, other) ||
            is_chinese_after(text, other + 1));
}

/* Between two digits , : are a number's, a time's or a ratio's: 1,280, 12:30. */
static gboolean is_in_number(const TextUnit *unit, guint32 at)
{
    return strchr(",:", unit->text[at]) && char_is_digit(unit_before(unit, at)) &&
           char_is_digit(unit_at(unit, at + 1));
}

/* A point after Han ends a sentence at the end of its text; elsewhere it may be that of 一. or the
 * one in a name. */
static gboolean ends_sentence(const Text *text, guint32 at)
{
    return is_chinese_right_before(text, at) && text->unit->text[at + 1] == '\0' &&
           unit_before(text->unit, at) != 0x2026;
}

static gboolean is_in_chinese(const Text *text, guint32 at)
{
    const TextUnit *unit = text->unit;

    if (unit->text[at] == '.')
        return ends_sentence(text, at);
    if (strchr("()", unit->text[at]))
        return is_bracket_in_chinese(text, at);
    return !is_in_number(unit, at) &&
           (is_chinese_before(text, at) || is_chinese_after(text, at + 1));
}

static void look_at(const Text *text, guint32 at)
{
    if (text->found[at] || !full_width(text->unit->text[at]) || !is_in_chinese(text, at))
        return;
    text->found[at] = TRUE;
    g_array_append_val(text->news, at);
}

static void look_at_neighbours(const Text *text, guint32 at)
{
    guint32 start = start_of_blanks(text->unit, at), other;

    if (start > 0)
        look_at(text, start - 1);
    look_at(text, end_of_blanks(text->unit, at + 1));
    if (find_other(text, at, &other))
        look_at(text, other);
}

static void find_marks(const Text *text)
{
    for (guint32 at = 0; at < text->unit->length; at++)
        look_at(text, at);
    while (text->news->len > 0) {
        guint32 at = g_array_index(text->news, guint32, text->news->len - 1);
        g_array_set_size(text->news, text->news->len - 1);
        look_at_neighbours(text, at);
    }
}

/* A bracket without the other one changed would make a pair of two widths. */
static gboolean other_can_be_mended(const Text *text, guint32 at)
{
    const TextUnit *unit = text->unit;
    guint32 other;
    Span span;

    if (!strchr("()", unit->text[at]))
        return TRUE;
    if (find_other(text, at, &other) && !strchr("()", unit->text[other]))
        return TRUE; /* 一）: that one is as it should be */
    return find_other(text, at, &other) && unit_exact_span(unit, other, other + 1, &span) &&
           !unit_guarded(unit, other, other + 1, GUARD_ADDRESS | GUARD_BOOK | GUARD_FILE);
}

static void report(CheckContext *context, const Text *text, guint32 at, const gchar *full)
{
    const TextUnit *unit = text->unit;
    const gchar half[] = {unit->text[at], '\0'};
    Finding finding = {.rule = RULE_HALF_WIDTH_MARK,
                       .unit = unit,
                       .start = at,
                       .end = at + 1,
                       .arguments = {half, full},
                       .replacement = other_can_be_mended(text, at) ? full : NULL};

    check_report(context, &finding);
}

static void check_unit(CheckContext *context, const TextUnit *unit)
{
    g_autoptr(GHashTable) others = pairs_of(unit);
    g_autofree gboolean *found = g_new0(gboolean, unit->length + 1);
    g_autoptr(GArray) news = g_array_new(FALSE, FALSE, sizeof(guint32));
    const Text text = {unit, others, found, news};

    find_marks(&text);
    for (guint32 at = 0; at < unit->length; at++)
        if (found[at])
            report(context, &text, at, full_width(unit->text[at]));
}

void check_half_width_marks(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++)
        check_unit(context, context->units->pdata[i]);
}

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

/* Blanks do not part a mark from its neighbour. */
static gunichar before(const TextUnit *unit, guint32 at)
{
    while (at > 0 && unit->text[at - 1] == ' ')
        at--;
    return unit_before(unit, at);
}

static gunichar after(const TextUnit *unit, guint32 at)
{
    while (unit->text[at] == ' ')
        at++;
    return unit_at(unit, at);
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
 * the other width. */
typedef struct {
    const TextUnit *unit;
    GHashTable *others; /* guint32 + 1 → guint32 + 1 */
} Text;

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
    const TextUnit *unit = text->unit;
    guint32 other;

    if (char_is_chinese(before(unit, at)) || char_is_chinese(after(unit, at + 1)))
        return TRUE;
    return find_other(text, at, &other) &&
           (!strchr("()", unit->text[other]) || char_is_chinese(before(unit, other)) ||
            char_is_chinese(after(unit, other + 1)));
}

/* Between two digits , : are a number's, a time's or a ratio's: 1,280, 12:30. */
static gboolean is_in_number(const TextUnit *unit, guint32 at)
{
    return strchr(",:", unit->text[at]) && char_is_digit(unit_before(unit, at)) &&
           char_is_digit(unit_at(unit, at + 1));
}

/* A point after Han ends a sentence at the end of its text; elsewhere it may be that of 一. or the
 * one in a name. */
static gboolean ends_sentence(const TextUnit *unit, guint32 at)
{
    return char_is_chinese(unit_before(unit, at)) && unit->text[at + 1] == '\0' &&
           unit_before(unit, at) != 0x2026;
}

static gboolean is_in_chinese(const Text *text, guint32 at)
{
    const TextUnit *unit = text->unit;
    if (unit->text[at] == '.')
        return ends_sentence(unit, at);
    if (strchr("()", unit->text[at]))
        return is_bracket_in_chinese(text, at);
    return !is_in_number(unit, at) &&
           (char_is_chinese(before(unit, at)) || char_is_chinese(after(unit, at + 1)));
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

void check_half_width_marks(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        g_autoptr(GHashTable) others = pairs_of(unit);
        const Text text = {unit, others};
        for (guint32 at = 0; at < unit->length; at++) {
            const gchar *full = full_width(unit->text[at]);
            if (full && is_in_chinese(&text, at))
                report(context, &text, at, full);
        }
    }
}

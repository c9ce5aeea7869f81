/* Marks that come in pairs: P12 one kind within the same, P18 quotations of several paragraphs, P20
 * halves without the other. */
#include "check/characters.h"
#include "check/modules.h"

#include <string.h>

enum { FAMILY_QUOTE, FAMILY_TITLE, FAMILY_BRACKET, FAMILIES };

static const struct {
    gunichar open, close;
    gint family;
    const gchar *inner_open, *inner_close; /* (nullable) within the same kind */
} pairs[] = {
    {0x201C, 0x201D, FAMILY_QUOTE, "‘", "’"},     {0x2018, 0x2019, FAMILY_QUOTE, "“", "”"},
    {0x300A, 0x300B, FAMILY_TITLE, "〈", "〉"},   {0x3008, 0x3009, FAMILY_TITLE, "《", "》"},
    {0xFF08, 0xFF09, FAMILY_BRACKET, NULL, NULL}, {0x3010, 0x3011, FAMILY_BRACKET, NULL, NULL},
    {0x3014, 0x3015, FAMILY_BRACKET, NULL, NULL},
};
enum { ROUND = 4 };

typedef struct {
    guint pair;
    guint32 at, size;
    gboolean nested; /* in one of the same kind */
} Mark;

/* A pair in one of the same kind. */
typedef struct {
    Mark open;
    guint32 close;
} Nested;

typedef struct {
    CheckContext *context;
    const TextUnit *unit;
    GArray *open;   /* Mark: those without their other half yet */
    GArray *lonely; /* Mark: those that will have none */
    GArray *nested; /* Nested */
} Scan;

static Mark *top(const Scan *scan, guint above)
{
    return &g_array_index(scan->open, Mark, scan->open->len - 1 - above);
}

/* The index of the pair that a character opens or closes, or -1. ( and ) are of the round ones: of
 * what width they should be is another rule's. */
static gint pair_of(gunichar c, gboolean closing)
{
    if (c == (closing ? ')' : '('))
        return ROUND;
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (c == (closing ? pairs[i].close : pairs[i].open))
            return (gint) i;
    return -1;
}

static gboolean is_in_same(const Scan *scan, guint pair)
{
    for (guint i = 0; i < scan->open->len; i++) {
        guint outer = top(scan, i)->pair;
        if (pairs[outer].family == pairs[pair].family)
            return outer == pair && pairs[pair].inner_open;
    }
    return FALSE;
}

static void say_nested(const Scan *scan, const Mark *mark, guint32 at, const gchar *instead)
{
    g_autofree gchar *text = unit_part(scan->unit, at, at + mark->size);
    Finding finding = {.rule = RULE_NESTED_PAIR,
                       .unit = scan->unit,
                       .start = at,
                       .end = at + mark->size,
                       .arguments = {text, instead},
                       .replacement = instead};

    check_report(scan->context, &finding);
}

static void open_mark(Scan *scan, guint pair, guint32 at, guint32 size)
{
    Mark mark = {pair, at, size, is_in_same(scan, pair)};

    g_array_append_val(scan->open, mark);
}

static void close_mark(Scan *scan, guint pair, guint32 at, guint32 size)
{
    Mark lonely = {pair, at, size, FALSE};
    guint above = 0;

    while (above < scan->open->len && top(scan, above)->pair != pair)
        above++;
    if (above == scan->open->len) {
        g_array_append_val(scan->lonely, lonely);
        return;
    }
    for (; above > 0; above--) { /* what was opened since cannot be closed any more */
        g_array_append_val(scan->lonely, *top(scan, 0));
        g_array_set_size(scan->open, scan->open->len - 1);
    }
    Mark opened = *top(scan, 0);
    g_array_set_size(scan->open, scan->open->len - 1);
    Nested nested = {opened, at};
    if (opened.nested)
        g_array_append_val(scan->nested, nested);
}

/* 1）, a）, 一）: an ordinal; it’s: an apostrophe. */
static gboolean stands_alone(const TextUnit *unit, guint32 at, gunichar c)
{
    gunichar before = unit_before(unit, at);
    guint32 start = at;

    if (c == 0x2019)
        return char_is_latin(before) || char_is_digit(unit_at(unit, at + 3));
    if (c != 0xFF09 && c != ')')
        return FALSE;
    while (char_is_digit(unit_before(unit, start)) ||
           char_is_han_number(unit_before(unit, start)) || char_is_latin(unit_before(unit, start)))
        start -= (guint32) g_unichar_to_utf8(unit_before(unit, start), NULL);
    before = unit_before(unit, start);
    return start < at && (before == 0 || g_utf8_strchr("。；：，\n ", -1, before));
}

/* `ordinals`: 1） is one within brackets as well. */
static void scan_text(Scan *scan, gboolean ordinals)
{
    const gchar *text = scan->unit->text;

    for (guint32 at = 0; at < scan->unit->length;) {
        gunichar c = unit_at(scan->unit, at);
        guint32 size = (guint32) (g_utf8_next_char(text + at) - (text + at));
        gint opens = pair_of(c, FALSE), closes = pair_of(c, TRUE);
        if (opens >= 0)
            open_mark(scan, (guint) opens, at, size);
        else if (closes >= 0 && !((ordinals || scan->open->len == 0 || c == 0x2019) &&
                                  stands_alone(scan->unit, at, c)))
            close_mark(scan, (guint) closes, at, size);
        at += size;
    }
}

static guint scan_anew(Scan *scan, gboolean ordinals)
{
    g_array_set_size(scan->open, 0);
    g_array_set_size(scan->lonely, 0);
    g_array_set_size(scan->nested, 0);
    scan_text(scan, ordinals);
    return scan->open->len + scan->lonely->len;
}

/* （1）甲；2）乙） or （见5）: as it comes out even. */
static void scan_best(Scan *scan)
{
    guint halves = scan_anew(scan, FALSE);

    if (halves > 0 && scan_anew(scan, TRUE) >= halves)
        scan_anew(scan, FALSE);
}

static gboolean has_half(const GArray *marks, guint pair)
{
    for (guint i = 0; i < marks->len; i++)
        if (g_array_index(marks, Mark, i).pair == pair)
            return TRUE;
    return FALSE;
}

/* Where a half is missing nobody knows what is within what. */
static void say_all_nested(const Scan *scan)
{
    for (guint i = 0; i < scan->nested->len; i++) {
        const Nested *nested = &g_array_index(scan->nested, Nested, i);
        guint pair = nested->open.pair;
        if (has_half(scan->open, pair) || has_half(scan->lonely, pair))
            continue;
        say_nested(scan, &nested->open, nested->open.at, pairs[pair].inner_open);
        say_nested(scan, &nested->open, nested->close, pairs[pair].inner_close);
    }
}

static void say_lonely(CheckContext *context, const TextUnit *unit, const Mark *mark)
{
    g_autofree gchar *text = unit_part(unit, mark->at, mark->at + mark->size);

    check_say(context, RULE_UNPAIRED, unit, mark->at, mark->at + mark->size, text, NULL);
}

/* ---- quotations of several paragraphs ---- */

typedef struct {
    const TextUnit *unit; /* (nullable) the last paragraph, if a quotation is open at its end */
    Mark quote;
} Pending;

static gboolean follows(const TextUnit *unit, const TextUnit *before)
{
    return unit->kind == UNIT_PARAGRAPH && unit->index == before->index + 1 &&
           unit->node == before->node && unit->annex == before->annex;
}

static void settle(CheckContext *context, Pending *pending)
{
    if (pending->unit)
        say_lonely(context, pending->unit, &pending->quote);
    pending->unit = NULL;
}

/* Whether the paragraph goes on with the quotation of the last one. */
static void continue_quotation(Scan *scan, Pending *pending)
{
    const TextUnit *unit = scan->unit;
    gint closer = -1;

    if (!pending->unit)
        return;
    for (guint i = 0; i < scan->lonely->len; i++)
        if (unit_at(unit, g_array_index(scan->lonely, Mark, i).at) == 0x201D)
            closer = (gint) i;
    if (!follows(unit, pending->unit) || (unit_at(unit, 0) != 0x201C && closer < 0)) {
        settle(scan->context, pending);
        return;
    }
    if (unit_at(unit, 0) != 0x201C) {
        guint32 size = (guint32) (g_utf8_next_char(unit->text) - unit->text);
        check_say(scan->context, RULE_QUOTED_PARAGRAPHS, unit, 0, size, NULL);
        g_array_remove_index(scan->lonely, (guint) closer);
    }
    pending->unit = NULL;
}

static void keep_open_quotation(Scan *scan, Pending *pending)
{
    if (scan->unit->kind != UNIT_PARAGRAPH || scan->open->len != 1 ||
        pairs[top(scan, 0)->pair].open != 0x201C)
        return;
    *pending = (Pending){scan->unit, *top(scan, 0)};
    g_array_set_size(scan->open, 0);
}

void check_pairs(CheckContext *context)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(Mark));
    g_autoptr(GArray) lonely = g_array_new(FALSE, FALSE, sizeof(Mark));
    g_autoptr(GArray) nested = g_array_new(FALSE, FALSE, sizeof(Nested));
    Pending pending = {NULL, {0}};

    for (guint i = 0; i < context->units->len; i++) {
        Scan scan = {context, context->units->pdata[i], open, lonely, nested};
        scan_best(&scan);
        say_all_nested(&scan);
        continue_quotation(&scan, &pending);
        keep_open_quotation(&scan, &pending);
        for (guint k = 0; k < open->len; k++)
            say_lonely(context, scan.unit, &g_array_index(open, Mark, k));
        for (guint k = 0; k < lonely->len; k++)
            say_lonely(context, scan.unit, &g_array_index(lonely, Mark, k));
    }
    settle(context, &pending);
}

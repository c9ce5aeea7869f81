/* U04: radicals, compatibility ideographs, ligatures, letters whose accent is a character apart. */
#include "check/modules.h"

/* Radicals that NFKC leaves as they are. */
static const gchar radicals[] =
    "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼"
    "⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺒巳⺓幺⺧牛⺬示⺮竹⺯糸⺶羊⺼肉⺾艹⻌辶⻏阝⻨麦";

/* F900–FAFF has a dozen ideographs that are no compatibility ones: NFKC tells. */
static gboolean is_candidate(gunichar c)
{
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFB00 && c <= 0xFB06) || (c >= 0x2F800 && c <= 0x2FA1F);
}

/* (transfer full) (nullable) */
static gchar *plain_form(gunichar c)
{
    gchar text[8] = "";

    for (const gchar *at = radicals; *at; at = g_utf8_next_char(g_utf8_next_char(at)))
        if (g_utf8_get_char(at) == c)
            return g_utf8_substring(at, 1, 2);
    g_unichar_to_utf8(c, text);
    g_autofree gchar *plain = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    return plain && !g_str_equal(plain, text) ? g_steal_pointer(&plain) : NULL;
}

static void report(CheckContext *context, const TextUnit *unit, guint32 start, guint32 end,
                   const gchar *plain)
{
    g_autofree gchar *text = unit_part(unit, start, end);
    Finding finding = {.rule = RULE_COMPATIBILITY_CHARACTER,
                       .unit = unit,
                       .start = start,
                       .end = end,
                       .arguments = {text, plain},
                       .replacement = plain};
    check_report(context, &finding);
}

static void check_character(CheckContext *context, const TextUnit *unit, const gchar *p)
{
    g_autofree gchar *plain = plain_form(g_utf8_get_char(p));

    if (plain)
        report(context, unit, (guint32) (p - unit->text),
               (guint32) (g_utf8_next_char(p) - unit->text), plain);
}

/* e and an accent of its own, where é is one character. */
static void check_accent(CheckContext *context, const TextUnit *unit, const gchar *p)
{
    const gchar *letter = p > unit->text ? g_utf8_prev_char(p) : p;
    gunichar composed;
    gchar plain[8] = "";

    if (!g_unichar_compose(g_utf8_get_char(letter), g_utf8_get_char(p), &composed))
        return;
    g_unichar_to_utf8(composed, plain);
    report(context, unit, (guint32) (letter - unit->text),
           (guint32) (g_utf8_next_char(p) - unit->text), plain);
}

static gboolean is_accent(gunichar c)
{
    return c >= 0x300 && c <= 0x36F;
}

void check_compatibility(CheckContext *context)
{
    for (guint i = 0; i < context->units->len; i++) {
        const TextUnit *unit = context->units->pdata[i];
        for (const gchar *p = unit->text; *p; p = g_utf8_next_char(p)) {
            if (is_candidate(g_utf8_get_char(p)))
                check_character(context, unit, p);
            else if (is_accent(g_utf8_get_char(p)))
                check_accent(context, unit, p);
        }
    }
}

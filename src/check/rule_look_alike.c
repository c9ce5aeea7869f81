/* U02, U03: characters that look like another. */
#include "check/modules.h"
#include "check/text_rules.h"

#include <string.h>

#define HAN_DIGIT "[〇一二三四五六七八九]"
#define DASHES "‒|–|—|―|─|ー|－|−"
#define DASH "[\\x{2012}-\\x{2015}\\x{2500}\\x{30FC}\\x{FF0D}\\x{2212}]"

/* A year's are those of N08. */
static const TextRule rows[] = {
    {RULE_LOOK_ALIKE_HAN, KINDS_ALL,
     .pattern = "(?<=" HAN_DIGIT ")[\\x{25CB}\\x{25EF}\\x{2B55}\\x{3002}](?=" HAN_DIGIT
                "(?!" HAN_DIGIT "*年)[号室〇一二三四五六七八九])",
     .replacement = "〇"},
    {RULE_LOOK_ALIKE_HAN, KINDS_ALL, .has = DASHES,
     .pattern = "(?<=[第统唯])" DASH "(?=[章节条款项次届个名批轮期的步季管战筹时种位部]|是)",
     .replacement = "一"},
    {RULE_LOOK_ALIKE_HAN, KINDS_ALL, .has = DASHES,
     .pattern = "(?<![^\\s；。：，])" DASH "(?=是" HAN "[^\\n]*二是)", .replacement = "一"},
    {RULE_LOOK_ALIKE_HAN, KINDS_ALL, .has = DASHES,
     .pattern = "(?:^|(?<=（))" DASH "(?=、" HAN "|）)", .replacement = "一"},
    {RULE_LOOK_ALIKE_HAN, KINDS_ALL, .has = "一0|一1|一2|一3|一4|一5|一6|一7|一8|一9",
     .pattern = "(?<=[0-9]|[0-9][年月日])一(?=[0-9])", .replacement = "—"},
    {RULE_LOOK_ALIKE_HAN, KINDS_ALL, .has = "一一", .pattern = "(?<=[”》）])一一(?=" HAN ")",
     .replacement = "——"},
};

/* ---- letters ---- */

/* Greek and Cyrillic letters, and the Latin ones of the same shape. */
static const gchar look_alikes[] = "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo"
                                   "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXаaеeоoрpсcуyхxіiјjѕs";

/* The Latin letter of the same shape, or 0. */
static gunichar latin_of(gunichar c)
{
    if (c < 0x370 || c > 0x4FF)
        return 0;
    for (const gchar *at = look_alikes; *at; at = g_utf8_next_char(g_utf8_next_char(at)))
        if (g_utf8_get_char(at) == c)
            return g_utf8_get_char(g_utf8_next_char(at));
    return 0;
}

static gboolean is_ascii_word(gunichar c)
{
    return c < 0x80 && g_ascii_isalnum((gchar) c);
}

/* Among Latin letters or digits, and among no others of its own alphabet. */
static gboolean is_intruder(const TextUnit *unit, guint32 at, guint32 end)
{
    gunichar before = unit_before(unit, at), after = unit_at(unit, end);

    return (is_ascii_word(before) || is_ascii_word(after)) &&
           (is_ascii_word(before) || !g_unichar_isalpha(before) || before >= 0x2E80) &&
           (is_ascii_word(after) || !g_unichar_isalpha(after) || after >= 0x2E80 ||
            latin_of(after) != 0);
}

static void check_letters(CheckContext *context, const TextUnit *unit)
{
    for (const gchar *p = unit->text; *p; p = g_utf8_next_char(p)) {
        gunichar latin = latin_of(g_utf8_get_char(p));
        guint32 at = (guint32) (p - unit->text), end = at + 2;
        if (latin == 0 || !is_intruder(unit, at, end))
            continue;
        const gchar letter[] = {(gchar) latin, '\0'};
        g_autofree gchar *text = unit_part(unit, at, end);
        Finding finding = {.rule = RULE_LOOK_ALIKE_LETTER,
                           .unit = unit,
                           .start = at,
                           .end = end,
                           .arguments = {text, letter},
                           .replacement = letter,
                           .in_guarded = TRUE};
        check_report(context, &finding);
    }
}

void check_look_alikes(CheckContext *context)
{
    check_text_rules(context, rows, G_N_ELEMENTS(rows));
    for (guint i = 0; i < context->units->len; i++)
        check_letters(context, context->units->pdata[i]);
}

#include "source/characters.h"

/* Invisible, yet not dangerous: they come in by copying from web pages and word processors. */
static gboolean is_zero_width(gunichar c)
{
    return c == 0x00AD || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x180E ||
           (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0x3164 || c == 0xFEFF || c == 0xFFA0;
}

static gboolean is_han(gunichar c)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

/* Selectors are looked at with what stands before them: only those of ideographs (UTS #37 and the
 * standardised ones of compatibility ideographs) change a Chinese character and nothing else. */
static gboolean is_selector(gunichar c)
{
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static gboolean selector_fits(gunichar c, gunichar before)
{
    return is_han(before) && (c <= 0xFE02 || c >= 0xE0100);
}

CharacterFault character_fault(gunichar c, gunichar before)
{
    if ((c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r')
        return CHARACTER_FINE;
    if (is_zero_width(c))
        return CHARACTER_ZERO_WIDTH;
    if (is_selector(c))
        return selector_fits(c, before) ? CHARACTER_FINE : CHARACTER_BAD;
    if (c == 0xFFFC || c == 0xFFFD) /* stand for what was lost */
        return CHARACTER_BAD;
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT: /* bidirectional controls and tags are among these */
    case G_UNICODE_PRIVATE_USE:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_UNASSIGNED: /* and these hold the noncharacters */
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
        return CHARACTER_BAD;
    default:
        return CHARACTER_FINE;
    }
}

void character_report(CharacterFault fault, gunichar c, Span where, Diagnostics *sink)
{
    if (fault == CHARACTER_FINE)
        return;
    RuleId rule = fault == CHARACTER_BAD ? RULE_BAD_CHARACTER : RULE_ZERO_WIDTH;
    g_autofree gchar *name = g_strdup_printf("U+%04X", c);
    diag_report(sink, rule, where, name, NULL);
}

#include "check/characters.h"

#include <string.h>

gboolean char_is_han(gunichar c)
{
    return c == 0x3007 ||
           (c >= 0x3400 && g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN && g_unichar_isalpha(c));
}

gboolean char_is_chinese_mark(gunichar c)
{
    return (c >= 0x3001 && c <= 0x303F && c != 0x3007) || (c >= 0xFF01 && c <= 0xFF0F) ||
           (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
           (c >= 0xFF5B && c <= 0xFF65) || (c >= 0xFFE0 && c <= 0xFFE6) ||
           (c >= 0x2018 && c <= 0x201F) || (c >= 0x2014 && c <= 0x2015) || c == 0x2026;
}

gboolean char_is_chinese(gunichar c)
{
    return char_is_han(c) || char_is_chinese_mark(c);
}

gboolean char_is_latin(gunichar c)
{
    return g_unichar_isalpha(c) && !char_is_han(c) && c < 0x2E80;
}

gboolean char_is_digit(gunichar c)
{
    return c >= '0' && c <= '9';
}

gboolean char_is_full_width_digit(gunichar c)
{
    return c >= 0xFF10 && c <= 0xFF19;
}

gboolean char_is_han_number(gunichar c)
{
    return c != 0 && g_utf8_strchr("一二三四五六七八九十百千万亿零〇两", -1, c) != NULL;
}

gboolean char_is_final_mark(gunichar c)
{
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

gunichar char_closing(gunichar c)
{
    static const gunichar pairs[][2] = {
        {'(', ')'},       {'[', ']'},       {'{', '}'},       {0xFF08, 0xFF09}, {0x2018, 0x2019},
        {0x201C, 0x201D}, {0x3008, 0x3009}, {0x300A, 0x300B}, {0x300C, 0x300D}, {0x300E, 0x300F},
        {0x3010, 0x3011}, {0x3014, 0x3015}, {0xFF3B, 0xFF3D}, {0xFF5B, 0xFF5D},
    };

    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (pairs[i][0] == c)
            return pairs[i][1];
    return 0;
}

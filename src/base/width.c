#include "base/width.h"

guint char_display_width(gunichar c)
{
    if (g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

guint text_display_width(const gchar *text)
{
    guint width = 0;

    for (; *text; text = g_utf8_next_char(text))
        width += char_display_width(g_utf8_get_char(text));
    return width;
}

#include "template/template.h"

#include <stdarg.h>
#include <string.h>

static const gchar *const han_digits[] = {"〇", "一", "二", "三", "四",
                                          "五", "六", "七", "八", "九"};

/* 1 … 9999 as official documents count: 十二, 一百零五, 一千零二十. */
static void append_han(GString *out, guint number)
{
    static const struct {
        guint value;
        const gchar *name;
    } units[] = {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}};
    gboolean skipped = FALSE;

    if (number < 1 || number > 9999) {
        g_string_append_printf(out, "%u", number);
        return;
    }
    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        guint digit = number / units[i].value % 10;
        gboolean first = number / units[i].value < 10;
        if (digit == 0) {
            skipped = TRUE;
            continue;
        }
        if (skipped && !first)
            g_string_append(out, "零");
        if (!(first && units[i].value == 10 && digit == 1))
            g_string_append(out, han_digits[digit]);
        g_string_append(out, units[i].name);
        skipped = FALSE;
    }
}

/* Unicode has ① … ㊿; past them the number stands bare. */
static void append_circled(GString *out, guint number)
{
    if (number >= 1 && number <= 20)
        g_string_append_unichar(out, 0x2460 + number - 1);
    else if (number >= 21 && number <= 35)
        g_string_append_unichar(out, 0x3251 + number - 21);
    else if (number >= 36 && number <= 50)
        g_string_append_unichar(out, 0x32B1 + number - 36);
    else
        g_string_append_printf(out, "%u", number);
}

static void append_digits(GString *out, guint number)
{
    g_string_append_printf(out, "%u", number);
}

gchar *number_format(const gchar *format, guint number)
{
    static const struct {
        const gchar *place;
        void (*append)(GString *out, guint number);
    } kinds[] = {{"{han}", append_han}, {"{digit}", append_digits}, {"{circled}", append_circled}};
    GString *out = g_string_new(NULL);

    while (*format) {
        guint i = 0;
        while (i < G_N_ELEMENTS(kinds) && !g_str_has_prefix(format, kinds[i].place))
            i++;
        if (i < G_N_ELEMENTS(kinds)) {
            kinds[i].append(out, number);
            format += strlen(kinds[i].place);
        } else {
            g_string_append_c(out, *format++);
        }
    }
    return g_string_free(out, FALSE);
}

gchar *words_format(const gchar *format, ...)
{
    GString *out = g_string_new(NULL);

    while (*format) {
        const gchar *place, *text = NULL;
        va_list pairs;
        va_start(pairs, format);
        while ((place = va_arg(pairs, const gchar *)) != NULL) {
            text = va_arg(pairs, const gchar *);
            if (g_str_has_prefix(format, place))
                break;
        }
        va_end(pairs);
        if (place)
            g_string_append(out, text);
        else
            g_string_append_c(out, *format);
        format += place ? strlen(place) : 1;
    }
    return g_string_free(out, FALSE);
}

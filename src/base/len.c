#include "base/len.h"

#include <string.h>

/* 1 mm = 72/25.4 pt and 1 pt = 1024 units, so 1 mm = 737280/254 units. */
enum { UNITS_PER_254_MM = 72 * 1024 * 10 };

enum { MAX_SCALE = 1000000, MAX_DIGITS = 12 };

__extension__ typedef __int128 Wide;

Len len_mul_div(Len length, gint64 n, gint64 d)
{
    Wide product = (Wide) length * n;
    Wide half = d / 2;

    return (Len) ((product < 0 ? product - half : product + half) / d);
}

Len len_from_um(gint64 micrometres)
{
    return len_mul_div(micrometres, UNITS_PER_254_MM, 254 * 1000);
}

gboolean len_from_hao(const gchar *name, Len *size)
{
    static const struct {
        const gchar *name;
        guint half_points;
    } sizes[] = {
        {"初号", 84}, {"小初", 72}, {"一号", 52}, {"小一", 48}, {"二号", 44}, {"小二", 36},
        {"三号", 32}, {"小三", 30}, {"四号", 28}, {"小四", 24}, {"五号", 21}, {"小五", 18},
        {"六号", 15}, {"小六", 13}, {"七号", 11}, {"八号", 10},
    };

    for (guint i = 0; i < G_N_ELEMENTS(sizes); i++) {
        if (strcmp(name, sizes[i].name) == 0) {
            *size = (Len) sizes[i].half_points * LEN_PT / 2;
            return TRUE;
        }
    }
    return FALSE;
}

/* A decimal number as value/scale. Returns what follows it, or NULL. */
static const gchar *read_decimal(const gchar *text, gint64 *value, gint64 *scale)
{
    gboolean negative = *text == '-';
    const gchar *at = text + negative;
    guint digits = 0;
    gboolean in_decimals = FALSE;

    *value = 0;
    *scale = 1;
    if (!g_ascii_isdigit(*at))
        return NULL;
    for (;; at++) {
        if (*at == '.' && !in_decimals && g_ascii_isdigit(at[1])) {
            in_decimals = TRUE;
        } else if (g_ascii_isdigit(*at) && digits < MAX_DIGITS) {
            *value = *value * 10 + (*at - '0');
            *scale *= in_decimals ? 10 : 1;
            digits++;
        } else {
            break;
        }
    }
    *value = negative ? -*value : *value;
    return at;
}

gboolean len_parse(const gchar *text, Len cell, Len em, Len *length)
{
    gint64 value, scale;

    if (len_from_hao(text, length))
        return TRUE;
    const gchar *unit = read_decimal(text, &value, &scale);
    if (!unit || scale > MAX_SCALE)
        return FALSE;
    if (strcmp(unit, "mm") == 0)
        *length = len_mul_div(value, UNITS_PER_254_MM, 254 * scale);
    else if (strcmp(unit, "pt") == 0)
        *length = len_mul_div(value, LEN_PT, scale);
    else if (strcmp(unit, "cell") == 0)
        *length = len_mul_div(cell, value, scale);
    else if (strcmp(unit, "em") == 0)
        *length = len_mul_div(em, value, scale);
    else if (strcmp(text, "0") == 0)
        *length = 0;
    else
        return FALSE;
    return TRUE;
}

void len_append(GString *out, Len length)
{
    gint64 thousandths = len_mul_div(length, 1000, LEN_PT);
    gint64 size = ABS(thousandths);

    g_string_append_printf(out, "%s%" G_GINT64_FORMAT ".%03d", thousandths < 0 ? "-" : "",
                           size / 1000, (int) (size % 1000));
}

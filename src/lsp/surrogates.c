#include "lsp/surrogates.h"

#include <string.h>

enum { ESCAPE = 6 }; /* bytes of \uXXXX */

/* The number of an escape \uXXXX at a place, else 0. */
static guint escape_at(const gchar *at, const gchar *end)
{
    guint number = 0;

    if (end - at < ESCAPE || at[0] != '\\' || at[1] != 'u')
        return 0;
    for (guint i = 2; i < ESCAPE; i++) {
        if (!g_ascii_isxdigit(at[i]))
            return 0;
        number = number << 4 | (guint) g_ascii_xdigit_value(at[i]);
    }
    return number;
}

static gboolean is_high(guint unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static gboolean is_low(guint unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

gchar *surrogates_mended(const gchar *json, gsize length)
{
    if (length == 0)
        return NULL;
    g_autofree gchar *copy = g_memdup2(json, length);
    const gchar *end = copy + length;
    gboolean found = FALSE;

    for (gchar *at = copy; at < end;) {
        guint unit = escape_at(at, end);
        if (is_high(unit) && is_low(escape_at(at + ESCAPE, end))) {
            at += 2 * ESCAPE;
        } else if (is_high(unit) || is_low(unit)) {
            /* NOLINTNEXTLINE(bugprone-not-null-terminated-result): amid a text */
            memcpy(at + 2, "FFFD", 4);
            found = TRUE;
            at += ESCAPE;
        } else {
            at += *at == '\\' && at + 1 < end ? 2 : 1;
        }
    }
    return found ? g_steal_pointer(&copy) : NULL;
}

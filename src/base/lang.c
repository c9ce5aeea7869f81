#include "base/diag.h"

Lang lang_from_environment(void)
{
    static const gchar *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        const gchar *value = g_getenv(names[i]);
        if (value && *value)
            return g_str_has_prefix(value, "zh") ? LANG_ZH : LANG_EN;
    }
    return LANG_EN;
}

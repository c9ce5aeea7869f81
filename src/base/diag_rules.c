/* Rules by their names. */
#include "base/diag_rows.h"

#include <string.h>

gboolean rule_find(const gchar *name, RuleId *rule)
{
    for (RuleId i = 0; i < RULE_COUNT; i++) {
        const RuleRow *row = rule_row(i);
        if (g_str_equal(row->id, name) || (row->code && g_ascii_strcasecmp(row->code, name) == 0)) {
            *rule = i;
            return TRUE;
        }
    }
    return FALSE;
}

const gchar *rule_nearest(const gchar *name)
{
    g_autofree const gchar **names = g_new0(const gchar *, RULE_COUNT + 1);

    for (RuleId i = 0; i < RULE_COUNT; i++)
        names[i] = rule_row(i)->id;
    return nearest_word(name, names);
}

gboolean rule_is_hard(RuleId rule)
{
    return !rule_row(rule)->code && rule_row(rule)->severity == SEVERITY_ERROR;
}

#include "base/diag_internal.h"

#include <stdarg.h>
#include <string.h>

const RuleRow *rule_row(RuleId rule)
{
    static const RuleRow rows[RULE_COUNT] = {
#define RULE(symbol, id, severity, status, zh, en, hint_zh, hint_en) \
    [RULE_##symbol] = {id, \
                       SEVERITY_##severity, \
                       STATUS_##status, \
                       {[LANG_EN] = en, [LANG_ZH] = zh}, \
                       {[LANG_EN] = hint_en, [LANG_ZH] = hint_zh}},
        DIAG_RULES(RULE)
#undef RULE
    };

    return &rows[rule];
}

static void diagnostic_free(gpointer data)
{
    Diagnostic *diagnostic = data;

    g_strfreev(diagnostic->arguments);
    g_free(diagnostic);
}

static guint diagnostic_hash(gconstpointer key)
{
    const Diagnostic *diagnostic = key;
    guint hash = g_direct_hash(diagnostic->where.source);

    hash = hash * 31 + (guint) diagnostic->rule;
    hash = hash * 31 + diagnostic->where.start;
    hash = hash * 31 + diagnostic->where.end;
    for (gchar **argument = diagnostic->arguments; *argument; argument++)
        hash = hash * 31 + g_str_hash(*argument);
    return hash;
}

static gboolean diagnostic_equal(gconstpointer a, gconstpointer b)
{
    const Diagnostic *one = a, *other = b;

    return one->rule == other->rule && one->where.source == other->where.source &&
           one->where.start == other->where.start && one->where.end == other->where.end &&
           g_strv_equal((const gchar *const *) one->arguments,
                        (const gchar *const *) other->arguments);
}

Diagnostics *diagnostics_new(void)
{
    Diagnostics *sink = g_new0(Diagnostics, 1);

    sink->all = g_ptr_array_new_with_free_func(diagnostic_free);
    sink->seen = g_hash_table_new(diagnostic_hash, diagnostic_equal);
    return sink;
}

void diagnostics_free(Diagnostics *sink)
{
    if (!sink)
        return;
    g_hash_table_unref(sink->seen);
    g_ptr_array_unref(sink->all);
    g_free(sink);
}

static gchar **copy_arguments(va_list list)
{
    GPtrArray *arguments = g_ptr_array_new();
    const gchar *argument;

    while ((argument = va_arg(list, const gchar *)))
        g_ptr_array_add(arguments, g_strdup(argument));
    g_ptr_array_add(arguments, NULL);
    return (gchar **) g_ptr_array_free(arguments, FALSE);
}

void diag_report(Diagnostics *sink, RuleId rule, Span where, ...)
{
    Diagnostic *diagnostic = g_new0(Diagnostic, 1);
    va_list list;

    va_start(list, where);
    diagnostic->rule = rule;
    diagnostic->where = where;
    diagnostic->arguments = copy_arguments(list);
    va_end(list);
    if (g_hash_table_contains(sink->seen, diagnostic)) {
        diagnostic_free(diagnostic);
        return;
    }
    g_hash_table_add(sink->seen, diagnostic);
    g_ptr_array_add(sink->all, diagnostic);
}

guint diagnostics_count(const Diagnostics *sink, Severity at_least)
{
    guint count = 0;

    for (guint i = 0; i < sink->all->len; i++) {
        const Diagnostic *diagnostic = g_ptr_array_index(sink->all, i);
        count += rule_row(diagnostic->rule)->severity >= at_least;
    }
    return count;
}

int diagnostics_status(const Diagnostics *sink, gboolean strict)
{
    int worst = STATUS_OK;

    for (guint i = 0; i < sink->all->len; i++) {
        const Diagnostic *diagnostic = g_ptr_array_index(sink->all, i);
        const RuleRow *row = rule_row(diagnostic->rule);
        if (row->severity == SEVERITY_ERROR)
            worst = MAX(worst, row->status);
        else if (row->severity == SEVERITY_WARNING && strict)
            worst = MAX(worst, STATUS_CONTENT);
    }
    return worst;
}

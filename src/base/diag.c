#include "base/diag_internal.h"

#include <stdarg.h>
#include <string.h>

/* The words of the column `fix`. */
enum { BY_HAND = FALSE, FIXED = TRUE };

const RuleRow *rule_row(RuleId rule)
{
    static const RuleRow rows[RULE_COUNT] = {
#define RULE(symbol, id, severity, status, zh, en, hint_zh, hint_en) \
    [RULE_##symbol] = {id, \
                       SEVERITY_##severity, \
                       STATUS_##status, \
                       {[LANG_EN] = en, [LANG_ZH] = zh}, \
                       {[LANG_EN] = hint_en, [LANG_ZH] = hint_zh}, \
                       NULL, \
                       "", \
                       {"", ""}, \
                       FALSE},
#define EDIT(symbol, id, code, severity, fix, zh, en, hint_zh, hint_en, clause, why_zh, why_en) \
    [RULE_##symbol] = {id, \
                       SEVERITY_##severity, \
                       STATUS_CONTENT, \
                       {[LANG_EN] = en, [LANG_ZH] = zh}, \
                       {[LANG_EN] = hint_en, [LANG_ZH] = hint_zh}, \
                       code, \
                       clause, \
                       {[LANG_EN] = why_en, [LANG_ZH] = why_zh}, \
                       fix},
        DIAG_RULES(RULE) CHECK_RULES(EDIT)
#undef RULE
#undef EDIT
    };

    return &rows[rule];
}

static void diagnostic_free(gpointer data)
{
    Diagnostic *diagnostic = data;

    g_strfreev(diagnostic->arguments);
    g_free(diagnostic->replacement);
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
    sink->cursors = g_new0(DiagCursors, 1);
    sink->masks = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    sink->masked_texts = g_ptr_array_new_with_free_func(g_free);
    return sink;
}

Diagnostics *diagnostics_new_like(const Diagnostics *other)
{
    Diagnostics *sink = diagnostics_new();

    memcpy(sink->levels, other->levels, sizeof sink->levels);
    return sink;
}

void diagnostics_free(Diagnostics *sink)
{
    if (!sink)
        return;
    g_hash_table_unref(sink->seen);
    g_hash_table_unref(sink->masks);
    g_free(sink->cursors);
    g_ptr_array_unref(sink->masked_texts);
    g_ptr_array_unref(sink->all);
    g_free(sink);
}

static void add(Diagnostics *sink, Diagnostic *diagnostic)
{
    if (sink->levels[diagnostic->rule] == LEVEL_OFF ||
        g_hash_table_contains(sink->seen, diagnostic)) {
        diagnostic_free(diagnostic);
        return;
    }
    g_hash_table_add(sink->seen, diagnostic);
    g_ptr_array_add(sink->all, diagnostic);
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
    add(sink, diagnostic);
}

void diag_add(Diagnostics *sink, const Report *report)
{
    Diagnostic *diagnostic = g_new0(Diagnostic, 1);

    diagnostic->rule = report->rule;
    diagnostic->where = report->where;
    diagnostic->arguments = g_strdupv((gchar **) report->arguments);
    diagnostic->fix = report->fix;
    diagnostic->replacement = g_strdup(report->replacement);
    add(sink, diagnostic);
}

guint diagnostics_drop_if(Diagnostics *sink, gboolean (*is_meant)(const Diagnostic *, gpointer),
                          gpointer data)
{
    guint kept = 0, all = sink->all->len;
    g_autofree gpointer *old = g_ptr_array_steal(sink->all, NULL);

    for (guint i = 0; i < all; i++) {
        Diagnostic *one = old[i];
        if (is_meant(one, data)) {
            g_hash_table_remove(sink->seen, one);
            diagnostic_free(one);
        } else {
            g_ptr_array_add(sink->all, one);
            kept++;
        }
    }
    return all - kept;
}

typedef struct {
    const gchar *id;
    Span within; /* SPAN_NONE: anywhere */
} Place;

static gboolean is_at(const Diagnostic *one, gpointer data)
{
    const Place *place = data;
    const Span *within = &place->within;

    return (!within->source ||
            (one->where.source == within->source && one->where.start >= within->start &&
             one->where.start < MAX(within->end, within->start + 1))) &&
           g_str_equal(rule_row(one->rule)->id, place->id);
}

static guint drop(Diagnostics *sink, RuleId rule, Span within)
{
    Place place = {rule_row(rule)->id, within};

    return diagnostics_drop_if(sink, is_at, &place);
}

guint diagnostics_drop(Diagnostics *sink, RuleId rule, Span within)
{
    return within.source ? drop(sink, rule, within) : 0;
}

void diagnostics_set_level(Diagnostics *sink, RuleId rule, RuleLevel level)
{
    for (RuleId i = 0; i < RULE_COUNT; i++)
        if (g_str_equal(rule_row(i)->id, rule_row(rule)->id))
            sink->levels[i] = (guint8) level;
    if (level == LEVEL_OFF)
        drop(sink, rule, SPAN_NONE);
}

Severity diagnostics_severity(const Diagnostics *sink, RuleId rule)
{
    static const Severity severities[] = {
        [LEVEL_NOTE] = SEVERITY_NOTE,
        [LEVEL_WARNING] = SEVERITY_WARNING,
        [LEVEL_ERROR] = SEVERITY_ERROR,
    };
    RuleLevel level = (RuleLevel) sink->levels[rule];

    return level >= LEVEL_NOTE ? severities[level] : rule_row(rule)->severity;
}

gboolean diagnostics_is_off(const Diagnostics *sink, RuleId rule)
{
    return sink->levels[rule] == LEVEL_OFF;
}

guint diagnostics_count(const Diagnostics *sink, Severity at_least)
{
    guint count = 0;

    for (guint i = 0; i < sink->all->len; i++) {
        const Diagnostic *diagnostic = g_ptr_array_index(sink->all, i);
        count += diagnostics_severity(sink, diagnostic->rule) >= at_least;
    }
    return count;
}

int diagnostics_status(const Diagnostics *sink, gboolean strict)
{
    int worst = STATUS_OK;

    for (guint i = 0; i < sink->all->len; i++) {
        const Diagnostic *diagnostic = g_ptr_array_index(sink->all, i);
        Severity severity = diagnostics_severity(sink, diagnostic->rule);
        if (severity == SEVERITY_ERROR)
            worst = MAX(worst, rule_row(diagnostic->rule)->status);
        else if (severity == SEVERITY_WARNING && strict)
            worst = MAX(worst, STATUS_CONTENT);
    }
    return worst;
}

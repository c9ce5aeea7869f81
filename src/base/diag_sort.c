/* The order in which diagnostics are told. */
#include "base/diag_internal.h"

#include <string.h>

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

/* By name, but numbers by what they count: 2-study.md before 10-duty.md, as the pages have them. */
static gint by_path(const gchar *one, const gchar *other)
{
    while (*one && *other) {
        if (g_ascii_isdigit(*one) && g_ascii_isdigit(*other)) {
            gchar *one_end, *other_end;
            guint64 a = g_ascii_strtoull(one, &one_end, 10);
            guint64 b = g_ascii_strtoull(other, &other_end, 10);
            if (a != b)
                return COMPARE(a, b);
            one = one_end;
            other = other_end;
        } else if (*one != *other) {
            break;
        } else {
            one++;
            other++;
        }
    }
    return strcmp(one, other);
}

static const gchar *path_of(const Span *place)
{
    return place->source ? place->source->path : "";
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const Diagnostic *one = *(const Diagnostic *const *) a;
    const Diagnostic *other = *(const Diagnostic *const *) b;
    const Span *first = &one->where, *second = &other->where;
    gint order = by_path(path_of(first), path_of(second));

    order = order ? order : COMPARE(first->start, second->start);
    order = order ? order : strcmp(rule_row(one->rule)->id, rule_row(other->rule)->id);
    order = order ? order : COMPARE(first->end, second->end);
    order = order ? order : COMPARE(one->rule, other->rule);
    for (guint i = 0; order == 0 && (one->arguments[i] || other->arguments[i]); i++)
        order = g_strcmp0(one->arguments[i], other->arguments[i]);
    return order;
}

GPtrArray *diagnostics_sorted(const Diagnostics *sink, gboolean errors_only)
{
    GPtrArray *sorted = g_ptr_array_new();

    for (guint i = 0; i < sink->all->len; i++) {
        const Diagnostic *diagnostic = g_ptr_array_index(sink->all, i);
        if (!errors_only || diagnostics_severity(sink, diagnostic->rule) == SEVERITY_ERROR)
            g_ptr_array_add(sorted, (gpointer) diagnostic);
    }
    g_ptr_array_sort(sorted, by_place);
    return sorted;
}

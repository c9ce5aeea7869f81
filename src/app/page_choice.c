#include "app/page_choice.h"

#include <string.h>

/* No bulletin has a page of ten digits. */
enum { MOST_DIGITS = 9 };

typedef struct {
    guint first, last; /* 0: the last page there is */
    Span span;
} PageRange;

struct PageChoice {
    Source *source; /* the argument, for messages */
    GArray *ranges; /* PageRange */
};

/* Moves `at` behind the digits. 0 where there are none, or too many. */
static guint read_number(const gchar **at, const gchar *end)
{
    const gchar *start = *at;
    guint number = 0;

    for (; *at < end && g_ascii_isdigit(**at) && *at - start < MOST_DIGITS; (*at)++)
        number = number * 10 + (guint) g_ascii_digit_value(**at);
    return number;
}

/* "3", "3-5", "3-". */
static gboolean read_range(const gchar *at, const gchar *end, PageRange *range)
{
    range->first = range->last = read_number(&at, end);
    if (at < end && *at == '-') {
        at++;
        gboolean open = at == end;
        range->last = read_number(&at, end);
        if (!open && range->last == 0)
            return FALSE;
    }
    return range->first > 0 && at == end;
}

static void add_range(PageChoice *choice, guint32 start, guint32 end, Diagnostics *sink)
{
    const gchar *text = choice->source->text;
    PageRange range = {0, 0, {choice->source, start, end}};
    g_autofree gchar *part = g_strndup(text + start, end - start);

    if (!read_range(text + start, text + end, &range))
        diag_report(sink, RULE_BAD_PAGES, range.span, part, NULL);
    else if (range.last > 0 && range.last < range.first)
        diag_report(sink, RULE_PAGES_BACKWARDS, range.span, part, NULL);
    else
        g_array_append_val(choice->ranges, range);
}

PageChoice *page_choice_new(const gchar *argument, Diagnostics *sink)
{
    g_autoptr(PageChoice) choice = g_new0(PageChoice, 1);
    guint32 start = 0;

    choice->source = source_new(g_strdup("--pages"), g_strdup(argument), strlen(argument));
    choice->ranges = g_array_new(FALSE, FALSE, sizeof(PageRange));
    for (guint32 at = 0; at <= choice->source->length; at++) {
        if (argument[at] == ',' || argument[at] == '\0') {
            add_range(choice, start, at, sink);
            start = at + 1;
        }
    }
    return g_steal_pointer(&choice);
}

void page_choice_free(PageChoice *choice)
{
    if (!choice)
        return;
    g_array_unref(choice->ranges);
    source_free(choice->source);
    g_free(choice);
}

gboolean page_choice_check(const PageChoice *choice, guint pages, Diagnostics *sink)
{
    g_autofree gchar *count = g_strdup_printf("%u", pages);
    gboolean good = TRUE;

    for (guint i = 0; choice && i < choice->ranges->len; i++) {
        const PageRange *range = &g_array_index(choice->ranges, PageRange, i);
        guint beyond = range->first > pages ? range->first : range->last;
        if (beyond <= pages)
            continue;
        g_autofree gchar *number = g_strdup_printf("%u", beyond);
        diag_report(sink, RULE_PAGES_BEYOND, range->span, number, count, NULL);
        good = FALSE;
    }
    return good;
}

gboolean page_choice_has(const PageChoice *choice, guint page)
{
    for (guint i = 0; choice && i < choice->ranges->len; i++) {
        const PageRange *range = &g_array_index(choice->ranges, PageRange, i);
        if (page >= range->first && (range->last == 0 || page <= range->last))
            return TRUE;
    }
    return !choice;
}

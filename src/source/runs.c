#include "source/runs.h"

#include <string.h>

static gunichar last_character(const gchar *start, const gchar *end)
{
    return g_utf8_get_char(g_utf8_find_prev_char(start, end));
}

static gchar *href_copy(Runs *runs)
{
    if (!runs->href)
        return NULL;
    *runs->href_bytes += strlen(runs->href);
    return *runs->href_bytes <= RUNS_MOST_HREF_BYTES ? g_strdup(runs->href) : NULL;
}

static void append(Runs *runs, gchar *text, InlineFlags flags, gboolean linked, Span span)
{
    Inline run = {.text = text, .flags = flags, .span = span};
    run.href = linked ? href_copy(runs) : NULL;
    g_array_append_val(runs->inlines, run);
    runs->last_link = linked ? runs->link : 0;
}

/* Decides on a waiting soft break now that the next character is known. */
static void settle_space(Runs *runs, gunichar next)
{
    if (!runs->space.source)
        return;
    Span span = runs->space;
    runs->space = SPAN_NONE;
    if (runs->before == 0 || runs->before == ' ' || is_chinese_context(runs->before, next))
        return;
    gboolean same_link = runs->link != 0 && runs->space_link == runs->link;
    append(runs, g_strdup(" "), runs->space_style, same_link, span);
}

/* Whether what begins at `from` goes on where the last run stops, in the same style. */
static gboolean continues(const Runs *runs, InlineFlags flags, guint32 from)
{
    if (runs->inlines->len == 0 || runs->last_link != runs->link)
        return FALSE;
    const Inline *last = &g_array_index(runs->inlines, Inline, runs->inlines->len - 1);
    return last->flags == flags && last->span.end == from && !last->text;
}

void runs_add_text(Runs *runs, gchar *text, Span span)
{
    if (runs->muted || *text == '\0') {
        g_free(text);
        return;
    }
    settle_space(runs, g_utf8_get_char(text));
    runs->before = last_character(text, text + strlen(text));
    runs->visible = TRUE;
    append(runs, text, runs->style, runs->link != 0, span);
}

void runs_add_verbatim(Runs *runs, guint32 from, guint32 to)
{
    if (runs->muted || from == to)
        return;
    const gchar *text = runs->source->text;
    InlineFlags flags = runs->style | INLINE_VERBATIM;
    settle_space(runs, g_utf8_get_char(text + from));
    runs->before = last_character(text + from, text + to);
    runs->visible = TRUE;
    if (continues(runs, flags, from))
        g_array_index(runs->inlines, Inline, runs->inlines->len - 1).span.end = to;
    else
        append(runs, NULL, flags, runs->link != 0, (Span){runs->source, from, to});
}

void runs_add_reference(Runs *runs, Span span, gboolean page)
{
    if (runs->muted)
        return;
    settle_space(runs, RUNS_REFERENCE);
    runs->before = RUNS_REFERENCE;
    append(runs, g_strdup(""), runs->style | INLINE_REFERENCE | (page ? INLINE_PAGE : 0), TRUE,
           span);
}

/* A line break before a mark is none; what comes after it meets what was before. */
void runs_add_note(Runs *runs, Span span)
{
    if (runs->muted)
        return;
    settle_space(runs, RUNS_REFERENCE);
    if (runs->before == 0)
        runs->before = RUNS_REFERENCE;
    runs->visible = TRUE;
    Inline run = {.text = g_strdup(""), .flags = INLINE_NOTE, .span = span};
    run.href = g_strndup(span.source->text + span.start + 1, span.end - span.start - 2);
    g_array_append_val(runs->inlines, run);
    runs->last_link = 0;
}

void runs_soft_break(Runs *runs, Span span)
{
    if (runs->muted)
        return;
    runs->space = span;
    runs->space_style = runs->style;
    runs->space_link = runs->link;
}

void runs_hard_break(Runs *runs, Span span)
{
    if (runs->muted)
        return;
    runs->space = SPAN_NONE;
    runs->before = 0;
    append(runs, g_strdup(""), INLINE_BREAK, FALSE, span);
}

void runs_finish(Runs *runs)
{
    for (guint i = 0; i < runs->inlines->len; i++) {
        Inline *run = &g_array_index(runs->inlines, Inline, i);
        if (!run->text)
            run->text = g_strndup(run->span.source->text + run->span.start,
                                  run->span.end - run->span.start);
    }
}

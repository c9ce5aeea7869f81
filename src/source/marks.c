#include "source/marks.h"

#include <string.h>

#include "source/runs.h"

/* Names in braces are few; a brace without its end costs no walk to the end of the text. */
#define LONGEST_NAMES 200

static const struct {
    const gchar *chinese, *english;
    InlineFlags flag;
} mark_names[] = {
    {"不断", "nobreak", INLINE_NOBREAK},  {"专名", "proper", INLINE_PROPER},
    {"书名", "book", INLINE_BOOK},        {"着重", "dot", INLINE_DOT},
    {"原样", "verbatim", INLINE_LITERAL},
};

/* [ at `open`, ] at `close`; `end` is after the } */
typedef struct {
    guint32 open, close, end;
    InlineFlags flags;
} MarkedSpan;

/* ---- finding the spans ---- */

typedef struct {
    const Source *source;
    GArray *open;  /* guint32: brackets that wait for their other */
    GArray *spans; /* MarkedSpan */
    Diagnostics *sink;
} Scan;

static void report_unknown(const Scan *scan, guint32 from, guint32 to)
{
    const gchar *known[2 * G_N_ELEMENTS(mark_names) + 1] = {NULL};
    g_autofree gchar *name = g_strndup(scan->source->text + from, to - from);
    Span where = {scan->source, from, to};

    for (guint i = 0; i < G_N_ELEMENTS(mark_names); i++) {
        known[2 * i] = mark_names[i].chinese;
        known[2 * i + 1] = mark_names[i].english;
    }
    const gchar *near = nearest_word(name, known);
    if (near)
        diag_report(scan->sink, RULE_UNKNOWN_MARK_NEAR, where, name, near, NULL);
    else
        diag_report(scan->sink, RULE_UNKNOWN_MARK, where, name, NULL);
}

static InlineFlags flag_of(const Scan *scan, guint32 from, guint32 to)
{
    g_autofree gchar *name = g_strndup(scan->source->text + from, to - from);

    for (guint i = 0; i < G_N_ELEMENTS(mark_names); i++)
        if (g_str_equal(name, mark_names[i].chinese) || g_str_equal(name, mark_names[i].english))
            return mark_names[i].flag;
    report_unknown(scan, from, to);
    return 0;
}

/* The names between { and }, bytes [from, to) of the source. */
static InlineFlags read_names(const Scan *scan, guint32 from, guint32 to)
{
    const gchar *text = scan->source->text;
    InlineFlags flags = 0;
    gboolean named = FALSE;

    for (guint32 at = from, start; at < to;) {
        at += (guint32) strspn(text + at, " \t");
        for (start = at; at < to && !strchr(" \t", text[at]);)
            at++;
        if (at > start)
            flags |= flag_of(scan, start, at);
        named |= at > start;
    }
    if (!named)
        report_unknown(scan, from - 1, to + 1);
    return flags;
}

/* The } of the first `room` bytes. Names have no brackets: one that stands before it is of a span
 * of its own, and the brace text. */
static const gchar *end_of_names(const gchar *text, gsize room)
{
    for (gsize i = 0; i < room && text[i] != '[' && text[i] != ']'; i++)
        if (text[i] == '}')
            return text + i;
    return NULL;
}

static void close_bracket(Scan *scan, guint32 close, guint32 run_end)
{
    const gchar *text = scan->source->text;
    guint32 open = g_array_index(scan->open, guint32, scan->open->len - 1);
    gsize room = MIN(run_end - close - 1, LONGEST_NAMES);

    g_array_set_size(scan->open, scan->open->len - 1);
    if (room == 0 || text[close + 1] != '{')
        return;
    const gchar *brace = end_of_names(text + close + 1, room);
    if (!brace)
        return;
    MarkedSpan span = {open, close, (guint32) (brace + 1 - text), 0};
    span.flags = read_names(scan, close + 2, span.end - 1);
    if (close == open + 1)
        diag_report(scan->sink, RULE_EMPTY_TEXT, (Span){scan->source, open, span.end}, NULL);
    g_array_append_val(scan->spans, span);
}

static void scan_run(Scan *scan, const Inline *run)
{
    const gchar *text = run->span.source->text;
    guint32 at = run->span.start, end = run->span.end;
    gchar before = at > 0 ? text[at - 1] : '\0';

    if (run->href && before == '<')
        return; /* <https://…> is no text */
    scan->source = run->span.source;
    if (before == '\\')
        at++; /* an escaped character begins a run of its own */
    for (; at < end; at++) {
        if (text[at] == '[')
            g_array_append_val(scan->open, at);
        else if (text[at] == ']' && scan->open->len > 0)
            close_bracket(scan, at, end);
    }
}

static gint compare_spans(gconstpointer a, gconstpointer b)
{
    const MarkedSpan *left = a, *right = b;

    return left->open < right->open ? -1 : left->open > right->open;
}

/* In the order in which they begin. */
static GArray *find_spans(const GArray *inlines, Diagnostics *sink)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint32));
    Scan scan = {NULL, open, g_array_new(FALSE, FALSE, sizeof(MarkedSpan)), sink};

    for (guint i = 0; i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        if (run->flags & INLINE_VERBATIM)
            scan_run(&scan, run);
    }
    g_array_sort(scan.spans, compare_spans);
    return scan.spans;
}

/* ---- cutting the runs ---- */

/* What a run inside the open spans gets, and where the innermost of them ends. */
typedef struct {
    InlineFlags flags;
    guint32 joined, lined;
    guint32 close, end;
} Marked;

typedef struct {
    const GArray *spans;
    guint next;     /* span to be entered */
    GArray *around; /* Marked, of the open spans but the innermost */
    Marked now;
    GArray *runs; /* Inline */
    gsize *href_bytes;
} Cutting;

/* Of nested spans without a break, and of nested lines, the outer one counts. */
static void enter_span(Cutting *cutting)
{
    const MarkedSpan *span = &g_array_index(cutting->spans, MarkedSpan, cutting->next++);
    InlineFlags flags = span->flags;
    Marked *now = &cutting->now;

    g_array_append_val(cutting->around, *now);
    if (now->lined)
        flags &= ~(InlineFlags) (INLINE_PROPER | INLINE_BOOK);
    if ((flags & INLINE_NOBREAK) && !now->joined)
        now->joined = span->open + 1;
    if (flags & (INLINE_PROPER | INLINE_BOOK))
        now->lined = span->open + 1;
    now->flags |= flags;
    now->close = span->close;
    now->end = span->end;
}

static void leave_span(Cutting *cutting)
{
    cutting->now = g_array_index(cutting->around, Marked, cutting->around->len - 1);
    g_array_set_size(cutting->around, cutting->around->len - 1);
}

static gchar *href_copy(Cutting *cutting, const gchar *href)
{
    if (!href)
        return NULL;
    *cutting->href_bytes += strlen(href);
    return *cutting->href_bytes <= RUNS_MOST_HREF_BYTES ? g_strdup(href) : NULL;
}

static void add_run(Cutting *cutting, Inline run)
{
    run.flags |= cutting->now.flags;
    run.joined = cutting->now.joined;
    run.lined = cutting->now.lined;
    g_array_append_val(cutting->runs, run);
}

static void add_piece(Cutting *cutting, const Inline *run, guint32 from, guint32 to)
{
    Inline piece = *run;

    if (from == to)
        return;
    piece.span.start = from;
    piece.span.end = to;
    piece.text = g_strndup(run->span.source->text + from, to - from);
    piece.href = href_copy(cutting, run->href);
    add_run(cutting, piece);
}

/* Where the next bracket stands that opens or closes a span. */
static guint32 next_cut(const Cutting *cutting)
{
    guint32 open = G_MAXUINT32;

    if (cutting->next < cutting->spans->len)
        open = g_array_index(cutting->spans, MarkedSpan, cutting->next).open;
    return MIN(open, cutting->now.close);
}

/* Takes the run's memory. */
static void cut_run(Cutting *cutting, Inline *run)
{
    guint32 from = run->span.start, cut = next_cut(cutting);

    if (!(run->flags & INLINE_VERBATIM) || cut >= run->span.end) {
        add_run(cutting, *run);
        return;
    }
    for (; cut < run->span.end; cut = next_cut(cutting)) {
        add_piece(cutting, run, from, cut);
        gboolean closes = cut == cutting->now.close;
        from = closes ? cutting->now.end : cut + 1;
        if (closes)
            leave_span(cutting);
        else
            enter_span(cutting);
    }
    add_piece(cutting, run, from, run->span.end);
    g_free(run->text);
    g_free(run->href);
}

/* ---- soft line breaks ---- */

static gboolean is_soft_space(const Inline *run)
{
    return !(run->flags & INLINE_VERBATIM) && strcmp(run->text, " ") == 0 &&
           strchr(" \t\r\n", run->span.source->text[run->span.start]);
}

static gunichar first_character(const Inline *run)
{
    return run->flags & INLINE_REFERENCE ? RUNS_REFERENCE : g_utf8_get_char(run->text);
}

static gunichar last_character(const Inline *run)
{
    if (run->flags & INLINE_REFERENCE)
        return RUNS_REFERENCE;
    gsize length = strlen(run->text);
    return length > 0 ? g_utf8_get_char(g_utf8_prev_char(run->text + length)) : 0;
}

/* The run before or after one that footnote marks do not stand in between. */
static const Inline *neighbour(const GArray *runs, guint i, gint step)
{
    gint64 k = (gint64) i + step;

    while (k >= 0 && k < runs->len && g_array_index(runs, Inline, k).flags & INLINE_NOTE)
        k += step;
    return k >= 0 && k < runs->len ? &g_array_index(runs, Inline, k) : NULL;
}

/* A line break beside a bracket was taken for one beside a Latin word; now that the bracket is
 * gone, the characters that meet decide. */
static gboolean vanishes(const GArray *runs, guint i)
{
    const Inline *run = &g_array_index(runs, Inline, i);

    if (!is_soft_space(run))
        return FALSE;
    const Inline *left = neighbour(runs, i, -1), *right = neighbour(runs, i, 1);
    gunichar before = left ? last_character(left) : 0;
    gunichar after = right ? first_character(right) : 0;
    return before == 0 || before == ' ' || is_chinese_context(before, after);
}

void marks_read(GArray *inlines, gsize *href_bytes, Diagnostics *sink)
{
    g_autoptr(GArray) spans = find_spans(inlines, sink);
    g_autoptr(GArray) around = g_array_new(FALSE, FALSE, sizeof(Marked));
    g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(Inline));
    Cutting cutting = {spans, 0, around, {.close = G_MAXUINT32}, runs, href_bytes};
    gsize n;

    if (spans->len == 0)
        return;
    g_autofree Inline *old = g_array_steal(inlines, &n);
    for (gsize i = 0; i < n; i++)
        cut_run(&cutting, &old[i]);
    for (guint i = 0; i < runs->len; i++) {
        Inline *run = &g_array_index(runs, Inline, i);
        if (vanishes(runs, i))
            g_free(run->text), g_free(run->href);
        else
            g_array_append_val(inlines, *run);
    }
}

/* Inline runs as Markdown. */
#include "output/markdown_write.h"

#include <string.h>

#define NO_BREAK_SPACE "\xC2\xA0"

/* What a run is in, besides the paragraph; the order is that of the markup where two of them are
 * equally long. */
typedef enum {
    TAG_JOINED,
    TAG_LINED,
    TAG_DOT,
    TAG_LITERAL,
    TAG_LINK,
    TAG_EMPHASIS,
    TAG_STRONG,
    TAGS
} TagKind;

typedef struct {
    TagKind kind;
    guint32 key;       /* of TAG_JOINED and TAG_LINED: which span */
    const gchar *text; /* of TAG_LINK its target, of the marks their name */
    guint end;         /* the run that it does not reach */
} Tag;

typedef struct {
    MarkdownWriter *writer;
    const GArray *inlines;
    MarkdownPlace place;
    Tag open[TAGS];
    guint count;
    gboolean begun; /* a blank that comes next would be lost: an emphasis has been opened, or all
                       of a cell */
} Inlines;

static const Inline *run_at(const Inlines *inlines, guint i)
{
    return &g_array_index(inlines->inlines, Inline, i);
}

/* ---- text ---- */

void markdown_text(GString *out, const gchar *text, MarkdownPlace place)
{
    for (; *text; text++) {
        if (strchr("\\`*_[]<&{}|", *text) || (*text == '"' && place == TEXT_OF_CAPTION) ||
            (*text == '#' && place == TEXT_OF_HEADING))
            g_string_append_printf(out, "\\%c", *text);
        else if (g_str_has_prefix(text, NO_BREAK_SPACE)) {
            g_string_append(out, "&nbsp;");
            text += strlen(NO_BREAK_SPACE) - 1;
        } else
            g_string_append_c(out, *text);
    }
}

static gboolean is_plain_address(const gchar *href)
{
    for (; *href; href++)
        if (strchr(" <>()\\\"'&*_[]`", *href) || g_ascii_iscntrl(*href))
            return FALSE;
    return TRUE;
}

static void write_address(GString *out, const gchar *href)
{
    if (is_plain_address(href)) {
        g_string_append(out, href);
        return;
    }
    g_string_append_c(out, '<');
    for (; *href; href++)
        g_string_append_printf(out, strchr("<>\\&", *href) ? "\\%c" : "%c", *href);
    g_string_append_c(out, '>');
}

/* ---- tags ---- */

static gboolean same_tag(const Tag *a, const Tag *b)
{
    return a->kind == b->kind && a->key == b->key && g_strcmp0(a->text, b->text) == 0;
}

/* A blank that Markdown would leave out, or not take for the end of an emphasis. */
static void protect_blank(GString *out)
{
    if (out->len > 0 && out->str[out->len - 1] == ' ') {
        g_string_truncate(out, out->len - 1);
        g_string_append(out, "&#32;");
    }
}

/* Begins a link, reference or mark; a ! right before it would make an image of it. */
static void open_bracket(GString *out)
{
    if (out->len > 0 && out->str[out->len - 1] == '!')
        g_string_insert_c(out, (gssize) out->len - 1, '\\');
    g_string_append_c(out, '[');
}

static const gchar *lined_name(InlineFlags flags)
{
    if ((flags & INLINE_PROPER) && (flags & INLINE_BOOK))
        return "专名 书名";
    return flags & INLINE_PROPER ? "专名" : "书名";
}

static guint tags_of(const Inline *run, Tag tags[TAGS])
{
    guint n = 0;

    if (run->flags & INLINE_NOBREAK)
        tags[n++] = (Tag){TAG_JOINED, run->joined, "不断", 0};
    if (run->flags & (INLINE_PROPER | INLINE_BOOK))
        tags[n++] = (Tag){TAG_LINED, run->lined, lined_name(run->flags), 0};
    if (run->flags & INLINE_DOT)
        tags[n++] = (Tag){TAG_DOT, 0, "着重", 0};
    if (run->flags & INLINE_LITERAL)
        tags[n++] = (Tag){TAG_LITERAL, 0, "原样", 0};
    if (run->href && !(run->flags & (INLINE_REFERENCE | INLINE_NOTE)))
        tags[n++] = (Tag){TAG_LINK, 0, run->href, 0};
    if (run->flags & INLINE_EMPHASIS)
        tags[n++] = (Tag){TAG_EMPHASIS, 0, NULL, 0};
    if (run->flags & INLINE_STRONG)
        tags[n++] = (Tag){TAG_STRONG, 0, NULL, 0};
    return n;
}

static gboolean run_has(const Inline *run, const Tag *tag)
{
    Tag tags[TAGS];
    guint n = tags_of(run, tags);

    for (guint i = 0; i < n; i++)
        if (same_tag(&tags[i], tag))
            return TRUE;
    return FALSE;
}

static guint reach(const Inlines *inlines, const Tag *tag, guint from)
{
    while (from < inlines->inlines->len && run_has(run_at(inlines, from), tag))
        from++;
    return from;
}

static gboolean is_mark(const Tag *tag)
{
    return tag->kind == TAG_JOINED || tag->kind == TAG_LINED || tag->kind == TAG_DOT ||
           tag->kind == TAG_LITERAL;
}

static gboolean is_emphasis(const Tag *tag)
{
    return tag->kind == TAG_EMPHASIS || tag->kind == TAG_STRONG;
}

static void close_tag(const Inlines *inlines, const Tag *tag)
{
    GString *out = inlines->writer->out;

    if (is_emphasis(tag))
        protect_blank(out);
    switch (tag->kind) {
    case TAG_EMPHASIS:
        g_string_append(out, "*");
        break;
    case TAG_STRONG:
        g_string_append(out, "**");
        break;
    case TAG_LINK:
        g_string_append(out, "](");
        write_address(out, tag->text);
        g_string_append_c(out, ')');
        break;
    default:
        g_string_append_printf(out, "]{%s}", tag->text);
    }
}

/* Asterisks that end something and such that begin something are kept apart by a comment, of which
 * nothing is set. */
static void open_tag(Inlines *inlines, const Tag *tag, gboolean closed)
{
    GString *out = inlines->writer->out;

    if (is_emphasis(tag)) {
        inlines->begun = TRUE;
        if (closed && g_str_has_suffix(out->str, "*"))
            g_string_append(out, "<!-- -->");
        g_string_append(out, tag->kind == TAG_STRONG ? "**" : "*");
    } else {
        open_bracket(out);
    }
    inlines->open[inlines->count++] = *tag;
}

static gboolean is_open(const Inlines *inlines, const Tag *tag)
{
    for (guint i = 0; i < inlines->count; i++)
        if (same_tag(&inlines->open[i], tag))
            return TRUE;
    return FALSE;
}

/* Marks are read from the runs that emphasis has left, so either may begin in the other and end
 * behind it. */
static gboolean may_cross(const Tag *a, const Tag *b)
{
    return (is_mark(a) && is_emphasis(b)) || (is_emphasis(a) && is_mark(b));
}

/* Closes what run `i` is not in, and what stands in that. FALSE where nothing was. */
static gboolean close_tags(Inlines *inlines, guint i)
{
    gboolean closing[TAGS] = {FALSE}, closed = FALSE;
    guint kept = 0;

    for (guint k = 0; k < inlines->count; k++) {
        closing[k] = inlines->open[k].end <= i;
        for (guint j = 0; j < k; j++)
            if (closing[j] && !may_cross(&inlines->open[j], &inlines->open[k]))
                closing[k] = TRUE;
    }
    for (guint k = inlines->count; k > 0; k--)
        if (closing[k - 1]) {
            close_tag(inlines, &inlines->open[k - 1]);
            closed = TRUE;
        }
    for (guint k = 0; k < inlines->count; k++)
        if (!closing[k])
            inlines->open[kept++] = inlines->open[k];
    inlines->count = kept;
    return closed;
}

/* Then opens what it is in: the longest first. */
static void change_tags(Inlines *inlines, guint i)
{
    Tag tags[TAGS];
    guint n = i < inlines->inlines->len ? tags_of(run_at(inlines, i), tags) : 0;
    gboolean closed = close_tags(inlines, i);

    for (guint k = 0; k < n; k++)
        tags[k].end = reach(inlines, &tags[k], i);
    for (guint end = inlines->inlines->len; n > 0 && end > i; end--)
        for (guint k = 0; k < n; k++)
            if (tags[k].end == end && !is_open(inlines, &tags[k]))
                open_tag(inlines, &tags[k], closed);
}

/* ---- runs ---- */

static void write_break(Inlines *inlines, const Inline *run)
{
    if (inlines->place == TEXT_OF_PARAGRAPH)
        g_string_append(inlines->writer->out, "\\\n");
    else
        markdown_refuse(inlines->writer, run->span, "这里的换行", "a line break here");
}

/* The end of a line in a paragraph between words that a space parts: it is one again, for the words
 * at its sides are runs of their own. */
static gboolean is_line_end(const Inlines *inlines, const Inline *run)
{
    const Source *source = run->span.source;

    return inlines->place == TEXT_OF_PARAGRAPH && strcmp(run->text, " ") == 0 && source &&
           (source->text[run->span.start] == '\n' || source->text[run->span.start] == '\r');
}

static void write_run(Inlines *inlines, const Inline *run)
{
    GString *out = inlines->writer->out;
    const gchar *text = run->text;

    if (run->flags & INLINE_NOTE) {
        open_bracket(out);
        g_string_append_printf(out, "^%u]", run->note);
    } else if (run->flags & INLINE_BREAK) {
        write_break(inlines, run);
    } else if (run->flags & INLINE_REFERENCE) {
        open_bracket(out);
        g_string_append(out, "](");
        write_address(out, run->href);
        g_string_append(out, run->flags & INLINE_PAGE ? " \"页\")" : ")");
    } else if (is_line_end(inlines, run)) {
        g_string_append_c(out, '\n');
    } else {
        if (inlines->begun && *text == ' ') {
            g_string_append(out, "&#32;");
            text++;
        }
        markdown_text(out, text, inlines->place);
    }
    inlines->begun = FALSE;
}

void markdown_inlines(MarkdownWriter *writer, const GArray *runs, MarkdownPlace place)
{
    Inlines inlines = {
        .writer = writer, .inlines = runs, .place = place, .begun = place != TEXT_OF_PARAGRAPH};

    for (guint i = 0; i < runs->len; i++) {
        change_tags(&inlines, i);
        write_run(&inlines, run_at(&inlines, i));
    }
    change_tags(&inlines, runs->len);
    if (runs->len > 0)
        protect_blank(writer->out);
}

void markdown_id(GString *out, const Field *id)
{
    if (id->text)
        g_string_append_printf(out, " {#%s}", id->text);
}

void markdown_refuse(MarkdownWriter *writer, Span where, const gchar *zh, const gchar *en)
{
    diag_report(writer->sink, RULE_NOT_IN_ONE_FILE, where, zh, en, NULL);
}

/* ---- paragraphs ---- */

/* Digits and a full stop or bracket would begin a list. */
static gboolean is_list_mark(const gchar *text)
{
    gsize digits = strspn(text, "0123456789");

    return digits > 0 && digits < 10 && (text[digits] == '.' || text[digits] == ')');
}

/* The beginning of a line. Returns what is left of the text. */
static const gchar *line_start(GString *out, const gchar *text)
{
    if (*text == ' ' || *text == '\t') {
        g_string_append(out, "&#32;");
        return text + 1;
    }
    if (strchr("#>+-=~", *text) && *text) {
        g_string_append_printf(out, "\\%c", *text);
        return text + 1;
    }
    if (is_list_mark(text)) {
        gsize digits = strspn(text, "0123456789");
        g_string_append_len(out, text, (gssize) digits);
        g_string_append_printf(out, "\\%c", text[digits]);
        return text + digits + 1;
    }
    return text;
}

#define WIDE_BAR "｜"

/* Up to here a line may be the row of a table in full-width bars, or what looks like its dashes:
 * lines that were two may be so as one. */
static gboolean may_be_row(const gchar *line, const gchar *bar)
{
    for (; line < bar; line = g_utf8_next_char(line)) {
        gunichar c = g_utf8_get_char(line);
        if (g_unichar_type(c) != G_UNICODE_DASH_PUNCTUATION && c != ':' && c != 0xFF1A &&
            !g_unichar_isspace(c))
            return FALSE;
    }
    return TRUE;
}

static void append_line(GString *out, const gchar *line)
{
    const gchar *bar = strstr(line, WIDE_BAR);
    gboolean row = bar && may_be_row(line, bar);
    const gchar *rest = line_start(out, line);

    if (row) {
        g_string_append_len(out, rest, bar - rest);
        g_string_append(out, "&#65372;");
        rest = bar + strlen(WIDE_BAR);
    }
    g_string_append(out, rest);
}

void markdown_lines(MarkdownWriter *writer, const GArray *runs, guint indent)
{
    g_autoptr(GString) text = g_string_new(NULL);
    MarkdownWriter own = {text, writer->sink};

    markdown_inlines(&own, runs, TEXT_OF_PARAGRAPH);
    g_auto(GStrv) lines = g_strsplit(text->str, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        if (i > 0)
            g_string_append_printf(writer->out, "\n%*s", (int) indent, "");
        append_line(writer->out, lines[i]);
    }
}

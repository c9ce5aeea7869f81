#include "source/caption.h"

#include <string.h>

#include "source/ident.h"

/* Characters: what is longer, and no table below it, is running text. */
#define LONGEST_CAPTION 60

static gboolean is_blank(gunichar c)
{
    return c == ' ' || c == '\t' || c == 0x3000 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A);
}

static const gchar *skip_blanks(const gchar *p)
{
    while (is_blank(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p;
}

static gboolean is_digit(gunichar c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

static gboolean is_any_of(gunichar c, const gchar *characters)
{
    return c != 0 && g_utf8_strchr(characters, -1, c) != NULL;
}

static const gchar *skip_digits(const gchar *p)
{
    while (is_digit(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p;
}

/* 1, 1-2, A1.3; or 一, 十二, which may also be the beginning of a word: 表一致. */
static const gchar *skip_number(const gchar *p, gboolean *chinese)
{
    const gchar *digits = skip_digits(g_ascii_isupper(*p) ? p + 1 : p);
    *chinese = FALSE;
    if (digits > p && !g_ascii_isupper(digits[-1])) {
        for (p = digits; is_any_of(g_utf8_get_char(p), "-–—－.．·"); p = digits) {
            digits = skip_digits(g_utf8_next_char(p));
            if (digits == g_utf8_next_char(p))
                break;
        }
        return p;
    }
    for (; is_any_of(g_utf8_get_char(p), "〇零一二三四五六七八九十百"); p = g_utf8_next_char(p))
        *chinese = TRUE;
    return p;
}

typedef enum {
    FORM_NONE,       /* 表示…, 表中… */
    FORM_TIGHT,      /* 表1街道收支情况 */
    FORM_NUMBER,     /* 表1 */
    FORM_COLON,      /* 表1：街道收支情况, 表：… */
    FORM_BLANK,      /* 表1 街道收支情况 */
    FORM_UNNUMBERED, /* 表 街道收支情况 */
} Form;

/* How a text begins. *number and *end are around its number, the same where it has none. */
static Form caption_form(const gchar *text, const gchar *word, const gchar **number,
                         const gchar **end)
{
    gboolean chinese = FALSE;
    if (!g_str_has_prefix(text, word))
        return FORM_NONE;
    const gchar *after = text + strlen(word);
    *number = skip_blanks(after);
    *end = skip_number(*number, &chinese);
    if (*end == *number)
        *number = *end = after;
    gboolean numbered = *end > *number;
    const gchar *title = skip_blanks(*end);
    if (*title == '\0')
        return numbered ? FORM_NUMBER : FORM_NONE;
    if (is_any_of(g_utf8_get_char(title), "：:"))
        return FORM_COLON;
    if (title > *end)
        return numbered ? FORM_BLANK : FORM_UNNUMBERED;
    return numbered && !chinese ? FORM_TIGHT : FORM_NONE;
}

/* What a caption begins with and references set: 表1, 图1-2, 表一. NULL when it has no number.
 * `word` is 表 or 图. (transfer full) */
static gchar *caption_label(const gchar *caption, const gchar *word)
{
    const gchar *number, *end;
    if (caption_form(caption, word, &number, &end) == FORM_NONE || number == end)
        return NULL;
    g_autofree gchar *digits = g_strndup(number, (gsize) (end - number));
    return g_strconcat(word, digits, NULL);
}

/* 表1所列的项目如下： is running text, wherever it stands. */
static gboolean ends_as_text(const gchar *text)
{
    const gchar *end = text + strlen(text);
    return end > text && is_any_of(g_utf8_get_char(g_utf8_prev_char(end)), "。；：！？，、…;:!?,");
}

static gboolean is_caption(const gchar *text)
{
    const gchar *number, *end;
    return caption_form(text, "表", &number, &end) != FORM_NONE && !ends_as_text(text);
}

/* Running text may begin with a number too: only what cannot be anything else is a lost caption. */
static gboolean is_lost_caption(const gchar *text, const gchar *word)
{
    const gchar *number, *end;
    return caption_form(text, word, &number, &end) == FORM_BLANK && !ends_as_text(text) &&
           g_utf8_strlen(text, -1) <= LONGEST_CAPTION;
}

static gboolean is_table(const Block *block)
{
    return block->kind == BLOCK_TABLE ||
           (block->kind == BLOCK_FIGURE && figure_is_table(block->figure));
}

static const gchar *word_of(const Block *block)
{
    return is_table(block) ? "表" : "图";
}

static void set_label(Block *block, const gchar *caption)
{
    g_free(block->label);
    block->label = caption_label(caption, word_of(block));
}

/* One may stand after an image and another in its caption. */
static void take_id(Block *block, Field *id, Diagnostics *sink)
{
    if (!id->text)
        return;
    if (block->id.text)
        diag_report(sink, RULE_SECOND_ID, id->span, block->id.text, NULL);
    g_free(block->id.text);
    block->id = *id;
    id->text = NULL;
}

static void finish_figure(Block *block, Diagnostics *sink)
{
    Field id = {NULL, SPAN_NONE};
    ident_take(block->inlines, &id, sink);
    take_id(block, &id, sink);
    g_autofree gchar *text = inlines_text(block->inlines);
    set_label(block, text);
}

static void report_id(const Block *block, Diagnostics *sink)
{
    if (block->id.text)
        diag_report(sink, RULE_ID_PLACE, block->id.span, block->id.text, NULL);
}

static void check_inner(const GPtrArray *blocks, Diagnostics *sink)
{
    for (guint i = 0; i < blocks->len; i++) {
        Block *block = g_ptr_array_index(blocks, i);
        if (block->kind == BLOCK_PARAGRAPH && ident_take(block->inlines, &block->id, sink))
            report_id(block, sink);
        else if (block->children)
            check_inner(block->children, sink);
    }
}

static void give_caption(Block *table, Block *paragraph, const gchar *text, Diagnostics *sink)
{
    GArray *inlines = table->inlines;
    table->inlines = paragraph->inlines;
    paragraph->inlines = inlines;
    set_label(table, text);
    take_id(table, &paragraph->id, sink);
}

/* The last line of a paragraph of several; empty where it has one. */
static Span last_line(const Block *paragraph)
{
    Span line = paragraph->span;
    const gchar *text = line.source->text, *end;

    while (line.end > line.start && strchr(" \t\r\n", text[line.end - 1]))
        line.end--;
    end = g_strrstr_len(text + line.start, (gssize) (line.end - line.start), "\n");
    line.start = end ? (guint32) (end + 1 - text) : line.end;
    line.start += (guint32) strspn(text + line.start, " \t");
    return line;
}

/* A caption that no blank line divides from the text above it is a part of that text. FALSE when
 * there is none. */
static gboolean report_caption_in_text(const Block *paragraph, Diagnostics *sink)
{
    Span line = last_line(paragraph);
    g_autofree gchar *text = g_strndup(line.source->text + line.start, line.end - line.start);

    if (!is_lost_caption(text, "表"))
        return FALSE;
    diag_report(sink, RULE_CAPTION_IN_TEXT, line, NULL);
    return TRUE;
}

/* TRUE when the paragraph has become the caption of the block after it. */
static gboolean join(Block *paragraph, Block *next, Diagnostics *sink)
{
    ident_take(paragraph->inlines, &paragraph->id, sink);
    g_autofree gchar *text = inlines_text(paragraph->inlines);
    gboolean joins = next && is_table(next) && next->inlines->len == 0 && is_caption(text);
    if (joins)
        give_caption(next, paragraph, text, sink);
    else if (is_lost_caption(text, "表"))
        diag_report(sink, RULE_CAPTION_WITHOUT_TABLE, paragraph->span, NULL);
    else if (is_lost_caption(text, "图"))
        diag_report(sink, RULE_CAPTION_WITHOUT_FIGURE, paragraph->span, NULL);
    else if (!next || !is_table(next) || !report_caption_in_text(paragraph, sink))
        report_id(paragraph, sink);
    return joins;
}

void captions_join(GPtrArray *blocks, Diagnostics *sink)
{
    gsize n;
    g_autofree gpointer *owned = g_ptr_array_steal(blocks, &n);
    for (gsize i = 0; i < n; i++) {
        Block *block = owned[i], *next = i + 1 < n ? owned[i + 1] : NULL;
        if (block->children)
            check_inner(block->children, sink);
        if (block->kind == BLOCK_FIGURE)
            finish_figure(block, sink);
        gboolean text = block->kind == BLOCK_PARAGRAPH;
        if (text && (block->inlines->len == 0 || join(block, next, sink)))
            block_free(block);
        else
            g_ptr_array_add(blocks, block);
    }
}

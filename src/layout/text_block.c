#include "layout/text_block.h"

TextBlock *text_block_new(StyleRole role)
{
    TextBlock *block = g_new0(TextBlock, 1);

    block->role = role;
    block->text = g_string_new(NULL);
    block->runs = text_runs_new();
    block->anchors = g_array_new(FALSE, FALSE, sizeof(Anchor));
    return block;
}

TextBlock *text_block_new_table(GArray *aligns, Span span)
{
    TextBlock *block = text_block_new(STYLE_TABLE);

    block->table = g_new0(TableText, 1);
    block->table->aligns = g_array_ref(aligns);
    block->table->cells = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    block->table->continued = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    block->table->span = span;
    return block;
}

TextBlock *text_block_new_figure(const Figure *figure)
{
    TextBlock *block = text_block_new(STYLE_BODY);

    block->figure = g_new0(FigureText, 1);
    block->figure->figure = figure;
    block->figure->captions = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    return block;
}

void text_block_free(TextBlock *block)
{
    g_string_free(block->text, TRUE);
    g_array_unref(block->runs);
    g_array_unref(block->anchors);
    if (block->table) {
        g_array_unref(block->table->aligns);
        g_ptr_array_unref(block->table->cells);
        g_ptr_array_unref(block->table->continued);
    }
    if (block->figure)
        g_ptr_array_unref(block->figure->captions);
    g_free(block->table);
    g_free(block->figure);
    g_free(block->outline_title);
    g_free(block);
}

void text_block_append(TextBlock *block, const gchar *text, TextStyle style)
{
    TextRun run = {.start = (guint32) block->text->len, .role = style.role};

    if (*text == '\0')
        return;
    g_string_append(block->text, text);
    g_strdelimit(block->text->str + run.start, "\t", ' '); /* a tab is a space */
    run.end = (guint32) block->text->len;
    run.href = g_strdup(style.href);
    run.span = style.span;
    run.exact = style.exact;
    run.marks = style.marks;
    run.element = style.element > 0 ? style.element : block->element;
    run.link = style.link;
    run.counted = style.counted;
    run.node = style.node;
    g_array_append_val(block->runs, run);
}

void text_block_anchor(TextBlock *block, const Field *id)
{
    Anchor anchor = {(guint32) block->text->len, id->text};

    if (id->text)
        g_array_append_val(block->anchors, anchor);
}

static gboolean is_closing_bracket(gunichar c)
{
    return g_unichar_type(c) == G_UNICODE_CLOSE_PUNCTUATION ||
           g_unichar_type(c) == G_UNICODE_FINAL_PUNCTUATION;
}

ClauseEnd text_clause_end(const gchar *text, gsize length, const gchar *marks)
{
    const gchar *at = text + length;

    while (at > text) {
        at = g_utf8_prev_char(at);
        gunichar c = g_utf8_get_char(at);
        if (g_utf8_strchr(marks, -1, c))
            return CLAUSE_ENDS;
        if (!is_closing_bracket(c))
            return CLAUSE_OPEN;
    }
    return CLAUSE_NOTHING;
}

gboolean text_block_ends_in(const TextBlock *block, const gchar *marks)
{
    return text_clause_end(block->text->str, block->text->len, marks) == CLAUSE_ENDS;
}

/* Tables: the caption, and below it the cells. */
#include "layout/compose_parts.h"

/* Where the number of a caption ends, "表1" or as it may be written, "表 1"; NULL where the text
 * does not begin with it. */
static const gchar *label_end(const gchar *text, const gchar *label)
{
    while (*label != '\0') {
        gunichar c = g_utf8_get_char(text);
        if (c == g_utf8_get_char(label))
            label = g_utf8_next_char(label);
        else if (c == '\0' || !g_unichar_isspace(c))
            return NULL;
        text = g_utf8_next_char(text);
    }
    return text;
}

void compose_caption(Composer *composer, const Block *block)
{
    TextBlock *text = composer->block;

    compose_inlines(composer, block->inlines, STYLE_CAPTION);
    const gchar *end = block->label ? label_end(text->text->str, block->label) : NULL;
    if (end)
        text->blank = (guint32) (end - text->text->str);
}

/* What is written into a cell is written as into a block. */
static void add_cell(Composer *composer, TextBlock *table, const TableCell *cell, gboolean head)
{
    StyleRole role = head ? STYLE_TABLE_HEAD : STYLE_TABLE;

    composer->block = text_block_new(role);
    composer->block->element = compose_element(composer, head ? STRUCT_TH : STRUCT_TD);
    g_ptr_array_add(table->table->cells, composer->block);
    compose_inlines(composer, cell->inlines, role);
}

/* 续表1 */
static void add_continued(Composer *composer, TextBlock *table, const Block *block)
{
    const gchar *format = composer->template->table.continued;

    if (!format)
        return;
    g_autofree gchar *text =
        words_format(format, "{label}", block->label ? block->label : "表", NULL);
    composer->block = text_block_new(STYLE_CONTINUED);
    g_ptr_array_add(table->table->continued, composer->block);
    compose_own(composer, text, STYLE_CONTINUED, block->span);
}

void compose_table(Composer *composer, const Block *block)
{
    const Table *table = block->table;
    TextBlock *text = text_block_new_table(table->aligns, block->span);
    guint around = composer->container, element = compose_element(composer, STRUCT_TABLE);

    composer->container = element;
    if (block->inlines->len > 0) {
        text_block_anchor(compose_begin_as(composer, STYLE_CAPTION, STRUCT_CAPTION), &block->id);
        compose_caption(composer, block);
    }
    compose_add(composer, text);
    for (guint row = 0; row < table->rows->len; row++) {
        const GPtrArray *cells = table->rows->pdata[row];
        composer->container = element;
        composer->container = compose_element(composer, STRUCT_TR);
        for (guint i = 0; i < cells->len; i++)
            add_cell(composer, text, cells->pdata[i], row == 0);
    }
    add_continued(composer, text, block);
    composer->block = text;
    composer->container = around;
}

#include "source/block.h"

#include <string.h>

#include "source/data_address.h"
#include "source/image.h"

Block *block_new(BlockKind kind, Span span)
{
    Block *block = g_new0(Block, 1);
    block->kind = kind;
    block->span = span;
    if (kind == BLOCK_PARAGRAPH || kind == BLOCK_HEADING || kind == BLOCK_TABLE)
        block->inlines = inlines_new();
    if (kind == BLOCK_FIGURE) {
        block->inlines = inlines_new();
        block->figure = g_new0(Figure, 1);
    }
    if (kind == BLOCK_LIST || kind == BLOCK_ITEM || kind == BLOCK_NOTE)
        block->children = g_ptr_array_new_with_free_func((GDestroyNotify) block_free);
    if (kind == BLOCK_TABLE)
        block->table = table_new();
    return block;
}

void figure_free(Figure *figure)
{
    g_free(figure->path);
    g_free(figure->alt);
    image_unref(figure->image);
    g_free(figure);
}

void block_free(Block *block)
{
    if (!block)
        return;
    g_clear_pointer(&block->inlines, g_array_unref);
    g_clear_pointer(&block->children, g_ptr_array_unref);
    g_clear_pointer(&block->table, table_free);
    g_clear_pointer(&block->figure, figure_free);
    g_free(block->id.text);
    g_free(block->label);
    g_free(block);
}

gboolean figure_is_table(const Figure *figure)
{
    gsize length = figure->path ? strlen(figure->path) : 0;
    return (figure->path && data_address_is_csv(figure->path)) ||
           (length >= 4 && g_ascii_strcasecmp(figure->path + length - 4, ".csv") == 0);
}

static void cell_free(gpointer data)
{
    TableCell *cell = data;
    g_array_unref(cell->inlines);
    g_free(cell);
}

static void row_free(gpointer row)
{
    g_ptr_array_unref(row);
}

Table *table_new(void)
{
    Table *table = g_new0(Table, 1);
    table->aligns = g_array_new(FALSE, TRUE, sizeof(ColumnAlign));
    table->rows = g_ptr_array_new_with_free_func(row_free);
    return table;
}

void table_free(Table *table)
{
    g_array_unref(table->aligns);
    g_ptr_array_unref(table->rows);
    g_free(table);
}

GPtrArray *table_add_row(Table *table)
{
    GPtrArray *row = g_ptr_array_new_full(table->aligns->len, cell_free);
    g_ptr_array_add(table->rows, row);
    return row;
}

TableCell *table_add_cell(GPtrArray *row, Span span)
{
    TableCell *cell = g_new0(TableCell, 1);
    cell->inlines = inlines_new();
    cell->span = span;
    g_ptr_array_add(row, cell);
    return cell;
}

static void inline_clear(gpointer data)
{
    Inline *run = data;
    g_clear_pointer(&run->text, g_free);
    g_clear_pointer(&run->href, g_free);
}

GArray *inlines_new(void)
{
    GArray *inlines = g_array_new(FALSE, TRUE, sizeof(Inline));
    g_array_set_clear_func(inlines, inline_clear);
    return inlines;
}

gchar *inlines_text(const GArray *inlines)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < inlines->len; i++) {
        const Inline *run = &g_array_index(inlines, Inline, i);
        if (run->text)
            g_string_append(text, run->text);
    }
    return g_string_free(text, FALSE);
}

static gboolean is_chinese(gunichar c)
{
    switch (g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
        return TRUE;
    default:
        return (c >= 0x3000 && c <= 0x303F) || (c >= 0x30FB && c <= 0x30FC) ||
               (c >= 0x3200 && c <= 0x33FF) || (c >= 0xFE10 && c <= 0xFE1F) ||
               (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFFEF);
    }
}

/* Marks that Chinese shares with other scripts: “ ” ‘ ’ — … · and such. Beside a Latin word they
 * may belong to it, so they count only beside one another. */
static gboolean is_shared_mark(gunichar c)
{
    return c == 0xB7 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
           (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2E3A && c <= 0x2E3B);
}

gboolean is_chinese_context(gunichar before, gunichar after)
{
    return is_chinese(before) || is_chinese(after) ||
           (is_shared_mark(before) && is_shared_mark(after));
}

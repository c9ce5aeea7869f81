/* Blocks as Markdown: paragraphs, lists, headings of annexes, tables, figures. */
#include "output/markdown_write.h"

#include "source/data_address.h"

#include <string.h>

void markdown_begin(GString *out, guint indent)
{
    if (out->len > 0)
        g_string_append_c(out, '\n');
    g_string_append_printf(out, "%*s", (int) indent, "");
}

/* ---- headings ---- */

static gboolean is_underlined(const GArray *title, guint level)
{
    for (guint i = 0; level <= 2 && i < title->len; i++)
        if (g_array_index(title, Inline, i).flags & INLINE_BREAK)
            return TRUE;
    return FALSE;
}

void markdown_title_begin(MarkdownWriter *writer, const GArray *title, guint level)
{
    gboolean underlined = is_underlined(title, level);

    markdown_begin(writer->out, 0);
    for (guint i = 0; !underlined && i < level; i++)
        g_string_append_c(writer->out, '#');
    if (!underlined)
        g_string_append_c(writer->out, ' ');
    if (underlined)
        markdown_lines(writer, title, 0);
    else
        markdown_inlines(writer, title, TEXT_OF_HEADING);
}

void markdown_title_end(MarkdownWriter *writer, const GArray *title, guint level)
{
    g_string_append_c(writer->out, '\n');
    if (is_underlined(title, level))
        g_string_append(writer->out, level == 1 ? "===\n" : "---\n");
}

/* ---- lists ---- */

/* The first block stands beside the number, all others below it. */
static void write_item(MarkdownWriter *writer, const Block *item, guint number, guint indent)
{
    g_autofree gchar *mark = g_strdup_printf("%u. ", number);
    guint width = (guint) strlen(mark);
    g_autoptr(GString) text = g_string_new(NULL);
    MarkdownWriter own = {text, writer->sink};

    markdown_blocks(&own, item->children, indent + width, 0);
    g_string_append_printf(writer->out, "%*s%s", (int) indent, "", mark);
    g_string_append(writer->out, text->len > indent + width ? text->str + indent + width : "\n");
}

/* Two lists that meet would be one. */
static void write_list(MarkdownWriter *writer, const Block *list, guint indent, gboolean meets)
{
    if (meets)
        g_string_append_printf(writer->out, "\n%*s<!-- -->\n", (int) indent, "");
    if (writer->out->len > 0)
        g_string_append_c(writer->out, '\n');
    for (guint i = 0; i < list->children->len; i++)
        write_item(writer, list->children->pdata[i], i + 1, indent);
}

/* ---- tables ---- */

static gboolean has_break(const Table *table)
{
    for (guint row = 0; row < table->rows->len; row++) {
        const GPtrArray *cells = table->rows->pdata[row];
        for (guint i = 0; i < cells->len; i++) {
            const GArray *inlines = ((const TableCell *) cells->pdata[i])->inlines;
            for (guint k = 0; k < inlines->len; k++)
                if (g_array_index(inlines, Inline, k).flags & INLINE_BREAK)
                    return TRUE;
        }
    }
    return FALSE;
}

static void write_row(MarkdownWriter *writer, const GPtrArray *cells)
{
    for (guint i = 0; i < cells->len; i++) {
        g_string_append(writer->out, i > 0 ? " | " : "| ");
        markdown_inlines(writer, ((const TableCell *) cells->pdata[i])->inlines, TEXT_OF_CELL);
    }
    g_string_append(writer->out, " |\n");
}

static void write_delimiters(GString *out, const GArray *aligns)
{
    static const gchar *const rules[] = {[COLUMN_PLAIN] = "---",
                                         [COLUMN_LEFT] = ":---",
                                         [COLUMN_CENTER] = ":---:",
                                         [COLUMN_RIGHT] = "---:"};

    for (guint i = 0; i < aligns->len; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " | " : "| ",
                               rules[g_array_index(aligns, ColumnAlign, i)]);
    g_string_append(out, " |\n");
}

static void append_csv_cell(GString *csv, const TableCell *cell)
{
    g_string_append_c(csv, '"');
    for (guint i = 0; i < cell->inlines->len; i++) {
        const Inline *run = &g_array_index(cell->inlines, Inline, i);
        if (run->flags & INLINE_BREAK)
            g_string_append_c(csv, '\n');
        for (const gchar *at = run->text; *at; at++)
            g_string_append_printf(csv, *at == '"' ? "\"\"" : "%c", *at);
    }
    g_string_append_c(csv, '"');
}

/* A line break in a cell can only have come from a CSV file, so there is no markup in any. */
static void write_csv(GString *out, const Table *table)
{
    GString *csv = g_string_new(NULL);

    for (guint row = 0; row < table->rows->len; row++) {
        const GPtrArray *cells = table->rows->pdata[row];
        for (guint i = 0; i < cells->len; i++) {
            append_csv_cell(csv, cells->pdata[i]);
            g_string_append_c(csv, i + 1 < cells->len ? ',' : '\n');
        }
    }
    g_autoptr(GBytes) bytes = g_string_free_to_bytes(csv);
    g_autofree gchar *address = data_address_new("text/csv", bytes);
    g_string_append_printf(out, "![](%s)\n", address);
}

static void write_table(MarkdownWriter *writer, const Block *block)
{
    const Table *table = block->table;

    markdown_begin(writer->out, 0);
    if (block->inlines->len > 0) {
        markdown_lines(writer, block->inlines, 0);
        markdown_id(writer->out, &block->id);
        g_string_append(writer->out, "\n\n");
    }
    if (has_break(table)) {
        write_csv(writer->out, table);
        return;
    }
    write_row(writer, table->rows->pdata[0]);
    write_delimiters(writer->out, table->aligns);
    for (guint row = 1; row < table->rows->len; row++)
        write_row(writer, table->rows->pdata[row]);
}

/* ---- figures ---- */

static void write_figure(MarkdownWriter *writer, const Block *block)
{
    const Figure *figure = block->figure;
    g_autofree gchar *address = data_address_of_image(figure->image);

    markdown_begin(writer->out, 0);
    g_string_append(writer->out, "![");
    markdown_text(writer->out, figure->alt, TEXT_OF_CELL);
    g_string_append_printf(writer->out, "](%s", address);
    if (block->inlines->len > 0) {
        g_string_append(writer->out, " \"");
        markdown_inlines(writer, block->inlines, TEXT_OF_CAPTION);
        g_string_append_c(writer->out, '"');
    }
    g_string_append_c(writer->out, ')');
    if (block->id.text)
        g_string_append_printf(writer->out, "{#%s}", block->id.text);
    g_string_append_c(writer->out, '\n');
}

/* ---- all ---- */

static void write_heading(MarkdownWriter *writer, const Block *block, guint deeper)
{
    markdown_title_begin(writer, block->inlines, block->level + deeper);
    markdown_id(writer->out, &block->id);
    markdown_title_end(writer, block->inlines, block->level + deeper);
}

void markdown_blocks(MarkdownWriter *writer, const GPtrArray *blocks, guint indent, guint deeper)
{
    const Block *last = NULL;

    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block->kind == BLOCK_LIST) {
            write_list(writer, block, indent, last && last->kind == BLOCK_LIST);
        } else if (block->kind == BLOCK_TABLE) {
            write_table(writer, block);
        } else if (block->kind == BLOCK_FIGURE) {
            write_figure(writer, block);
        } else if (block->kind == BLOCK_HEADING) {
            write_heading(writer, block, deeper);
        } else if (block->kind == BLOCK_PARAGRAPH) {
            markdown_begin(writer->out, indent);
            markdown_lines(writer, block->inlines, indent);
            g_string_append_c(writer->out, '\n');
        }
        last = block;
    }
}

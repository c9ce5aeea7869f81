/* Tables and figures. */
#include "output/html_parts.h"

#include "source/data_address.h"
#include "source/image.h"

/* Lines of a short column's cells are no longer: they are kept whole, and the table is rather
 * scrolled. */
#define SHORT_LINE 12

static const TextBlock *cell_at(const TableText *table, guint row, guint column)
{
    return table->cells->pdata[row * table->aligns->len + column];
}

static gboolean has_short_lines(const TextBlock *cell)
{
    glong length = 0;

    for (const gchar *at = cell->text->str; *at; at = g_utf8_next_char(at)) {
        length = *at == '\n' ? 0 : length + 1;
        if (length > SHORT_LINE)
            return FALSE;
    }
    return TRUE;
}

static gboolean is_short(const TableText *table, guint column)
{
    guint rows = table->cells->len / table->aligns->len;

    for (guint row = 0; row < rows; row++)
        if (!has_short_lines(cell_at(table, row, column)))
            return FALSE;
    return TRUE;
}

/* A short column without an alignment is in the middle. */
static const gchar *column_class(const TableText *table, guint column)
{
    static const gchar *const classes[][2] = {[COLUMN_PLAIN] = {"long", "short center"},
                                              [COLUMN_LEFT] = {"long", "short"},
                                              [COLUMN_CENTER] = {"long center", "short center"},
                                              [COLUMN_RIGHT] = {"long right", "short right"}};

    return classes[g_array_index(table->aligns, ColumnAlign, column)][is_short(table, column)];
}

/* A head without text heads nothing: it is a cell. */
static void add_row(GString *out, const TableText *table, guint row, const gchar *const *classes)
{
    g_string_append(out, "<tr>");
    for (guint column = 0; column < table->aligns->len; column++) {
        const TextBlock *cell = cell_at(table, row, column);
        gboolean head = row == 0 && cell->text->len > 0;
        g_string_append(out, head ? "<th scope=\"col\"" : "<td");
        html_attribute(out, "class", classes[column]);
        if (cell->anchors->len > 0 && g_array_index(cell->anchors, Anchor, 0).at == 0)
            html_attribute(out, "id", g_array_index(cell->anchors, Anchor, 0).name);
        g_string_append_c(out, '>');
        html_inside(out, cell, 0);
        g_string_append(out, head ? "</th>" : "</td>");
    }
    g_string_append(out, "</tr>\n");
}

/* The box around it scrolls where the screen is narrower, so it can be reached by keyboard, and
 * has a name. */
static void open_box(GString *out, const TextBlock *caption)
{
    g_string_append(out, "<div class=\"table\" role=\"group\" tabindex=\"0\"");
    html_attribute(out, "aria-label", caption ? caption->text->str : "表");
    g_string_append(out, ">\n");
}

void html_table(GString *out, const Template *template, const TextBlock *block,
                const TextBlock *caption)
{
    const TableText *table = block->table;
    guint columns = table->aligns->len, rows = table->cells->len / MAX(columns, 1);
    g_autofree const gchar **classes = g_new0(const gchar *, columns + 1);

    for (guint i = 0; i < columns; i++)
        classes[i] = column_class(table, i);
    open_box(out, caption);
    html_open(out, "table", template->table.rules == TABLE_GRID ? "grid" : "three-lines", NULL);
    g_string_append_c(out, '\n');
    if (caption)
        html_element(out, "caption", NULL, caption);
    g_string_append(out, "<thead>\n");
    for (guint row = 0; row < rows; row++) {
        add_row(out, table, row, classes);
        if (row == 0)
            g_string_append(out, "</thead>\n<tbody>\n");
    }
    g_string_append(out, "</tbody>\n</table>\n</div>\n");
}

void html_image_source(GString *out, const Image *image)
{
    g_autofree gchar *address = data_address_of_image(image);

    html_attribute(out, "src", address);
}

/* In CSS pixels, 96 an inch. */
static gint64 css_pixels(Len length)
{
    return MAX(len_mul_div(length, 96, 72 * LEN_PT), 1);
}

void html_figure(GString *out, const TextBlock *block)
{
    const FigureText *figure = block->figure;
    const Image *image = figure->figure->image;

    html_open(out, "figure", NULL, block);
    for (guint i = 1; i < block->anchors->len; i++) {
        g_string_append(out, "<span");
        html_attribute(out, "id", g_array_index(block->anchors, Anchor, i).name);
        g_string_append(out, "></span>");
    }
    g_string_append(out, "\n<img");
    html_attribute(out, "alt", figure->figure->alt);
    g_string_append_printf(out, " width=\"%" G_GINT64_FORMAT "\" height=\"%" G_GINT64_FORMAT "\"",
                           css_pixels(image->natural_width), css_pixels(image->natural_height));
    html_image_source(out, image);
    g_string_append(out, ">\n");
    for (guint i = 0; i < figure->captions->len; i++)
        html_element(out, "figcaption", NULL, figure->captions->pdata[i]);
    g_string_append(out, "</figure>\n");
}

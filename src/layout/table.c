#include "layout/table.h"

#include "layout/break_cost.h"
#include "layout/set_text.h"
#include "layout/table_columns.h"

StyleRole table_row_role(guint row)
{
    return row == 0 ? STYLE_TABLE_HEAD : STYLE_TABLE;
}

static const SetBlock *cell_at(const SetTable *table, guint row, guint column)
{
    return table->cells->pdata[row * table->columns + column];
}

/* ---- columns ---- */

static void widen_need(ColumnNeed *need, const Paragraph *paragraph)
{
    Len word = 0, line = 0;

    for (guint i = 0; i < paragraph->clusters->len; i++) {
        const Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
        word += cluster->advance;
        line += cluster->advance;
        need->least = MAX(need->least, word);
        need->natural = MAX(need->natural, line);
        word = cluster->penalty < PENALTY_NEVER ? 0 : word + cluster->gap;
        line = cluster->klass == CLASS_BR ? 0 : line + cluster->gap;
    }
}

static ColumnNeed *column_needs(const SetTable *table, const TableStyle *style)
{
    ColumnNeed *needs = g_new0(ColumnNeed, table->columns);

    for (guint i = 0; i < table->cells->len; i++)
        widen_need(&needs[i % table->columns], ((SetBlock *) table->cells->pdata[i])->paragraph);
    for (guint i = 0; i < table->columns; i++) {
        needs[i].least += 2 * style->padding;
        needs[i].natural += 2 * style->padding;
    }
    return needs;
}

/* As wide as the text block; turned where its columns would be too narrow there. */
static Len choose_width(SetTable *table, const ColumnNeed *needs, const Template *template,
                        Span where, Diagnostics *sink)
{
    const TableStyle *style = &template->table;
    Len comfort = style->column + 2 * style->padding;

    table->turned =
        style->turn == TURN_AUTO && !columns_fit(needs, table->columns, comfort, template->width);
    Len width = table->turned ? template->height : template->width;
    table->too_wide = !columns_fit(needs, table->columns, 0, width);
    if (table->too_wide)
        diag_report(sink, RULE_TABLE_TOO_WIDE, where, NULL);
    return width;
}

/* That all columns could have a comfortable width decides how the page lies; then half of it is
 * enough for those with less text, so that those with more have fewer lines: but no date and no
 * office is broken for that. */
static void set_edges(SetTable *table, ColumnNeed *needs, const TableStyle *style, Len width)
{
    g_autofree Len *widths = g_new(Len, table->columns);
    Len whole = style->column + 2 * style->padding,
        comfort = style->column / 2 + 2 * style->padding;

    columns_keep_brief(needs, table->columns, whole, comfort, width);
    columns_share(needs, table->columns, comfort, width, widths);
    table->edges = g_new0(Len, table->columns + 1);
    for (guint i = 0; i < table->columns; i++)
        table->edges[i + 1] = table->edges[i] + widths[i];
}

/* ---- cells ---- */

/* What the table does not say follows from what stands there: short texts in the middle, longer
 * ones from edge to edge. */
static Align align_of(const SetTable *table, guint column, ColumnAlign align, Len natural)
{
    switch (align) {
    case COLUMN_LEFT:
        return ALIGN_JUSTIFY;
    case COLUMN_CENTER:
        return ALIGN_CENTER;
    case COLUMN_RIGHT:
        return ALIGN_RIGHT;
    case COLUMN_PLAIN:
        break;
    }
    return natural <= table->edges[column + 1] - table->edges[column] ? ALIGN_CENTER
                                                                      : ALIGN_JUSTIFY;
}

/* White between its characters that no paragraph should have. */
static gboolean is_loose(const SetBlock *cell, Len em)
{
    for (guint i = 0; i < cell->lines->len; i++) {
        const Line *line = cell->lines->pdata[i];
        for (guint k = 0; k < line->adjustments->len; k++) {
            const Adjustment *adjustment = &g_array_index(line->adjustments, Adjustment, k);
            if (adjustment->kind == ADJUST_RAGGED ||
                (adjustment->kind == ADJUST_STRETCH_ALL &&
                 adjustment->amount > adjustment->places * STRETCH_SEEN(em)))
                return TRUE;
        }
    }
    return FALSE;
}

/* A few characters are not spread over the width of a cell: its lines then end where they end. */
static void break_cell(const SetTable *table, guint i, Align align, const Template *template)
{
    SetBlock *cell = table->cells->pdata[i];
    guint column = i % table->columns;
    Len width = table->edges[column + 1] - table->edges[column] - 2 * template->table.padding;

    cell->measure = (Measure){.width = MAX(width, 0), .align = align};
    cell->lines = break_lines(cell->paragraph, &cell->measure, &template->composition);
    if (align == ALIGN_JUSTIFY &&
        is_loose(cell, template->styles[table_row_role(i / table->columns)].size)) {
        cell->measure.align = ALIGN_LEFT;
        g_ptr_array_unref(cell->lines);
        cell->lines = break_lines(cell->paragraph, &cell->measure, &template->composition);
    }
}

static void break_cells(const SetTable *table, const GArray *aligns, const ColumnNeed *needs,
                        const Template *template)
{
    for (guint i = 0; i < table->cells->len; i++) {
        guint column = i % table->columns;
        Align align = align_of(table, column, g_array_index(aligns, ColumnAlign, column),
                               needs[column].natural);
        break_cell(table, i, i < table->columns ? template->styles[STYLE_TABLE_HEAD].align : align,
                   template);
    }
}

/* ---- rows ---- */

static guint row_lines(const SetTable *table, guint row)
{
    guint lines = 1;

    for (guint column = 0; column < table->columns; column++)
        lines = MAX(lines, cell_at(table, row, column)->lines->len);
    return lines;
}

/* A row of many lines is a slice for each of them. */
static void add_row(SetTable *table, guint row, const Template *template)
{
    const StyleRole role = table_row_role(row);
    Len pitch = style_pitch(template, role), space = template->table.space;
    guint lines = row_lines(table, row);
    gboolean whole = row == 0 || lines <= template->table.whole_lines;

    for (guint line = 0; line < lines; line++) {
        TableSlice slice = {row, line, whole ? lines : line + 1, 0};
        slice.height = (slice.last - line) * pitch + (line == 0 ? space : 0);
        if (slice.last == lines)
            slice.height += space + template->styles[role].size - pitch;
        g_array_append_val(table->slices, slice);
        if (whole)
            return;
    }
}

SetTable *set_table_new(GPtrArray *cells, const GArray *aligns, const Template *template,
                        Span where, Diagnostics *sink)
{
    SetTable *table = g_new0(SetTable, 1);

    table->columns = aligns->len;
    table->rows = cells->len / aligns->len;
    table->cells = cells;
    table->slices = g_array_new(FALSE, FALSE, sizeof(TableSlice));
    g_autofree ColumnNeed *needs = column_needs(table, &template->table);
    Len width = choose_width(table, needs, template, where, sink);
    set_edges(table, needs, &template->table, width);
    break_cells(table, aligns, needs, template);
    for (guint row = 0; row < table->rows; row++)
        add_row(table, row, template);
    return table;
}

void set_table_free(SetTable *table)
{
    if (!table)
        return;
    g_free(table->edges);
    g_ptr_array_unref(table->cells);
    g_clear_pointer(&table->continued, set_block_free);
    g_array_unref(table->slices);
    g_free(table);
}

void set_table_continued(SetTable *table, SetBlock *line, const Template *template)
{
    Measure measure = block_measure(template, STYLE_CONTINUED);

    measure.width = table->edges[table->columns];
    line->measure = measure;
    line->lines = break_lines(line->paragraph, &measure, &template->composition);
    table->continued = line;
}

Len table_head_height(const SetTable *table)
{
    return g_array_index(table->slices, TableSlice, 0).height;
}

Len table_divided_white(const TableSlice *slice, const Template *template)
{
    return slice->first > 0 ? template->table.space : 0;
}

Len table_repeat_height(const SetTable *table, const Template *template)
{
    Len lines = table->continued ? table->continued->lines->len : 0;

    return table_head_height(table) + lines * style_pitch(template, STYLE_CONTINUED);
}

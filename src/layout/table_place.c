/* Rules and cells of a table at their place on a page. */
#include "layout/place.h"
#include "layout/set_text.h"
#include "layout/table.h"

static const TableSlice *slice_at(const TablePlace *place, guint i)
{
    return &g_array_index(place->table->slices, TableSlice, i);
}

static Len height_of(const TablePlace *place)
{
    Len height = place->white;

    for (guint i = place->first; i < place->last; i++)
        height += slice_at(place, i)->height;
    return height;
}

static gboolean is_head(const TablePlace *place)
{
    return slice_at(place, place->first)->row == 0;
}

/* ---- rules: their middle stands on the edges of rows and columns ---- */

static void add_across(Page *page, const TablePlace *place, Len y, Len weight)
{
    const SetTable *table = place->table;
    Len overhang = place->template->table.outer / 2; /* so that corners are filled */

    if (weight > 0)
        page_add(page, item_new_rule(INK_BLACK, place->x - overhang, y - weight / 2,
                                     table->edges[table->columns] + 2 * overhang, weight));
}

static void add_down(Page *page, const TablePlace *place, Len height)
{
    const TableStyle *style = &place->template->table;
    const SetTable *table = place->table;

    for (guint i = 0; i <= table->columns; i++) {
        Len weight = i == 0 || i == table->columns ? style->outer : style->inner;
        if (weight > 0)
            page_add(page, item_new_rule(INK_BLACK, place->x + table->edges[i] - weight / 2,
                                         place->y, weight, height));
    }
}

/* Three rules, 三线表: above the head, below it, and at the end; where a table goes on, its part on
 * each page has them all. */
static void add_rules(Page *page, const TablePlace *place)
{
    const TableStyle *style = &place->template->table;
    Len height = height_of(place);
    gboolean between = style->rules == TABLE_GRID || is_head(place);

    if (place->opens)
        add_across(page, place, place->y, style->outer);
    if (place->closes || between)
        add_across(page, place, place->y + height, place->closes ? style->outer : style->inner);
    if (style->rules == TABLE_GRID)
        add_down(page, place, height);
}

/* ---- cells ---- */

/* A row that stands on its page as a whole has its cells' texts in the middle of its height; of one
 * that is divided they begin at the top. */
static Len first_top(const TablePlace *place, const SetBlock *cell, const Style *style, Len pitch)
{
    const TableSlice *first = slice_at(place, place->first),
                     *last = slice_at(place, place->last - 1);
    Len space = place->template->table.space;
    gboolean begins = first->first == 0;
    gboolean ends =
        place->last == place->table->slices->len || slice_at(place, place->last)->row != last->row;

    if (begins && ends) {
        Len text = (Len) (cell->lines->len - 1) * pitch + style->size;
        return place->y + (height_of(place) - text) / 2;
    }
    return place->y + (begins ? space : place->white);
}

static void place_cell(Page *page, const TablePlace *place, guint column, StyleRole role)
{
    const SetTable *table = place->table;
    const Template *template = place->template;
    const TableSlice *first = slice_at(place, place->first),
                     *last = slice_at(place, place->last - 1);
    guint index = first->row * table->columns + column;
    const SetBlock *cell = table->cells->pdata[index];
    const TextBlock *text = place->texts->pdata[index];
    const Style *style = &template->styles[role];
    Len pitch = style_pitch(template, role);

    if (cell->lines->len == 0)
        return;
    Len top = first_top(place, cell, style, pitch);
    for (guint i = first->first; i < last->last && i < cell->lines->len; i++) {
        LinePlace line = {.paragraph = cell->paragraph,
                          .line = cell->lines->pdata[i],
                          .anchors = text->anchors,
                          .x = place->x + table->edges[column] + template->table.padding,
                          .baseline = top + (i - first->first) * pitch +
                                      style->size * template->ascent / 1000,
                          .ascent = template->ascent,
                          .marks = &template->marks,
                          .repeated = place->repeated};
        place_line(page, &line);
    }
}

/* Like a line of the grid, unless it has a pitch of its own. */
static void place_continued(Page *page, const TablePlace *place)
{
    const Template *template = place->template;
    const Style *style = &template->styles[STYLE_CONTINUED];
    const SetBlock *block = place->table->continued;
    Len pitch = style_pitch(template, STYLE_CONTINUED);
    Len size = style->pitch > 0 ? style->size : template->cell;

    for (guint i = 0; block && i < block->lines->len; i++) {
        LinePlace line = {.paragraph = block->paragraph,
                          .line = block->lines->pdata[i],
                          .x = place->x,
                          .baseline = place->y - table_repeat_height(place->table, template) +
                                      i * pitch + size * template->ascent / 1000,
                          .ascent = template->ascent,
                          .marks = &template->marks,
                          .repeated = TRUE};
        place_line(page, &line);
    }
}

void table_place_again(Page *page, const TablePlace *place)
{
    TablePlace head = *place;

    head.first = 0;
    head.last = 1;
    head.opens = TRUE;
    head.closes = FALSE;
    head.repeated = TRUE;
    head.white = 0;
    head.y -= table_head_height(place->table);
    place_continued(page, place);
    table_place(page, &head);
}

void table_place(Page *page, const TablePlace *place)
{
    StyleRole role = table_row_role(slice_at(place, place->first)->row);

    add_rules(page, place);
    for (guint column = 0; column < place->table->columns; column++)
        place_cell(page, place, column, role);
}

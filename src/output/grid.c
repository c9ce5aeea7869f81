#include "output/grid.h"

#include "output/draw.h"

#define LINE_UM 100 /* thickness of a line */

static void add_line(cairo_t *cairo, Len x, Len y, Len width, Len height)
{
    cairo_move_to(cairo, POINTS(x), POINTS(y));
    cairo_rel_line_to(cairo, POINTS(width), POINTS(height));
}

/* A line's em box, divided into its cells. The gap to the next line stays white. */
static void add_row(cairo_t *cairo, const PageGrid *grid, Len left, Len top)
{
    cairo_rectangle(cairo, POINTS(left), POINTS(top), POINTS(grid->width), POINTS(grid->cell));
    for (guint cell = 1; cell < grid->cells; cell++)
        add_line(cairo, left + cell * grid->cell, top, 0, grid->cell);
}

/* The edge that the page number stands at, or its middle, below the line that its dash touches. */
static void add_number_place(cairo_t *cairo, const PageGrid *grid, Len left, guint number)
{
    Len top = grid->top + grid->height + grid->number_top, x = left + grid->width / 2;

    if (grid->number_outside && number % 2 == 0)
        x = left + grid->number_inset;
    else if (grid->number_outside)
        x = left + grid->width - grid->number_inset;
    add_line(cairo, left, top, grid->width, 0);
    add_line(cairo, x, top - grid->cell / 2, 0, grid->cell);
}

void draw_grid(cairo_t *cairo, const Pages *pages, const Page *page)
{
    const PageGrid *grid = &pages->grid;
    Len left = page->number % 2 == 0 ? grid->even_left : grid->left;

    if (!pages->show_grid)
        return;
    cairo_save(cairo);
    cairo_set_source_rgb(cairo, 0, 0.68, 0.94);
    cairo_set_line_width(cairo, POINTS(len_from_um(LINE_UM)));
    cairo_rectangle(cairo, POINTS(left), POINTS(grid->top), POINTS(grid->width),
                    POINTS(grid->height));
    for (guint row = 0; row < grid->lines; row++)
        add_row(cairo, grid, left, grid->top + row * grid->pitch);
    add_number_place(cairo, grid, left, page->number);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

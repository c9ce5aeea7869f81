/* The grid that a page is set on, for proofs. */
#ifndef MKB_OUTPUT_GRID_H
#define MKB_OUTPUT_GRID_H

#include "layout/pages.h"

#include <cairo.h>

/* Draws text block, em boxes of all lines and cells, and the place of the page number in thin cyan
 * lines, where pages->show_grid asks for it. To be called before the page's text. */
void draw_grid(cairo_t *cairo, const Pages *pages, const Page *page);

#endif

/* The inks of a press in a finished PDF. */
#ifndef MKB_OUTPUT_INK_PAGES_H
#define MKB_OUTPUT_INK_PAGES_H

#include "output/inks.h"
#include "output/qpdf_late.h"

/* Sets red and black of all pages in ink. */
void ink_pages(qpdf_data pdf, InkSpelling spelling);

/* Gives the images of a page that are made of inks, as some JPEGs are, a colour space of named
 * inks. `space` is that of the document, an uninitialized object before the first one. */
void name_image_inks(qpdf_data pdf, qpdf_oh page, qpdf_oh *space);

#endif

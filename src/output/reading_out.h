/* Outputs that have no pages: HTML for the web, plain text for content-management systems. */
#ifndef MKB_OUTPUT_READING_OUT_H
#define MKB_OUTPUT_READING_OUT_H

#include "layout/reading.h"

/* One file that needs no other: images are in it, nothing in it runs, and its policy lets nothing
 * be loaded. The same reading gives the same bytes. (transfer full) */
GBytes *reading_to_html(const Reading *reading);

/* UTF-8, a line for each paragraph, a blank line between parts; the cells of a table apart by
 * tabs, footnotes at the end. (transfer full) */
GBytes *reading_to_text(const Reading *reading);

#endif

/* Marked content (ISO 32000-1 14.6, 14.7.4.2): what of a page's content belongs to which structure
 * element, and what to none. */
#ifndef MKB_OUTPUT_MARKED_H
#define MKB_OUTPUT_MARKED_H

#include "layout/pages.h"

#include <cairo.h>

/* What is drawn before the first boundary of a page is of this: the grid of a proof. */
#define MARKED_FIRST ARTIFACT_PROOF

/* Whether a boundary stands before the item, which draws something of another element than what was
 * drawn last; `last` is its element from then on. */
gboolean marked_begins(const Item *item, guint *last);

/* Draws a boundary: what is drawn before it and what is drawn after it are of different elements.
 * marked_content() takes it out again. Cairo 1.16 has a mark of its own, tags, but with them
 * numbers its own elements, drops what it does not know, and writes an object for each. */
void marked_draw_boundary(cairo_t *cairo);

/* The elements between the boundaries that draw_page() draws on a page, from its beginning on.
 * (transfer full) (element-type guint) */
GArray *marked_elements(const Page *page);

/* The content of a page with boundaries, in which each stretch of drawing is a marked-content
 * sequence of its element, or an artifact's. Sequences neither cut a text object or a path nor
 * cross a q or Q, so an element may get several of them; none is empty. `sequences` gets the
 * element of each that has an MCID, in their order (element-type guint). NULL where the boundaries
 * are not those of `elements`. (transfer full) */
GByteArray *marked_content(const guchar *data, gsize length, const GArray *elements,
                           const GArray *structure, GArray *sequences);

#endif

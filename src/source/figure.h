/* Images that are paragraphs of their own. */
#ifndef MKB_SOURCE_FIGURE_H
#define MKB_SOURCE_FIGURE_H

#include "source/parts.h"

/* Whether a paragraph holds one image, perhaps with an {#id} after it, and no text. */
gboolean figure_is_all_of(cmark_node *paragraph);

/* What the image of such a paragraph is, whose text it may take; its caption is read with the
 * parts. What is wrong with it is reported. (transfer full) */
Block *figure_new(ImageText *image, const MarkdownText *text, Parts *parts);

#endif

/* Choosing the lines of a title: whole phrases, in the shape of a trapezoid or a rhombus
 * (GB/T 9704-2012 7.3.1). Works on clusters alone, without a font or a dictionary. */
#ifndef MKB_LAYOUT_TITLE_BREAK_H
#define MKB_LAYOUT_TITLE_BREAK_H

#include "layout/line.h"

/* Whether every line that the author made has room: then there is nothing to choose. */
gboolean title_fits(const Paragraph *paragraph, const Measure *measure,
                    const Composition *composition);

/* Breaks a spaced title into lines, each with its reason. The author's own breaks stay; between
 * them `costs` tells what a break after each cluster costs (title_phrases.h); it may be NULL where
 * the title fits. (transfer full) (element-type Line) */
GPtrArray *break_title(const Paragraph *paragraph, const Measure *measure,
                       const Composition *composition, const gint *costs);

#endif

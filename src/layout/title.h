/* Setting a title: words from the dictionary, costs from the template's lists, lines from those. */
#ifndef MKB_LAYOUT_TITLE_H
#define MKB_LAYOUT_TITLE_H

#include "layout/line.h"
#include "model/bulletin.h"

/* Breaks a spaced title. `issuers` (Field) are names that stay whole. (transfer full)
 * (element-type Line) */
GPtrArray *title_lines(const Paragraph *paragraph, const Measure *measure, const Template *template,
                       const GArray *issuers);

#endif

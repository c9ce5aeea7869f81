/* Paragraphs that begin with a label, 附件： or 抄送：, below whose end their lines turn (GB/T
 * 9704-2012 7.3.4, 7.4.2, 10.3). */
#ifndef MKB_LAYOUT_LABEL_H
#define MKB_LAYOUT_LABEL_H

#include "layout/line.h"

/* Once the paragraph is spaced: nothing in its label gives or takes white, so that what follows it
 * stands at the same place whatever the line is made of. */
void label_set_solid(Paragraph *paragraph);

/* Once the paragraph is spaced: the space after the number of a caption, 表1 街道收支情况, which is
 * else no more than the gap between scripts. */
void label_widen_blank(Paragraph *paragraph);

/* How far the character at a byte of a paragraph is from the beginning of its first line. */
Len label_width(const Paragraph *paragraph, guint32 byte);

/* The measure of a style, changed as the paragraph's label and start say. `cell`: a label is a
 * whole number of them (strict grid); 0: it is as wide as it is. */
Measure label_measure(const Paragraph *paragraph, const Measure *measure, Len cell);

#endif

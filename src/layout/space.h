/* Spacing of shaped clusters by CLREQ: bodies and whites of marks, gaps between scripts, and by
 * break_rule.h where a line may break. Works on clusters alone, without a font. */
#ifndef MKB_LAYOUT_SPACE_H
#define MKB_LAYOUT_SPACE_H

#include "layout/line.h"

/* Fills advance, ink_shift, whites, gaps and penalties of clusters whose class, em and glyph
 * advance are known, and the white beside the ink of marks where a font was there to measure it.
 * Looks across runs: a style change between two marks changes nothing. A space typed between Han
 * and a letter or digit loses its width: the gap stands there anyway. */
void space_clusters(Paragraph *paragraph, const Composition *composition);

#endif

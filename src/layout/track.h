/* Character spacing of a paragraph that is set already (GB/T 9704-2012 7.3.5.5). */
#ifndef MKB_LAYOUT_TRACK_H
#define MKB_LAYOUT_TRACK_H

#include "layout/layout.h"

/* The same paragraph broken again with so many thousandths of an em more, or less, between all
 * characters; each line says so. (transfer full) */
SetBlock *track_block(const SetBlock *block, gint thousandths, const Composition *composition);

#endif

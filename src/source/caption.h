/* Captions of tables and figures: 表1 街道收支情况, 图2 现场. */
#ifndef MKB_SOURCE_CAPTION_H
#define MKB_SOURCE_CAPTION_H

#include "base/diag.h"
#include "source/block.h"

/* Gives figures the id and label that their captions have. Makes the paragraph right above each
 * table, where it is a caption, that table's. A caption without a table or figure is reported, and
 * an id at the end of a paragraph. */
void captions_join(GPtrArray *blocks, Diagnostics *sink);

#endif

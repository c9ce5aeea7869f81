/* Marked spans: [text]{names}. To Markdown they are plain text, so they are read from its runs. */
#ifndef MKB_SOURCE_MARKS_H
#define MKB_SOURCE_MARKS_H

#include "base/diag.h"
#include "source/block.h"

/* Takes brackets and braces of marked spans out of a block's runs, which get the flags instead.
 * Brackets without braces right after them stay text. `href_bytes` counts the targets of links that
 * are copied: see RUNS_MOST_HREF_BYTES. */
void marks_read(GArray *inlines, gsize *href_bytes, Diagnostics *sink);

#endif

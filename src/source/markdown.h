/* Markdown through libcmark, with the Chinese extensions of the source format. */
#ifndef MKB_SOURCE_MARKDOWN_H
#define MKB_SOURCE_MARKDOWN_H

#include "base/diag.h"
#include "source/block.h"

/* Reads bytes [start, end) of a valid source as blocks. What an official document has no place for
 * (raw HTML, code, quotes, bullet lists) is reported and left out of the result;
 * HTML comments vanish. Footnotes come after all else. Never NULL. (transfer full)
 * (element-type Block) */
GPtrArray *markdown_read(const Source *source, guint32 start, guint32 end, Diagnostics *sink);

#endif

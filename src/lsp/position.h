/* Places in a text as LSP has them: lines and characters from 0. */
#ifndef MKB_LSP_POSITION_H
#define MKB_LSP_POSITION_H

#include "base/source.h"

#include <jansson.h>

/* What a character is: a unit of UTF-16, or a byte of UTF-8. */
typedef enum { ENCODING_UTF16, ENCODING_UTF8 } Encoding;

json_t *position_json(const Source *source, guint32 offset, Encoding encoding);

/* Bytes [start, end) of the span's source. */
json_t *range_json(const Span *span, Encoding encoding);

/* The byte of a position, which never stands within a character; a place behind the end of a line
 * or of the text is that end. FALSE for what is no position. */
gboolean position_offset(const Source *source, const json_t *position, Encoding encoding,
                         guint32 *offset);

/* The same for a range, as a span; its ends are put in order. */
gboolean range_span(const Source *source, const json_t *range, Encoding encoding, Span *span);

/* The byte at which the line of a byte begins, and where it ends, its line end left out. */
Span line_span(const Source *source, guint32 offset);

#endif

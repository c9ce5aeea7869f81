/* Pipe tables, as GitHub's Markdown has them. To cmark they are lines of a paragraph. */
#ifndef MKB_SOURCE_PIPE_TABLE_H
#define MKB_SOURCE_PIPE_TABLE_H

#include "source/parts.h"

/* Where the head row of a table begins in the bytes [from, end) of a paragraph; `end` when there is
 * no table. Rows that have lost their head or delimiter row are reported, and *broken. */
guint32 pipe_table_find(const MarkdownText *text, guint32 from, guint32 end, gboolean *broken);

/* The table whose head begins at `from`; all lines up to `end` are its rows. What does not fit is
 * reported. The cells get their text from parts_read(). (transfer full) */
Block *pipe_table_read(const MarkdownText *text, guint32 from, guint32 end, Parts *parts);

#endif

/* The copy of a text that is given to cmark in place of the text itself. It has the same bytes at
 * the same places but for a few that are disguised, so that
 *   - emphasis works next to Chinese punctuation: CommonMark's flanking rule knows only words that
 *     are set apart by spaces, and would print the asterisks of **严格执行制度。**加强监督;
 *   - comments may hold anything: CommonMark 0.30 takes none for a comment that holds --, and what
 *     looks like syntax in a comment is none;
 *   - footnote marks, which CommonMark does not have, stay whole: see note_scan.h.
 * Text is never read back from the copy, only compared with it. */
#ifndef MKB_SOURCE_MARKDOWN_COPY_H
#define MKB_SOURCE_MARKDOWN_COPY_H

#include <glib.h>

/* (transfer full) */
gchar *markdown_copy_new(const gchar *text, gsize length);

/* Takes the disguise off a text that came out of cmark, in place. FALSE when it holds a character
 * that stands for many and cannot be told. */
gboolean markdown_copy_restore(gchar *text);

#endif

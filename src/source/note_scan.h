/* Footnote marks, [^1]. cmark knows none: to it they are text, links or parts of links. So in its
 * copy of the text they are disguised as punctuation that means nothing. */
#ifndef MKB_SOURCE_NOTE_SCAN_H
#define MKB_SOURCE_NOTE_SCAN_H

#include <glib.h>

/* No character of a source, so that it tells a disguised mark from text. */
#define NOTE_FILLER '\x01'

/* Disguises the marks in a copy. An escaped bracket is none, nor the alternative text of an image.
 */
void note_scan_disguise(gchar *copy, gchar *end);

/* The end of a disguised mark that stands at p, or NULL. */
const gchar *note_scan_mark(const gchar *p, const gchar *end);

/* The end of a mark at p in a text without disguise, or NULL. */
const gchar *note_scan_plain(const gchar *p, const gchar *end);

#endif

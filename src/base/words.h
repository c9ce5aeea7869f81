/* Where the words of a Chinese text begin, by ICU's dictionary. */
#ifndef MKB_BASE_WORDS_H
#define MKB_BASE_WORDS_H

#include <glib.h>

/* For each byte of the text and the one after it, whether a word begins there. Where ICU has no
 * dictionary every character is a word. (transfer full) */
guint8 *word_beginnings(const gchar *text);

#endif

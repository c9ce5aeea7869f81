/* Other languages in a Chinese text, as far as it shows them: for readers that read aloud. */
#ifndef MKB_MODEL_LANGUAGE_H
#define MKB_MODEL_LANGUAGE_H

#include <glib.h>

/* The language of the stretch that a text begins with, and where that ends (transfer none): a BCP
 * 47 tag, or NULL for Chinese. Letters that a single language writes tell it, kana and Hangul among
 * them; so do three words of plain letters in a row, which are taken for English. A word or two, an
 * abbreviation, a number of a standard are part of the Chinese (WCAG 2 3.1.2). */
const gchar *language_of_stretch(const gchar *text, const gchar **end);

#endif

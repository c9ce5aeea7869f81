#include "base/words.h"

#include <string.h>
#include <unicode/ubrk.h>

static void mark_words(UBreakIterator *words, guint8 *begins)
{
    for (gint32 at = ubrk_first(words); at != UBRK_DONE; at = ubrk_next(words))
        begins[at] = TRUE;
}

static void mark_characters(const gchar *text, guint8 *begins)
{
    for (const gchar *at = text; *at; at = g_utf8_next_char(at))
        begins[at - text] = TRUE;
}

/* Line breaks of ICU would not do: they are characters, its dictionary is for words alone. */
guint8 *word_beginnings(const gchar *text)
{
    UErrorCode error = U_ZERO_ERROR;
    guint8 *begins = g_new0(guint8, strlen(text) + 1);
    UText *bytes = utext_openUTF8(NULL, text, -1, &error);
    UBreakIterator *words = ubrk_open(UBRK_WORD, "zh", NULL, 0, &error);

    ubrk_setUText(words, bytes, &error);
    if (U_SUCCESS(error))
        mark_words(words, begins);
    else
        mark_characters(text, begins);
    ubrk_close(words);
    utext_close(bytes);
    return begins;
}

/* The words of a title: a dictionary's, mended by the template's lists, numbers kept whole. */
#ifndef MKB_LAYOUT_TITLE_TEXT_H
#define MKB_LAYOUT_TITLE_TEXT_H

#include "template/template.h"

typedef struct {
    const gchar *text;
    gsize length;
    guint8 *begins;          /* by byte, and one after the last: a word begins here */
    guint8 *numbers;         /* by byte: stands inside a number or date */
    GPtrArray *const *lists; /* Template.title */
    const GPtrArray *names;  /* gchar *: names of organs that are known */
} TitleText;

/* `dictionary` is as from word_beginnings(). */
void title_text_init(TitleText *title, const gchar *text, const guint8 *dictionary,
                     GPtrArray *const *lists, const GPtrArray *names);
void title_text_clear(TitleText *title);

/* Where the word ends that begins at `at`, and where that begins that ends there. */
gsize title_next(const TitleText *title, gsize at);
gsize title_previous(const TitleText *title, gsize at);

/* The character at `at`, and the one before it; 0 outside the text. */
gunichar title_character(const TitleText *title, gsize at);
gunichar title_character_before(const TitleText *title, gsize at);

/* Whether the word at `at` is one of a list. */
gboolean title_word_in(const TitleText *title, gsize at, TitleList list);

/* Whether it is a number with its counter: 2023年度, 第三轮. */
gboolean title_is_number(const TitleText *title, gsize at);

gboolean title_is_numeral(gunichar c);
gboolean title_is_han(gunichar c);

#endif

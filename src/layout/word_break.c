#include "layout/word_break.h"

#include "layout/char_class.h"

#include <string.h>

/* .yaml, .html: no longer are endings of names. */
#define LONGEST_ENDING 5

/* Shorter than that a side of a mark is no name: GB/T, km/h, e.g. */
#define SHORTEST_NAME 2

/* So far is looked from a mark: in an address without an end each mark is looked at in a moment. */
#define LOOK 40

/* Longer than that a word may break behind any stroke. */
#define LONG_WORD 60

/* What of a word is looked at; the mark stands at `at`. */
typedef struct {
    const Paragraph *paragraph;
    guint32 start, at, end;
    gboolean begins; /* the word at `start`; it may begin before that */
} Word;

static gunichar character(const Word *word, guint32 i)
{
    return g_utf8_get_char(word->paragraph->text + paragraph_cluster(word->paragraph, i)->start);
}

static gboolean is_mark(const Word *word, guint32 i)
{
    return paragraph_cluster(word->paragraph, i)->klass == CLASS_LP;
}

/* How many characters that are no marks stand before, and from, a place. */
static guint32 name_before(const Word *word, guint32 at)
{
    guint32 n = 0;

    while (at > word->start && !is_mark(word, at - 1))
        at--, n++;
    return n;
}

static guint32 name_from(const Word *word, guint32 from)
{
    guint32 n = 0;

    while (from + n < word->end && !is_mark(word, from + n))
        n++;
    return n;
}

static gboolean is_letter(const Word *word, guint32 i)
{
    return i < word->end && paragraph_cluster(word->paragraph, i)->klass == CLASS_LT;
}

/* The folder of a path that ends at its stroke. */
static guint32 folder_start(const Word *word)
{
    guint32 start = word->at;

    while (start > word->start && character(word, start - 1) != '/')
        start--;
    return start;
}

/* Not 2026/11/20, a date, nor GB/T9704, nor km/h. */
static gboolean divides_path(const Word *word)
{
    guint32 start = folder_start(word), next = word->at + 1;
    gboolean letters = is_letter(word, next);

    if (word->at - start < SHORTEST_NAME || next + 1 >= word->end ||
        (letters && !is_letter(word, next + 1)))
        return FALSE;
    for (guint32 i = start; i < word->at; i++)
        letters |= is_letter(word, i);
    return letters;
}

/* Whether the name that stands at the full stop's right is the last: what comes behind it, if
 * anything, begins another part of an address or ends a sentence. */
static gboolean begins_ending(const Word *word)
{
    guint32 length = name_from(word, word->at + 1), next = word->at + 1 + length;

    if (length > LONGEST_ENDING)
        return FALSE;
    return next == word->end || character(word, next) != '.' || next + 1 == word->end ||
           is_mark(word, next + 1);
}

static gboolean is_option(const Word *word)
{
    return word->begins && character(word, word->start) == '-';
}

static WordBreak break_after_mark(const Word *word)
{
    gunichar mark = character(word, word->at);

    if (mark == '/' && word->at > word->start && character(word, word->at - 1) == '/')
        return WORD_LAST_RESORT; /* https:// */
    if (mark == '/' && divides_path(word))
        return WORD_SLASH;
    if (mark == '/')
        return word->end - word->start > LONG_WORD ? WORD_LAST_RESORT : WORD_WHOLE;
    if (is_option(word) || name_before(word, word->at) == 0)
        return WORD_WHOLE;
    if (mark == '.')
        return begins_ending(word) ? WORD_WHOLE : WORD_LAST_RESORT;
    if (mark == '-' && (name_before(word, word->at) < SHORTEST_NAME ||
                        name_from(word, word->at + 1) < SHORTEST_NAME))
        return WORD_WHOLE;
    return mark < 0x80 && strchr("@-_?&=#", (gint) mark) ? WORD_LAST_RESORT : WORD_WHOLE;
}

static gboolean is_of_word(const Paragraph *paragraph, guint32 i)
{
    return class_is_alphabetic(paragraph_cluster(paragraph, i)->klass);
}

WordBreak word_break(const Paragraph *paragraph, guint32 i)
{
    Word word = {paragraph, i, i, i + 1, FALSE};
    guint32 n = paragraph->clusters->len;

    while (word.start > 0 && i - word.start < LOOK && is_of_word(paragraph, word.start - 1))
        word.start--;
    while (word.end < n && word.end - i < LOOK && is_of_word(paragraph, word.end))
        word.end++;
    word.begins = word.start == 0 || !is_of_word(paragraph, word.start - 1);
    return break_after_mark(&word);
}

#include "layout/title_text.h"

#include <string.h>

/* ---- looking at the text ---- */

gsize title_next(const TitleText *title, gsize at)
{
    do
        at++;
    while (at < title->length && !title->begins[at]);
    return MIN(at, title->length);
}

gsize title_previous(const TitleText *title, gsize at)
{
    do
        at--;
    while (at > 0 && !title->begins[at]);
    return at;
}

gunichar title_character(const TitleText *title, gsize at)
{
    return at < title->length ? g_utf8_get_char(title->text + at) : 0;
}

gunichar title_character_before(const TitleText *title, gsize at)
{
    return at > 0 ? g_utf8_get_char(g_utf8_prev_char(title->text + at)) : 0;
}

gboolean title_word_in(const TitleText *title, gsize at, TitleList list)
{
    gsize length = title_next(title, at) - at;

    for (guint i = 0; i < title->lists[list]->len; i++) {
        const gchar *word = title->lists[list]->pdata[i];
        if (strlen(word) == length && strncmp(title->text + at, word, length) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean title_is_number(const TitleText *title, gsize at)
{
    gsize end = title_next(title, at);

    while (at < end && !title->numbers[at])
        at++;
    return at < end;
}

gboolean title_is_han(gunichar c)
{
    return g_unichar_get_script(c) == G_UNICODE_SCRIPT_HAN;
}

gboolean title_is_numeral(gunichar c)
{
    return g_unichar_isdigit(c) ||
           (c && g_utf8_strchr("〇零一二两三四五六七八九十百千万亿", -1, c));
}

/* ---- words of the lists ---- */

typedef struct {
    gsize start, end;
} Stretch;

static void find_all(const TitleText *title, const gchar *word, GArray *found)
{
    gsize length = strlen(word);

    for (const gchar *at = strstr(title->text, word); at; at = strstr(at + 1, word)) {
        gsize start = (gsize) (at - title->text);
        Stretch stretch = {start, start + length};
        g_array_append_val(found, stretch);
    }
}

/* 市委 is a word of 某市委关于, not of 某市|委托: both its ends are the dictionary's. An office's
 * own terms know better, unless they lie across two words of it. */
static void find_words(const TitleText *title, const guint8 *dictionary, TitleList list,
                       GArray *words)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Stretch));

    for (guint i = 0; i < title->lists[list]->len; i++)
        find_all(title, title->lists[list]->pdata[i], found);
    for (guint i = 0; i < found->len; i++) {
        Stretch word = g_array_index(found, Stretch, i);
        gboolean starts = dictionary[word.start], ends = dictionary[word.end];
        if (list == TITLE_TERMS ? starts || ends : starts && ends)
            g_array_append_val(words, word);
    }
}

/* A word of the lists begins and ends as words do; nothing begins inside it. */
static void mend_words(TitleText *title, const guint8 *dictionary)
{
    g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(Stretch));
    g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(Stretch));

    for (guint list = 0; list < TITLE_LISTS; list++)
        find_words(title, dictionary, list, words);
    for (guint i = 0; i < title->names->len; i++)
        find_all(title, title->names->pdata[i], names);
    g_array_append_vals(names, words->data, words->len);
    for (guint i = 0; i < names->len; i++) {
        const Stretch *name = &g_array_index(names, Stretch, i);
        title->begins[name->start] = title->begins[name->end] = TRUE;
    }
    for (guint i = 0; i < words->len; i++) {
        const Stretch *word = &g_array_index(words, Stretch, i);
        memset(title->begins + word->start + 1, FALSE, word->end - word->start - 1);
    }
}

/* ---- numbers ---- */

static gboolean is_counter(gunichar c)
{
    return c && g_utf8_strchr("年月日时分号届次轮季个项条款章期批名级起件类户元周天度", -1, c);
}

static gboolean is_ordinal(gunichar c)
{
    return c == g_utf8_get_char("第");
}

/* A number ends before `at`, and it is no part of a word such as 统一. */
static gboolean number_ends(const TitleText *title, gsize at)
{
    gsize start = at;

    while (start > 0 && title_is_numeral(title_character_before(title, start)))
        start = (gsize) (g_utf8_prev_char(title->text + start) - title->text);
    return start < at && (title->begins[start] || title->numbers[start] ||
                          is_ordinal(title_character_before(title, start)));
}

static gboolean counter_ends(const TitleText *title, gsize at)
{
    gsize start = at;

    if (at == 0 || !is_counter(title_character_before(title, at)))
        return FALSE;
    start = (gsize) (g_utf8_prev_char(title->text + at) - title->text);
    return number_ends(title, start);
}

/* 第|三, 三|轮, 2023年|9月, 2023年|第二季度, 〔2023〕|15号, 2020—|2022年 */
static gboolean joins_number(const TitleText *title, gsize at)
{
    gunichar before = title_character_before(title, at), after = title_character(title, at);

    if (is_ordinal(after))
        return counter_ends(title, at);
    if (!title_is_numeral(after))
        return is_counter(after) && number_ends(title, at);
    return number_ends(title, at) || counter_ends(title, at) ||
           (before && g_utf8_strchr("第〕—–～-", -1, before));
}

static void join_numbers(TitleText *title)
{
    for (gsize at = title_next(title, 0); at < title->length; at = title_next(title, at)) {
        if (!joins_number(title, at))
            continue;
        title->numbers[at] = TRUE;
        title->begins[at] = FALSE;
    }
}

void title_text_init(TitleText *title, const gchar *text, const guint8 *dictionary,
                     GPtrArray *const *lists, const GPtrArray *names)
{
    gsize length = strlen(text);

    *title = (TitleText){.text = text, .length = length, .lists = lists, .names = names};
    title->begins = g_memdup2(dictionary, length + 1);
    title->numbers = g_new0(guint8, length + 1);
    mend_words(title, dictionary);
    join_numbers(title);
}

void title_text_clear(TitleText *title)
{
    g_free(title->begins);
    g_free(title->numbers);
}

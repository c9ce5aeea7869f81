#include "model/language.h"

#include <string.h>

#define ENGLISH "en"

/* What is in a row is a text, not a name. */
#define FEWEST_WORDS 3
/* GB T IEC is none: so many of them are words in small letters. */
#define FEWEST_SMALL 2

/* NULL: of Chinese, of several languages, or of none. */
static const gchar *script_language(gunichar c)
{
    switch (c < 0x370 ? G_UNICODE_SCRIPT_COMMON : g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
        return "ja";
    case G_UNICODE_SCRIPT_HANGUL:
        return "ko";
    case G_UNICODE_SCRIPT_TIBETAN:
        return "bo";
    case G_UNICODE_SCRIPT_THAI:
        return "th";
    default:
        return NULL;
    }
}

static const gchar *script_end(const gchar *text, const gchar *language)
{
    const gchar *end = text;

    /* Marks such as ー and ・ belong to no script of their own. */
    for (gunichar c; (c = g_utf8_get_char(text)) != 0; text = g_utf8_next_char(text)) {
        gboolean own = g_strcmp0(script_language(c), language) == 0;
        if (own)
            end = g_utf8_next_char(text);
        else if (c != ' ' && c != 0x30FC && c != 0x30FB)
            break;
    }
    return end;
}

/* ---- English ---- */

static const gchar *word_end(const gchar *text, gboolean *small)
{
    const gchar *at = text;

    *small = FALSE;
    while (g_ascii_isalpha(*at) || (at > text && (*at == '-' || *at == '\''))) {
        *small |= at > text && g_ascii_islower(*at);
        at++;
    }
    return at;
}

/* Past spaces, and a mark before them; `text` where no word follows. */
static const gchar *gap_end(const gchar *text)
{
    const gchar *at = text;

    if (*at && strchr(",;:.", *at))
        at++;
    if (*at != ' ')
        return text;
    while (*at == ' ')
        at++;
    return g_ascii_isalpha(*at) ? at : text;
}

/* Words in a row; *enough: they are English. */
static const gchar *words_end(const gchar *text, gboolean *enough)
{
    guint words = 0, small_words = 0;
    const gchar *end = text;

    for (const gchar *next = text; next > end || words == 0; next = gap_end(end)) {
        gboolean small;
        end = word_end(next, &small);
        words++;
        small_words += small;
    }
    *enough = words >= FEWEST_WORDS && small_words >= FEWEST_SMALL;
    return end;
}

static const gchar *latin_end(const gchar *text, gboolean *english)
{
    const gchar *end = words_end(text, english);

    /* 3a, a_b: no words. */
    while (!*english && (g_ascii_isalnum(*end) || *end == '_'))
        end++;
    return end;
}

const gchar *language_of_stretch(const gchar *text, const gchar **end)
{
    const gchar *at = text;

    while (*at) {
        const gchar *language = script_language(g_utf8_get_char(at)), *next = g_utf8_next_char(at);
        gboolean english = FALSE;
        if (language)
            next = script_end(at, language);
        else if (g_ascii_isalnum(*at))
            next = latin_end(at, &english);
        if (english)
            language = ENGLISH;
        if (language && at == text) {
            *end = next;
            return language;
        }
        if (language)
            break;
        at = next;
    }
    *end = at;
    return NULL;
}

#include "source/markdown_copy.h"

#include "base/text.h"
#include "source/note_scan.h"

#include <string.h>

/* Punctuation in disguise: a character that is no punctuation to cmark and is refused in sources,
 * private use for 3 bytes and unassigned for 2, so that neither clashes with text. */
static const struct {
    gunichar first, last, disguise;
} disguises[] = {
    {0x2010, 0x205E, 0xE000}, {0x2E00, 0x2E7F, 0xE080}, {0x3001, 0x303D, 0xE100},
    {0x30A0, 0x30FF, 0xE140}, {0xFE10, 0xFE1F, 0xE1A0}, {0xFE30, 0xFE6F, 0xE1B0},
    {0xFF01, 0xFFEF, 0xE200}, {0x00A7, 0x00A7, 0x05F5}, {0x00AB, 0x00AB, 0x05F6},
    {0x00B6, 0x00B7, 0x05F7}, {0x00BB, 0x00BB, 0x05F9},
};

/* Letters in disguise: punctuation to cmark, one for each length in bytes. Used where the
 * punctuation is ASCII and may be syntax: **80%**的, 见**[办法](…)**规定. */
#define LETTER_3 0xFE45  /* ﹅ SESAME DOT */
#define LETTER_4 0x10100 /* AEGEAN WORD SEPARATOR LINE */

typedef enum { SIDE_SPACE, SIDE_MARK, SIDE_LETTER } Side;

static gunichar disguise_of(gunichar c)
{
    for (guint i = 0; i < G_N_ELEMENTS(disguises); i++) {
        if (c >= disguises[i].first && c <= disguises[i].last)
            return disguises[i].disguise + (c - disguises[i].first);
    }
    return 0;
}

static gunichar undisguised(gunichar c)
{
    for (guint i = 0; i < G_N_ELEMENTS(disguises); i++) {
        gunichar count = disguises[i].last - disguises[i].first;
        if (c >= disguises[i].disguise && c <= disguises[i].disguise + count)
            return disguises[i].first + (c - disguises[i].disguise);
    }
    return c;
}

/* CommonMark's classes of the character beside a delimiter run: of the ASCII symbols all are
 * punctuation, of the others those of Unicode's P categories. */
static Side side_of(gunichar c)
{
    if (c < 0x80)
        return c <= ' ' ? SIDE_SPACE : g_ascii_ispunct((gchar) c) ? SIDE_MARK : SIDE_LETTER;
    switch (g_unichar_type(c)) {
    case G_UNICODE_SPACE_SEPARATOR:
        return SIDE_SPACE;
    case G_UNICODE_CONNECT_PUNCTUATION:
    case G_UNICODE_DASH_PUNCTUATION:
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
        return SIDE_MARK;
    default:
        return SIDE_LETTER;
    }
}

static void put(gchar *p, gunichar c)
{
    gchar bytes[6];
    gint length = g_unichar_to_utf8(c, bytes);
    memcpy(p, bytes, (gsize) length);
}

/* A mark becomes a letter, or else the letter becomes a mark: with two of a kind on its sides a
 * run can both open and close, and the stack of open emphasis decides. */
static void disguise_pair(gchar *mark, gchar *letter)
{
    gunichar disguise = disguise_of(g_utf8_get_char(mark));
    if (disguise != 0 && g_utf8_get_char(mark) != LETTER_3) {
        put(mark, disguise);
        return;
    }
    gsize length = (gsize) (g_utf8_next_char(letter) - letter);
    if (g_unichar_type(g_utf8_get_char(letter)) == G_UNICODE_PRIVATE_USE)
        return;
    if (length == 3)
        put(letter, LETTER_3);
    else if (length == 4)
        put(letter, LETTER_4);
}

static void disguise_sides(gchar *copy, gchar *run, gchar *after, gchar *end)
{
    if (run == copy || after == end)
        return;
    gchar *before = g_utf8_find_prev_char(copy, run);
    Side left = side_of(g_utf8_get_char(before)), right = side_of(g_utf8_get_char(after));
    if (left == SIDE_MARK && right == SIDE_LETTER)
        disguise_pair(before, after);
    else if (left == SIDE_LETTER && right == SIDE_MARK)
        disguise_pair(after, before);
}

static void disguise_forwards(gchar *copy, gchar *end)
{
    for (gchar *p = memchr(copy, '*', (gsize) (end - copy)); p;) {
        gchar *run = p;
        while (p < end && *p == '*')
            p++;
        disguise_sides(copy, run, p, end);
        p = memchr(p, '*', (gsize) (end - p));
    }
}

static void disguise_backwards(gchar *copy, gchar *end)
{
    for (gchar *p = memrchr(copy, '*', (gsize) (end - copy)); p;) {
        gchar *after = p + 1;
        while (p > copy && p[-1] == '*')
            p--;
        disguise_sides(copy, p, after, end);
        p = memrchr(copy, '*', (gsize) (p - copy));
    }
}

/* One character can stand between two runs, so that a disguise for the one unsettles the other:
 * to the right it is met on the way, to the left on the way back. */
static void disguise_emphasis(gchar *copy, gchar *end)
{
    disguise_forwards(copy, end);
    disguise_backwards(copy, end);
}

static void disguise_comments(gchar *copy)
{
    for (gchar *p = strstr(copy, "<!--"); p; p = strstr(p, "<!--")) {
        gboolean comment = !text_is_escaped(copy, p) && p[4] != '>' && strncmp(p + 4, "->", 2) != 0;
        p += 4;
        if (!comment)
            continue;
        gchar *end = strstr(p, "-->");
        if (!end)
            return;
        for (; p < end; p++) {
            if (!g_ascii_isspace(*p))
                *p = 'x';
        }
        p = end + 3;
    }
}

gchar *markdown_copy_new(const gchar *text, gsize length)
{
    gchar *copy = g_strndup(text, length);
    disguise_comments(copy);
    note_scan_disguise(copy, copy + length);
    disguise_emphasis(copy, copy + length);
    return copy;
}

gboolean markdown_copy_restore(gchar *text)
{
    gboolean told = TRUE;
    for (gchar *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        told &= c != LETTER_3 && c != LETTER_4 && c != NOTE_FILLER;
        if (c >= 0x80)
            put(p, undisguised(c));
    }
    return told;
}

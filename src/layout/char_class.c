#include "layout/char_class.h"

#include <string.h>

static const gchar *const class_names[CLASS_COUNT] = {
    [CLASS_ID] = "ID", [CLASS_OP] = "OP", [CLASS_CL] = "CL", [CLASS_PA] = "PA", [CLASS_SC] = "SC",
    [CLASS_FS] = "FS", [CLASS_QE] = "QE", [CLASS_MD] = "MD", [CLASS_DS] = "DS", [CLASS_EL] = "EL",
    [CLASS_CN] = "CN", [CLASS_SO] = "SO", [CLASS_DG] = "DG", [CLASS_LT] = "LT", [CLASS_LP] = "LP",
    [CLASS_PF] = "PF", [CLASS_SF] = "SF", [CLASS_SP] = "SP", [CLASS_BR] = "BR",
};

const gchar *char_class_name(CharClass klass)
{
    return class_names[klass];
}

typedef struct {
    gunichar first, last;
    CharClass klass;
    gboolean latin;
} ClassRange;

/* Sorted by code point. What is not here is CLASS_ID in the Han font. */
static const ClassRange ranges[] = {
    {0x0A, 0x0A, CLASS_BR, FALSE}, /* a hard line break; sources have no LF inside a run */
    {0x20, 0x20, CLASS_SP, TRUE},
    {0x21, 0x22, CLASS_LP, TRUE},
    {0x23, 0x23, CLASS_LP, TRUE},
    {0x24, 0x24, CLASS_PF, TRUE}, /* $ */
    {0x25, 0x25, CLASS_SF, TRUE}, /* % */
    {0x26, 0x2A, CLASS_LP, TRUE},
    {0x2B, 0x2B, CLASS_PF, TRUE}, /* + */
    {0x2C, 0x2F, CLASS_LP, TRUE},
    {0x30, 0x39, CLASS_DG, TRUE},
    {0x3A, 0x40, CLASS_LP, TRUE},
    {0x41, 0x5A, CLASS_LT, TRUE},
    {0x5B, 0x60, CLASS_LP, TRUE},
    {0x61, 0x7A, CLASS_LT, TRUE},
    {0x7B, 0x7E, CLASS_LP, TRUE},
    {0xA0, 0xA0, CLASS_LP, TRUE}, /* no-break space: part of its word */
    {0xA3, 0xA3, CLASS_PF, TRUE},
    {0xA5, 0xA5, CLASS_PF, TRUE},
    {0xB0, 0xB0, CLASS_SF, TRUE}, /* ° */
    {0xB1, 0xB1, CLASS_PF, TRUE}, /* ± */
    {0xB2, 0xB3, CLASS_SF, TRUE},
    {0xB7, 0xB7, CLASS_MD, FALSE},
    {0xB9, 0xB9, CLASS_SF, TRUE},
    {0xBC, 0xBE, CLASS_DG, TRUE}, /* ¼ ½ ¾ */
    {0xC0, 0xD6, CLASS_LT, TRUE},
    {0xD8, 0xF6, CLASS_LT, TRUE},
    {0xF8, 0x24F, CLASS_LT, TRUE},
    {0x250, 0x2AF, CLASS_LT, TRUE},
    {0x300, 0x36F, CLASS_LT, TRUE},
    {0x370, 0x52F, CLASS_LT, TRUE},
    {0x1E00, 0x1FFF, CLASS_LT, TRUE},
    {0x2010, 0x2011, CLASS_LP, TRUE},
    {0x2013, 0x2013, CLASS_CN, TRUE},  /* – */
    {0x2014, 0x2014, CLASS_CN, FALSE}, /* two of them: CLASS_DS */
    {0x2018, 0x2018, CLASS_OP, FALSE},
    {0x2019, 0x2019, CLASS_CL, FALSE},
    {0x201C, 0x201C, CLASS_OP, FALSE},
    {0x201D, 0x201D, CLASS_CL, FALSE},
    {0x2022, 0x2022, CLASS_MD, FALSE},
    {0x2026, 0x2026, CLASS_EL, FALSE},
    {0x2027, 0x2027, CLASS_MD, FALSE},
    {0x2030, 0x2030, CLASS_SF, FALSE}, /* ‰ */
    {0x2032, 0x2033, CLASS_SF, FALSE},
    {0x203C, 0x203C, CLASS_QE, FALSE},
    {0x2047, 0x2049, CLASS_QE, FALSE},
    {0x2070, 0x207F, CLASS_SF, TRUE},  /* superscripts, as ² */
    {0x2080, 0x209C, CLASS_LT, TRUE},  /* subscripts: CO₂ and H₂O are words */
    {0x20AC, 0x20AC, CLASS_PF, TRUE},  /* € */
    {0x2103, 0x2103, CLASS_SF, FALSE}, /* ℃ */
    {0x2109, 0x2109, CLASS_SF, FALSE},
    {0x2116, 0x2116, CLASS_PF, FALSE}, /* № */
    {0x22EF, 0x22EF, CLASS_EL, FALSE},
    {0x2E3A, 0x2E3A, CLASS_DS, FALSE},
    {0x3001, 0x3001, CLASS_PA, FALSE},
    {0x3002, 0x3002, CLASS_FS, FALSE},
    {0x3008, 0x3008, CLASS_OP, FALSE},
    {0x3009, 0x3009, CLASS_CL, FALSE},
    {0x300A, 0x300A, CLASS_OP, FALSE},
    {0x300B, 0x300B, CLASS_CL, FALSE},
    {0x300C, 0x300C, CLASS_OP, FALSE},
    {0x300D, 0x300D, CLASS_CL, FALSE},
    {0x300E, 0x300E, CLASS_OP, FALSE},
    {0x300F, 0x300F, CLASS_CL, FALSE},
    {0x3010, 0x3010, CLASS_OP, FALSE},
    {0x3011, 0x3011, CLASS_CL, FALSE},
    {0x3014, 0x3014, CLASS_OP, FALSE},
    {0x3015, 0x3015, CLASS_CL, FALSE},
    {0x3016, 0x3016, CLASS_OP, FALSE},
    {0x3017, 0x3017, CLASS_CL, FALSE},
    {0x338E, 0x33D4, CLASS_SF, FALSE}, /* ㎎ ㎏ ㎜ ㎝ ㎞ ㎡ … */
    {0xFF01, 0xFF01, CLASS_QE, FALSE},
    {0xFF04, 0xFF04, CLASS_PF, FALSE},
    {0xFF05, 0xFF05, CLASS_SF, FALSE},
    {0xFF08, 0xFF08, CLASS_OP, FALSE},
    {0xFF09, 0xFF09, CLASS_CL, FALSE},
    {0xFF0B, 0xFF0B, CLASS_PF, FALSE},
    {0xFF0C, 0xFF0C, CLASS_PA, FALSE},
    {0xFF0D, 0xFF0D, CLASS_PF, FALSE},
    {0xFF0E, 0xFF0E, CLASS_FS, FALSE},
    {0xFF0F, 0xFF0F, CLASS_SO, FALSE},
    {0xFF1A, 0xFF1B, CLASS_SC, FALSE},
    {0xFF1F, 0xFF1F, CLASS_QE, FALSE},
    {0xFF3B, 0xFF3B, CLASS_OP, FALSE},
    {0xFF3D, 0xFF3D, CLASS_CL, FALSE},
    {0xFF5B, 0xFF5B, CLASS_OP, FALSE},
    {0xFF5D, 0xFF5D, CLASS_CL, FALSE},
    {0xFF5E, 0xFF5E, CLASS_CN, FALSE}, /* ～ */
    {0xFFE5, 0xFFE5, CLASS_PF, FALSE},
};

static const ClassRange *find_range(gunichar c)
{
    gsize low = 0, high = G_N_ELEMENTS(ranges);

    while (low < high) {
        gsize middle = (low + high) / 2;
        if (c < ranges[middle].first)
            high = middle;
        else if (c > ranges[middle].last)
            low = middle + 1;
        else
            return &ranges[middle];
    }
    return NULL;
}

static void classify_alone(gunichar c, CharInfo *info)
{
    const ClassRange *range = find_range(c);

    info->klass = range ? range->klass : CLASS_ID;
    info->latin = range && range->latin;
}

/* ---- marks shared with alphabets ---- */

typedef enum { SIDE_NONE, SIDE_HAN, SIDE_LATIN } Side;

static Side side_of(const CharInfo *info)
{
    switch (info->klass) {
    case CLASS_LT:
    case CLASS_DG:
        return SIDE_LATIN;
    case CLASS_LP:
    case CLASS_SP:
        return SIDE_NONE;
    default:
        return info->latin ? SIDE_NONE : SIDE_HAN;
    }
}

static gboolean is_shared(gunichar c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2014 || c == 0x2026 ||
           c == 0xB7;
}

/* How many characters around a mark are looked at: beyond, only marks stood there, and a text of
 * nothing but quotes must not cost the square of its length. */
#define STRONG_REACH 64

/* The nearest character before or after `at` that is clearly Han or clearly of an alphabet. */
static Side strong_before(const gchar *text, const gchar *at, const CharInfo *info)
{
    for (guint n = 0; at > text && n < STRONG_REACH; n++) {
        at = g_utf8_prev_char(at);
        Side side = is_shared(g_utf8_get_char(at)) ? SIDE_NONE : side_of(&info[at - text]);
        if (side != SIDE_NONE)
            return side;
    }
    return SIDE_NONE;
}

static Side strong_after(const gchar *text, gsize length, const gchar *at, const CharInfo *info)
{
    at = g_utf8_next_char(at);
    for (guint n = 0; at < text + length && n < STRONG_REACH; n++, at = g_utf8_next_char(at)) {
        Side side = is_shared(g_utf8_get_char(at)) ? SIDE_NONE : side_of(&info[at - text]);
        if (side != SIDE_NONE)
            return side;
    }
    return SIDE_NONE;
}

static void make_latin(CharInfo *info)
{
    info->klass = CLASS_LP;
    info->latin = TRUE;
}

/* A pair of quotes is Latin when what it holds is, what stands outside is (or nothing does), and
 * it is not alone in the paragraph. */
static void resolve_pair(const gchar *text, gsize length, const gchar *open, const gchar *close,
                         CharInfo *info)
{
    Side left = strong_before(text, open, info), right = strong_after(text, length, close, info);
    Side first = strong_after(text, length, open, info), last = strong_before(text, close, info);

    if (first == SIDE_LATIN && last == SIDE_LATIN && left != SIDE_HAN && right != SIDE_HAN &&
        (left == SIDE_LATIN || right == SIDE_LATIN)) {
        make_latin(&info[open - text]);
        make_latin(&info[close - text]);
    }
}

static gboolean between_letters(const gchar *text, gsize length, const gchar *at,
                                const CharInfo *info)
{
    const gchar *next = g_utf8_next_char(at);

    return at > text && next < text + length &&
           info[g_utf8_prev_char(at) - text].klass == CLASS_LT &&
           info[next - text].klass == CLASS_LT;
}

/* Matches opening quotes with closing ones; a ’ between letters is an apostrophe. Nesting deeper
 * than a few levels is not Chinese: the rest keeps its default, Han. */
static void resolve_quotes(const gchar *text, gsize length, CharInfo *info)
{
    const gchar *open[8];
    guint depth = 0;

    for (const gchar *at = text; at < text + length; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c == 0x2019 && between_letters(text, length, at, info)) {
            make_latin(&info[at - text]);
        } else if ((c == 0x201C || c == 0x2018) && depth < G_N_ELEMENTS(open)) {
            open[depth++] = at;
        } else if ((c == 0x201D || c == 0x2019) && depth > 0) {
            if (g_utf8_get_char(open[depth - 1]) == c - 1)
                resolve_pair(text, length, open[depth - 1], at, info);
            depth--;
        }
    }
}

/* The / of 元/年 and （元）/年 divides: like ／ it neither begins nor ends a line. That of an
 * address or of A/B is part of a word. */
static gboolean divides(const gchar *text, const gchar *at, const CharInfo *info)
{
    CharClass before = at > text ? info[g_utf8_prev_char(at) - text].klass : CLASS_SP;

    return before == CLASS_ID || class_closes(before);
}

/* —— is one dash, a lone — joins; · and … between letters belong to the alphabet. */
static void resolve_dashes(const gchar *text, gsize length, CharInfo *info)
{
    for (const gchar *at = text; at < text + length; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        const gchar *next = g_utf8_next_char(at);
        if (c == 0x2014 && next < text + length && g_utf8_get_char(next) == 0x2014) {
            info[at - text].klass = info[next - text].klass = CLASS_DS;
            at = next;
        } else if ((c == 0xB7 || c == 0x2026) && between_letters(text, length, at, info)) {
            make_latin(&info[at - text]);
        } else if (c == '/' && divides(text, at, info)) {
            info[at - text].klass = CLASS_SO;
        }
    }
}

/* 1,234.5 and 12:30 are numbers: their marks are part of them. */
static void resolve_numbers(const gchar *text, gsize length, CharInfo *info)
{
    for (gsize i = 1; i + 1 < length; i++)
        if ((text[i] == '.' || text[i] == ',' || text[i] == ':') && info[i - 1].klass == CLASS_DG &&
            g_ascii_isdigit(text[i - 1]) && g_ascii_isdigit(text[i + 1]))
            info[i].klass = CLASS_DG;
}

void classify_text(const gchar *text, gsize length, CharInfo *info)
{
    for (const gchar *at = text; at < text + length; at = g_utf8_next_char(at))
        classify_alone(g_utf8_get_char(at), &info[at - text]);
    resolve_numbers(text, length, info);
    resolve_dashes(text, length, info);
    resolve_quotes(text, length, info);
}

/* The bytes of a source: encoding first, then character by character. */
#include <string.h>

#include "source/characters.h"
#include "source/tree.h"

/* One kind of fault tells its story in a few places; a broken file would fill the screen. */
#define MOST_REPORTS 20
#define GUESS_BYTES 65536

typedef struct {
    const Source *source;
    Diagnostics *sink;
    guint bad, zero_width, indents, broken;
    guint marks; /* combining marks in a row up to here */
} Validation;

/* Bytes of one valid UTF-8 character at p, 0 when there is none. NUL counts as none. */
static gsize utf8_length(const gchar *p, const gchar *end)
{
    guchar lead = (guchar) *p;
    if (lead < 0x80)
        return lead != 0;
    gunichar c = g_utf8_get_char_validated(p, end - p);
    if (c == (gunichar) -1 || c == (gunichar) -2)
        return 0;
    return (gsize) (g_utf8_next_char(p) - p);
}

static gboolean has_utf16_mark(const guchar *text, gsize length)
{
    return length >= 2 && (text[0] ^ text[1]) == 1 && MIN(text[0], text[1]) == 0xFE;
}

/* UTF-16 shows by its byte order mark, or by NULs that nearly all stand at odd or nearly all at
 * even places (一 is U+4E00) in bytes that are no UTF-8 or are NUL for a good part. */
static gboolean looks_like_utf16(const Source *source)
{
    gsize length = MIN(source->length, GUESS_BYTES);
    if (has_utf16_mark((const guchar *) source->text, length))
        return TRUE;
    gsize nuls[2] = {0, 0};
    gboolean broken = FALSE;
    const gchar *end = source->text + length;
    for (const gchar *p = source->text; p < end;) {
        gsize bytes = utf8_length(p, end);
        if (*p == 0)
            nuls[(p - source->text) % 2]++;
        else if (bytes == 0)
            broken = TRUE;
        p += MAX(bytes, 1);
    }
    gsize all = nuls[0] + nuls[1];
    return all >= 2 && MIN(nuls[0], nuls[1]) * 4 <= MAX(nuls[0], nuls[1]) &&
           (broken || all * 4 >= length);
}

static gboolean is_gbk_pair(guchar lead, guchar trail)
{
    return lead >= 0x81 && lead <= 0xFE && trail >= 0x40 && trail <= 0xFE && trail != 0x7F;
}

/* Three bytes that give a Chinese character or mark. Shorter sequences prove nothing: many pairs of
 * GBK bytes read as two-byte UTF-8. */
static gboolean is_chinese(const gchar *at, gsize length)
{
    gunichar c = length == 3 ? g_utf8_get_char(at) : 0;

    return (c >= 0x2010 && c <= 0x2026) || (c >= 0x3000 && c <= 0x9FFF) ||
           (c >= 0xFF00 && c <= 0xFFEF);
}

/* Chinese UTF-8 is nearly valid GBK too, so what decides is that the text is hardly UTF-8. */
static gboolean looks_like_gbk(const Source *source)
{
    const gchar *text = source->text, *end = text + MIN(source->length, GUESS_BYTES);
    gsize high = 0, in_utf8 = 0, in_gbk = 0;
    for (const gchar *p = text; p < end;) {
        gsize length = utf8_length(p, end);
        if (is_chinese(p, length))
            in_utf8 += length;
        p += MAX(length, 1);
    }
    for (const gchar *p = text; p < end; p++) {
        if ((guchar) *p < 0x80)
            continue;
        high++;
        if (p + 1 < end && is_gbk_pair((guchar) p[0], (guchar) p[1])) {
            in_gbk++;
            p++;
            in_gbk += (guchar) *p >= 0x80;
            high += (guchar) *p >= 0x80;
        }
    }
    return in_gbk * 10 >= high * 9 && in_utf8 * 2 < high;
}

static Span span_at(const Source *source, const gchar *from, const gchar *to)
{
    return (Span){source, (guint32) (from - source->text), (guint32) (to - source->text)};
}

/* Reports what is no UTF-8. TRUE when all is well. */
static gboolean check_encoding(Validation *v)
{
    const gchar *end = v->source->text + v->source->length;
    gboolean guessed = FALSE;
    for (const gchar *p = v->source->text; p < end && v->broken < MOST_REPORTS;) {
        gsize length = utf8_length(p, end);
        if (length > 0) {
            p += length;
            continue;
        }
        const gchar *from = p;
        while (p < end && *p != 0 && utf8_length(p, end) == 0)
            p++;
        if (p == from)
            p++;
        Span where = span_at(v->source, from, p);
        if (!guessed && looks_like_utf16(v->source)) {
            diag_report(v->sink, RULE_LOOKS_LIKE_UTF16, where, NULL);
            return FALSE;
        }
        if (*from == 0) {
            character_report(CHARACTER_BAD, 0, where, v->sink);
        } else if (!guessed && looks_like_gbk(v->source)) {
            diag_report(v->sink, RULE_LOOKS_LIKE_GBK, where, NULL);
            return FALSE;
        } else {
            diag_report(v->sink, RULE_NOT_UTF8, where, NULL);
        }
        guessed = TRUE;
        v->broken++;
    }
    return v->broken == 0;
}

static void check_character(Validation *v, gunichar c, gunichar before, Span where)
{
    CharacterFault fault = character_fault(c, before);
    if (fault == CHARACTER_FINE)
        return;
    guint *count = fault == CHARACTER_BAD ? &v->bad : &v->zero_width;
    if ((*count)++ < MOST_REPORTS)
        character_report(fault, c, where, v->sink);
}

/* Marks above and below one letter: no language stacks many, and shaping them takes the square of
 * their number. */
#define MOST_MARKS 32

static gboolean check_marks(Validation *v, gunichar c, Span where)
{
    GUnicodeType type = g_unichar_type(c);

    v->marks =
        type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK ? v->marks + 1 : 0;
    if (v->marks <= MOST_MARKS)
        return TRUE;
    diag_report(v->sink, RULE_LIMIT, where,
                "一个字母上叠加的符号不超过 " G_STRINGIFY(MOST_MARKS) " 个",
                "at most " G_STRINGIFY(MOST_MARKS) " marks on one letter", NULL);
    return FALSE;
}

#define IDEOGRAPHIC_SPACE "\xE3\x80\x80" /* U+3000 */

static void check_indent(Validation *v, const gchar *line)
{
    const gchar *p = line, *first = NULL, *last = NULL;
    for (;; p++) {
        if (strncmp(p, IDEOGRAPHIC_SPACE, 3) == 0) {
            first = first ? first : p;
            p += 2;
            last = p + 1;
        } else if (*p != ' ' && *p != '\t') {
            break;
        }
    }
    if (first && v->indents++ < MOST_REPORTS)
        diag_report(v->sink, RULE_INDENT_BY_SPACES, span_at(v->source, first, last), NULL);
}

static gboolean starts_with_bom(const Source *source)
{
    return source->length >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0;
}

static gboolean validate(const Source *source, gboolean prose, Diagnostics *sink)
{
    Validation v = {.source = source, .sink = sink};
    if (!check_encoding(&v))
        return FALSE;
    const gchar *end = source->text + source->length;
    gunichar before = '\n';
    for (const gchar *p = source->text + (starts_with_bom(source) ? 3 : 0); p < end;) {
        gunichar c = g_utf8_get_char(p);
        const gchar *next = g_utf8_next_char(p);
        if (prose && (before == '\n' || before == '\r') && (c == 0x3000 || c == ' ' || c == '\t'))
            check_indent(&v, p);
        check_character(&v, c, before, span_at(source, p, next));
        if (!check_marks(&v, c, span_at(source, p, next)))
            return FALSE;
        before = c;
        p = next;
    }
    return TRUE;
}

gboolean source_validate(const Source *source, Diagnostics *sink)
{
    return validate(source, TRUE, sink);
}

gboolean source_validate_data(const Source *source, Diagnostics *sink)
{
    return validate(source, FALSE, sink);
}

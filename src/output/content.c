#include "output/content.h"

#include <string.h>

static gboolean is_white(guchar c)
{
    return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static gboolean is_regular(guchar c)
{
    static const gboolean delimiter[256] = {
        ['('] = TRUE, [')'] = TRUE, ['<'] = TRUE, ['>'] = TRUE, ['['] = TRUE,
        [']'] = TRUE, ['{'] = TRUE, ['}'] = TRUE, ['/'] = TRUE, ['%'] = TRUE,
    };

    return !is_white(c) && !delimiter[c];
}

/* ---- tokens that are no operators ---- */

/* Past a string in parentheses, which may hold others and escaped ones. */
static gsize string_end(const ContentReader *reader, gsize at)
{
    guint depth = 0;

    for (; at < reader->length; at++) {
        guchar c = reader->data[at];
        if (c == '\\' && at + 1 < reader->length)
            at++;
        else if (c == '(')
            depth++;
        else if (c == ')' && --depth == 0)
            return at + 1;
    }
    return reader->length;
}

/* Past the first of these two characters. */
static gsize past(const ContentReader *reader, gsize at, guchar stop, guchar other)
{
    while (at < reader->length && reader->data[at] != stop && reader->data[at] != other)
        at++;
    return MIN(at + 1, reader->length);
}

static gsize regular_end(const ContentReader *reader, gsize at)
{
    while (at < reader->length && is_regular(reader->data[at]))
        at++;
    return at;
}

/* Past the bytes of an image that stands in the content, to the word EI; the end where there is
 * none. */
static gsize image_end(const ContentReader *reader, gsize at)
{
    const guchar *data = reader->data;

    for (; at + 3 <= reader->length; at++)
        if (is_white(data[at]) && data[at + 1] == 'E' && data[at + 2] == 'I' &&
            (at + 3 == reader->length || is_white(data[at + 3])))
            return at + 3;
    return reader->length;
}

/* The end of a token that is neither number nor operator. */
static gsize other_end(const ContentReader *reader, gsize at)
{
    switch (reader->data[at]) {
    case '(':
        return string_end(reader, at);
    case '<':
        return at + 1 < reader->length && reader->data[at + 1] == '<' ? at + 2
                                                                      : past(reader, at, '>', '>');
    case '/':
        return regular_end(reader, at + 1);
    default:
        return at + 1;
    }
}

/* ---- operators ---- */

gboolean content_is(const ContentReader *reader, const ContentOperator *found, const gchar *word)
{
    return found->length == strlen(word) &&
           memcmp(reader->data + found->word, word, found->length) == 0;
}

static void note_operand(ContentOperator *found, gsize start)
{
    if (found->n_operands++ == 0)
        found->start = start;
}

static void note_number(ContentOperator *found, gsize start)
{
    note_operand(found, start);
    found->n_numbers++;
    memmove(found->number, found->number + 1, sizeof found->number - sizeof *found->number);
    found->number[CONTENT_OPERANDS - 1] = start;
}

static void note_word(const ContentReader *reader, ContentOperator *found, gsize start, gsize end)
{
    found->length = end - start;
    if (found->n_operands == 0)
        found->start = start;
    found->word = start;
    found->end = end;
    if (content_is(reader, found, "ID"))
        found->end = image_end(reader, end);
}

static gboolean is_number(guchar c)
{
    return g_ascii_isdigit(c) || c == '.' || c == '-' || c == '+';
}

gboolean content_next(ContentReader *reader, ContentOperator *found)
{
    *found = (ContentOperator){0};
    while (reader->at < reader->length) {
        gsize start = reader->at, end;
        guchar c = reader->data[start];
        if (is_white(c)) {
            reader->at++;
        } else if (c == '%') {
            reader->at = past(reader, start, '\r', '\n');
        } else if (!is_regular(c)) {
            reader->at = other_end(reader, start);
            note_operand(found, start);
            found->n_numbers = 0;
        } else {
            reader->at = end = regular_end(reader, start);
            if (!is_number(c)) {
                note_word(reader, found, start, end);
                reader->at = found->end;
                return TRUE;
            }
            note_number(found, start);
        }
    }
    return FALSE;
}

gboolean content_has_numbers(const ContentReader *reader, const ContentOperator *found, guint count,
                             const gchar *const *wanted)
{
    if (found->n_operands != count || found->n_numbers != count)
        return FALSE;
    for (guint i = 0; i < count; i++) {
        gsize start = found->number[CONTENT_OPERANDS - count + i];
        gsize length = regular_end(reader, start) - start;
        if (length != strlen(wanted[i]) || memcmp(reader->data + start, wanted[i], length) != 0)
            return FALSE;
    }
    return TRUE;
}

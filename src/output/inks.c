#include "output/inks.h"

#include <string.h>

/* How Cairo writes our colours, and the inks of the same: cyan, magenta, yellow, black. */
static const struct {
    const gchar *operator;
    guint operands;
    const gchar *operand[3];
    const gchar *inks;
} colours[] = {
    {"rg", 3, {"1", "0", "0"}, "0 0.8 0.8 0"},
    {"RG", 3, {"1", "0", "0"}, "0 0.8 0.8 0"},
    {"rg", 3, {"0", "0", "0"}, "0 0 0 1"},
    {"RG", 3, {"0", "0", "0"}, "0 0 0 1"},
    {"g", 1, {"0"}, "0 0 0 1"},
    {"G", 1, {"0"}, "0 0 0 1"},
};
#define MOST_OPERANDS 3

typedef struct {
    const guchar *at, *end;
    InkSpelling spelling;
    GByteArray *out;
    guint operands; /* numbers right before this place; the last three are known */
    struct {
        gsize from; /* in `out` */
        gsize length;
    } operand[MOST_OPERANDS]; /* the last one last */
} Rewriting;

static gboolean is_white(guchar c)
{
    return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

static gboolean is_regular(guchar c)
{
    return !is_white(c) && !strchr("()<>[]{}/%", c);
}

static void copy_to(Rewriting *rewriting, const guchar *to)
{
    g_byte_array_append(rewriting->out, rewriting->at, (guint) (to - rewriting->at));
    rewriting->at = to;
}

/* ---- what has no colours in it ---- */

/* Past a string in parentheses, which may hold others and escaped ones. */
static const guchar *string_end(const guchar *at, const guchar *end)
{
    guint depth = 0;

    for (; at < end; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return end;
}

static const guchar *past(const guchar *at, const guchar *end, const gchar *stops)
{
    while (at < end && !(*at && strchr(stops, *at)))
        at++;
    return at < end ? at + 1 : end;
}

static const guchar *regular_end(const guchar *at, const guchar *end)
{
    while (at < end && is_regular(*at))
        at++;
    return at;
}

/* Past the bytes of an image that stands in the content, to the word EI. */
static const guchar *image_end(const guchar *at, const guchar *end)
{
    for (; at + 3 <= end; at++)
        if (is_white(at[0]) && at[1] == 'E' && at[2] == 'I' && (at + 3 == end || is_white(at[3])))
            return at + 3;
    return end;
}

/* The end of a token that is neither number nor operator. */
static const guchar *other_end(const guchar *at, const guchar *end)
{
    switch (*at) {
    case '(':
        return string_end(at, end);
    case '<':
        return at + 1 < end && at[1] == '<' ? at + 2 : past(at, end, ">");
    case '%':
        return past(at, end, "\r\n");
    case '/':
        return regular_end(at + 1, end);
    default:
        return at + 1;
    }
}

/* ---- numbers and operators ---- */

static void note_operand(Rewriting *rewriting, gsize length)
{
    for (guint i = 0; i + 1 < MOST_OPERANDS; i++)
        rewriting->operand[i] = rewriting->operand[i + 1];
    rewriting->operand[MOST_OPERANDS - 1].from = rewriting->out->len;
    rewriting->operand[MOST_OPERANDS - 1].length = length;
    rewriting->operands++;
}

static gboolean bytes_are(const guchar *bytes, gsize length, const gchar *word)
{
    return length == strlen(word) && memcmp(bytes, word, length) == 0;
}

static gboolean operands_are(const Rewriting *rewriting, guint count, const gchar *const *wanted)
{
    if (rewriting->operands != count)
        return FALSE;
    for (guint i = 0; i < count; i++) {
        guint known = MOST_OPERANDS - count + i;
        if (!bytes_are(rewriting->out->data + rewriting->operand[known].from,
                       rewriting->operand[known].length, wanted[i]))
            return FALSE;
    }
    return TRUE;
}

/* An operator in capitals is that of strokes. */
static void append_inks(const Rewriting *rewriting, const gchar *inks, gboolean stroke)
{
    g_autofree gchar *text = rewriting->spelling == INKS_OF_DEVICE
                                 ? g_strdup_printf("%s %s", inks, stroke ? "K" : "k")
                                 : g_strdup_printf(INK_SPACE " %s %s %s", stroke ? "CS" : "cs",
                                                   inks, stroke ? "SCN" : "scn");

    g_byte_array_append(rewriting->out, (const guint8 *) text, (guint) strlen(text));
}

/* The operator's operands are in `out` already: they go, and what stands for them comes. */
static gboolean replace(Rewriting *rewriting, gsize length)
{
    for (guint i = 0; i < G_N_ELEMENTS(colours); i++) {
        guint count = colours[i].operands;
        if (!bytes_are(rewriting->at, length, colours[i].operator) ||
            !operands_are(rewriting, count, colours[i].operand))
            continue;
        g_byte_array_set_size(rewriting->out,
                              (guint) rewriting->operand[MOST_OPERANDS - count].from);
        append_inks(rewriting, colours[i].inks, g_ascii_isupper(*rewriting->at));
        return TRUE;
    }
    return FALSE;
}

static void take_word(Rewriting *rewriting, const guchar *word_end)
{
    gsize length = (gsize) (word_end - rewriting->at);
    gboolean image = bytes_are(rewriting->at, length, "ID");

    if (strchr("+-.0123456789", *rewriting->at)) {
        note_operand(rewriting, length);
        copy_to(rewriting, word_end);
        return;
    }
    if (replace(rewriting, length))
        rewriting->at = word_end;
    copy_to(rewriting, image ? image_end(word_end, rewriting->end) : word_end);
    rewriting->operands = 0;
}

GByteArray *inks_of_content(const guchar *data, gsize length, InkSpelling spelling)
{
    Rewriting rewriting = {.at = data, .end = data + length, .spelling = spelling};

    rewriting.out = g_byte_array_sized_new((guint) length + 1);
    while (rewriting.at < rewriting.end) {
        if (is_white(*rewriting.at)) {
            copy_to(&rewriting, rewriting.at + 1);
        } else if (is_regular(*rewriting.at)) {
            take_word(&rewriting, regular_end(rewriting.at, rewriting.end));
        } else {
            copy_to(&rewriting, other_end(rewriting.at, rewriting.end));
            rewriting.operands = 0;
        }
    }
    return rewriting.out;
}

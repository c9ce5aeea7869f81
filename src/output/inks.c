#include "output/inks.h"

#include "output/content.h"

#include <string.h>

/* How Cairo writes our colours, and the inks of the same: cyan, magenta, yellow, black. */
static const struct {
    const gchar *operator;
    guint operands;
    const gchar *operand[CONTENT_OPERANDS];
    const gchar *inks;
} colours[] = {
    {"rg", 3, {"1", "0", "0"}, "0 0.8 0.8 0"},
    {"RG", 3, {"1", "0", "0"}, "0 0.8 0.8 0"},
    {"rg", 3, {"0", "0", "0"}, "0 0 0 1"},
    {"RG", 3, {"0", "0", "0"}, "0 0 0 1"},
    {"g", 1, {"0"}, "0 0 0 1"},
    {"G", 1, {"0"}, "0 0 0 1"},
};

/* The inks of what an operator sets; NULL: it is no colour of ours. */
static const gchar *inks_of(const ContentReader *reader, const ContentOperator *found)
{
    for (guint i = 0; i < G_N_ELEMENTS(colours); i++)
        if (content_is(reader, found, colours[i].operator) &&
            content_has_numbers(reader, found, colours[i].operands, colours[i].operand))
            return colours[i].inks;
    return NULL;
}

/* An operator in capitals is that of strokes. */
static void append_inks(GByteArray *out, const gchar *inks, gboolean stroke, InkSpelling spelling)
{
    g_autofree gchar *text = spelling == INKS_OF_DEVICE
                                 ? g_strdup_printf("%s %s", inks, stroke ? "K" : "k")
                                 : g_strdup_printf(INK_SPACE " %s %s %s", stroke ? "CS" : "cs",
                                                   inks, stroke ? "SCN" : "scn");

    g_byte_array_append(out, (const guint8 *) text, (guint) strlen(text));
}

GByteArray *inks_of_content(const guchar *data, gsize length, InkSpelling spelling)
{
    ContentReader reader = {data, length, 0};
    ContentOperator found;
    GByteArray *out = g_byte_array_sized_new((guint) length + 1);
    gsize copied = 0;

    while (content_next(&reader, &found)) {
        const gchar *inks = inks_of(&reader, &found);
        if (!inks)
            continue;
        g_byte_array_append(out, data + copied, (guint) (found.start - copied));
        append_inks(out, inks, g_ascii_isupper(data[found.word]), spelling);
        copied = found.end;
    }
    g_byte_array_append(out, data + copied, (guint) (length - copied));
    return out;
}

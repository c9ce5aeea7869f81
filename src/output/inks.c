#include "output/inks.h"

#include "output/content.h"

#include <string.h>

/* How Cairo writes our colours, and the same in ink. */
static const struct {
    const gchar *operator;
    guint operands;
    const gchar *operand[CONTENT_OPERANDS];
    const gchar *ink;
} colours[] = {
    {"rg", 3, {"1", "0", "0"}, "0 0.8 0.8 0 k"},
    {"RG", 3, {"1", "0", "0"}, "0 0.8 0.8 0 K"},
    {"rg", 3, {"0", "0", "0"}, "0 0 0 1 k"},
    {"RG", 3, {"0", "0", "0"}, "0 0 0 1 K"},
    {"g", 1, {"0"}, "0 0 0 1 k"},
    {"G", 1, {"0"}, "0 0 0 1 K"},
};

/* What an operator is to be instead; NULL: it stays as it is. */
static const gchar *ink_of(const ContentReader *reader, const ContentOperator *found)
{
    for (guint i = 0; i < G_N_ELEMENTS(colours); i++)
        if (content_is(reader, found, colours[i].operator) &&
            content_has_numbers(reader, found, colours[i].operands, colours[i].operand))
            return colours[i].ink;
    return NULL;
}

GByteArray *inks_of_content(const guchar *data, gsize length)
{
    ContentReader reader = {data, length, 0};
    ContentOperator found;
    GByteArray *out = g_byte_array_sized_new((guint) length + 1);
    gsize copied = 0;

    while (content_next(&reader, &found)) {
        const gchar *ink = ink_of(&reader, &found);
        if (!ink)
            continue;
        g_byte_array_append(out, data + copied, (guint) (found.start - copied));
        g_byte_array_append(out, (const guint8 *) ink, (guint) strlen(ink));
        copied = found.end;
    }
    g_byte_array_append(out, data + copied, (guint) (length - copied));
    return out;
}

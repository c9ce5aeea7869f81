#include "check/all_text.h"

#include "check/unit.h"

#include <string.h>

/* Of every three bytes in a row, a Chinese character's among them, a bit: what has one that is not
 * there need not be looked for. */
enum { GRAM = 3, BITS = 1 << 16 };

struct AllText {
    GString *text; /* a line each */
    guint8 grams[BITS / 8];
};

static guint gram(const gchar *at)
{
    const guchar *bytes = (const guchar *) at;

    return (bytes[0] * 0x1F3DU ^ bytes[1] * 0x101U ^ bytes[2] * 0x25U) % BITS;
}

AllText *all_text_new(const GPtrArray *units)
{
    AllText *all = g_new0(AllText, 1);

    all->text = g_string_new(NULL);
    for (guint i = 0; i < units->len; i++) {
        const TextUnit *unit = units->pdata[i];
        g_string_append_len(all->text, unit->text, (gssize) unit->length);
        g_string_append_c(all->text, '\n');
    }
    for (gsize i = 0; i + GRAM <= all->text->len; i++) {
        guint bit = gram(all->text->str + i);
        all->grams[bit / 8] |= (guint8) (1U << bit % 8);
    }
    return all;
}

void all_text_free(AllText *all)
{
    g_string_free(all->text, TRUE);
    g_free(all);
}

static gboolean may_have(const AllText *all, const gchar *word, gsize length)
{
    for (gsize i = 0; i + GRAM <= length; i++) {
        guint bit = gram(word + i);
        if (!(all->grams[bit / 8] & 1U << bit % 8))
            return FALSE;
    }
    return TRUE;
}

/* strstr() knows the processor, memmem() does not. */
static gboolean has(const gchar *text, const gchar *word, gsize length)
{
    gchar alone[64];

    g_assert(length < sizeof alone);
    memcpy(alone, word, length);
    alone[length] = '\0';
    return strstr(text, alone) != NULL;
}

gboolean all_text_has_any(const AllText *all, const gchar *any)
{
    gsize length = strcspn(any, "|");

    return (may_have(all, any, length) && has(all->text->str, any, length)) ||
           (any[length] && all_text_has_any(all, any + length + 1));
}

gboolean text_has_any(const gchar *text, const gchar *any)
{
    gsize length = strcspn(any, "|");

    return has(text, any, length) || (any[length] && text_has_any(text, any + length + 1));
}

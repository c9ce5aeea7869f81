#include "output/pdf_table.h"

#include <string.h>

/* ISO 32000-1 7.5.4: an entry is twenty bytes, "0000022147 00000 n \n". */
#define ENTRY_LENGTH 20
#define ENTRY_KIND 17
#define FREE_ENTRY "0000000000 65535 f"
#define TAIL_LENGTH 64 /* holds startxref, its number and %%EOF */

/* What follows a keyword at that place, or NULL. */
static gchar *after(const GByteArray *pdf, guint64 offset, const gchar *keyword)
{
    gsize length = strlen(keyword);

    if (offset > pdf->len || pdf->len - offset < length ||
        memcmp(pdf->data + offset, keyword, length) != 0)
        return NULL;
    return (gchar *) pdf->data + offset + length;
}

/* The first entry of the table, which begins with object 0. NULL where there is none such. */
static gchar *find_entries(const GByteArray *pdf, guint64 *count)
{
    static const gchar start[] = "startxref\n";
    gsize tail = MIN(pdf->len, TAIL_LENGTH);
    const guint8 *found = memmem(pdf->data + pdf->len - tail, tail, start, strlen(start));
    gchar *at = found ? (gchar *) found + strlen(start) : NULL;

    if (!at)
        return NULL;
    at = after(pdf, g_ascii_strtoull(at, NULL, 10), "xref\n0 ");
    if (!at)
        return NULL;
    *count = g_ascii_strtoull(at, &at, 10);
    gsize room = pdf->len - (gsize) (at + 1 - (gchar *) pdf->data);
    return *at == '\n' && *count <= room / ENTRY_LENGTH ? at + 1 : NULL;
}

void pdf_free_unwritten(GByteArray *pdf)
{
    guint64 count;
    gchar *entries = find_entries(pdf, &count);

    for (guint64 i = 1; entries && i < count; i++) {
        gchar *entry = entries + i * ENTRY_LENGTH;
        gchar head[32];
        g_snprintf(head, sizeof head, "%" G_GUINT64_FORMAT " 0 obj", i);
        if (entry[ENTRY_KIND] == 'n' && !after(pdf, g_ascii_strtoull(entry, NULL, 10), head))
            memcpy(entry, FREE_ENTRY, strlen(FREE_ENTRY));
    }
}

/* What must not be seen in any message. */
#include "base/diag_internal.h"
#include "base/text.h"

#include <string.h>

void diagnostics_mask(Diagnostics *sink, Span where)
{
    if (!where.source || where.start >= where.end)
        return;
    const Source *source = where.source;
    guint8 *mask = g_hash_table_lookup(sink->masks, source);
    if (!mask) {
        mask = g_new0(guint8, source->length + 1);
        g_hash_table_insert(sink->masks, (gpointer) source, mask);
    }
    memset(mask + where.start, 1, where.end - where.start);
    gchar *value = g_strndup(source->text + where.start, where.end - where.start);
    if (g_ptr_array_find_with_equal_func(sink->masked_texts, value, g_str_equal, NULL))
        g_free(value);
    else
        g_ptr_array_add(sink->masked_texts, value);
}

gboolean diagnostics_is_masked(const Diagnostics *sink, const Source *source, gsize offset)
{
    const guint8 *mask = g_hash_table_lookup(sink->masks, source);

    return mask && mask[offset];
}

gchar *diagnostics_mask_text(const Diagnostics *sink, const gchar *text)
{
    GString *masked = g_string_new(text);

    for (guint i = 0; i < sink->masked_texts->len; i++) {
        const gchar *value = sink->masked_texts->pdata[i];
        g_autofree gchar *stars = g_strnfill(text_count(value, value + strlen(value)), '*');
        g_string_replace(masked, value, stars, 0);
    }
    return g_string_free(masked, FALSE);
}

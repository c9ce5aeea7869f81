#include "layout/page_labels.h"

GHashTable *page_labels_new(const Pages *pages, GHashTable *wanted)
{
    GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);

    for (guint i = 0; i < pages->pages->len; i++) {
        const Page *page = pages->pages->pdata[i];
        for (guint k = 0; k < page->items->len; k++) {
            const Item *item = page->items->pdata[k];
            if (item->kind == ITEM_ANCHOR && g_hash_table_contains(wanted, item->target))
                g_hash_table_insert(labels, g_strdup(item->target), g_strdup(page->label));
        }
    }
    return labels;
}

gboolean page_labels_agree(GHashTable *labels, GHashTable *others)
{
    GHashTableIter iter;
    gpointer name, label;

    g_hash_table_iter_init(&iter, labels);
    while (g_hash_table_iter_next(&iter, &name, &label))
        if (g_strcmp0(label, g_hash_table_lookup(others, name)) != 0)
            return FALSE;
    return TRUE;
}

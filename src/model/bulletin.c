#include "model/fields.h"

Bulletin *bulletin_new(void)
{
    Bulletin *bulletin = g_new0(Bulletin, 1);

    metadata_init(&bulletin->meta);
    bulletin->opening = blocks_new();
    bulletin->children = g_ptr_array_new_with_free_func((GDestroyNotify) node_free);
    bulletin->closing = blocks_new();
    bulletin->annexes = g_ptr_array_new_with_free_func((GDestroyNotify) annex_free);
    bulletin->notes = g_array_new(FALSE, FALSE, sizeof(Note));
    bulletin->note_blocks = blocks_new();
    bulletin->ids = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    return bulletin;
}

void bulletin_free(Bulletin *bulletin)
{
    if (!bulletin)
        return;
    g_hash_table_unref(bulletin->ids);
    g_clear_pointer(&bulletin->page_targets, g_hash_table_unref);
    metadata_clear(&bulletin->meta);
    g_ptr_array_unref(bulletin->opening);
    g_ptr_array_unref(bulletin->children);
    g_ptr_array_unref(bulletin->closing);
    g_ptr_array_unref(bulletin->annexes);
    g_array_unref(bulletin->notes);
    g_ptr_array_unref(bulletin->note_blocks);
    g_free(bulletin);
}

const Target *bulletin_find(const Bulletin *bulletin, const gchar *href)
{
    return href && *href == '#' ? g_hash_table_lookup(bulletin->ids, href + 1) : NULL;
}

/* What became of a block as a whole. */
#include "diff/parts.h"

guint8 block_change(const TextBlock *block)
{
    const GArray *runs = block->runs;
    guint8 change = runs->len > 0 ? g_array_index(runs, TextRun, 0).marks.change : TEXT_SAME;

    if (block->figure)
        return (guint8) block->figure->change;
    for (guint i = 1; i < runs->len; i++)
        if (g_array_index(runs, TextRun, i).marks.change != change)
            return TEXT_SAME;
    for (guint i = 0; block->table && i < block->table->cells->len; i++) {
        const TextBlock *cell = block->table->cells->pdata[i];
        guint8 own = cell->runs->len > 0 ? block_change(cell) : change;
        if (change != TEXT_SAME && own != change)
            return TEXT_SAME;
        change = own;
        if (change == TEXT_SAME && cell->runs->len > 0)
            return TEXT_SAME;
    }
    return change;
}

gboolean block_has_change(const TextBlock *block)
{
    for (guint i = 0; i < block->runs->len; i++)
        if (g_array_index(block->runs, TextRun, i).marks.change != TEXT_SAME)
            return TRUE;
    for (guint i = 0; block->table && i < block->table->cells->len; i++)
        if (block_has_change(block->table->cells->pdata[i]))
            return TRUE;
    return block->figure && block->figure->change != TEXT_SAME;
}

const TextBlock *caption_along(const TextBlock *caption, const TextBlock *table, guint8 what)
{
    return caption && caption->role == STYLE_CAPTION && table && table->table &&
                   block_change(caption) == what && block_change(table) == what
               ? caption
               : NULL;
}

gchar *whole_words(const TextBlock *block, const TextBlock *before, guint8 what)
{
    const TextBlock *caption = caption_along(before, block, what);
    g_autofree gchar *words = block_words(block);

    if (caption)
        return g_strconcat(caption->text->str, " ", words, NULL);
    return g_strdup(block->role == STYLE_FOOTNOTE ? words + block->label : words);
}

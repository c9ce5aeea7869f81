#include "output/page_digest.h"

#include <string.h>

static void add_text(GChecksum *sum, const gchar *text)
{
    /* With the NUL, so that "a", "bc" is not "ab", "c". */
    g_checksum_update(sum, (const guchar *) (text ? text : ""), (text ? strlen(text) : 0) + 1);
}

static void add_number(GChecksum *sum, gint64 number)
{
    g_checksum_update(sum, (const guchar *) &number, sizeof number);
}

static void add_run(GChecksum *sum, const Pages *pages, const GlyphRun *run)
{
    const FontFile *font = pages->fonts->pdata[run->font];

    add_text(sum, font->file);
    add_text(sum, font->family);
    add_number(sum, font->weight);
    add_number(sum, run->size);
    add_number(sum, run->condensed);
    add_number(sum, run->ink);
    add_text(sum, run->text);
    for (guint i = 0; i < run->n_glyphs; i++) {
        const PlacedGlyph *glyph = &run->glyphs[i];
        add_number(sum, glyph->x);
        add_number(sum, glyph->y);
    }
}

static void add_image(GChecksum *sum, const Image *image)
{
    gsize length;
    const guchar *bytes = g_bytes_get_data(image->bytes, &length);

    g_checksum_update(sum, bytes, (gssize) length);
}

static void add_item(GChecksum *sum, const Pages *pages, const Item *item)
{
    const gint64 numbers[] = {item->kind,   item->x,      item->y,     item->width,
                              item->height, item->mark,   item->ink,   item->multiply,
                              item->turned, item->weight, item->length};

    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
        add_number(sum, numbers[i]);
    add_text(sum, item->target);
    if (item->kind == ITEM_GLYPHS)
        add_run(sum, pages, item->run);
    if (item->kind == ITEM_IMAGE)
        add_image(sum, item->image);
}

gchar *page_digest(const Pages *pages, guint index, const gchar *fonts)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
    const Page *page = pages->pages->pdata[index];

    add_text(sum, fonts);
    add_number(sum, pages->width);
    add_number(sum, pages->height);
    add_number(sum, pages->show_grid);
    if (pages->show_grid)
        g_checksum_update(sum, (const guchar *) &pages->grid, sizeof pages->grid);
    add_text(sum, pages->info.title);
    add_text(sum, page->label);
    for (guint i = 0; i < page->items->len; i++)
        add_item(sum, pages, page->items->pdata[i]);
    return g_strdup(g_checksum_get_string(sum));
}

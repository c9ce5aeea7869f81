#include "layout/pages.h"

#include <string.h>

static void item_free(gpointer data)
{
    Item *item = data;

    g_free(item->run);
    image_unref(item->image);
    g_free(item->target);
    g_free(item);
}

static void placed_line_clear(gpointer data)
{
    PlacedLine *line = data;

    g_free(line->reasons);
}

static void page_free(gpointer data)
{
    Page *page = data;

    g_free(page->label);
    g_ptr_array_unref(page->items);
    g_array_unref(page->lines);
    g_free(page->reasons);
    g_free(page);
}

static void outline_entry_clear(gpointer data)
{
    OutlineEntry *entry = data;

    g_free(entry->title);
}

Page *page_new(guint number)
{
    Page *page = g_new0(Page, 1);

    page->number = number;
    page->label = g_strdup_printf("%u", number);
    page->items = g_ptr_array_new_with_free_func(item_free);
    page->lines = g_array_new(FALSE, TRUE, sizeof(PlacedLine));
    g_array_set_clear_func(page->lines, placed_line_clear);
    return page;
}

Pages *pages_new(void)
{
    Pages *pages = g_new0(Pages, 1);

    pages->pages = g_ptr_array_new_with_free_func(page_free);
    pages->outline = g_array_new(FALSE, TRUE, sizeof(OutlineEntry));
    g_array_set_clear_func(pages->outline, outline_entry_clear);
    return pages;
}

void pages_free(Pages *pages)
{
    if (!pages)
        return;
    g_ptr_array_unref(pages->pages);
    g_array_unref(pages->outline);
    g_clear_pointer(&pages->fonts, g_ptr_array_unref);
    g_clear_pointer(&pages->structure, g_array_unref);
    g_free(pages->info.title);
    g_free(pages->info.author);
    g_free(pages->info.subject);
    g_free(pages->info.keywords);
    g_free(pages->info.date);
    g_free(pages->info.language);
    g_free(pages);
}

void page_add(Page *page, Item *item)
{
    g_ptr_array_add(page->items, item);
}

void page_let_go(Page *page)
{
    for (guint i = 0; i < page->items->len; i++)
        g_clear_pointer(&((Item *) page->items->pdata[i])->run, g_free);
}

/* What is turned has its place on a page that lies on its side: the page's right is its foot. */
static void item_shift(Item *item, Len x, Len y)
{
    item->x += x;
    item->y += y;
    for (guint i = 0; item->run && i < item->run->n_glyphs; i++) {
        item->run->glyphs[i].x += x;
        item->run->glyphs[i].y += y;
    }
}

void page_shift(Page *page, Len by)
{
    for (guint i = 0; i < page->items->len; i++) {
        Item *item = page->items->pdata[i];
        item_shift(item, item->turned ? 0 : by, item->turned ? by : 0);
    }
    for (guint i = 0; i < page->lines->len; i++) {
        PlacedLine *line = &g_array_index(page->lines, PlacedLine, i);
        const Item *first = line->first < line->last ? page->items->pdata[line->first] : NULL;
        if (first && first->turned)
            line->baseline += by;
        else
            line->x += by;
    }
}

static Item *item_new(ItemKind kind, Len x, Len y, Len width, Len height)
{
    Item *item = g_new0(Item, 1);

    item->kind = kind;
    item->x = x;
    item->y = y;
    item->width = width;
    item->height = height;
    return item;
}

GlyphRun *glyph_run_new(const gchar *text, gsize length, guint n_glyphs, guint n_clusters)
{
    gsize glyphs = n_glyphs * sizeof(PlacedGlyph), clusters = n_clusters * sizeof(GlyphCluster);
    GlyphRun *run = g_malloc0(sizeof *run + glyphs + clusters + length + 1);

    run->n_glyphs = n_glyphs;
    run->n_clusters = n_clusters;
    run->glyphs = (PlacedGlyph *) (run + 1);
    run->clusters = (GlyphCluster *) (run->glyphs + n_glyphs);
    run->text = (gchar *) (run->clusters + n_clusters);
    memcpy(run->text, text, length);
    return run;
}

Item *item_new_glyphs(GlyphRun *run, Len x, Len y, Len width)
{
    Item *item = item_new(ITEM_GLYPHS, x, y, width, 0);

    item->run = run;
    return item;
}

Item *item_new_link(const gchar *target, Len x, Len y, Len width, Len height)
{
    Item *item = item_new(ITEM_LINK, x, y, width, height);

    item->target = g_strdup(target);
    return item;
}

Item *item_new_anchor(const gchar *name, Len x, Len y)
{
    Item *item = item_new(ITEM_ANCHOR, x, y, 0, 0);

    item->target = g_strdup(name);
    return item;
}

Item *item_new_mark(MarkShape mark, Len x, Len y, Len width, Len height)
{
    Item *item = item_new(ITEM_MARK, x, y, width, height);

    item->mark = mark;
    return item;
}

Item *item_new_rule(Ink ink, Len x, Len y, Len width, Len height)
{
    Item *item = item_new(ITEM_RULE, x, y, width, height);

    item->ink = ink;
    return item;
}

Item *item_new_image(Image *image, Len x, Len y, Len width, Len height)
{
    Item *item = item_new(ITEM_IMAGE, x, y, width, height);

    item->image = image_ref(image);
    return item;
}

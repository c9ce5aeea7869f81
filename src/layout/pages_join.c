#include "layout/pages_join.h"

static void number_items(const Pages *pages, guint fonts, guint elements)
{
    for (guint i = 0; i < pages->pages->len; i++) {
        const Page *page = pages->pages->pdata[i];
        for (guint k = 0; k < page->items->len; k++) {
            Item *item = page->items->pdata[k];
            if (item->run)
                item->run->font += fonts;
            if (item->element > STRUCTURE_ROOT)
                item->element += elements;
        }
    }
}

static guint moved_element(guint element, guint by)
{
    return element > STRUCTURE_ROOT ? element + by : element;
}

/* The elements of the front stand first. (transfer full) */
static GArray *joined_structure(const GArray *front, const GArray *structure)
{
    GArray *all = structure_new();
    const guint by = front->len - STRUCTURE_ROOT - 1;

    for (guint i = STRUCTURE_ROOT + 1; i < front->len; i++) {
        StructElement element = *structure_at(front, i);
        element.alt = g_strdup(element.alt);
        g_array_append_val(all, element);
    }
    for (guint i = STRUCTURE_ROOT + 1; i < structure->len; i++) {
        StructElement element = *structure_at(structure, i);
        element.alt = g_strdup(element.alt);
        element.parent = moved_element(element.parent, by);
        if (element.type == STRUCT_REFERENCE)
            element.note = moved_element(element.note, by);
        g_array_append_val(all, element);
    }
    return all;
}

static GPtrArray *joined_fonts(const Pages *front, const Pages *pages)
{
    GPtrArray *all = g_ptr_array_new();

    g_ptr_array_extend(all, front->fonts, NULL, NULL);
    g_ptr_array_extend(all, pages->fonts, NULL, NULL);
    return all;
}

/* The pages themselves, without their array. */
static void take_pages(Pages *pages, Pages *front, const gchar *prefix)
{
    for (guint i = 0; i < front->pages->len; i++) {
        Page *page = front->pages->pdata[i];
        gchar *label = g_strconcat(prefix, page->label, NULL);
        g_free(page->label);
        page->label = label;
    }
    for (guint i = 0; front->pages->len > 0; i++)
        g_ptr_array_insert(pages->pages, (gint) i, g_ptr_array_steal_index(front->pages, 0));
}

void pages_put_before(Pages *pages, Pages *front, const gchar *prefix)
{
    guint count = front->pages->len;
    GPtrArray *fonts = joined_fonts(front, pages);
    GArray *structure = joined_structure(front->structure, pages->structure);

    number_items(pages, front->fonts->len, front->structure->len - STRUCTURE_ROOT - 1);
    for (guint i = 0; i < pages->outline->len; i++)
        g_array_index(pages->outline, OutlineEntry, i).page += count;
    take_pages(pages, front, prefix);
    g_ptr_array_unref(pages->fonts);
    g_array_unref(pages->structure);
    pages->fonts = fonts;
    pages->structure = structure;
    pages_free(front);
}

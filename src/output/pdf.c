#include "output/output.h"

#include "base/progress.h"
#include "output/draw.h"
#include "output/faces.h"
#include "output/finish.h"
#include "output/grid.h"
#include "output/repeats.h"
#include "output/tags.h"

#include <cairo-pdf.h>

#ifndef MKB_VERSION
#define MKB_VERSION "0"
#endif

static void set_text(cairo_surface_t *surface, cairo_pdf_metadata_t key, const gchar *text)
{
    if (text && *text)
        cairo_pdf_surface_set_metadata(surface, key, text);
}

static void set_metadata(cairo_surface_t *surface, const PagesInfo *info)
{
    set_text(surface, CAIRO_PDF_METADATA_TITLE, info->title);
    set_text(surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
    set_text(surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
    set_text(surface, CAIRO_PDF_METADATA_KEYWORDS, info->keywords);
    set_text(surface, CAIRO_PDF_METADATA_CREATOR, "mkbulletin " MKB_VERSION);
}

typedef struct {
    guint level;
    int id;
} Parent;

/* An entry stands under the nearest one before it of a lesser level. */
static void add_outline(cairo_surface_t *surface, const GArray *outline)
{
    g_autoptr(GArray) parents = g_array_new(FALSE, FALSE, sizeof(Parent));
    const Parent root = {0, CAIRO_PDF_OUTLINE_ROOT};

    g_array_append_val(parents, root);
    for (guint i = 0; i < outline->len; i++) {
        const OutlineEntry *entry = &g_array_index(outline, OutlineEntry, i);
        g_autofree gchar *place = outline_place(entry);
        while (parents->len > 1 &&
               g_array_index(parents, Parent, parents->len - 1).level >= entry->level)
            g_array_set_size(parents, parents->len - 1);
        int above = g_array_index(parents, Parent, parents->len - 1).id;
        Parent parent = {entry->level,
                         cairo_pdf_surface_add_outline(surface, above, entry->title, place,
                                                       CAIRO_PDF_OUTLINE_FLAG_OPEN)};
        g_array_append_val(parents, parent);
    }
}

static const Item *item_at(const Page *page, guint i)
{
    return page->items->pdata[i];
}

/* Cairo says nothing of a link that leads nowhere. */
static gboolean check_links(const Pages *pages, Diagnostics *sink)
{
    g_autoptr(GHashTable) anchors = g_hash_table_new(g_str_hash, g_str_equal);
    gboolean good = TRUE;

    for (guint i = 0; i < pages->pages->len; i++) {
        const Page *page = pages->pages->pdata[i];
        for (guint k = 0; k < page->items->len; k++)
            if (item_at(page, k)->kind == ITEM_ANCHOR)
                g_hash_table_add(anchors, item_at(page, k)->target);
    }
    for (guint i = 0; i < pages->pages->len; i++) {
        const Page *page = pages->pages->pdata[i];
        for (guint k = 0; k < page->items->len; k++) {
            const Item *item = item_at(page, k);
            if (item->kind == ITEM_LINK && item->target[0] == '#' &&
                !g_hash_table_contains(anchors, item->target + 1)) {
                diag_report(sink, RULE_UNKNOWN_REFERENCE, SPAN_NONE, item->target + 1, NULL);
                good = FALSE;
            }
        }
    }
    return good;
}

static gboolean draw_pages(cairo_surface_t *surface, const Pages *pages, const Drawing *drawing,
                           Diagnostics *sink)
{
    cairo_t *cairo = cairo_create(surface);
    gboolean good = drawing_ok(cairo_status(cairo), sink);

    for (guint i = 0; good && i < pages->pages->len; i++) {
        progress_at(PROGRESS_DRAWING, i, pages->pages->len);
        draw_grid(cairo, pages, pages->pages->pdata[i]);
        draw_page(cairo, pages->pages->pdata[i], drawing);
        cairo_show_page(cairo);
        if (pages->lets_go)
            page_let_go(pages->pages->pdata[i]);
        good = pictures_ok(drawing->pictures) && drawing_ok(cairo_status(cairo), sink) &&
               drawing_ok(cairo_surface_status(surface), sink);
    }
    cairo_destroy(cairo);
    return good;
}

/* The pages as Cairo writes them; NULL after reporting. (transfer full) */
static GByteArray *drawn(const Pages *pages, const StandIns *stand_ins, Diagnostics *sink)
{
    g_autoptr(GPtrArray) faces = faces_new(pages->fonts, stand_ins, sink);
    g_autoptr(GByteArray) array = g_byte_array_new();

    if (!faces)
        return NULL;
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        write_to_array, array, POINTS(pages->width), POINTS(pages->height));
    g_autoptr(Pictures) pictures = pictures_new(PICTURES_EMBEDDED, sink);
    const Drawing drawing = {faces, pictures, pages->height, pages->structure != NULL};
    set_metadata(surface, &pages->info);
    gboolean good = draw_pages(surface, pages, &drawing, sink);
    if (good) {
        add_outline(surface, pages->outline);
        cairo_surface_finish(surface);
        good = drawing_ok(cairo_surface_status(surface), sink);
    }
    cairo_surface_destroy(surface);
    blank_repeated_images(array);
    return good ? g_steal_pointer(&array) : NULL;
}

static GBytes *made(const Pages *pages, PdfStandard standard, const StandIns *stand_ins,
                    gboolean *outlines_lost, Diagnostics *sink)
{
    g_autoptr(GByteArray) pdf = drawn(pages, stand_ins, sink);

    return pdf ? pdf_finish(pdf, pages, standard, stand_ins, outlines_lost, sink) : NULL;
}

GBytes *pages_to_pdf(const Pages *pages, PdfStandard standard, Diagnostics *sink)
{
    g_autoptr(StandIns) stand_ins = stand_ins_new(pages->fonts);
    gboolean outlines_lost = FALSE;

    if (!check_links(pages, sink))
        return NULL;
    GBytes *bytes = made(pages, standard, stand_ins, &outlines_lost, sink);
    return outlines_lost ? made(pages, standard, NULL, &outlines_lost, sink) : bytes;
}

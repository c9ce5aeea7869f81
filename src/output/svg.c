#include "output/output.h"

#include "output/draw.h"
#include "output/faces.h"
#include "output/grid.h"

#include <cairo-svg.h>
#include <string.h>

/* Images that Cairo has to make pixels of in an SVG. */
#define FALLBACK_PPI 300

/* ---- the drawing ---- */

/* Seals lie below the text instead of being multiplied with it, which not every program that shows
 * SVG can do: in print black looks the same under a seal and over it. (transfer full) */
static GPtrArray *seals_first(const Page *page)
{
    GPtrArray *items = g_ptr_array_new();

    for (guint pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < page->items->len; i++) {
            Item *item = page->items->pdata[i];
            gboolean seal = item->kind == ITEM_IMAGE && item->multiply;
            if (seal == (pass == 0))
                g_ptr_array_add(items, item);
        }
    }
    return items;
}

static cairo_status_t draw(cairo_surface_t *surface, const Pages *pages, guint index,
                           const Drawing *drawing)
{
    const Page *page = pages->pages->pdata[index];
    g_autoptr(GPtrArray) items = seals_first(page);
    Page ordered = *page;
    cairo_t *cairo = cairo_create(surface);

    ordered.items = items;
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    draw_grid(cairo, pages, page);
    draw_page(cairo, &ordered, drawing);
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    return status;
}

/* ---- what it says ---- */

/* Runs that share a baseline are a line. */
static gboolean goes_on(const Item *item, const Item *before)
{
    return before && item->y == before->y && item->turned == before->turned;
}

static gchar *page_text(const Page *page)
{
    GString *text = g_string_new(NULL);
    const Item *before = NULL;

    for (guint i = 0; i < page->items->len; i++) {
        const Item *item = page->items->pdata[i];
        if (item->kind != ITEM_GLYPHS)
            continue;
        if (before && !goes_on(item, before))
            g_string_append_c(text, '\n');
        g_string_append(text, item->run->text);
        before = item;
    }
    return g_string_free(text, FALSE);
}

/* "关于…的通报 2": the page by what it shows as its number. */
static gchar *page_title(const Pages *pages, const Page *page)
{
    if (pages->pages->len == 1)
        return g_strdup(pages->info.title);
    return g_strdup_printf("%s %s", pages->info.title, page->label);
}

/* Decimals of a point that are kept of Cairo's six, in the outlines of glyphs and their places:
 * these are nearly all of the file, and FreeType gives outlines in 1/64 pt. A matrix stays as it
 * is. */
enum { DECIMALS = 2 };

static gboolean is_of_glyphs(const gchar *line)
{
    return g_str_has_prefix(line, "<path style=\"stroke:none;\" d=") ||
           g_str_has_prefix(line, "  <use xlink:href=\"#glyph");
}

static void append_bytes(GByteArray *out, const gchar *at, const gchar *end)
{
    g_byte_array_append(out, (const guint8 *) at, (guint) (end - at));
}

/* Copies, cutting numbers off. */
static void append_shortened(GByteArray *out, const gchar *at, const gchar *end)
{
    const gchar *point;

    for (; (point = memchr(at, '.', (gsize) (end - at)));) {
        const gchar *kept = point + 1;
        append_bytes(out, at, point);
        for (at = point + 1; at < end && g_ascii_isdigit(*at); at++)
            if (at - point <= DECIMALS && *at != '0')
                kept = at + 1;
        if (kept > point + 1)
            append_bytes(out, point, kept);
    }
    append_bytes(out, at, end);
}

static void append_drawing(GByteArray *out, const gchar *at, const gchar *end)
{
    while (at < end) {
        const gchar *line_end = memchr(at, '\n', (gsize) (end - at));
        const gchar *next = line_end ? line_end + 1 : end;
        if (is_of_glyphs(at))
            append_shortened(out, at, next);
        else
            append_bytes(out, at, next);
        at = next;
    }
}

/* Title and text go into the root element, where Cairo does not put any: first of all, so that
 * they are the whole drawing's (SVG 1.1, 5.4). */
static gboolean append_described(GByteArray *out, const GByteArray *svg, const Pages *pages,
                                 const Page *page)
{
    const gchar *start = (const gchar *) svg->data;
    const gchar *root = g_strstr_len(start, (gssize) svg->len, "<svg ");
    const gchar *end = root ? memchr(root, '>', svg->len - (gsize) (root - start)) : NULL;

    if (!end)
        return FALSE;
    g_autofree gchar *title = page_title(pages, page);
    g_autofree gchar *text = page_text(page);
    g_autofree gchar *words = g_markup_printf_escaped(
        " role=\"img\" aria-labelledby=\"title\" aria-describedby=\"text\" xml:lang=\"%s\">\n"
        "<title id=\"title\">%s</title>\n<desc id=\"text\">%s</desc>",
        pages->info.language, title, text);
    append_bytes(out, start, end);
    append_bytes(out, words, words + strlen(words));
    append_drawing(out, end + 1, start + svg->len);
    return TRUE;
}

/* ---- both ---- */

static GByteArray *drawing_new(const Pages *pages, guint index, Diagnostics *sink)
{
    g_autoptr(GPtrArray) faces = faces_new(pages->fonts, NULL, sink);
    g_autoptr(GByteArray) array = g_byte_array_new();

    if (!faces)
        return NULL;
    g_autoptr(Pictures) pictures = pictures_new(PICTURES_IN_SVG, sink);
    const Drawing drawing = {faces, pictures, pages->height, FALSE};
    cairo_surface_t *surface = cairo_svg_surface_create_for_stream(
        write_to_array, array, POINTS(pages->width), POINTS(pages->height));
    cairo_surface_set_fallback_resolution(surface, FALLBACK_PPI, FALLBACK_PPI);
    gboolean good =
        drawing_ok(draw(surface, pages, index, &drawing), sink) && pictures_ok(pictures);
    cairo_surface_finish(surface);
    good = good && drawing_ok(cairo_surface_status(surface), sink);
    cairo_surface_destroy(surface);
    return good ? g_steal_pointer(&array) : NULL;
}

GBytes *pages_to_svg(const Pages *pages, guint page, Diagnostics *sink)
{
    g_autoptr(GByteArray) svg = drawing_new(pages, page, sink);
    g_autoptr(GByteArray) described = g_byte_array_new();

    if (!svg)
        return NULL;
    if (!append_described(described, svg, pages, pages->pages->pdata[page])) {
        diag_report(sink, RULE_DRAWING, SPAN_NONE, "SVG", NULL);
        return NULL;
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&described));
}

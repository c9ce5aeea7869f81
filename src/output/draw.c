#include "output/draw.h"

#include "output/tags.h"

static void draw_run(cairo_t *cairo, const GlyphRun *run, const GPtrArray *faces)
{
    gint n_glyphs = (gint) run->glyphs->len, n_clusters = (gint) run->clusters->len;
    g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, run->glyphs->len);
    g_autofree cairo_text_cluster_t *clusters = g_new(cairo_text_cluster_t, run->clusters->len);

    for (gint i = 0; i < n_glyphs; i++) {
        const PlacedGlyph *glyph = &g_array_index(run->glyphs, PlacedGlyph, i);
        glyphs[i] = (cairo_glyph_t){glyph->id, POINTS(glyph->x), POINTS(glyph->y)};
    }
    for (gint i = 0; i < n_clusters; i++) {
        const GlyphCluster *cluster = &g_array_index(run->clusters, GlyphCluster, i);
        clusters[i] = (cairo_text_cluster_t){cluster->bytes, cluster->glyphs};
    }
    cairo_set_font_face(cairo, faces->pdata[run->font]);
    cairo_set_font_size(cairo, POINTS(run->size));
    /* With the text and its clusters: from glyphs alone Cairo guesses, and takes 一 for U+2F00. */
    cairo_show_text_glyphs(cairo, run->text, -1, glyphs, n_glyphs, clusters, n_clusters, 0);
}

/* The same outlines at every size: no hints, and no antialiasing by the kind of screen. */
static void set_font_options(cairo_t *cairo)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cairo, options);
    cairo_font_options_destroy(options);
}

void draw_page(cairo_t *cairo, const Page *page, const GPtrArray *faces)
{
    set_font_options(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (guint i = 0; i < page->items->len; i++) {
        const Item *item = page->items->pdata[i];
        switch (item->kind) {
        case ITEM_GLYPHS:
            draw_run(cairo, item->run, faces);
            break;
        case ITEM_LINK:
            tag_link(cairo, item);
            break;
        case ITEM_ANCHOR:
            tag_anchor(cairo, item);
            break;
        }
    }
}

gboolean drawing_ok(cairo_status_t status, Diagnostics *sink)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return TRUE;
    diag_report(sink, RULE_DRAWING, SPAN_NONE, cairo_status_to_string(status), NULL);
    return FALSE;
}

cairo_status_t write_to_array(void *array, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(array, data, length);
    return CAIRO_STATUS_SUCCESS;
}

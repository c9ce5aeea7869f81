#include "output/draw.h"

#include "output/marked.h"
#include "output/tags.h"

/* GB/T 9704-2012 names the inks of the press, red of Y80 M80; this is the screen's red. */
static void set_ink(cairo_t *cairo, Ink ink)
{
    static const struct {
        double red, green, blue;
    } colours[INK_COUNT] = {[INK_RED] = {1, 0, 0},
                            [INK_INSERTED] = {0, 0, 0.8},
                            [INK_DELETED] = {0.75, 0, 0},
                            [INK_MOVED] = {0, 0.4, 0}};

    cairo_set_source_rgb(cairo, colours[ink].red, colours[ink].green, colours[ink].blue);
}

/* Glyphs as wide and as high as the run has them. */
static void set_font(cairo_t *cairo, const GlyphRun *run, cairo_font_face_t *face)
{
    double size = POINTS(run->size);
    cairo_matrix_t matrix;

    cairo_matrix_init_scale(&matrix, size * (1000 - run->condensed) / 1000, size);
    cairo_set_font_face(cairo, face);
    cairo_set_font_matrix(cairo, &matrix);
}

/* (transfer full) */
static cairo_glyph_t *placed_glyphs(const GlyphRun *run)
{
    cairo_glyph_t *glyphs = g_new(cairo_glyph_t, run->n_glyphs);

    for (guint i = 0; i < run->n_glyphs; i++) {
        const PlacedGlyph *glyph = &run->glyphs[i];
        glyphs[i] = (cairo_glyph_t){glyph->id, POINTS(glyph->x), POINTS(glyph->y)};
    }
    return glyphs;
}

/* What says what, `count` times. (transfer full) */
static cairo_text_cluster_t *text_clusters(const GlyphRun *run, guint count)
{
    cairo_text_cluster_t *clusters = g_new(cairo_text_cluster_t, count);
    const gchar *text = run->text;

    for (guint i = 0; i < count; i++) {
        gint bytes = (gint) (run->n_clusters > 0 ? run->clusters[i].bytes
                                                 : (gsize) (g_utf8_next_char(text) - text));
        gint glyphs = run->n_clusters > 0 ? (gint) run->clusters[i].glyphs : 1;
        clusters[i] = (cairo_text_cluster_t){bytes, glyphs};
        text += bytes;
    }
    return clusters;
}

static void draw_run(cairo_t *cairo, const GlyphRun *run, const GPtrArray *faces)
{
    guint n_clusters = run->n_clusters > 0 ? run->n_clusters : run->n_glyphs;
    g_autofree cairo_glyph_t *glyphs = placed_glyphs(run);
    g_autofree cairo_text_cluster_t *clusters = text_clusters(run, n_clusters);

    set_ink(cairo, run->ink);
    set_font(cairo, run, faces->pdata[run->font]);
    /* With the text and its clusters: from glyphs alone Cairo guesses, and takes 一 for U+2F00. */
    cairo_show_text_glyphs(cairo, run->text, -1, glyphs, (int) run->n_glyphs, clusters,
                           (int) n_clusters, 0);
}

/* Half a wave, up or down, beginning where the pen is: as steep as a sine, and as high. */
static void half_wave(cairo_t *cairo, double width, double height)
{
    const double steep = 4 / (3 * G_PI), high = 4.0 / 3;

    cairo_rel_curve_to(cairo, steep * width, high * height, (1 - steep) * width, high * height,
                       width, 0);
}

/* A whole number of waves from edge to edge of the box, where the slanting pen is cut off. */
static void draw_wave(cairo_t *cairo, const Item *item)
{
    gint waves = (gint) MAX((item->width + item->length / 2) / item->length, 1);
    double half = POINTS(item->width) / (2 * waves),
           height = POINTS(item->height - item->weight) / 2;

    cairo_save(cairo);
    cairo_rectangle(cairo, POINTS(item->x), POINTS(item->y), POINTS(item->width),
                    POINTS(item->height));
    cairo_clip(cairo);
    cairo_move_to(cairo, POINTS(item->x), POINTS(item->y) + POINTS(item->height) / 2);
    for (gint i = 0; i < waves; i++) {
        half_wave(cairo, half, -height);
        half_wave(cairo, half, height);
    }
    cairo_set_line_width(cairo, POINTS(item->weight));
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

static void draw_rule(cairo_t *cairo, const Item *item)
{
    set_ink(cairo, item->ink);
    cairo_rectangle(cairo, POINTS(item->x), POINTS(item->y), POINTS(item->width),
                    POINTS(item->height));
    cairo_fill(cairo);
}

static void draw_mark(cairo_t *cairo, const Item *item)
{
    double radius = POINTS(item->width) / 2;

    set_ink(cairo, item->ink);
    if (item->mark == MARK_WAVE) {
        draw_wave(cairo, item);
        return;
    }
    if (item->mark == MARK_DOT) {
        cairo_new_path(cairo);
        cairo_arc(cairo, POINTS(item->x) + radius, POINTS(item->y) + radius, radius, 0, 2 * G_PI);
    } else {
        cairo_rectangle(cairo, POINTS(item->x), POINTS(item->y), POINTS(item->width),
                        POINTS(item->height));
    }
    cairo_fill(cairo);
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

static void draw_item(cairo_t *cairo, const Item *item, const Drawing *drawing)
{
    switch (item->kind) {
    case ITEM_GLYPHS:
        draw_run(cairo, item->run, drawing->faces);
        break;
    case ITEM_LINK: /* an annotation, which only a PDF has: output/links.h */
        break;
    case ITEM_ANCHOR:
        tag_anchor(cairo, item);
        break;
    case ITEM_MARK:
        draw_mark(cairo, item);
        break;
    case ITEM_RULE:
        draw_rule(cairo, item);
        break;
    case ITEM_IMAGE:
        draw_image(cairo, item, drawing->pictures);
        break;
    }
}

/* What is turned was placed on a page as wide as this one is high: its left edge is now the foot.
 */
static void draw_turned(cairo_t *cairo, const Item *item, const Drawing *drawing)
{
    cairo_save(cairo);
    cairo_translate(cairo, 0, POINTS(drawing->height));
    cairo_rotate(cairo, -G_PI / 2);
    draw_item(cairo, item, drawing);
    cairo_restore(cairo);
}

void draw_page(cairo_t *cairo, const Page *page, const Drawing *drawing)
{
    guint last = MARKED_FIRST;

    set_font_options(cairo);
    for (guint i = 0; i < page->items->len; i++) {
        const Item *item = page->items->pdata[i];
        if (drawing->boundaries && marked_begins(item, &last))
            marked_draw_boundary(cairo);
        if (item->turned)
            draw_turned(cairo, item, drawing);
        else
            draw_item(cairo, item, drawing);
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

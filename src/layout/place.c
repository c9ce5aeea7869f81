#include "layout/place.h"

#include "layout/change_marks.h"
#include "layout/marks.h"

#include <string.h>

/* Where a cluster's glyphs begin on the page. */
static Len origin(const LinePlace *place, guint32 i)
{
    return place->x + place->line->indent +
           g_array_index(place->line->x, PageLen, i - place->line->first);
}

static Len glyphs_advance(const LinePlace *place, const Cluster *cluster)
{
    Len sum = 0;

    for (guint32 i = 0; i < cluster->n_glyphs; i++)
        sum += g_array_index(place->paragraph->glyphs, Glyph, cluster->glyph + i).advance;
    return sum;
}

static gboolean same_run(const TextRun *a, const TextRun *b)
{
    return a == b || (a->element == b->element && a->font == b->font && a->size == b->size &&
                      a->rise == b->rise && a->role == b->role && a->ink == b->ink &&
                      a->condensed == b->condensed);
}

/* Whether a cluster is one character several times over, each a glyph: —— and ……. */
static gboolean is_repeated(const LinePlace *place, const Cluster *cluster)
{
    const gchar *text = place->paragraph->text + cluster->start;
    gsize length = (gsize) (g_utf8_next_char(text) - text);

    if (length * cluster->n_glyphs != cluster->end - cluster->start)
        return FALSE;
    for (guint32 i = 1; i < cluster->n_glyphs; i++)
        if (memcmp(text, text + i * length, length) != 0)
            return FALSE;
    return TRUE;
}

/* What says what: glyph by glyph where that can be told, so that a PDF needs no word about it. */
static guint32 parts_of(const LinePlace *place, const Cluster *cluster)
{
    return cluster->n_glyphs > 1 && is_repeated(place, cluster) ? cluster->n_glyphs : 1;
}

/* Whether each of its glyphs is that of one character. */
static gboolean is_plain(const LinePlace *place, const Cluster *cluster, guint32 parts)
{
    const gchar *text = place->paragraph->text + cluster->start;

    return cluster->n_glyphs == parts &&
           (gsize) (g_utf8_next_char(text) - text) * parts == cluster->end - cluster->start;
}

/* With the text and room for the glyphs of clusters [first, last), and for what says what unless
 * each is one character's. */
static GlyphRun *run_for(const LinePlace *place, guint32 first, guint32 last)
{
    guint32 start = paragraph_cluster(place->paragraph, first)->start,
            end = paragraph_cluster(place->paragraph, last - 1)->end;
    guint glyphs = 0, clusters = 0;
    gboolean plain = TRUE;

    for (guint32 i = first; i < last; i++) {
        const Cluster *cluster = paragraph_cluster(place->paragraph, i);
        guint32 parts = parts_of(place, cluster);
        glyphs += cluster->n_glyphs;
        clusters += parts;
        plain &= is_plain(place, cluster, parts);
    }
    return glyph_run_new(place->paragraph->text + start, end - start, glyphs, plain ? 0 : clusters);
}

/* How far a run has been filled in. */
typedef struct {
    GlyphRun *run;
    guint glyphs, clusters;
} RunFilling;

static void add_clusters(RunFilling *filling, const LinePlace *place, const Cluster *cluster)
{
    guint32 parts = parts_of(place, cluster);
    const GlyphCluster part = {(cluster->end - cluster->start) / parts, cluster->n_glyphs / parts};

    for (guint32 i = 0; i < parts; i++)
        filling->run->clusters[filling->clusters++] = part;
}

/* Two glyphs of one cluster, as of ——, are set one after the other. */
static void add_glyphs(RunFilling *filling, const LinePlace *place, guint32 i)
{
    const Cluster *cluster = paragraph_cluster(place->paragraph, i);
    Len x = origin(place, i), y = place->baseline - paragraph_run(place->paragraph, i)->rise;

    for (guint32 k = 0; k < cluster->n_glyphs; k++) {
        const Glyph *glyph = &g_array_index(place->paragraph->glyphs, Glyph, cluster->glyph + k);
        filling->run->glyphs[filling->glyphs++] =
            (PlacedGlyph){glyph->id, x + glyph->x, y - glyph->y};
        x += glyph->advance;
    }
    if (filling->run->n_clusters > 0)
        add_clusters(filling, place, cluster);
}

static void place_run(Page *page, const LinePlace *place, guint32 first, guint32 last)
{
    const TextRun *text_run = paragraph_run(place->paragraph, first);
    RunFilling filling = {run_for(place, first, last), 0, 0};
    GlyphRun *run = filling.run;

    run->font = text_run->font;
    run->size = text_run->size;
    run->condensed = text_run->condensed;
    run->ink = text_run->ink;
    for (guint32 i = first; i < last; i++)
        add_glyphs(&filling, place, i);
    Len x = origin(place, first),
        right = origin(place, last - 1) +
                glyphs_advance(place, paragraph_cluster(place->paragraph, last - 1));
    Item *item = item_new_glyphs(run, x, place->baseline - text_run->rise, right - x);
    item->element = place->repeated ? ARTIFACT_REPEATED : text_run->element;
    page_add(page, item);
}

static void place_runs(Page *page, const LinePlace *place, guint32 last)
{
    for (guint32 first = place->line->first, i = first; i < last; first = i) {
        while (i < last &&
               same_run(paragraph_run(place->paragraph, first), paragraph_run(place->paragraph, i)))
            i++;
        place_run(page, place, first, i);
    }
}

/* Runs that meet and lead to the same place are one link. */
static gboolean same_link(const TextRun *a, const TextRun *b)
{
    return a->link == b->link && g_strcmp0(a->href, b->href) == 0;
}

static void place_links(Page *page, const LinePlace *place, guint32 last)
{
    for (guint32 i = place->line->first, first; i < last;) {
        const TextRun *run = paragraph_run(place->paragraph, first = i);
        while (i < last && same_link(paragraph_run(place->paragraph, i), run))
            i++;
        if (!run->href)
            continue;
        Len x = origin(place, first), top = place->baseline - run->size * place->ascent / 1000;
        Len right = origin(place, i - 1) +
                    glyphs_advance(place, paragraph_cluster(place->paragraph, i - 1));
        Item *item = item_new_link(run->href, x, top, right - x, run->size);
        item->element = run->link;
        page_add(page, item);
    }
}

static void place_anchors(Page *page, const LinePlace *place)
{
    const Line *line = place->line;
    Len em = paragraph_cluster(place->paragraph, line->first)->em;

    for (guint i = 0; place->anchors && i < place->anchors->len; i++) {
        const Anchor *anchor = &g_array_index(place->anchors, Anchor, i);
        if (anchor->at >= paragraph_cluster(place->paragraph, line->first)->start &&
            anchor->at < paragraph_cluster(place->paragraph, line->last - 1)->end)
            page_add(page, item_new_anchor(anchor->name, place->x,
                                           place->baseline - em * place->ascent / 1000));
    }
}

static gchar *reasons(const Line *line)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < line->adjustments->len; i++) {
        const Adjustment *adjustment = &g_array_index(line->adjustments, Adjustment, i);
        g_string_append_printf(text, "%s%s %s", i > 0 ? "; " : "", adjust_name(adjustment->kind),
                               adjustment->amount > 0 ? "+" : "");
        len_append(text, adjustment->amount);
        g_string_append_printf(text, " %s", adjust_clause(adjustment->kind));
    }
    return g_string_free(text, text->len == 0);
}

void place_line(Page *page, const LinePlace *place)
{
    const Line *line = place->line;
    guint32 last = line->last;
    PlacedLine placed = {.role = place->paragraph->role, .row = place->row};

    while (last > line->first && paragraph_cluster(place->paragraph, last - 1)->klass == CLASS_BR)
        last--; /* a line break is no character of the page */
    placed.x = place->x + line->indent;
    placed.baseline = place->baseline;
    placed.width = line->width;
    placed.first = page->items->len;
    if (!place->repeated)
        place_anchors(page, place);
    place_runs(page, place, last);
    if (!place->repeated)
        place_links(page, place, last);
    place_marks(page, place, last);
    placed.changed = place_changes(page, place, last);
    placed.last = page->items->len;
    placed.reasons = reasons(line);
    g_array_append_val(page->lines, placed);
}

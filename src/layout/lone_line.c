#include "layout/lone_line.h"

#include "layout/justify.h"
#include "layout/place.h"
#include "layout/space.h"
#include "layout/text_block.h"

/* Wider than any text: nothing is pressed together to fit. */
#define ANY_WIDTH (G_MAXINT32 * LEN_PT)

LoneLine *lone_line_new(StyleRole role, const gchar *text, Span span)
{
    LoneLine *lone = g_new0(LoneLine, 1);

    lone->text = text_block_new(role);
    text_block_append(lone->text, text, (TextStyle){.role = role, .span = span});
    return lone;
}

void lone_line_set_element(LoneLine *lone, guint element)
{
    for (guint i = 0; i < lone->text->runs->len; i++)
        g_array_index(lone->text->runs, TextRun, i).element = element;
}

void lone_line_free(LoneLine *lone)
{
    text_block_free(lone->text);
    g_free(lone->info);
    g_clear_pointer(&lone->set, set_block_free);
    g_free(lone);
}

gboolean lone_line_prepare(LoneLine *lone, const Layout *layout, Diagnostics *sink)
{
    Paragraph *paragraph =
        prepare_paragraph(lone->text, layout->template, layout->fonts, &lone->info, sink);

    if (!paragraph)
        return FALSE;
    lone->set = g_new0(SetBlock, 1);
    lone->set->paragraph = paragraph;
    lone->set->lines = lines_new();
    return TRUE;
}

/* All on one line. A mark at its end keeps its white: what stands behind it is another line. */
static Line *whole_line(const Paragraph *paragraph, const Composition *composition)
{
    Composition whole = *composition;
    LineSpec spec = {.last = paragraph->clusters->len,
                     .measure = ANY_WIDTH,
                     .align = ALIGN_LEFT,
                     .ends_paragraph = TRUE};
    Totals totals;

    whole.line_end_mark = LINE_END_FULL;
    totals_init(&totals, paragraph, &whole, ALIGN_LEFT);
    Line *line = justify_line(&totals, &spec);
    totals_clear(&totals);
    line->measure = line->width;
    return line;
}

gboolean lone_line_set(LoneLine *lone, const Layout *layout, Diagnostics *sink)
{
    Paragraph *paragraph = lone->set->paragraph;

    if (!shaper_shape(layout->shaper, paragraph, lone->info, sink))
        return FALSE;
    g_clear_pointer(&lone->info, g_free);
    space_clusters(paragraph, &layout->template->composition);
    g_ptr_array_add(lone->set->lines, whole_line(paragraph, &layout->template->composition));
    return TRUE;
}

static Line *line_of(const LoneLine *lone)
{
    return lone->set->lines->pdata[0];
}

Len lone_line_width(const LoneLine *lone)
{
    return line_of(lone)->width;
}

guint lone_line_length(const LoneLine *lone)
{
    return lone->set->paragraph->clusters->len;
}

/* ---- size ---- */

typedef struct {
    Len n, d;
    guint condensed;
} Scale;

static Len high(const Scale *scale, Len length)
{
    return len_mul_div(length, scale->n, scale->d);
}

static Len wide(const Scale *scale, Len length)
{
    return len_mul_div(length, scale->n * (1000 - (Len) scale->condensed), scale->d * 1000);
}

static void scale_paragraph(Paragraph *paragraph, const Scale *scale)
{
    for (guint i = 0; i < paragraph->runs->len; i++) {
        TextRun *run = &g_array_index(paragraph->runs, TextRun, i);
        run->size = high(scale, run->size);
        run->rise = high(scale, run->rise);
        run->condensed = scale->condensed;
    }
    for (guint i = 0; i < paragraph->glyphs->len; i++) {
        Glyph *glyph = &g_array_index(paragraph->glyphs, Glyph, i);
        glyph->x = wide(scale, glyph->x);
        glyph->y = high(scale, glyph->y);
        glyph->advance = wide(scale, glyph->advance);
    }
    for (guint i = 0; i < paragraph->clusters->len; i++) {
        Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
        cluster->em = high(scale, cluster->em);
        cluster->advance = wide(scale, cluster->advance);
    }
}

void lone_line_scale(LoneLine *lone, Len n, Len d, guint condensed)
{
    const Scale scale = {n, d, condensed};
    Line *line = line_of(lone);

    scale_paragraph(lone->set->paragraph, &scale);
    for (guint i = 0; i < line->x->len; i++)
        g_array_index(line->x, PageLen, i) = wide(&scale, g_array_index(line->x, PageLen, i));
    line->natural = line->measure = line->width = wide(&scale, line->width);
}

void lone_line_spread(LoneLine *lone, Len width)
{
    Line *line = line_of(lone);
    guint gaps = line->x->len > 1 ? line->x->len - 1 : 1;
    Len more = width - line->width;

    for (guint i = 1; i < line->x->len; i++)
        g_array_index(line->x, PageLen, i) += len_mul_div(more, i, gaps);
    line->measure = line->width = line->x->len > 1 ? width : line->width;
}

/* ---- place ---- */

void lone_line_ink(const LoneLine *lone, const Layout *layout, Len *top, Len *bottom)
{
    const Paragraph *paragraph = lone->set->paragraph;

    *top = G_MININT32;
    *bottom = G_MAXINT32;
    for (guint i = 0; i < paragraph->clusters->len; i++) {
        const Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
        const TextRun *run = &g_array_index(paragraph->runs, TextRun, cluster->run);
        InkHeight ink = font_library_ink(layout->fonts, run->font,
                                         g_utf8_get_char(paragraph->text + cluster->start));
        *top = MAX(*top, run->rise + run->size * ink.top / 1000);
        *bottom = MIN(*bottom, run->rise + run->size * ink.bottom / 1000);
    }
}

void lone_line_put(LoneLine *lone, const Template *template, Len x, Len em_top)
{
    const TextRun *run = &g_array_index(lone->set->paragraph->runs, TextRun, 0);

    lone->x = x;
    lone->baseline = em_top + run->size * template->ascent / 1000;
}

void lone_line_place(const LoneLine *lone, const Template *template, Page *page)
{
    const LinePlace place = {.paragraph = lone->set->paragraph,
                             .line = line_of(lone),
                             .anchors = lone->text->anchors,
                             .row = lone->row,
                             .x = lone->x,
                             .baseline = lone->baseline,
                             .ascent = template->ascent,
                             .marks = &template->marks};

    place_line(page, &place);
}

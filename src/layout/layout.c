#include "layout/layout.h"

#include "layout/break_rule.h"
#include "layout/label.h"
#include "layout/page_number.h"
#include "layout/set_text.h"
#include "layout/signature.h"
#include "layout/space.h"
#include "layout/strict_grid.h"
#include "layout/title.h"

void set_block_free(SetBlock *block)
{
    paragraph_free(block->paragraph);
    g_ptr_array_unref(block->lines);
    g_free(block);
}

Measure block_measure(const Template *template, StyleRole role)
{
    const Style *style = &template->styles[role];

    return (Measure){template->width, style->left, style->right, style->indent_first, style->align};
}

/* Text in the size of the grid's cells; the title and the page number have no cells. */
static gboolean is_on_strict_grid(const Template *template, StyleRole role)
{
    return template->composition.grid == GRID_STRICT &&
           template->styles[role].size == template->cell;
}

static GPtrArray *set_lines(const Layout *layout, Paragraph *paragraph, Measure *measure)
{
    const Template *template = layout->template;

    *measure = block_measure(template, paragraph->role);
    if (is_on_strict_grid(template, paragraph->role)) {
        *measure = label_measure(paragraph, measure, template->cell);
        return strict_grid_lines(paragraph, measure, &template->composition, template->cell);
    }
    space_clusters(paragraph, &template->composition);
    label_set_solid(paragraph);
    *measure = label_measure(paragraph, measure, 0);
    break_rules_release_long(paragraph, measure->width - measure->left - measure->right);
    if (paragraph->role == STYLE_TITLE || paragraph->role == STYLE_ANNEX_TITLE)
        return title_lines(paragraph, measure, template, layout->bulletin->meta.issuers);
    return break_lines(paragraph, measure, &template->composition);
}

/* Where a line ends in the source. */
static Span line_end_span(const Paragraph *paragraph, const Line *line)
{
    const Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, line->last - 1);
    const TextRun *run = &g_array_index(paragraph->runs, TextRun, cluster->run);

    return run->exact ? span_part(run->span, cluster->start - run->start, cluster->end - run->start)
                      : run->span;
}

static void report_forced_breaks(const SetBlock *block, Diagnostics *sink)
{
    for (guint i = 0; i < block->lines->len; i++) {
        const Line *line = block->lines->pdata[i];
        for (guint k = 0; k < line->adjustments->len; k++)
            if (g_array_index(line->adjustments, Adjustment, k).kind == ADJUST_FORCED)
                diag_report(sink, RULE_FORCED_BREAK, line_end_span(block->paragraph, line), NULL);
    }
}

static void report_broken_spans(const SetBlock *block, Diagnostics *sink)
{
    const Paragraph *paragraph = block->paragraph;

    for (guint i = 0; i + 1 < block->lines->len; i++) {
        const Line *line = block->lines->pdata[i];
        const Cluster *last = &g_array_index(paragraph->clusters, Cluster, line->last - 1);
        if (break_was_released(last))
            diag_report(sink, RULE_BROKEN_SPAN,
                        g_array_index(paragraph->runs, TextRun, last->run).span, NULL);
    }
}

SetBlock *set_paragraph(const Layout *layout, Paragraph *paragraph, const CharInfo *info,
                        Diagnostics *sink)
{
    SetBlock *block = g_new0(SetBlock, 1);

    block->paragraph = paragraph;
    if (!shaper_shape(layout->shaper, paragraph, info, sink)) {
        block->lines = g_ptr_array_new();
        set_block_free(block);
        return NULL;
    }
    block->lines = set_lines(layout, paragraph, &block->measure);
    report_forced_breaks(block, sink);
    report_broken_spans(block, sink);
    return block;
}

/* ---- the stages in order ---- */

typedef struct {
    Paragraph *paragraph;
    CharInfo *info;
} Prepared;

static void prepared_clear(gpointer data)
{
    Prepared *prepared = data;

    paragraph_free(prepared->paragraph);
    g_free(prepared->info);
}

/* Page numbers are known last, but fonts are cut first: note every digit. */
static gboolean note_page_number_fonts(const Layout *layout, Diagnostics *sink)
{
    TextBlock *text = page_number_text(layout->template, "0123456789");
    Prepared prepared = {NULL, NULL};

    prepared.paragraph =
        prepare_paragraph(text, layout->template, layout->fonts, &prepared.info, sink);
    gboolean good = prepared.paragraph != NULL;
    prepared_clear(&prepared);
    text_block_free(text);
    return good;
}

/* All blocks are prepared before giving up, so that every missing character is told at once. */
static GArray *prepare_all(const Layout *layout, Diagnostics *sink)
{
    g_autoptr(GArray) all = g_array_new(FALSE, TRUE, sizeof(Prepared));
    gboolean good = note_page_number_fonts(layout, sink);

    g_array_set_clear_func(all, prepared_clear);
    for (guint i = 0; i < layout->texts->len; i++) {
        Prepared prepared = {NULL, NULL};
        prepared.paragraph = prepare_paragraph(layout->texts->pdata[i], layout->template,
                                               layout->fonts, &prepared.info, sink);
        good &= prepared.paragraph != NULL;
        g_array_append_val(all, prepared);
    }
    return good ? g_steal_pointer(&all) : NULL;
}

/* A block that begins below a character of one before it: 2. of a list of annexes below 1. */
static Len start_under(const Layout *layout, const TextBlock *text, guint i)
{
    if (text->under == 0)
        return 0;
    const SetBlock *above = layout->blocks->pdata[i - text->under];
    const Line *line = above->lines->pdata[0];
    return line->indent + label_width(above->paragraph, text->under_at);
}

static gboolean set_all(Layout *layout, GArray *all, Diagnostics *sink)
{
    for (guint i = 0; i < all->len; i++) {
        Prepared *prepared = &g_array_index(all, Prepared, i);
        prepared->paragraph->start = start_under(layout, layout->texts->pdata[i], i);
        SetBlock *block =
            set_paragraph(layout, g_steal_pointer(&prepared->paragraph), prepared->info, sink);
        if (!block)
            return FALSE;
        g_ptr_array_add(layout->blocks, block);
    }
    align_signature(layout->blocks, layout->template);
    return TRUE;
}

Layout *layout_new(const Bulletin *bulletin, const Template *template, const FontSources *fonts,
                   Diagnostics *sink)
{
    g_autoptr(Layout) layout = g_new0(Layout, 1);

    layout->bulletin = bulletin;
    layout->template = template;
    layout->blocks = g_ptr_array_new_with_free_func((GDestroyNotify) set_block_free);
    layout->texts = compose(bulletin, template, sink);
    layout->fonts = font_library_new(template, fonts, sink);
    if (!layout->fonts)
        return NULL;
    g_autoptr(GArray) all = prepare_all(layout, sink);
    if (!all || !font_library_cut(layout->fonts, sink))
        return NULL;
    layout->shaper = shaper_new(font_library_files(layout->fonts), sink);
    if (!layout->shaper || !set_all(layout, all, sink))
        return NULL;
    return g_steal_pointer(&layout);
}

void layout_free(Layout *layout)
{
    g_ptr_array_unref(layout->texts);
    g_ptr_array_unref(layout->blocks);
    g_clear_pointer(&layout->shaper, shaper_free);
    g_clear_pointer(&layout->fonts, font_library_free);
    g_free(layout);
}

const GPtrArray *layout_blocks(const Layout *layout)
{
    return layout->blocks;
}

const GPtrArray *layout_fonts(const Layout *layout)
{
    return font_library_files(layout->fonts);
}

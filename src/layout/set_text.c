#include "layout/set_text.h"

#include "layout/break_rule.h"
#include "layout/figure.h"
#include "layout/label.h"
#include "layout/signature_part.h"
#include "layout/space.h"
#include "layout/strict_grid.h"
#include "layout/table.h"
#include "layout/title.h"

void set_block_free(SetBlock *block)
{
    paragraph_free(block->paragraph);
    g_clear_pointer(&block->lines, g_ptr_array_unref);
    set_table_free(block->table);
    set_figure_free(block->figure);
    g_clear_pointer(&block->part, signature_part_free);
    g_free(block);
}

void set_block_let_go(SetBlock *block)
{
    g_clear_pointer(&block->paragraph, paragraph_free);
    g_clear_pointer(&block->lines, g_ptr_array_unref);
}

Measure block_measure(const Template *template, StyleRole role)
{
    const Style *style = &template->styles[role];

    return (Measure){template->width, style->left, style->right, style->indent_first, style->align};
}

/* Text in the size of the grid's cells. */
gboolean is_on_strict_grid(const Template *template, StyleRole role)
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
    label_widen_blank(paragraph);
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

/* Lines that could not be set as they should. */
static void report_adjusted(const SetBlock *block, AdjustKind kind, RuleId rule, Diagnostics *sink)
{
    for (guint i = 0; i < block->lines->len; i++) {
        const Line *line = block->lines->pdata[i];
        for (guint k = 0; k < line->adjustments->len; k++)
            if (g_array_index(line->adjustments, Adjustment, k).kind == kind)
                diag_report(sink, rule, line_end_span(block->paragraph, line), NULL);
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

void report_lines(const SetBlock *block, Diagnostics *sink)
{
    report_adjusted(block, ADJUST_FORCED, RULE_FORCED_BREAK, sink);
    report_adjusted(block, ADJUST_RAGGED, RULE_RAGGED_LINE, sink);
    report_broken_spans(block, sink);
}

/* Takes the paragraph. NULL after reporting. (transfer full) */
static SetBlock *shaped_block(const Layout *layout, Paragraph *paragraph, const CharInfo *info,
                              Diagnostics *sink)
{
    SetBlock *block = g_new0(SetBlock, 1);

    block->paragraph = paragraph;
    if (!shaper_shape(layout->shaper, paragraph, info, sink))
        g_clear_pointer(&block, set_block_free);
    return block;
}

SetBlock *set_paragraph(const Layout *layout, Paragraph *paragraph, const CharInfo *info,
                        Diagnostics *sink)
{
    SetBlock *block = shaped_block(layout, paragraph, info, sink);

    if (!block)
        return NULL;
    block->lines = set_lines(layout, paragraph, &block->measure);
    report_lines(block, sink);
    return block;
}

SetBlock *set_cell(const Layout *layout, Paragraph *paragraph, const CharInfo *info,
                   Diagnostics *sink)
{
    SetBlock *block = shaped_block(layout, paragraph, info, sink);

    if (block)
        space_clusters(paragraph, &layout->template->composition);
    return block;
}

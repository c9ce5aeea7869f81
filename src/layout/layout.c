#include "layout/layout.h"

#include "base/progress.h"
#include "layout/ending.h"
#include "layout/figure.h"
#include "layout/footnote.h"
#include "layout/imprint.h"
#include "layout/justify.h"
#include "layout/label.h"
#include "layout/masthead.h"
#include "layout/page_number.h"
#include "layout/reading.h"
#include "layout/recipients.h"
#include "layout/set_text.h"
#include "layout/signature.h"
#include "layout/table.h"
#include "layout/turned.h"

/* A text in its fonts, not shaped yet; of a table its cells and the line above it where it goes on,
 * of a figure its caption. */
typedef struct {
    Paragraph *paragraph;
    CharInfo *info;
    GArray *inner, *continued; /* (nullable) Prepared */
} Prepared;

static void prepared_clear(gpointer data)
{
    Prepared *prepared = data;

    paragraph_free(prepared->paragraph);
    g_free(prepared->info);
    g_clear_pointer(&prepared->inner, g_array_unref);
    g_clear_pointer(&prepared->continued, g_array_unref);
}

/* Page numbers are known last, but fonts are cut first: note every digit. */
static gboolean note_page_number_fonts(const Layout *layout, Diagnostics *sink)
{
    TextBlock *text = page_number_text(layout->template, "0123456789");
    Prepared prepared = {NULL, NULL, NULL, NULL};

    prepared.paragraph =
        prepare_paragraph(text, layout->template, layout->fonts, &prepared.info, sink);
    gboolean good = prepared.paragraph != NULL;
    prepared_clear(&prepared);
    text_block_free(text);
    return good;
}

/* Texts that belong to a table or figure; NULL where it is neither. (element-type TextBlock) */
static const GPtrArray *inner_texts(const TextBlock *text)
{
    return text->table ? text->table->cells : text->figure ? text->figure->captions : NULL;
}

/* All texts are prepared before giving up, so that every missing character is told at once. NULL
 * after reporting. */
static GArray *prepare_texts(const Layout *layout, const GPtrArray *texts, Diagnostics *sink)
{
    GArray *all = g_array_new(FALSE, TRUE, sizeof(Prepared));
    gboolean good = TRUE;

    g_array_set_clear_func(all, prepared_clear);
    for (guint i = 0; i < texts->len; i++) {
        const TextBlock *text = texts->pdata[i];
        const GPtrArray *inner = inner_texts(text);
        if (texts == layout->texts)
            progress_at(PROGRESS_FONTS, i, texts->len);
        Prepared prepared = {NULL, NULL, NULL, NULL};
        prepared.paragraph =
            prepare_paragraph(text, layout->template, layout->fonts, &prepared.info, sink);
        if (inner)
            prepared.inner = prepare_texts(layout, inner, sink);
        if (text->table)
            prepared.continued = prepare_texts(layout, text->table->continued, sink);
        good &= prepared.paragraph && (!inner || prepared.inner) &&
                (!text->table || prepared.continued);
        g_array_append_val(all, prepared);
    }
    if (!good)
        g_clear_pointer(&all, g_array_unref);
    return all;
}

static GArray *prepare_all(const Layout *layout, Diagnostics *sink)
{
    gboolean numbers = note_page_number_fonts(layout, sink);
    gboolean masthead = !layout->masthead || masthead_prepare(layout->masthead, layout, sink);
    GArray *all = prepare_texts(layout, layout->texts, sink);

    if (!numbers || !masthead)
        g_clear_pointer(&all, g_array_unref);
    return all;
}

/* Takes the cells' paragraphs. NULL after reporting. */
static GPtrArray *shape_cells(const Layout *layout, const GArray *prepared, Diagnostics *sink)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func((GDestroyNotify) set_block_free);

    for (guint i = 0; i < prepared->len; i++) {
        Prepared *cell = &g_array_index(prepared, Prepared, i);
        SetBlock *block = set_cell(layout, g_steal_pointer(&cell->paragraph), cell->info, sink);
        if (!block)
            return NULL;
        g_ptr_array_add(cells, block);
    }
    return g_steal_pointer(&cells);
}

static SetBlock *set_table(const Layout *layout, const TableText *text, Prepared *prepared,
                           Diagnostics *sink)
{
    g_autoptr(GPtrArray) continued = shape_cells(layout, prepared->continued, sink);
    GPtrArray *cells = continued ? shape_cells(layout, prepared->inner, sink) : NULL;

    if (!cells)
        return NULL;
    SetBlock *block = g_new0(SetBlock, 1);
    block->paragraph = g_steal_pointer(&prepared->paragraph);
    block->lines = lines_new();
    block->table = set_table_new(cells, text->aligns, layout->template, text->span, sink);
    if (continued->len > 0)
        set_table_continued(block->table, g_ptr_array_steal_index(continued, 0), layout->template);
    block->turned = block->table->turned;
    for (guint i = 0; i < cells->len && !block->table->too_wide; i++)
        report_lines(cells->pdata[i], sink);
    return block;
}

/* Height of the notes of a caption, which are set before it. */
static Len caption_notes(const Layout *layout, const SetBlock *caption)
{
    const Paragraph *paragraph = caption->paragraph;
    Len notes =
        footnotes_height(paragraph, 0, paragraph->clusters->len, layout->notes, layout->template);

    return notes > 0 ? notes + footnotes_rule_height(layout->template) : 0;
}

static SetBlock *set_figure(const Layout *layout, const FigureText *text, Prepared *prepared,
                            Diagnostics *sink)
{
    SetBlock *caption = NULL;

    if (prepared->inner->len > 0) {
        Prepared *inner = &g_array_index(prepared->inner, Prepared, 0);
        caption = set_paragraph(layout, g_steal_pointer(&inner->paragraph), inner->info, sink);
        if (!caption)
            return NULL;
    }
    SetBlock *block = g_new0(SetBlock, 1);
    block->paragraph = g_steal_pointer(&prepared->paragraph);
    block->lines = lines_new();
    block->figure =
        set_figure_new(text->figure, caption, caption ? caption_notes(layout, caption) : 0,
                       layout->template, sink);
    return block;
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

static SetBlock *set_text(const Layout *layout, guint i, Prepared *prepared, Diagnostics *sink)
{
    const TextBlock *text = layout->texts->pdata[i];

    if (text->table)
        return set_table(layout, text->table, prepared, sink);
    if (text->figure)
        return set_figure(layout, text->figure, prepared, sink);
    prepared->paragraph->start = start_under(layout, text, i);
    SetBlock *block =
        set_paragraph(layout, g_steal_pointer(&prepared->paragraph), prepared->info, sink);
    g_clear_pointer(&prepared->info, g_free);
    return block;
}

static gboolean set_all(Layout *layout, GArray *all, Diagnostics *sink)
{
    for (guint i = 0; i < all->len; i++) {
        progress_at(PROGRESS_LINES, i, all->len);
        SetBlock *block = set_text(layout, i, &g_array_index(all, Prepared, i), sink);
        if (!block)
            return FALSE;
        g_ptr_array_add(layout->blocks, block);
        if (block->turned)
            turn_with_table(layout, i);
    }
    return TRUE;
}

static gboolean set_notes(Layout *layout, GArray *all, Diagnostics *sink)
{
    for (guint i = 0; i < all->len; i++) {
        Prepared *prepared = &g_array_index(all, Prepared, i);
        SetBlock *note =
            set_paragraph(layout, g_steal_pointer(&prepared->paragraph), prepared->info, sink);
        if (!note)
            return FALSE;
        g_ptr_array_add(layout->notes, note);
    }
    return TRUE;
}

static gboolean set_rest(Layout *layout, Diagnostics *sink)
{
    set_signature(layout->blocks, &layout->bulletin->meta, layout->template, sink);
    return !layout->masthead || masthead_set(layout->masthead, layout, sink);
}

Layout *layout_new(const Bulletin *bulletin, const Template *template, const FontSources *fonts,
                   GHashTable *page_labels, Diagnostics *sink)
{
    return layout_new_of(reading_new_tagged(bulletin, template, page_labels, sink), fonts, sink);
}

Layout *layout_new_of(Reading *reading, const FontSources *fonts, Diagnostics *sink)
{
    g_autoptr(Layout) layout = g_new0(Layout, 1);
    const Template *template = reading->template;

    layout->reading = reading;
    layout->bulletin = reading->bulletin;
    layout->template = template;
    layout->blocks = g_ptr_array_new_with_free_func((GDestroyNotify) set_block_free);
    layout->structure = reading->structure;
    layout->masthead = reading->masthead;
    layout->texts = reading->blocks;
    layout->notes = g_ptr_array_new_with_free_func((GDestroyNotify) set_block_free);
    layout->note_texts = reading->notes;
    layout->fonts = font_library_new(template, fonts, sink);
    if (!layout->fonts)
        return NULL;
    g_autoptr(GArray) all = prepare_all(layout, sink);
    g_autoptr(GArray) notes = prepare_texts(layout, layout->note_texts, sink);
    if (!all || !notes || !font_library_cut(layout->fonts, sink))
        return NULL;
    layout->shaper = shaper_new(font_library_files(layout->fonts), sink);
    if (!layout->shaper || !set_notes(layout, notes, sink) || !set_all(layout, all, sink) ||
        !set_rest(layout, sink))
        return NULL;
    settle_recipients(layout, sink);
    for (guint i = 0; i < layout->blocks->len; i++)
        ((SetBlock *) layout->blocks->pdata[i])->anchors =
            ((const TextBlock *) layout->texts->pdata[i])->anchors;
    layout->imprint = imprint_new(layout->blocks, template);
    return g_steal_pointer(&layout);
}

void layout_free(Layout *layout)
{
    g_clear_pointer(&layout->paged, paged_blocks_free);
    g_ptr_array_unref(layout->notes);
    g_ptr_array_unref(layout->blocks);
    g_clear_pointer(&layout->imprint, imprint_free);
    g_clear_pointer(&layout->shaper, shaper_free);
    g_clear_pointer(&layout->fonts, font_library_free);
    reading_free(layout->reading);
    g_free(layout);
}

void layout_let_go(Layout *layout)
{
    layout->lets_go = TRUE;
}

FontLibrary *layout_font_library(const Layout *layout)
{
    return layout->fonts;
}

const GPtrArray *layout_blocks(const Layout *layout)
{
    return layout->blocks;
}

static void add_set_block(GPtrArray *all, SetBlock *block)
{
    if (block->lines && block->lines->len > 0)
        g_ptr_array_add(all, block);
    for (guint i = 0; block->table && i < block->table->cells->len; i++)
        add_set_block(all, block->table->cells->pdata[i]);
}

GPtrArray *layout_page_blocks(const Layout *layout)
{
    const GPtrArray *blocks = layout->paged ? layout->paged->blocks : layout->blocks;
    GPtrArray *all = g_ptr_array_new();

    for (guint i = 0; i < blocks->len; i++)
        add_set_block(all, blocks->pdata[i]);
    for (guint i = 0; i < layout->notes->len; i++)
        add_set_block(all, layout->notes->pdata[i]);
    return all;
}

const Masthead *layout_masthead(const Layout *layout)
{
    return layout->masthead;
}

const GPtrArray *layout_notes(const Layout *layout)
{
    return layout->notes;
}

const GPtrArray *layout_fonts(const Layout *layout)
{
    return font_library_files(layout->fonts);
}

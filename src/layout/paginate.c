/* Filling pages with lines on the grid. */
#include "base/progress.h"
#include "layout/ending.h"
#include "layout/figure.h"
#include "layout/footnote.h"
#include "layout/imprint.h"
#include "layout/masthead.h"
#include "layout/page_number.h"
#include "layout/place.h"
#include "layout/reading.h"
#include "layout/set_text.h"
#include "layout/signature_part.h"
#include "layout/table.h"

#define MOST_PAGES 2000

static gchar *join_fields(const GArray *fields, const gchar *separator)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < fields->len; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? separator : "",
                               g_array_index(fields, Field, i).text);
    return g_string_free(text, FALSE);
}

/* The title as one line, without the author's line breaks. */
static gchar *title_line(const gchar *title)
{
    g_auto(GStrv) lines = g_strsplit(title, "\n", -1);

    return g_strjoinv("", lines);
}

static void fill_info(PagesInfo *info, const Metadata *meta, const gchar *date)
{
    info->title = title_line(meta->title.text);
    info->author = join_fields(meta->issuers, "，");
    info->subject = g_strdup(meta->summary.text);
    info->keywords = meta->keywords->len > 0 ? join_fields(meta->keywords, "，") : NULL;
    info->language = g_strdup(meta->language.text ? meta->language.text : "zh-Hans");
    info->date = g_strdup(date);
}

/* The binding edge of an even page is at its right (6.3). */
static Len even_left(const Template *template)
{
    return template->mirror ? template->page_width - template->left - template->width
                            : template->left;
}

static PageGrid page_grid(const Template *template)
{
    const PageNumberStyle *number = &template->page_number;

    return (PageGrid){.left = template->left,
                      .top = template->top,
                      .width = template->width,
                      .height = template->height,
                      .even_left = even_left(template),
                      .cells = template->cells,
                      .lines = template->lines,
                      .cell = template->cell,
                      .pitch = template->pitch,
                      .number_top = number->top,
                      .number_inset = number->inset,
                      .number_outside = number->outside};
}

/* ---- placing ---- */

static void add_outline(Pages *pages, const TextBlock *text, Len y)
{
    OutlineEntry entry = {text->outline_level, g_strdup(text->outline_title), pages->pages->len - 1,
                          y};

    g_array_append_val(pages->outline, entry);
}

/* Where a line goes: below the top of the text block, and on which line of the grid, from 1; 0
 * where it stands on none. */
typedef struct {
    Len y;
    guint row;
} Spot;

/* A page in the making. */
typedef struct {
    const Layout *layout;
    const PagedBlocks *paged;
    Pages *pages;
    Page *page;
    const PlannedPage *planned;
    Len x, y; /* left edge and top of its text block; of a turned page as it is read */
    Diagnostics *sink;
    GArray *notes;  /* guint: numbers of the footnotes that it has marks of */
    guint repeated; /* so many of them, the first, stand on a page before as well */
} Filling;

/* Those whose marks stand in lines [first, last). */
static void collect_notes(const Filling *filling, const SetBlock *block, guint first, guint last)
{
    for (guint i = first; i < MIN(last, block->lines->len); i++) {
        const Line *line = block->lines->pdata[i];
        footnotes_collect(block->paragraph, line->first, line->last, filling->notes);
    }
}

/* Lines on the grid share its baselines, whatever their size. */
static void place_text(const Filling *filling, const FlowLine *line, const Spot *at)
{
    const Template *template = filling->layout->template;
    const TextBlock *text = filling->layout->texts->pdata[line->block];
    const SetBlock *block = filling->paged->blocks->pdata[line->block];
    Len top = filling->y + at->y;
    Len size = line->on_grid ? template->cell : template->styles[block->paragraph->role].size;
    LinePlace place = {.paragraph = block->paragraph,
                       .line = block->lines->pdata[line->line],
                       .anchors = text->anchors,
                       .row = at->row,
                       .x = filling->x,
                       .baseline = top + size * template->ascent / 1000,
                       .ascent = template->ascent,
                       .marks = &template->marks};

    collect_notes(filling, block, line->line, line->line + 1);
    if (line->line == 0 && text->outline_level > 0)
        add_outline(filling->pages, text, line->turned ? template->top : top);
    const Len own = filling->planned->pitch;
    PartPlace part = {template, filling->page, own > 0 ? own : template->pitch, top, at->row};
    if (block->part)
        place_signature_part(block->part, &part);
    else
        place_line(filling->page, &place);
}

/* `top`: of its rows. */
static void place_figure(const Filling *filling, const FlowLine *line, Len top)
{
    const Template *template = filling->layout->template;
    const TextBlock *text = filling->layout->texts->pdata[line->block];
    const SetBlock *block = filling->paged->blocks->pdata[line->block];
    const GPtrArray *captions = text->figure->captions;
    FigurePlace place = {.figure = block->figure,
                         .anchors = text->anchors,
                         .element = text->element,
                         .change = text->figure->change,
                         .template = template,
                         .x = filling->x,
                         .y = filling->y + top + figure_offset(block->figure, template, top == 0)};

    if (captions->len > 0)
        place.captions = ((const TextBlock *) captions->pdata[0])->anchors;
    if (block->figure->caption)
        collect_notes(filling, block->figure->caption, 0, block->figure->caption->lines->len);
    figure_place(filling->page, &place);
}

static gboolean is_of(const Filling *filling, guint i, guint block)
{
    return i >= filling->planned->first && i < filling->planned->last &&
           g_array_index(filling->paged->flow, FlowLine, i).block == block;
}

/* Those of slices [first, last) of a row. */
static void collect_from_row(const Filling *filling, const TablePlace *place)
{
    const SetTable *table = place->table;
    const TableSlice *first = &g_array_index(table->slices, TableSlice, place->first);
    guint last = g_array_index(table->slices, TableSlice, place->last - 1).last;

    for (guint column = 0; column < table->columns; column++) {
        const SetBlock *cell = table->cells->pdata[first->row * table->columns + column];
        collect_notes(filling, cell, first->first, last);
    }
}

/* A footnote whose first mark stands in the head stands wherever the head does. */
static void place_head_again(Filling *filling, const TablePlace *place)
{
    TablePlace head = *place;

    head.first = 0;
    head.last = 1;
    table_place_again(filling->page, place);
    collect_from_row(filling, &head);
    filling->repeated = filling->notes->len;
}

/* The slices of one row that stand here, and above the first of a page the head again. Returns the
 * line after them. */
static guint place_row(Filling *filling, guint i, PageFill *fill)
{
    const FlowLine *line = &g_array_index(filling->paged->flow, FlowLine, i);
    const SetBlock *block = filling->paged->blocks->pdata[line->block];
    const TextBlock *text = filling->layout->texts->pdata[line->block];
    TablePlace place = {.table = block->table,
                        .first = line->line,
                        .texts = text->table->cells,
                        .template = filling->layout->template,
                        .x = filling->x,
                        .opens = !is_of(filling, i - 1, line->block)};
    guint row = g_array_index(block->table->slices, TableSlice, line->line).row, next = i;

    for (; is_of(filling, next, line->block); next++) {
        const FlowLine *slice = &g_array_index(filling->paged->flow, FlowLine, next);
        if (g_array_index(block->table->slices, TableSlice, slice->line).row != row)
            break;
        Len top = page_fill_add(fill, slice);
        if (next == i)
            place.y = filling->y + top;
    }
    place.last = line->line + (next - i);
    place.closes = !is_of(filling, next, line->block);
    if (line->repeat > 0 && i == filling->planned->first) {
        place.white = table_divided_white(
            &g_array_index(block->table->slices, TableSlice, line->line), place.template);
        place.y -= place.white;
        place_head_again(filling, &place);
        place.opens = FALSE;
    }
    table_place(filling->page, &place);
    collect_from_row(filling, &place);
    return next;
}

/* Where the text block of a page is; of a turned one on the page as it is read, its head at the
 * left edge of the paper. */
static void set_origin(Filling *filling, gboolean turned)
{
    const Template *template = filling->layout->template;

    filling->x = turned ? template->page_height - template->top - template->height : template->left;
    filling->y = turned ? template->left : template->top;
}

static void set_turned(const Page *page, guint first, gboolean turned)
{
    for (guint i = first; i < page->items->len; i++)
        ((Item *) page->items->pdata[i])->turned = turned;
}

static Span block_span(const Filling *filling, guint line)
{
    guint block = g_array_index(filling->paged->flow, FlowLine, line).block;
    const TextBlock *text = filling->layout->texts->pdata[block];

    if (text->table)
        return text->table->span;
    return text->runs->len > 0 ? g_array_index(text->runs, TextRun, 0).span : SPAN_NONE;
}

/* One line, row or figure that is too high, or that only its notes make too high. */
static void report_overfull(const Filling *filling, const PageFill *fill, Len height)
{
    const GArray *notes = filling->layout->reading->note_order;

    if (filling->notes->len > 0 && fill->y - fill->white <= height) {
        guint number = g_array_index(filling->notes, guint, 0);
        diag_report(filling->sink, RULE_LONG_NOTES,
                    g_array_index(notes, Note, number - 1).block->span, NULL);
    } else if (filling->planned->first < filling->planned->last) {
        diag_report(filling->sink, RULE_OVERFULL, block_span(filling, filling->planned->first),
                    NULL);
    }
}

/* At the foot of the text block, above the imprint where there is one. */
static void place_notes(const Filling *filling, const PageFill *fill)
{
    const Layout *layout = filling->layout;
    const PageRoom *room = &filling->paged->room;
    const GArray *plan = filling->paged->plan;
    gboolean last_page = filling->planned == &g_array_index(plan, PlannedPage, plan->len - 1);
    guint first = filling->page->items->len;
    FootnotePlace place = {
        layout->notes,    layout->note_texts,
        layout->template, filling->repeated,
        filling->x,       filling->y + page_room_height(room, fill->turned, last_page)};

    footnotes_place(filling->page, filling->notes, &place);
    set_turned(filling->page, first, fill->turned);
    if (filling->planned->pitch == 0 && !page_fill_fits(fill, last_page))
        report_overfull(filling, fill, page_room_height(room, fill->turned, last_page));
}

/* Rows are counted as on the grid, on a page with a pitch of its own too; of a block off the grid
 * only the first line may stand on one, below a masthead not even that. */
static void fill_page(Filling *filling)
{
    const PagedBlocks *paged = filling->paged;
    const PlannedPage *page = filling->planned;
    PageFill fill = page_fill(&paged->room, page->first == 0, page->pitch);
    PageFill grid = page_fill(&paged->room, page->first == 0, 0);

    for (guint i = page->first; i < page->last;) {
        const FlowLine *line = &g_array_index(paged->flow, FlowLine, i);
        const SetBlock *block = paged->blocks->pdata[line->block];
        guint next = i + 1, items = filling->page->items->len;
        set_origin(filling, line->turned);
        if (block->table) {
            next = place_row(filling, i, &fill);
            for (guint k = i; k < next; k++)
                page_fill_add(&grid, &g_array_index(paged->flow, FlowLine, k));
        } else if (block->figure) {
            place_figure(filling, line, page_fill_add(&fill, line));
            page_fill_add(&grid, line);
        } else {
            Spot at = {page_fill_add(&fill, line), 0};
            Len top = page_fill_add(&grid, line);
            if (!line->turned &&
                (line->on_grid || (line->line == 0 && top % paged->room.pitch == 0)))
                at.row = (guint) (top / paged->room.pitch) + 1;
            place_text(filling, line, &at);
        }
        set_turned(filling->page, items, line->turned);
        i = next;
    }
    place_notes(filling, &fill);
}

/* Page 1 is to show some of the text, whatever stands above it (7.3.3). */
static void check_first_page(const Layout *layout, Diagnostics *sink)
{
    gboolean crowded = layout->masthead || layout->bulletin->meta.recipients->len > 0;

    if (crowded && layout->paged->plan->len > 1 && paged_text_lines(layout->paged, 0) == 0)
        diag_report(sink, RULE_FIRST_PAGE_TEXT, layout->bulletin->meta.title.span, NULL);
}

/* The text of the imprint that the editor wrote first. */
static Span imprint_span(const Metadata *meta)
{
    const GArray *list =
        meta->copy_to->len >= meta->recipients->len ? meta->copy_to : meta->recipients;

    return list->len > 0           ? g_array_index(list, Field, 0).span
           : meta->printed_by.text ? meta->printed_by.span
                                   : meta->title.span;
}

static void check_imprint(const Layout *layout, Diagnostics *sink)
{
    const Metadata *meta = &layout->bulletin->meta;
    const PagedBlocks *paged = layout->paged;
    guint rows = imprint_printed_rows(layout->imprint), lines = imprint_missing_rows(paged);
    g_autofree gchar *row_count = g_strdup_printf("%u", rows);
    g_autofree gchar *line_count = g_strdup_printf("%u", lines);
    g_autofree gchar *page =
        g_strdup_printf("%u", layout->template->page_number.first + paged->plan->len - 1);

    if (rows > 1)
        diag_report(sink, RULE_PRINTED_ROWS,
                    meta->printed_by.text ? meta->printed_by.span : meta->printed_on_span,
                    row_count, NULL);
    if (lines > 0)
        diag_report(sink,
                    lines < paged_text_lines(paged, paged->plan->len - 2) ? RULE_IMPRINT_ALONE
                                                                          : RULE_IMPRINT_HIGH,
                    imprint_span(meta), page, line_count, NULL);
}

/* ---- reasons ---- */

/* "pitch -1.234 GB/T …": how much closer or wider the lines stand. */
static void append_pitch(GString *text, const PlannedPage *page, Len pitch)
{
    if (page->pitch == 0)
        return;
    g_string_append(text, page->pitch > pitch ? "pitch +" : "pitch ");
    len_append(text, page->pitch - pitch);
    g_string_append_printf(text, " %s", own_pitch_cost()->clause);
}

/* "short 2 heading CLREQ": how many rows are empty, and the worst fault of filling them. */
static void append_short(GString *text, const PlannedPage *page)
{
    guint fault = 0;

    if (page->empty == 0)
        return;
    g_string_append_printf(text, "%sshort %u ", text->len > 0 ? "; " : "", page->empty);
    while (fault < FAULT_COUNT && !(page->faults & FAULT_BIT(fault)))
        fault++;
    if (fault == FAULT_COUNT)
        g_string_append(text, page->notes ? "notes" : page->high ? "high-block" : "later-pages");
    else
        g_string_append_printf(text, "%s %s", fault_cost(fault)->name, fault_cost(fault)->clause);
}

static gchar *page_reasons(const PlannedPage *page, gboolean last, Len pitch)
{
    GString *text = g_string_new(NULL);

    if (page->first == page->last)
        g_string_append_printf(text, "%s GB/T 9704-2012 7.5", last ? "imprint-alone" : "blank");
    append_pitch(text, page, pitch);
    append_short(text, page);
    return g_string_free(text, text->len == 0);
}

/* ---- all pages ---- */

/* Neither a page of the imprint alone nor a blank one before it has a number, where there is one
 * (7.5). */
static gboolean is_numbered(const PagedBlocks *paged, guint i)
{
    return !imprint_follows_blank(paged->plan) || i + 2 < paged->plan->len;
}

/* Blocks of text that end on this page. The last of all, parts of signatures, tables and figures
 * keep what they have, and so does what is no part of the flow. */
static void let_go_of_placed(const PagedBlocks *paged, const PlannedPage *planned)
{
    for (guint i = planned->first; i < planned->last && i + 1 < paged->flow->len; i++) {
        guint block = g_array_index(paged->flow, FlowLine, i).block;
        SetBlock *placed = paged->blocks->pdata[block];
        if (g_array_index(paged->flow, FlowLine, i + 1).block != block && !placed->table &&
            !placed->figure && !placed->part)
            set_block_let_go(placed);
    }
}

static gboolean add_page(const Layout *layout, Pages *pages, const PagedBlocks *paged, guint i,
                         Diagnostics *sink)
{
    const Template *template = layout->template;
    const PlannedPage *planned = &g_array_index(paged->plan, PlannedPage, i);
    Page *page = page_new(template->page_number.first + pages->pages->len);

    g_autoptr(GArray) notes = g_array_new(FALSE, FALSE, sizeof(guint));
    Filling filling = {layout, paged, pages, page, planned, 0, 0, sink, notes, 0};

    page->pitch = planned->pitch;
    page->reasons = page_reasons(planned, i + 1 == paged->plan->len, template->pitch);
    g_ptr_array_add(pages->pages, page);
    if (planned->first == 0 && layout->masthead)
        masthead_place(layout->masthead, page);
    fill_page(&filling);
    if (layout->lets_go)
        let_go_of_placed(paged, planned);
    if (i + 1 == paged->plan->len)
        imprint_place(layout->imprint, page);
    gboolean good = !is_numbered(paged, i) || place_page_number(layout, page, sink);
    if (page->number % 2 == 0)
        page_shift(page, even_left(template) - template->left);
    return good;
}

Pages *layout_paginate(Layout *layout, const gchar *date, Diagnostics *sink)
{
    const Template *template = layout->template;
    progress_at(PROGRESS_PAGES, 0, 0);
    const PagedBlocks *paged = layout->paged = paged_blocks_new(layout, sink);
    g_autoptr(Pages) pages = pages_new();

    pages->width = template->page_width;
    pages->height = template->page_height;
    pages->grid = page_grid(template);
    pages->colours = template->colours;
    pages->fonts = g_ptr_array_ref(font_library_files(layout->fonts));
    pages->structure = g_array_ref(layout->structure);
    fill_info(&pages->info, &layout->bulletin->meta, date);
    if (imprint_height(layout->imprint) > template->height) {
        diag_report(sink, RULE_IMPRINT_ROOM, imprint_span(&layout->bulletin->meta), NULL);
        return NULL;
    }
    if (paged->plan->len > MOST_PAGES) {
        diag_report(sink, RULE_TOO_MANY_PAGES, layout->bulletin->meta.title.span,
                    G_STRINGIFY(MOST_PAGES), NULL);
        return NULL;
    }
    for (guint i = 0; i < paged->plan->len; i++)
        if (!add_page(layout, pages, paged, i, sink))
            return NULL;
    check_first_page(layout, sink);
    check_imprint(layout, sink);
    return g_steal_pointer(&pages);
}

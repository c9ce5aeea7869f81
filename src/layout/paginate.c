/* Filling pages with lines on the grid. */
#include "layout/flow.h"
#include "layout/page_number.h"
#include "layout/place.h"
#include "layout/set_text.h"

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

static PageGrid page_grid(const Template *template)
{
    const PageNumberStyle *number = &template->page_number;

    return (PageGrid){template->left,  template->top,   template->width, template->height,
                      template->cells, template->lines, template->cell,  template->pitch,
                      number->top,     number->inset,   number->outside};
}

/* ---- placing ---- */

static void add_outline(Pages *pages, const TextBlock *text, Len y)
{
    OutlineEntry entry = {text->outline_level, g_strdup(text->outline_title), pages->pages->len - 1,
                          y};

    g_array_append_val(pages->outline, entry);
}

/* `row` counts from 0; of a block with a pitch of its own only the first line stands on the grid.
 */
static void place_flow_line(const Layout *layout, Pages *pages, const FlowLine *line, guint row)
{
    const Template *template = layout->template;
    const SetBlock *block = layout->blocks->pdata[line->block];
    const TextBlock *text = layout->texts->pdata[line->block];
    Page *page = pages->pages->pdata[pages->pages->len - 1];
    Len top = template->top + row * template->pitch + line->offset;
    Len size = template->styles[block->paragraph->role].size;
    LinePlace place = {.paragraph = block->paragraph,
                       .line = block->lines->pdata[line->line],
                       .anchors = text->anchors,
                       .row = line->on_grid || line->line == 0 ? row + 1 : 0,
                       .x = template->left,
                       .baseline = top + size * template->ascent / 1000,
                       .ascent = template->ascent,
                       .marks = &template->marks};

    if (line->line == 0 && text->outline_level > 0)
        add_outline(pages, text, top);
    place_line(page, &place);
}

static void fill_page(const Layout *layout, Pages *pages, const GArray *flow, guint first,
                      guint last)
{
    guint next_row = 0, row = 0;

    for (guint i = first; i < last; i++) {
        const FlowLine *line = &g_array_index(flow, FlowLine, i);
        if (i > first)
            next_row += line->before;
        if (line->rows > 0)
            row = next_row;
        place_flow_line(layout, pages, line, row);
        next_row += line->rows;
    }
}

Pages *layout_paginate(const Layout *layout, const gchar *date, Diagnostics *sink)
{
    const Template *template = layout->template;
    g_autoptr(GArray) flow = flow_new(layout->blocks, template);
    g_autoptr(Pages) pages = pages_new();

    pages->width = template->page_width;
    pages->height = template->page_height;
    pages->grid = page_grid(template);
    pages->fonts = g_ptr_array_ref(font_library_files(layout->fonts));
    fill_info(&pages->info, &layout->bulletin->meta, date);
    for (guint first = 0, last; first < flow->len; first = last) {
        Page *page = page_new(template->page_number.first + pages->pages->len);
        g_ptr_array_add(pages->pages, page);
        if (pages->pages->len > MOST_PAGES) {
            diag_report(sink, RULE_TOO_MANY_PAGES, SPAN_NONE, G_STRINGIFY(MOST_PAGES), NULL);
            return NULL;
        }
        last = flow_page_end(flow, first, template->lines);
        fill_page(layout, pages, flow, first, last);
        if (!place_page_number(layout, page, sink))
            return NULL;
    }
    return g_steal_pointer(&pages);
}

#include "layout/page_number.h"

#include "layout/place.h"
#include "layout/structure.h"
#include "layout/text_block.h"

TextBlock *page_number_text(const Template *template, const gchar *number)
{
    TextBlock *block = text_block_new(STYLE_PAGE_NUMBER);
    g_auto(GStrv) parts = g_strsplit(template->page_number.format, "{page}", 2);
    g_autofree gchar *text =
        g_strconcat(parts[0], number, parts[0] && parts[1] ? parts[1] : "", NULL);

    text_block_append(block, text,
                      (TextStyle){.role = STYLE_PAGE_NUMBER, .element = ARTIFACT_PAGE_NUMBER});
    return block;
}

/* Centred between the edges, or at the outer edge: odd pages right, even pages left (7.5). */
static Len page_number_x(const Template *template, guint number, Len width)
{
    const PageNumberStyle *style = &template->page_number;

    if (!style->outside)
        return template->left + (template->width - width) / 2;
    if (number % 2 == 0)
        return template->left + style->inset;
    return template->left + template->width - style->inset - width;
}

/* The top of the dash's ink, not of its box, stands at the given distance (7.5: 7 mm). */
static Len page_number_baseline(const Layout *layout, const Paragraph *paragraph)
{
    const Template *template = layout->template;
    const TextRun *run = &g_array_index(paragraph->runs, TextRun, 0);
    InkHeight ink = font_library_ink(layout->fonts, run->font, g_utf8_get_char(paragraph->text));

    return template->top + template->height + template->page_number.top +
           run->size * ink.top / 1000;
}

gboolean place_page_number(const Layout *layout, Page *page, Diagnostics *sink)
{
    const PageNumberStyle *style = &layout->template->page_number;

    if (style->skip_first && page->number == style->first)
        return TRUE;
    TextBlock *text = page_number_text(layout->template, page->label);
    CharInfo *info = NULL;
    Paragraph *paragraph = prepare_paragraph(text, layout->template, layout->fonts, &info, sink);
    SetBlock *block = paragraph ? set_paragraph(layout, paragraph, info, sink) : NULL;

    if (block && block->lines->len > 0) {
        Line *line = block->lines->pdata[0];
        line->indent = 0;
        LinePlace place = {
            .paragraph = block->paragraph, .line = line, .ascent = layout->template->ascent};
        place.x = page_number_x(layout->template, page->number, line->width);
        place.baseline = page_number_baseline(layout, block->paragraph);
        place_line(page, &place);
    }
    gboolean good = block != NULL;
    g_clear_pointer(&block, set_block_free);
    g_free(info);
    text_block_free(text);
    return good;
}

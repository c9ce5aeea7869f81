#include "layout/footnote.h"

#include "layout/layout.h"
#include "layout/place.h"

const gchar *footnote_href(guint number)
{
    g_autofree gchar *href = g_strdup_printf("#note:%u", number);

    return g_intern_string(href);
}

static const Style *note_style(const Template *template)
{
    return &template->styles[STYLE_FOOTNOTE];
}

static Len note_height(const GPtrArray *notes, guint number, const Template *template)
{
    const SetBlock *note = notes->pdata[number - 1];

    return note->lines->len * style_pitch(template, STYLE_FOOTNOTE);
}

/* A mark is a run of its own, and of the line where it begins. */
void footnotes_collect(const Paragraph *paragraph, guint32 first, guint32 last, GArray *numbers)
{
    for (guint32 i = first; i < last; i++) {
        const Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
        const TextMarks *marks = &g_array_index(paragraph->runs, TextRun, cluster->run).marks;
        guint number = marks->note;
        if (number > 0 && !marks->again && (i == 0 || cluster[-1].run != cluster->run))
            g_array_append_val(numbers, number);
    }
}

Len footnotes_height(const Paragraph *paragraph, guint32 first, guint32 last,
                     const GPtrArray *notes, const Template *template)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    Len height = 0;

    if (notes->len == 0)
        return 0;
    footnotes_collect(paragraph, first, last, numbers);
    for (guint i = 0; i < numbers->len; i++)
        height += note_height(notes, g_array_index(numbers, guint, i), template);
    return height;
}

Len footnotes_rule_height(const Template *template)
{
    return 2 * template->footnote.space + template->footnote.rule;
}

/* `repeated`: it stands on a page before as well. */
static void place_note(Page *page, const SetBlock *note, const TextBlock *text, gboolean repeated,
                       const FootnotePlace *place, Len top)
{
    const Template *template = place->template;

    for (guint i = 0; i < note->lines->len; i++) {
        LinePlace line = {.paragraph = note->paragraph,
                          .line = note->lines->pdata[i],
                          .anchors = text->anchors,
                          .x = place->x,
                          .ascent = template->ascent,
                          .marks = &template->marks,
                          .repeated = repeated};
        line.baseline = top + i * style_pitch(template, STYLE_FOOTNOTE) +
                        note_style(template)->size * template->ascent / 1000;
        place_line(page, &line);
    }
}

/* The last line of the last note stands on the foot. */
void footnotes_place(Page *page, const GArray *numbers, const FootnotePlace *place)
{
    const Template *template = place->template;
    const FootnoteStyle *style = &template->footnote;
    Len height = 0;

    for (guint i = 0; i < numbers->len; i++)
        height += note_height(place->notes, g_array_index(numbers, guint, i), template);
    if (height == 0)
        return;
    Len top =
        place->foot - height + style_pitch(template, STYLE_FOOTNOTE) - note_style(template)->size;
    if (style->rule > 0)
        page_add(page, item_new_rule(INK_BLACK, place->x, top - style->space - style->rule,
                                     style->rule_width, style->rule));
    for (guint i = 0; i < numbers->len; i++) {
        guint number = g_array_index(numbers, guint, i);
        place_note(page, place->notes->pdata[number - 1], place->note_texts->pdata[number - 1],
                   i < place->repeated, place, top);
        top += note_height(place->notes, number, template);
    }
}

#include "layout/figure.h"

#include "layout/change_marks.h"

#include "layout/place.h"
#include "layout/set_text.h"

#define INCH (72 * LEN_PT)

gint image_ppi(const Image *image, Len set_width)
{
    return (gint) (INCH * image->width / MAX(set_width, 1));
}

/* ---- sizes ---- */

static Len caption_height(const SetBlock *caption, const Template *template)
{
    const Style *style = &template->styles[STYLE_CAPTION];

    return (Len) (caption->lines->len - 1) * template->figure.pitch + style->size;
}

/* Whatever the caption takes, something of the picture is to be seen. */
static void take_size(SetFigure *figure, Len most_width, Len most_height)
{
    const Image *image = figure->figure->image;
    Len width = image->natural_width, height = image->natural_height;

    if (width > most_width) {
        height = MAX(len_mul_div(height, most_width, width), 1);
        width = most_width;
    }
    if (height > most_height) {
        width = MAX(len_mul_div(width, most_height, height), 1);
        height = most_height;
    }
    figure->width = width;
    figure->height = height;
}

static void report_resolution(const SetFigure *figure, guint least, Diagnostics *sink)
{
    const Image *image = figure->figure->image;
    gint ppi = image_ppi(image, figure->width);

    if (ppi == 0 || ppi >= (gint) least)
        return;
    g_autofree gchar *width =
        g_strdup_printf("%" G_GINT64_FORMAT, len_mul_div(figure->width, 254, 10 * INCH));
    g_autofree gchar *density = g_strdup_printf("%d", ppi);
    g_autofree gchar *pixels =
        g_strdup_printf("%" G_GINT64_FORMAT, (figure->width * (Len) least + INCH - 1) / INCH);
    diag_report(sink, RULE_LOW_RESOLUTION, figure->figure->path_span, image->name, width, density,
                pixels, NULL);
}

static Len at_most(Len limit, Len room)
{
    return limit > 0 ? MIN(limit, room) : room;
}

/* What a page has for a figure: of what notes leave of it, whole rows. */
static Len page_height(Len notes, const Template *template)
{
    Len white = grid_white(template);

    if (notes == 0)
        return template->height;
    return (template->height + white - notes) / template->pitch * template->pitch - white;
}

SetFigure *set_figure_new(const Figure *figure, SetBlock *caption, Len notes,
                          const Template *template, Diagnostics *sink)
{
    const FigureStyle *style = &template->figure;
    SetFigure *set = g_new0(SetFigure, 1);
    Len below = caption ? style->gap + caption_height(caption, template) : 0;

    set->figure = figure;
    set->caption = caption;
    take_size(set, at_most(style->width, template->width),
              at_most(style->height, MAX(page_height(notes, template) - below, template->cell)));
    set->caption_top = set->height + style->gap;
    set->content = set->height + below;
    report_resolution(set, style->ppi, sink);
    return set;
}

void set_figure_free(SetFigure *figure)
{
    if (!figure)
        return;
    g_clear_pointer(&figure->caption, set_block_free);
    g_free(figure);
}

/* ---- place ---- */

guint figure_row_count(const SetFigure *figure, const Template *template)
{
    Len height = figure->content + grid_white(template);

    return (guint) ((height + template->pitch - 1) / template->pitch);
}

Len figure_offset(const SetFigure *figure, const Template *template, gboolean opens_page)
{
    Len rows = figure_row_count(figure, template) * template->pitch;

    return opens_page ? 0 : (rows - grid_white(template) - figure->content) / 2;
}

static void place_caption(Page *page, const FigurePlace *place)
{
    const SetFigure *figure = place->figure;
    const Template *template = place->template;
    Len em = template->styles[STYLE_CAPTION].size * template->ascent / 1000;

    for (guint i = 0; i < figure->caption->lines->len; i++) {
        LinePlace line = {.paragraph = figure->caption->paragraph,
                          .line = figure->caption->lines->pdata[i],
                          .anchors = place->captions,
                          .x = place->x,
                          .baseline = place->y + figure->caption_top + em +
                                      (Len) i * template->figure.pitch,
                          .ascent = template->ascent,
                          .marks = &template->marks};
        place_line(page, &line);
    }
}

void figure_place(Page *page, const FigurePlace *place)
{
    const SetFigure *figure = place->figure;
    Len x = place->x + (place->template->width - figure->width) / 2;

    for (guint i = 0; i < place->anchors->len; i++)
        page_add(page, item_new_anchor(g_array_index(place->anchors, Anchor, i).name, x, place->y));
    Item *picture =
        item_new_image(figure->figure->image, x, place->y, figure->width, figure->height);
    picture->target = g_strdup(figure->figure->alt);
    picture->element = place->element;
    page_add(page, picture);
    place_changed_box(page, place->change, picture, place->template->cell);
    if (figure->caption)
        place_caption(page, place);
}

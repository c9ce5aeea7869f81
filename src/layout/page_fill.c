#include "layout/page_fill.h"

PageFill page_fill(const PageRoom *room, gboolean first_page, Len pitch)
{
    PageFill fill = {.room = room, .pitch = pitch, .y = first_page ? room->head : 0};

    fill.fixed = fill.y;
    return fill;
}

/* To the next line of the grid. A page with a pitch of its own has none to lead back to. */
static void snap(PageFill *fill)
{
    Len pitch = fill->room->pitch;

    if (fill->pitch == 0)
        fill->y = (fill->y + pitch - 1) / pitch * pitch;
}

Len page_fill_add(PageFill *fill, const FlowLine *line)
{
    Len pitch = fill->pitch > 0 ? fill->pitch : fill->room->pitch, top, notes = line->notes;
    guint before = fill->y > 0 ? line->before : 0, rows = MAX(line->rows, 1);

    if (fill->units == 0) {
        fill->turned = line->turned;
        fill->y += line->repeat;
        fill->fixed += line->repeat;
        notes += line->repeat_notes;
    }
    if (line->on_grid || before > 0)
        snap(fill);
    top = fill->y + before * pitch;
    fill->y = top + (line->on_grid ? rows * pitch : line->height);
    fill->white = line->white;
    if (notes > 0)
        fill->notes += notes + (fill->notes == 0 ? fill->room->note_rule : 0);
    fill->on_grid += before + (line->on_grid ? rows : 0);
    fill->fixed += line->on_grid ? 0 : line->height;
    fill->to_foot = line->on_grid;
    fill->units++;
    return top;
}

Len page_room_height(const PageRoom *room, gboolean turned, gboolean last_page)
{
    Len all = turned ? room->turned : room->rows * room->pitch - room->white;

    return all - (last_page ? room->foot : 0);
}

/* Of that, what footnotes leave to the text. */
static Len height(const PageFill *fill, gboolean last_page)
{
    return page_room_height(fill->room, fill->turned, last_page) - fill->notes;
}

Len page_fill_over(const PageFill *fill, gboolean last_page)
{
    return MAX(fill->y - fill->white - height(fill, last_page), 0);
}

gboolean page_fill_fits(const PageFill *fill, gboolean last_page)
{
    /* A turned table takes the place of the imprint, which is not turned. */
    if (fill->turned && last_page && fill->room->foot > 0)
        return FALSE;
    return page_fill_over(fill, last_page) == 0;
}

guint page_fill_left(const PageFill *fill)
{
    PageFill next = *fill;

    if (fill->turned)
        return 0; /* no grid there */
    snap(&next);
    Len left = height(fill, FALSE) + fill->room->white - next.y;
    return left > 0 ? (guint) (left / fill->room->pitch) : 0;
}

Len page_fill_pitch(const PageFill *fill, gboolean last_page)
{
    Len below = fill->room->pitch - fill->white; /* the top of the last row: its cell, or a seal */
    Len room = height(fill, last_page) - below - fill->fixed;

    if (fill->turned)
        return 0; /* no grid there */
    return fill->to_foot && fill->on_grid > 1 ? MAX(room / (fill->on_grid - 1), 0) : 0;
}

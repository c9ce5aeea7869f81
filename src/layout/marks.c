#include "layout/marks.h"

static const TextMarks *marks_of(const LinePlace *place, guint32 i)
{
    return &paragraph_run(place->paragraph, i)->marks;
}

/* The left edge of a cluster's body. White that a line may take from a mark is none of it, so that
 * no line below reaches past the text; nor is the gap between scripts. */
static Len body_left(const LinePlace *place, guint32 i)
{
    const Cluster *cluster = paragraph_cluster(place->paragraph, i);

    return place->x + place->line->indent +
           g_array_index(place->line->x, PageLen, i - place->line->first) - cluster->ink_shift +
           cluster->white_left;
}

static Len body_right(const LinePlace *place, guint32 i)
{
    const Cluster *cluster = paragraph_cluster(place->paragraph, i);

    return body_left(place, i) + cluster->advance - cluster->white_left - cluster->white_right;
}

static Len em_bottom(const LinePlace *place, guint32 i)
{
    return place->baseline +
           paragraph_cluster(place->paragraph, i)->em * (1000 - place->ascent) / 1000;
}

/* ---- lines ---- */

/* Height of a straight or wavy line, thousandths of an em. */
static gint line_height(const MarkStyle *style, guint8 line)
{
    return line == MARK_WAVE ? 2 * style->wave_amplitude + style->wave_weight : style->line_weight;
}

static gint line_distance(const MarkStyle *style, guint8 line)
{
    return line == MARK_WAVE ? style->wave_distance : style->line_distance;
}

static gboolean same_line(const TextMarks *a, const TextMarks *b)
{
    return a->line == b->line && a->lined == b->lined;
}

/* What a line gives up where another name's line begins or ends right beside it, so that the two
 * are told apart: half of what is missing. */
static Len separation(const LinePlace *place, guint32 left)
{
    Len wanted = paragraph_cluster(place->paragraph, left)->em * place->marks->separation / 1000;
    Len gap = body_left(place, left + 1) - body_right(place, left);

    return gap < wanted ? (wanted - gap + 1) / 2 : 0;
}

static gboolean has_line(const LinePlace *place, guint32 i)
{
    return marks_of(place, i)->line != MARK_NONE;
}

static void add_line(Page *page, const LinePlace *place, guint32 first, Len left, Len right)
{
    const MarkStyle *style = place->marks;
    Len em = paragraph_cluster(place->paragraph, first)->em;
    guint8 line = marks_of(place, first)->line;
    Len y = em_bottom(place, first) + em * line_distance(style, line) / 1000;
    Item *item = item_new_mark((MarkShape) line, left, y, right - left,
                               em * line_height(style, line) / 1000);

    item->ink = paragraph_run(place->paragraph, first)->ink;
    if (line == MARK_WAVE) {
        item->weight = em * style->wave_weight / 1000;
        item->length = em * style->wave_length / 1000;
    }
    page_add(page, item);
}

/* One line below clusters [first, last), which are all that the page's line has of the span: from
 * the first character's edge to the last one's, spaces at the ends left out. */
static void place_line_below(Page *page, const LinePlace *place, guint32 first, guint32 last,
                             guint32 line_end)
{
    gboolean meets_left = first > place->line->first && has_line(place, first - 1);
    gboolean meets_right = last < line_end && has_line(place, last);

    while (first < last && paragraph_cluster(place->paragraph, first)->klass == CLASS_SP)
        first++;
    while (first < last && paragraph_cluster(place->paragraph, last - 1)->klass == CLASS_SP)
        last--;
    if (first == last)
        return;
    Len left = body_left(place, first), right = body_right(place, last - 1);
    if (meets_left)
        left += separation(place, first - 1);
    if (meets_right)
        right -= separation(place, last - 1);
    add_line(page, place, first, left, right);
}

static void place_lines_below(Page *page, const LinePlace *place, guint32 line_end)
{
    for (guint32 first = place->line->first, last; first < line_end; first = last) {
        for (last = first + 1; last < line_end; last++)
            if (!same_line(marks_of(place, first), marks_of(place, last)))
                break;
        if (has_line(place, first))
            place_line_below(page, place, first, last, line_end);
    }
}

/* ---- dots ---- */

/* Below a line, where there is one, half as far from it as it is from the text. */
static gint dot_centre(const MarkStyle *style, guint8 line)
{
    gint distance = line_distance(style, line);

    if (line == MARK_NONE)
        return style->dot_centre;
    return distance + line_height(style, line) + distance / 2 + style->dot_diameter / 2;
}

static void place_dot(Page *page, const LinePlace *place, guint32 i)
{
    const MarkStyle *style = place->marks;
    Len em = paragraph_cluster(place->paragraph, i)->em, diameter = em * style->dot_diameter / 1000;
    Len x = (body_left(place, i) + body_right(place, i)) / 2;
    Len y = em_bottom(place, i) + em * dot_centre(style, marks_of(place, i)->line) / 1000;

    Item *item = item_new_mark(MARK_DOT, x - diameter / 2, y - diameter / 2, diameter, diameter);

    item->ink = paragraph_run(place->paragraph, i)->ink;
    page_add(page, item);
}

void place_marks(Page *page, const LinePlace *place, guint32 last)
{
    if (!place->marks)
        return;
    place_lines_below(page, place, last);
    for (guint32 i = place->line->first; i < last; i++)
        if (marks_of(place, i)->dots && paragraph_cluster(place->paragraph, i)->klass == CLASS_ID)
            place_dot(page, place, i);
}

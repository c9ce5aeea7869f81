#include "layout/change_marks.h"

/* Thousandths of an em. */
enum { LINE_WEIGHT = 45, UNDER = 60, UNDER_MARK = 260, THROUGH = 380, DOUBLE = 110 };

/* Hundredths of a character. */
enum { BAR_DISTANCE = 60, BAR_WEIGHT = 8 };

Ink change_ink(TextChange change, Ink own)
{
    static const Ink inks[TEXT_CHANGES] = {[TEXT_INSERTED] = INK_INSERTED,
                                           [TEXT_DELETED] = INK_DELETED,
                                           [TEXT_MOVED_HERE] = INK_MOVED,
                                           [TEXT_MOVED_AWAY] = INK_MOVED};

    return change == TEXT_SAME ? own : inks[change];
}

static guint8 change_of(const LinePlace *place, guint32 i)
{
    return paragraph_run(place->paragraph, i)->marks.change;
}

static Len left_of(const LinePlace *place, guint32 i)
{
    return place->x + place->line->indent +
           g_array_index(place->line->x, PageLen, i - place->line->first) -
           paragraph_cluster(place->paragraph, i)->ink_shift;
}

static void add_line(Page *page, TextChange change, Len left, Len right, Len y, Len em)
{
    Item *item = item_new_mark(MARK_LINE, left, y, right - left, em * LINE_WEIGHT / 1000);

    item->ink = change_ink(change, INK_BLACK);
    page_add(page, item);
}

/* Below the text, and below a mark that is there already; or through its middle. */
static void add_lines(Page *page, const LinePlace *place, guint32 first, guint32 last)
{
    const TextRun *run = paragraph_run(place->paragraph, first);
    TextChange change = (TextChange) run->marks.change;
    Len em = run->size, baseline = place->baseline - run->rise;
    Len left = left_of(place, first);
    Len right = left_of(place, last - 1) + paragraph_cluster(place->paragraph, last - 1)->advance;
    Len line_left = place->x + place->line->indent, line_right = line_left + place->line->width;
    gboolean marked = run->marks.line != MARK_NONE || run->marks.dots;
    gboolean through = change == TEXT_DELETED || change == TEXT_MOVED_AWAY;
    Len y = through ? baseline - em * THROUGH / 1000
                    : baseline + em * (1000 - place->ascent + (marked ? UNDER_MARK : UNDER)) / 1000;

    left = MAX(left, line_left); /* a mark at either end has lost its white */
    right = MIN(right, line_right);
    add_line(page, change, left, right, y, em);
    if (change == TEXT_MOVED_HERE || change == TEXT_MOVED_AWAY)
        add_line(page, change, left, right, y + em * DOUBLE / 1000, em);
}

/* A stretch that one line goes along: of one size and height. */
static gboolean same_stretch(const LinePlace *place, guint32 a, guint32 b)
{
    const TextRun *one = paragraph_run(place->paragraph, a),
                  *other = paragraph_run(place->paragraph, b);

    return one->marks.change == other->marks.change && one->size == other->size &&
           one->marks.note == other->marks.note;
}

gboolean place_changes(Page *page, const LinePlace *place, guint32 last)
{
    gboolean any = FALSE;

    if (!place->marks)
        return FALSE;
    for (guint32 first = place->line->first, i = first; i < last; first = i) {
        while (i < last && same_stretch(place, first, i))
            i++;
        if (change_of(place, first) == TEXT_SAME)
            continue;
        add_lines(page, place, first, i);
        any = TRUE;
    }
    return any;
}

/* ---- pictures ---- */

static void add_side(Page *page, TextChange change, Len x, Len y, Len width, Len height)
{
    Item *item = item_new_rule(change_ink(change, INK_BLACK), x, y, width, height);

    page_add(page, item);
}

/* `out` from the picture's edges. */
static void add_frame(Page *page, TextChange change, const Item *picture, Len out, Len weight)
{
    Len x = picture->x - out, y = picture->y - out;
    Len width = picture->width + 2 * out, height = picture->height + 2 * out;

    add_side(page, change, x, y, width, weight);
    add_side(page, change, x, y + height - weight, width, weight);
    add_side(page, change, x, y, weight, height);
    add_side(page, change, x + width - weight, y, weight, height);
}

void place_changed_box(Page *page, TextChange change, const Item *picture, Len em)
{
    Len weight = em * LINE_WEIGHT / 1000, apart = em * DOUBLE / 1000;
    gboolean moved = change == TEXT_MOVED_AWAY || change == TEXT_MOVED_HERE;

    if (change == TEXT_SAME)
        return;
    add_frame(page, change, picture, apart, weight);
    if (moved)
        add_frame(page, change, picture, 2 * apart, weight);
    for (guint i = 1; i <= 3 && (change == TEXT_DELETED || change == TEXT_MOVED_AWAY); i++)
        add_side(page, change, picture->x, picture->y + picture->height * i / 4, picture->width,
                 weight);
}

/* ---- bars ---- */

typedef struct {
    gboolean turned;
    Len top, bottom;
} Bar;

static gint compare_bars(gconstpointer a, gconstpointer b)
{
    const Bar *one = a, *other = b;

    if (one->turned != other->turned)
        return one->turned ? 1 : -1;
    return one->top < other->top ? -1 : one->top > other->top;
}

/* (transfer full) (element-type Bar) */
static GArray *bars_of(const Page *page, const Template *template)
{
    GArray *bars = g_array_new(FALSE, FALSE, sizeof(Bar));
    Len white = grid_white(template) / 2;

    for (guint i = 0; i < page->lines->len; i++) {
        const PlacedLine *line = &g_array_index(page->lines, PlacedLine, i);
        if (!line->changed || line->first == line->last)
            continue;
        Len top = line->baseline - template->cell * template->ascent / 1000 - white;
        Bar bar = {((const Item *) page->items->pdata[line->first])->turned, top,
                   top + template->pitch};
        g_array_append_val(bars, bar);
    }
    g_array_sort(bars, compare_bars);
    return bars;
}

static void add_bar(Page *page, const Bar *bar, Len left, const Template *template)
{
    Item *item = item_new_rule(INK_BLACK, left - template->cell * BAR_DISTANCE / 100, bar->top,
                               template->cell * BAR_WEIGHT / 100, bar->bottom - bar->top);

    item->turned = bar->turned;
    page_add(page, item);
}

static void place_page_bars(Page *page, const Template *template, Len text_left)
{
    g_autoptr(GArray) bars = bars_of(page, template);
    Bar open = {FALSE, 0, 0};
    const Len turned_left = template->page_height - template->top - template->height;

    for (guint i = 0; i <= bars->len; i++) {
        const Bar *bar = i < bars->len ? &g_array_index(bars, Bar, i) : NULL;
        if (bar && i > 0 && bar->turned == open.turned && bar->top <= open.bottom + LEN_PT) {
            open.bottom = MAX(open.bottom, bar->bottom);
            continue;
        }
        if (i > 0)
            add_bar(page, &open, open.turned ? turned_left : text_left, template);
        if (bar)
            open = *bar;
    }
}

void place_change_bars(Pages *pages, const Template *template)
{
    for (guint i = 0; i < pages->pages->len; i++) {
        Page *page = pages->pages->pdata[i];
        gboolean even = page->number % 2 == 0;
        place_page_bars(page, template, even ? pages->grid.even_left : pages->grid.left);
    }
}

/* 发文机关标志 (7.2.4): as large as the template allows and the text block has room for, narrower
 * before it is smaller; the names of several issuers one below the other, all equally wide, with
 * the suffix behind them at half height. */
#include "layout/masthead_parts.h"

/* 小五, the smallest size that is used for reading at all. */
#define LEAST_READABLE (9 * LEN_PT)

typedef struct {
    Masthead *masthead;
    const Layout *layout;
    Len size;        /* the template's, the largest that it may have */
    Len set;         /* that it is given */
    Len pitch;       /* of several names, at that size */
    Len names_width; /* widest name, at that size */
    Len gap;         /* before the suffix */
    Len all_width;
} Mark;

static LoneLine *name_at(const Mark *mark, guint i)
{
    return mark->masthead->names->pdata[i];
}

/* ---- size ---- */

static void measure(Mark *mark)
{
    const Masthead *masthead = mark->masthead;
    const Style *style = &masthead->template->styles[STYLE_MASTHEAD];

    mark->size = style->size;
    mark->pitch = style->pitch > 0 ? style->pitch : style->size * 5 / 4;
    for (guint i = 0; i < masthead->names->len; i++)
        mark->names_width = MAX(mark->names_width, lone_line_width(name_at(mark, i)));
    mark->all_width = mark->names_width;
    if (masthead->suffix) {
        mark->gap = masthead->template->masthead.suffix_gap;
        mark->all_width += mark->gap + lone_line_width(masthead->suffix);
    }
}

/* Several names may be no higher together than the template says, lest no text is left on the page.
 */
static Len size_for_height(const Mark *mark)
{
    guint names = mark->masthead->names->len;
    Len height = (names - 1) * mark->pitch + mark->size,
        most = mark->masthead->template->masthead.height;

    return names > 1 && height > most ? len_mul_div(mark->size, most, height) : mark->size;
}

/* By how many thousandths glyphs are to be narrower that are `width` wide, for them to have room.
 */
static guint condensing(Len width, Len room)
{
    return width > room ? (guint) (1000 - room * 1000 / width) : 0;
}

static void scale(Mark *mark, Len size, guint condensed)
{
    const Masthead *masthead = mark->masthead;
    Len wide = 1000 - (Len) condensed;

    for (guint i = 0; i < masthead->names->len; i++)
        lone_line_scale(name_at(mark, i), size, mark->size, condensed);
    if (masthead->suffix)
        lone_line_scale(masthead->suffix, size, mark->size, condensed);
    mark->names_width = len_mul_div(mark->names_width, size * wide, mark->size * 1000);
    mark->gap = len_mul_div(mark->gap, size * wide, mark->size * 1000);
    mark->pitch = len_mul_div(mark->pitch, size, mark->size);
}

static void fit(Mark *mark)
{
    const Template *template = mark->masthead->template;
    const Len room = mark->masthead->mark_room;
    Len size = size_for_height(mark), width = len_mul_div(mark->all_width, size, mark->size);
    guint condensed = condensing(width, room);

    if (condensed > template->masthead.condensed) {
        condensed = template->masthead.condensed;
        size = len_mul_div(size, room * 1000, width * (1000 - (Len) condensed));
    }
    scale(mark, size, condensed);
    mark->set = size;
}

/* A tenth of a millimetre is as fine as anybody measures. */
static gchar *millimetres(Len length)
{
    gint64 tenths = (gint64) length * 10 / len_from_um(1000);

    return g_strdup_printf("%d.%d", (int) (tenths / 10), (int) (tenths % 10));
}

/* It is the largest thing on the page: below the size of the title it is none, and somewhere it
 * cannot be read at all. */
static void check_size(const Mark *mark, Diagnostics *sink)
{
    const Masthead *masthead = mark->masthead;
    const GArray *given = masthead->meta->masthead;
    const Len title = masthead->template->styles[STYLE_TITLE].size;

    if (mark->set >= MIN(title, mark->size))
        return;
    const GArray *names = given->len > 0 ? given : masthead->meta->issuers;
    g_autofree gchar *is = millimetres(mark->set), *at_least = millimetres(title);
    diag_report(sink, mark->set < LEAST_READABLE ? RULE_MARK_UNREADABLE : RULE_MARK_SMALL,
                g_array_index(names, Field, 0).span, is, at_least, NULL);
}

/* ---- place ---- */

/* The names from `x`, their ink's top at `top`. Returns their ink's bottom. */
static Len place_names(const Mark *mark, Len x, Len top)
{
    const GPtrArray *names = mark->masthead->names;
    Len ink_top = 0, ink_bottom = 0, baseline = 0;

    for (guint i = 0; i < names->len; i++) {
        LoneLine *name = name_at(mark, i);
        lone_line_ink(name, mark->layout, &ink_top, &ink_bottom);
        baseline = i == 0 ? top + ink_top : baseline + mark->pitch;
        lone_line_spread(name, mark->names_width);
        name->x = x + (mark->names_width - lone_line_width(name)) / 2;
        name->baseline = baseline;
    }
    return baseline - ink_bottom;
}

/* The middle of its ink is that of the names'. */
static void place_suffix(const Mark *mark, Len x, Len top, Len bottom)
{
    LoneLine *suffix = mark->masthead->suffix;
    Len ink_top, ink_bottom;

    lone_line_ink(suffix, mark->layout, &ink_top, &ink_bottom);
    suffix->x = x;
    suffix->baseline = (top + bottom + ink_top + ink_bottom) / 2;
}

Len masthead_mark_top(const Masthead *masthead)
{
    const Template *template = masthead->template;
    const MastheadStyle *style = &template->masthead;

    return style->from == HEAD_FROM_PAGE ? style->top : template->top + style->top;
}

Len masthead_place_mark(Masthead *masthead, const Layout *layout, Diagnostics *sink)
{
    const Template *template = masthead->template;
    Mark mark = {.masthead = masthead, .layout = layout};

    measure(&mark);
    fit(&mark);
    check_size(&mark, sink);
    Len width =
        mark.names_width + (masthead->suffix ? mark.gap + lone_line_width(masthead->suffix) : 0);
    Len x = template->left + (template->width - width) / 2;
    Len top = masthead_mark_top(masthead);
    Len bottom = place_names(&mark, x, top);
    if (masthead->suffix)
        place_suffix(&mark, x + mark.names_width + mark.gap, top, bottom);
    return bottom;
}

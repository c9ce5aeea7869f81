#include "layout/imprint.h"

#include "layout/place.h"
#include "layout/signature_part.h"

/* What stands between two rules, from top to bottom. Rows are as high as the pitch of their style,
 * the text in their middle. */
typedef struct {
    const SetBlock *block;
    guint line;
    gboolean beside; /* on the row of the line before it */
} ImprintLine;

struct Imprint {
    const Template *template;
    GArray *copies;  /* ImprintLine: 主送, 抄送 */
    GArray *printed; /* 印发机关, 印发日期 */
};

static const Style *style_of(const Template *template, const SetBlock *block)
{
    return &template->styles[block->paragraph->role];
}

static Len row_height(const Template *template, const SetBlock *block)
{
    return style_pitch(template, block->paragraph->role);
}

/* White above and below the text in its row. */
static Len row_white(const Template *template, const SetBlock *block)
{
    return MAX(row_height(template, block) - style_of(template, block)->size, 0) / 2;
}

static Len line_end(const ImprintLine *at)
{
    const Line *line = at->block->lines->pdata[at->line];

    return line->indent + line->width;
}

/* The date stands on the row of the organ's last line, if a character stays free between them. */
static gboolean has_room_beside(const GArray *lines, const SetBlock *date)
{
    const Line *line = date->lines->pdata[0];

    return lines->len > 0 && line_end(&g_array_index(lines, ImprintLine, lines->len - 1)) +
                                     g_array_index(date->paragraph->clusters, Cluster, 0).em <=
                                 line->indent;
}

static void add_lines(GArray *lines, const SetBlock *block, gboolean beside)
{
    for (guint i = 0; i < block->lines->len; i++) {
        ImprintLine line = {block, i, beside && i == 0};
        g_array_append_val(lines, line);
    }
}

Imprint *imprint_new(const GPtrArray *blocks, const Template *template)
{
    Imprint *imprint = g_new0(Imprint, 1);

    imprint->template = template;
    imprint->copies = g_array_new(FALSE, FALSE, sizeof(ImprintLine));
    imprint->printed = g_array_new(FALSE, FALSE, sizeof(ImprintLine));
    for (guint i = 0; i < blocks->len; i++) {
        const SetBlock *block = blocks->pdata[i];
        if (block->paragraph->role == STYLE_IMPRINT)
            add_lines(imprint->copies, block, FALSE);
        else if (block->paragraph->role == STYLE_PRINTED_BY)
            add_lines(imprint->printed, block, FALSE);
        else if (block->paragraph->role == STYLE_PRINTED_ON)
            add_lines(imprint->printed, block, has_room_beside(imprint->printed, block));
    }
    return imprint;
}

void imprint_free(Imprint *imprint)
{
    g_array_unref(imprint->copies);
    g_array_unref(imprint->printed);
    g_free(imprint);
}

static gboolean is_empty(const Imprint *imprint)
{
    return imprint->copies->len == 0 && imprint->printed->len == 0;
}

static Len lines_height(const Imprint *imprint, const GArray *lines)
{
    Len height = 0;

    for (guint i = 0; i < lines->len; i++) {
        const ImprintLine *line = &g_array_index(lines, ImprintLine, i);
        height += line->beside ? 0 : row_height(imprint->template, line->block);
    }
    return height;
}

static gboolean has_rules(const Imprint *imprint)
{
    return imprint->template->imprint.outer > 0;
}

/* Without a rule below it the last text itself stands at the foot. */
static Len last_white(const Imprint *imprint)
{
    const GArray *last = imprint->printed->len > 0 ? imprint->printed : imprint->copies;

    if (has_rules(imprint))
        return 0;
    return row_white(imprint->template, g_array_index(last, ImprintLine, last->len - 1).block);
}

Len imprint_height(const Imprint *imprint)
{
    const ImprintStyle *style = &imprint->template->imprint;
    gboolean both = imprint->copies->len > 0 && imprint->printed->len > 0;

    if (is_empty(imprint))
        return 0;
    return 2 * style->outer + (both ? style->inner : 0) + lines_height(imprint, imprint->copies) +
           lines_height(imprint, imprint->printed) - last_white(imprint);
}

guint imprint_printed_rows(const Imprint *imprint)
{
    guint rows = 0;

    for (guint i = 0; i < imprint->printed->len; i++)
        rows += g_array_index(imprint->printed, ImprintLine, i).beside ? 0 : 1;
    return rows;
}

/* ---- on a page ---- */

static Len place_rule(const Imprint *imprint, Page *page, Len y, Len thickness)
{
    const Template *template = imprint->template;

    if (thickness > 0)
        page_add(page, item_new_rule(INK_BLACK, template->left, y, template->width, thickness));
    return y + thickness;
}

static void place_imprint_line(const Template *template, Page *page, const ImprintLine *at, Len row)
{
    const SetBlock *block = at->block;
    LinePlace place = {.paragraph = block->paragraph,
                       .line = block->lines->pdata[at->line],
                       .anchors = block->anchors,
                       .x = template->left,
                       .ascent = template->ascent,
                       .marks = &template->marks};

    place.baseline = row + row_white(template, block) +
                     style_of(template, block)->size * template->ascent / 1000;
    place_line(page, &place);
}

static Len place_lines(const Imprint *imprint, Page *page, const GArray *lines, Len y)
{
    Len row = y;

    for (guint i = 0; i < lines->len; i++) {
        const ImprintLine *line = &g_array_index(lines, ImprintLine, i);
        if (!line->beside)
            row = y;
        place_imprint_line(imprint->template, page, line, row);
        y = row + row_height(imprint->template, line->block);
    }
    return y;
}

void imprint_place(const Imprint *imprint, Page *page)
{
    const Template *template = imprint->template;
    const ImprintStyle *style = &template->imprint;
    Len y = template->top + template->height - imprint_height(imprint);

    if (is_empty(imprint))
        return;
    y = place_rule(imprint, page, y, style->outer);
    y = place_lines(imprint, page, imprint->copies, y);
    if (imprint->copies->len > 0 && imprint->printed->len > 0)
        y = place_rule(imprint, page, y, style->inner);
    y = place_lines(imprint, page, imprint->printed, y);
    place_rule(imprint, page, y, style->outer);
}

/* ---- pages ---- */

static const PlannedPage *page_at(const GArray *plan, guint i)
{
    return &g_array_index(plan, PlannedPage, i);
}

static gboolean is_without_text(const PlannedPage *page)
{
    return page->first == page->last;
}

void imprint_move_to_even(GArray *plan, const Template *template)
{
    guint last = template->page_number.first + plan->len - 1;
    PlannedPage empty = {.first = page_at(plan, plan->len - 1)->last};

    /* After text it goes to the next page; alone it stays on the next, after a blank one. */
    empty.last = empty.first;
    if (last % 2 == 1)
        g_array_append_val(plan, empty);
}

gboolean imprint_follows_blank(const GArray *plan)
{
    return plan->len > 1 && is_without_text(page_at(plan, plan->len - 1)) &&
           is_without_text(page_at(plan, plan->len - 2));
}

#include "layout/flow.h"

typedef struct {
    const GPtrArray *blocks; /* SetBlock */
    const Template *template;
    GArray *lines; /* FlowLine */
} Flow;

static StyleRole role_of(const Flow *flow, guint block)
{
    return ((const SetBlock *) flow->blocks->pdata[block])->paragraph->role;
}

static const Style *style_of(const Flow *flow, guint block)
{
    return &flow->template->styles[role_of(flow, block)];
}

static FlowLine *line_at(const Flow *flow, guint i)
{
    return &g_array_index(flow->lines, FlowLine, i);
}

/* ---- rows ---- */

/* Rows that a block with a pitch of its own takes: its lines and the white that belongs to the last
 * of them, rounded up so that the text after it is on the grid again. */
static guint rows_off_grid(const Template *template, const Style *style, guint lines)
{
    Len white = template->pitch - template->cell;
    Len height = (lines - 1) * style->pitch + style->size + white;

    return (guint) ((height + template->pitch - 1) / template->pitch);
}

static void add_block(Flow *flow, guint block, guint before)
{
    const Style *style = style_of(flow, block);
    guint lines = ((const SetBlock *) flow->blocks->pdata[block])->lines->len;
    gboolean on_grid = style->pitch == 0 || style->pitch == flow->template->pitch;

    for (guint i = 0; i < lines; i++) {
        FlowLine line = {.block = block, .line = i, .rows = 1, .on_grid = on_grid};
        line.before = i == 0 ? before : 0;
        if (!on_grid) {
            line.rows = i == 0 ? rows_off_grid(flow->template, style, lines) : 0;
            line.offset = i * style->pitch;
            line.keep = i > 0;
        }
        g_array_append_val(flow->lines, line);
    }
}

static gboolean is_signature(const Flow *flow, guint block)
{
    return role_of(flow, block) == STYLE_SIGNATURE || role_of(flow, block) == STYLE_DATE;
}

static void add_blocks(Flow *flow)
{
    guint after = 0;

    for (guint i = 0; i < flow->blocks->len; i++) {
        const Style *style = style_of(flow, i);
        guint before = MAX(style->before, after);
        if (is_signature(flow, i) && (i == 0 || !is_signature(flow, i - 1)))
            before = MAX(before, flow->template->signature.blank_lines);
        add_block(flow, i, before);
        after = style->after;
    }
}

/* ---- what stays together ---- */

static void keep_lines(Flow *flow, guint from, guint to)
{
    for (guint i = MAX(from, 1); i < to && i < flow->lines->len; i++)
        line_at(flow, i)->keep = TRUE;
}

/* How many lines the block has that begins at line `first`. */
static guint block_lines(const Flow *flow, guint first)
{
    guint last = first;

    while (last < flow->lines->len && line_at(flow, last)->block == line_at(flow, first)->block)
        last++;
    return last - first;
}

/* Lines [first, last) are one block: a heading keeps with what follows, a paragraph its widows and
 * orphans. */
static void keep_block(Flow *flow, guint first, guint last)
{
    const Template *template = flow->template;
    const Style *style = style_of(flow, line_at(flow, first)->block);

    if (style->keep_next > 0)
        keep_lines(flow, first + 1, last + MIN(style->keep_next, block_lines(flow, last)));
    keep_lines(flow, first + 1, MIN(first + template->orphan, last));
    keep_lines(flow, MAX(last - MIN(template->widow, last - first), first) + 1, last);
}

static void keep_blocks(Flow *flow)
{
    for (guint first = 0, i = 1; i <= flow->lines->len; i++) {
        if (i < flow->lines->len && line_at(flow, i)->block == line_at(flow, first)->block)
            continue;
        keep_block(flow, first, i);
        first = i;
    }
}

/* Signature and date stand together, with so many lines of text before them (GB/T 9704-2012
 * 7.3.5.5). */
static void keep_signature(Flow *flow)
{
    guint first = flow->lines->len;

    while (first > 0 && is_signature(flow, line_at(flow, first - 1)->block))
        first--;
    if (first == flow->lines->len)
        return;
    guint text = MIN(flow->template->signature.keep_lines, first);
    keep_lines(flow, first - text + 1, flow->lines->len);
}

GArray *flow_new(const GPtrArray *blocks, const Template *template)
{
    Flow flow = {blocks, template, g_array_new(FALSE, TRUE, sizeof(FlowLine))};

    add_blocks(&flow);
    keep_blocks(&flow);
    keep_signature(&flow);
    return flow.lines;
}

guint flow_page_end(const GArray *flow, guint first, guint page_rows)
{
    guint rows = 0, last = first;

    for (; last < flow->len; last++) {
        const FlowLine *line = &g_array_index(flow, FlowLine, last);
        rows += line->rows + (last > first ? line->before : 0);
        if (rows > page_rows)
            break;
    }
    if (last == flow->len)
        return last;
    for (guint end = last; end > first; end--)
        if (!g_array_index(flow, FlowLine, end).keep)
            return end;
    return MAX(last, first + 1); /* lines kept together that are longer than a page */
}

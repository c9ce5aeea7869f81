#include "layout/flow.h"

#include "layout/attendance.h"
#include "layout/figure.h"
#include "layout/footnote.h"
#include "layout/signature_part.h"
#include "layout/table.h"

typedef struct {
    const GPtrArray *blocks; /* SetBlock */
    const GPtrArray *notes;  /* SetBlock of each footnote */
    const Template *template;
    GArray *lines; /* FlowLine */
} Flow;

static const SetBlock *block_at(const Flow *flow, guint block)
{
    return flow->blocks->pdata[block];
}

static StyleRole role_of(const Flow *flow, guint block)
{
    return block_at(flow, block)->paragraph->role;
}

static const Style *style_of(const Flow *flow, guint block)
{
    return &flow->template->styles[role_of(flow, block)];
}

static FlowLine *line_at(const Flow *flow, guint i)
{
    return &g_array_index(flow->lines, FlowLine, i);
}

static gboolean is_text(const Flow *flow, guint block)
{
    StyleRole role = role_of(flow, block);

    return role == STYLE_BODY || role == STYLE_CONTACT || role == STYLE_CAPTION ||
           role == STYLE_TABLE || (role >= STYLE_HEADING_1 && role <= STYLE_HEADING_4);
}

/* ---- rows ---- */

/* A line of a block with a pitch of its own. White like that below a line of text belongs to the
 * last; before the others no page may end. */
static void set_off_grid(const Template *template, const Style *style, guint lines, FlowLine *line)
{
    gboolean last = line->line + 1 == lines;

    line->white = grid_white(template);
    line->height = last ? style->size + line->white : style->pitch;
    if (line->line > 0)
        line->faults = FAULT_BIT(FAULT_BLOCK);
}

static void set_on_grid(const Template *template, FlowLine *line)
{
    line->on_grid = TRUE;
    line->height = template->pitch;
    line->white = grid_white(template);
}

/* Signature and date, and the note that stands right below them (7.3.6). */
static gboolean is_signature(const Flow *flow, guint block)
{
    StyleRole role = role_of(flow, block);

    return role == STYLE_SIGNATURE || role == STYLE_POST || role == STYLE_DATE ||
           (role == STYLE_NOTE && block > 0 && is_signature(flow, block - 1));
}

static const TableSlice *slice_at(const SetTable *table, guint i)
{
    return &g_array_index(table->slices, TableSlice, i);
}

/* The first row or the last is alone with the head where a page ends before slice `i`, which begins
 * a row. One of many lines is never that short. */
static gboolean leaves_one_row(const SetTable *table, guint i)
{
    return i + 1 == table->slices->len ||
           (slice_at(table, i)->row == 2 && slice_at(table, i - 1)->first == 0);
}

/* A table of few rows is not worth dividing; but for that no more than a few rows of the page stay
 * empty. */
#define FEW_ROWS 6

static guint row_faults(const SetTable *table, guint i)
{
    guint row = slice_at(table, i)->row;

    if (leaves_one_row(table, i))
        return FAULT_BIT(FAULT_LONE_ROW);
    return table->rows <= FEW_ROWS || row == 2 || row + 1 == table->rows ? FAULT_BIT(FAULT_ROW) : 0;
}

/* The first lines and the last of a row stay together, and the head with the first row. */
static guint slice_faults(const SetTable *table, guint i)
{
    const TableSlice *slice = slice_at(table, i);
    gboolean ends = i + 1 == table->slices->len || slice[1].row != slice->row;

    if (i == 0)
        return 0;
    if (slice->row == 1 && slice->first <= 1)
        return FAULT_BIT(FAULT_BLOCK);
    if (slice->first == 0)
        return row_faults(table, i);
    return FAULT_BIT(slice->first == 1 || ends ? FAULT_BLOCK : FAULT_ROW);
}

static Len line_notes(const Flow *flow, const SetBlock *block, guint i)
{
    const Line *line = block->lines->pdata[i];

    return flow->notes->len == 0 ? 0
                                 : footnotes_height(block->paragraph, line->first, line->last,
                                                    flow->notes, flow->template);
}

static Len slice_notes(const Flow *flow, const SetTable *table, const TableSlice *slice)
{
    Len height = 0;

    for (guint column = 0; column < table->columns; column++) {
        const SetBlock *cell = table->cells->pdata[slice->row * table->columns + column];
        for (guint i = slice->first; i < MIN(slice->last, cell->lines->len); i++)
            height += line_notes(flow, cell, i);
    }
    return height;
}

/* White as below a line of text belongs to the last row. */
static void add_table(Flow *flow, guint block, guint before)
{
    const SetTable *table = block_at(flow, block)->table;
    Len white = grid_white(flow->template);

    Len repeat = table_repeat_height(table, flow->template);
    Len head_notes = slice_notes(flow, table, slice_at(table, 0));

    for (guint i = 0; i < table->slices->len; i++) {
        const TableSlice *slice = slice_at(table, i);
        FlowLine line = {.block = block, .line = i, .before = i == 0 ? before : 0, .text = TRUE};
        line.height = slice->height;
        line.repeat = slice->row > 0 ? repeat + table_divided_white(slice, flow->template) : 0;
        line.repeat_notes = slice->row > 0 ? head_notes : 0;
        line.turned = table->turned;
        line.faults = slice_faults(table, i);
        line.notes = slice_notes(flow, table, slice);
        if (i + 1 == table->slices->len) {
            line.white = white;
            line.height += white;
        }
        g_array_append_val(flow->lines, line);
    }
}

/* What white it has below its caption may hang over the foot. */
static void add_figure(Flow *flow, guint block, guint before)
{
    const SetFigure *figure = block_at(flow, block)->figure;
    const Template *template = flow->template;
    FlowLine line = {.block = block, .before = before, .text = TRUE};

    line.height = figure_row_count(figure, template) * template->pitch;
    line.white = line.height - figure_offset(figure, template, FALSE) - figure->content;
    for (guint i = 0; figure->caption && i < figure->caption->lines->len; i++)
        line.notes += line_notes(flow, figure->caption, i);
    g_array_append_val(flow->lines, line);
}

static void add_block(Flow *flow, guint block, guint before)
{
    const Style *style = style_of(flow, block);
    guint lines = block_at(flow, block)->lines->len;
    gboolean on_grid = style->pitch == 0 || style->pitch == flow->template->pitch;

    for (guint i = 0; i < lines; i++) {
        FlowLine line = {.block = block, .line = i, .before = i == 0 ? before : 0};
        line.text = is_text(flow, block);
        line.ending = is_signature(flow, block);
        line.turned = block_at(flow, block)->turned;
        line.notes = line_notes(flow, block_at(flow, block), i);
        line.new_page = i == 0 && role_of(flow, block) == STYLE_ANNEX_MARK; /* 7.3.7 */
        if (on_grid)
            set_on_grid(flow->template, &line);
        else
            set_off_grid(flow->template, style, lines, &line);
        if (i > 0 && role_of(flow, block) == STYLE_ATTENDANCE &&
            attendance_holds(block_at(flow, block), i))
            line.faults |= FAULT_BIT(FAULT_NAME);
        g_array_append_val(flow->lines, line);
    }
}

/* Names, seals and date that stand on a page as a whole, with the blank lines above them. */
static void add_part(Flow *flow, guint block)
{
    const SignaturePart *part = ((const SetBlock *) flow->blocks->pdata[block])->part;
    FlowLine line = {.block = block, .on_grid = TRUE, .rows = part->rows, .ending = TRUE};

    line.height = part->rows * flow->template->pitch;
    line.white = grid_white(flow->template) - part->over;
    g_array_append_val(flow->lines, line);
}

/* What stands elsewhere: at the foot of the last page, or beside a block before it. */
static gboolean is_beside(const Flow *flow, guint block)
{
    StyleRole role = role_of(flow, block);

    return ((const SetBlock *) flow->blocks->pdata[block])->in_part || role == STYLE_IMPRINT ||
           role == STYLE_PRINTED_BY || role == STYLE_PRINTED_ON;
}

/* 2. of a list of annexes, 列席 below 出席: white stands before the first alone. */
static gboolean continues(const Flow *flow, guint block)
{
    StyleRole role = role_of(flow, block);

    return block > 0 && role == role_of(flow, block - 1) &&
           (role == STYLE_ANNEX_LIST || role == STYLE_ATTENDANCE);
}

static void add_blocks(Flow *flow)
{
    guint after = 0;

    for (guint i = 0; i < flow->blocks->len; i++) {
        const Style *style = style_of(flow, i);
        guint before = MAX(continues(flow, i) ? 0 : style->before, after);
        if (is_signature(flow, i) && (i == 0 || !is_signature(flow, i - 1)))
            before = MAX(before, flow->template->signature.blank_lines);
        if (is_beside(flow, i))
            continue;
        if (block_at(flow, i)->part)
            add_part(flow, i);
        else if (block_at(flow, i)->table)
            add_table(flow, i, before);
        else if (block_at(flow, i)->figure)
            add_figure(flow, i, before);
        else
            add_block(flow, i, before);
        after = style->after;
    }
}

/* ---- what stays together ---- */

/* A page break before any of the lines [from, to) has this fault. */
static void forbid(Flow *flow, guint from, guint to, BreakFault fault)
{
    for (guint i = MAX(from, 1); i < to && i < flow->lines->len; i++)
        line_at(flow, i)->faults |= FAULT_BIT(fault);
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

    if (block_at(flow, line_at(flow, first)->block)->table)
        return;
    if (style->keep_next > 0)
        forbid(flow, first + 1, last + MIN(style->keep_next, block_lines(flow, last)),
               FAULT_HEADING);
    forbid(flow, first + 1, MIN(first + template->orphan, last), FAULT_ORPHAN);
    forbid(flow, MAX(last - MIN(template->widow, last - first), first) + 1, last, FAULT_WIDOW);
}

static void keep_blocks(Flow *flow)
{
    for (guint first = 0, last; first < flow->lines->len; first = last) {
        last = first + block_lines(flow, first);
        keep_block(flow, first, last);
    }
}

/* Page 1 shows some text, whatever stands above it (GB/T 9704-2012 7.3.3). */
static void keep_first_page(Flow *flow)
{
    guint text = 0;

    while (text < flow->lines->len && !line_at(flow, text)->text) {
        if (flow_must_break(flow->lines, text))
            return;
        text++;
    }
    forbid(flow, 1, text + 1, FAULT_FIRST_PAGE);
}

/* A figure is worth the rows that it takes. */
static guint worth(const Flow *flow, const FlowLine *line)
{
    return (guint) MAX(line->height / flow->template->pitch, 1);
}

/* The line from which on there is so much text before line `i`, or where what may share its page
 * begins; `any`: whatever the lines are. */
static guint text_before(const Flow *flow, guint i, gboolean any)
{
    guint first = i, wanted = flow->template->signature.keep_lines, found = 0;

    for (guint k = i; k > 0 && found < wanted && !flow_must_break(flow->lines, k); k--) {
        const FlowLine *line = line_at(flow, k - 1);
        if (!line->text && !any)
            continue;
        found += worth(flow, line);
        first = k - 1;
    }
    return first;
}

/* Of a text so short that all of it were to stand with the signature page 1 has its first line: the
 * page is to show some (7.3.3). */
static guint spare_first_line(const Flow *flow, guint text)
{
    for (guint i = 0; i < text; i++)
        if (line_at(flow, i)->text)
            return text;
    return line_at(flow, text)->text && line_at(flow, text + 1)->text ? text + 1 : text;
}

static gboolean fit_a_page(const Flow *flow, guint first, guint last)
{
    const Template *template = flow->template;
    Len height = 0;

    for (guint i = first; i < last; i++)
        height +=
            line_at(flow, i)->height + (i > first ? line_at(flow, i)->before : 0) * template->pitch;
    return height <= template->lines * template->pitch;
}

/* Signature and date stand together, on a page with so many lines of text (GB/T 9704-2012 7.3.5.5:
 * 正文). The list of annexes between them is none (7.3.4), but where it is too long for them to
 * share a page it has to do: a seal may stand below it as below the text (7.3.5.1). */
static void keep_signature(Flow *flow)
{
    guint first = flow_ending(flow->lines), last = first;

    if (first == flow->lines->len)
        return;
    guint text = text_before(flow, first, FALSE);
    while (last < flow->lines->len && line_at(flow, last)->ending)
        last++;
    if (!fit_a_page(flow, text, last))
        text = text_before(flow, first, TRUE);
    forbid(flow, first + 1, last, FAULT_SIGNATURE);
    forbid(flow, spare_first_line(flow, text) + 1, first + 1, FAULT_ENDING);
}

/* A seal may reach below the note that stands on the line after the date: it is the seal then that
 * ends on the page. */
static void hang_seals(Flow *flow)
{
    Len hang = 0; /* of the seal below the line before */

    for (guint i = 0; i < flow->lines->len; i++) {
        FlowLine *line = line_at(flow, i);
        hang -= line->height;
        if (line->ending)
            line->white = MIN(line->white, -hang);
        hang = line->ending ? MAX(-line->white, 0) : 0;
    }
}

GArray *flow_new(const GPtrArray *blocks, const GPtrArray *notes, const Template *template)
{
    Flow flow = {blocks, notes, template, g_array_new(FALSE, TRUE, sizeof(FlowLine))};

    add_blocks(&flow);
    keep_blocks(&flow);
    keep_first_page(&flow);
    keep_signature(&flow);
    hang_seals(&flow);
    return flow.lines;
}

gboolean flow_must_break(const GArray *flow, guint i)
{
    const FlowLine *line = &g_array_index(flow, FlowLine, i);

    return i > 0 && (line->new_page || line->turned != line[-1].turned);
}

guint flow_ending(const GArray *flow)
{
    guint i = 0;

    while (i < flow->len && !g_array_index(flow, FlowLine, i).ending)
        i++;
    return i;
}

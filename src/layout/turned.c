#include "layout/turned.h"

#include "layout/label.h"

/* Lines of text between the head of an annex and its table: more of them stand on a page that is
 * not turned, and the table on the next. */
#define FEW_LINES 4

static SetBlock *block_at(const Layout *layout, guint i)
{
    return layout->blocks->pdata[i];
}

static StyleRole role_at(const Layout *layout, guint i)
{
    return block_at(layout, i)->paragraph->role;
}

static gboolean is_head(StyleRole role)
{
    return role == STYLE_ANNEX_TITLE || role == STYLE_ANNEX_MARK;
}

static gboolean is_text(const Layout *layout, guint i)
{
    const SetBlock *block = block_at(layout, i);
    StyleRole role = block->paragraph->role;

    return !block->table && !block->figure && !is_on_strict_grid(layout->template, role) &&
           (role == STYLE_BODY || (role >= STYLE_HEADING_1 && role <= STYLE_HEADING_4));
}

/* What is centred stays as it is, in the middle of the longer line. */
static void turn_head(const Layout *layout, guint i)
{
    const Template *template = layout->template;
    SetBlock *head = block_at(layout, i);

    head->turned = TRUE;
    if (template->styles[role_at(layout, i)].align != ALIGN_CENTER)
        return;
    for (guint k = 0; k < head->lines->len; k++)
        ((Line *) head->lines->pdata[k])->indent += (template->height - template->width) / 2;
}

/* The lines of a text as a turned page has them. (transfer full) */
static GPtrArray *turned_lines(const Layout *layout, guint i, Measure *measure)
{
    const Paragraph *paragraph = block_at(layout, i)->paragraph;
    Measure wide = block_measure(layout->template, paragraph->role);

    wide.width = layout->template->height;
    *measure = label_measure(paragraph, &wide, 0);
    return break_lines(paragraph, measure, &layout->template->composition);
}

/* Whether blocks [first, last) are no more than a few lines. */
static gboolean are_few_lines(const Layout *layout, guint first, guint last)
{
    guint lines = 0;

    for (guint i = first; i < last && lines <= FEW_LINES; i++) {
        Measure measure;
        g_autoptr(GPtrArray) turned = turned_lines(layout, i, &measure);
        lines += turned->len;
    }
    return lines <= FEW_LINES;
}

static void turn_text(const Layout *layout, guint i)
{
    SetBlock *block = block_at(layout, i);

    block->turned = TRUE;
    g_ptr_array_unref(block->lines);
    block->lines = turned_lines(layout, i, &block->measure);
}

/* Headings right above the table or its caption, which would end the page before it. */
static void turn_headings(const Layout *layout, guint top)
{
    guint first = top;

    while (first > 0 && is_text(layout, first - 1) && role_at(layout, first - 1) != STYLE_BODY)
        first--;
    if (!are_few_lines(layout, first, top))
        return;
    while (top > first)
        turn_text(layout, --top);
}

void turn_with_table(const Layout *layout, guint table)
{
    guint top = table, text;

    while (top > 0 && role_at(layout, top - 1) == STYLE_CAPTION)
        turn_head(layout, --top);
    for (text = top; text > 0 && top - text <= FEW_LINES && is_text(layout, text - 1);)
        text--;
    if (text == 0 || !is_head(role_at(layout, text - 1)) || !are_few_lines(layout, text, top)) {
        turn_headings(layout, top);
        return;
    }
    while (top > text)
        turn_text(layout, --top);
    while (top > 0 && is_head(role_at(layout, top - 1)))
        turn_head(layout, --top);
}

#include "layout/recipients.h"

#include "layout/ending.h"

/* Whether a line of text has room on the first page (7.3.3), `without` one of the blocks. */
static gboolean first_page_has_room(const Layout *layout, guint without)
{
    g_autoptr(GPtrArray) blocks = g_ptr_array_copy(layout->blocks, NULL, NULL);

    g_ptr_array_set_free_func(blocks, NULL);
    if (without < blocks->len)
        g_ptr_array_remove_index(blocks, without);
    g_autoptr(GArray) flow = flow_new(blocks, layout->notes, layout->template);
    const PageRoom room = page_room(layout);
    PageFill fill = page_fill(&room, TRUE, 0);
    for (guint i = 0; i < flow->len && !flow_must_break(flow, i); i++) {
        const FlowLine *line = &g_array_index(flow, FlowLine, i);
        page_fill_add(&fill, line);
        if (line->text)
            return page_fill_fits(&fill, FALSE);
    }
    return FALSE;
}

static void drop(Layout *layout, guint i)
{
    g_ptr_array_remove_index(layout->texts, i);
    g_ptr_array_remove_index(layout->blocks, i);
}

/* The place of the recipients, or of those in the imprint; blocks->len: there are none. */
static guint find(const Layout *layout, gboolean instead)
{
    guint i = 0;

    while (i < layout->texts->len) {
        const TextBlock *text = layout->texts->pdata[i];
        if (instead ? text->instead : text->role == STYLE_RECIPIENTS)
            break;
        i++;
    }
    return i;
}

/* Why the recipients are to move. Where the first page has no room for text without them either,
 * it is not they who take it. */
static gboolean must_move(const Layout *layout, guint here, Diagnostics *sink)
{
    const GPtrArray *lines = ((const SetBlock *) layout->blocks->pdata[here])->lines;
    const guint most = layout->template->recipients.most_lines;
    const GArray *recipients = layout->bulletin->meta.recipients;
    Span where = g_array_index(recipients, Field, 0).span;
    g_autofree gchar *count = g_strdup_printf("%u", lines->len);
    g_autofree gchar *allowed = g_strdup_printf("%u", most);

    if (most > 0 && lines->len > most) {
        diag_report(sink, RULE_RECIPIENTS_LONG, where, count, allowed, NULL);
        return TRUE;
    }
    if (first_page_has_room(layout, layout->blocks->len) || !first_page_has_room(layout, here))
        return FALSE;
    diag_report(sink, RULE_RECIPIENTS_MOVED, where, count, NULL);
    return TRUE;
}

void settle_recipients(Layout *layout, Diagnostics *sink)
{
    guint here = find(layout, FALSE), there = find(layout, TRUE), none = layout->texts->len;

    if (here == none || there == none)
        return; /* a template without an imprint has no other place for them */
    drop(layout, must_move(layout, here, sink) ? here : there);
}

#include "layout/recipients.h"

#include "layout/ending.h"

static const SetBlock *block_at(const Layout *layout, guint i)
{
    return layout->blocks->pdata[i];
}

static gboolean is_text(StyleRole role)
{
    return role != STYLE_TITLE && role != STYLE_DOCUMENT_NUMBER && role != STYLE_ISSUED &&
           role != STYLE_RECIPIENTS;
}

/* 7.3.3: the first page shows text. */
static gboolean first_page_has_text(const Layout *layout)
{
    PlanRules rules = plan_rules(layout);
    g_autoptr(GArray) flow = flow_new(layout->blocks, layout->notes, layout->template);
    g_autoptr(GArray) plan = page_plan(flow, &rules);
    guint last = plan->len > 0 ? g_array_index(plan, PlannedPage, 0).last : 0;

    for (guint i = 0; i < last; i++) {
        const FlowLine *line = &g_array_index(flow, FlowLine, i);
        if (is_text(block_at(layout, line->block)->paragraph->role))
            return TRUE;
    }
    return FALSE;
}

static gboolean are_too_many(const Layout *layout, const SetBlock *recipients)
{
    guint most = layout->template->recipients.most_lines;

    return (most > 0 && recipients->lines->len > most) || !first_page_has_text(layout);
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

void settle_recipients(Layout *layout, Diagnostics *sink)
{
    const GArray *recipients = layout->bulletin->meta.recipients;
    guint here = find(layout, FALSE), there = find(layout, TRUE), none = layout->texts->len;

    if (here == none || there == none)
        return; /* a template without an imprint has no other place for them */
    Span where = g_array_index(recipients, Field, 0).span;
    gboolean too_many = are_too_many(layout, block_at(layout, here));
    if (too_many)
        diag_report(sink, RULE_RECIPIENTS_MOVED, where, NULL);
    drop(layout, too_many ? here : there);
}

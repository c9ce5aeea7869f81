/* Dates and status in the front matter against one another: D04, D09. */
#include "check/dates.h"
#include "check/modules.h"

static gboolean is_later(Date one, Date other)
{
    return one.year && other.year &&
           dates_compare(one.year, one.month, one.day, other.year, other.month, other.day) > 0;
}

static void check_late(CheckContext *context, const Node *node)
{
    if (!is_later(node->completed, node->due))
        return;
    g_autofree gchar *due = date_chinese(node->due);
    check_say_at(context, RULE_COMPLETED_LATE, node->completed_span, due, NULL);
}

static void check_status(CheckContext *context, const Node *node)
{
    if (node->completed.year && node->status == STATUS_PLANNED)
        check_say_at(context, RULE_DATES_AT_ODDS, node->completed_span,
                     "状态是未启动，却有完成日期", "planned, yet it has a date of completion",
                     NULL);
    if (node->completed.year && node->status == STATUS_ONGOING)
        check_say_at(context, RULE_DATES_AT_ODDS, node->completed_span,
                     "状态是推进中，却有完成日期", "ongoing, yet it has a date of completion",
                     NULL);
}

/* A measure is part of its finding. */
static void check_parent(CheckContext *context, const Node *node)
{
    const Node *finding = node->parent;

    if (node->kind != NODE_MEASURE || !finding)
        return;
    if (is_later(node->due, finding->due))
        check_say_at(context, RULE_DATES_AT_ODDS, node->due_span, "措施的时限晚于问题的时限",
                     "the measure is due after its finding is", NULL);
    if (is_later(node->completed, finding->completed))
        check_say_at(context, RULE_DATES_AT_ODDS, node->completed_span,
                     "措施的完成日期晚于问题的完成日期",
                     "the measure is completed after its finding is", NULL);
}

static void check_node(CheckContext *context, const Node *node)
{
    check_late(context, node);
    check_status(context, node);
    check_parent(context, node);
    for (guint i = 0; i < node->children->len; i++)
        check_node(context, node->children->pdata[i]);
}

void check_front_dates(CheckContext *context)
{
    const Metadata *meta = &context->bulletin->meta;

    if (is_later(meta->date, meta->printed_on))
        check_say_at(context, RULE_DATES_AT_ODDS, meta->printed_on_span, "印发日期早于成文日期",
                     "printed before the date of the document", NULL);
    for (guint i = 0; i < context->bulletin->children->len; i++)
        check_node(context, context->bulletin->children->pdata[i]);
}

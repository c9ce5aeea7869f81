/* S12: a finding without a responsible unit or a deadline where its fellows have one. */
#include "check/modules.h"

/* Who has to mend it is asked of the finding, or of all of its measures (as the ledger does). */
typedef gboolean (*Has)(const Node *node);

enum { LEAST_FELLOWS = 3 };

static gboolean has_responsible(const Node *node)
{
    return node->responsible.text != NULL;
}

static gboolean has_due(const Node *node)
{
    return node->due.year > 0 || node->completed.year > 0;
}

/* What is done, or goes on for ever, needs no deadline. */
static gboolean is_over(const Node *node)
{
    return node->status == STATUS_DONE || node->status == STATUS_STANDING;
}

static gboolean some_measure(const Node *finding, Has has)
{
    for (guint i = 0; i < finding->children->len; i++)
        if (has(finding->children->pdata[i]))
            return TRUE;
    return FALSE;
}

static void collect(const GPtrArray *nodes, GPtrArray *findings)
{
    for (guint i = 0; i < nodes->len; i++) {
        Node *node = nodes->pdata[i];
        if (node->kind == NODE_FINDING)
            g_ptr_array_add(findings, node);
        else
            collect(node->children, findings);
    }
}

static Span place_of(const Node *finding)
{
    return finding->title->len > 0 ? g_array_index(finding->title, Inline, 0).span : finding->span;
}

/* Three at least that have it, and three quarters of all. `excused` (nullable) may go without. */
static void check_gaps(CheckContext *context, const GPtrArray *findings, Has has, Has excused,
                       RuleId rule)
{
    g_autoptr(GPtrArray) without = g_ptr_array_new();

    for (guint i = 0; i < findings->len; i++)
        if (!has(findings->pdata[i]) && !some_measure(findings->pdata[i], has))
            g_ptr_array_add(without, findings->pdata[i]);
    guint with = findings->len - without->len;
    if (with < LEAST_FELLOWS || with * 4 < findings->len * 3)
        return;
    for (guint i = 0; i < without->len; i++)
        if (!excused || !excused(without->pdata[i]))
            check_say_at(context, rule, place_of(without->pdata[i]), NULL);
}

void check_missing_duties(CheckContext *context)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new();

    collect(context->bulletin->children, findings);
    check_gaps(context, findings, has_responsible, NULL, RULE_NO_RESPONSIBLE);
    check_gaps(context, findings, has_due, is_over, RULE_NO_DUE);
}

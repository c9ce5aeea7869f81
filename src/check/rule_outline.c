/* S04, S05, S06, S11: headings and findings, by their titles and by what stands below them. */
#include "check/modules.h"
#include "check/places.h"

#include <string.h>

typedef struct {
    CheckContext *context;
    GHashTable *findings; /* title → Node, all of them */
    GPtrArray *titled;    /* findings that the template leads in or that are as they stand */
    guint usual;          /* of these: 针对…问题 */
} Outline;

static gchar *title_of(const Node *node)
{
    gchar *title = inlines_text(node->title);
    gsize length = strlen(title);

    if (g_str_has_suffix(title, "。"))
        title[length - strlen("。")] = '\0';
    return g_strstrip(title);
}

static Span title_span(const Node *node)
{
    if (node->title->len == 0)
        return node->span;
    Span first = g_array_index(node->title, Inline, 0).span;
    Span last = g_array_index(node->title, Inline, node->title->len - 1).span;

    return (Span){first.source, first.start, MAX(first.end, last.end)};
}

/* ---- S05 ---- */

static void check_title(Outline *outline, GHashTable *titles, const Node *node)
{
    g_autofree gchar *title = title_of(node);
    const Node *other = *title ? g_hash_table_lookup(titles, title) : NULL;

    if (other) {
        g_autofree gchar *place = place_text(title_span(other));
        check_say_at(outline->context, RULE_DUPLICATE_TITLE, title_span(node), title, place, NULL);
    } else if (*title) {
        g_hash_table_insert(titles, g_steal_pointer(&title), (gpointer) node);
    }
}

/* ---- S04 ---- */

static void check_content(Outline *outline, const Node *node)
{
    if (node->blocks->len + node->children->len + node->closing->len > 0)
        return;
    if (node->kind == NODE_FINDING)
        check_say_at(outline->context, RULE_EMPTY_FINDING, title_span(node), NULL);
    else if (node->kind == NODE_HEADING)
        check_say_at(outline->context, RULE_EMPTY_SECTION, title_span(node), NULL);
}

/* ---- S06 ---- */

static void check_alone(Outline *outline, const GPtrArray *nodes)
{
    const Node *only = NULL;

    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = nodes->pdata[i];
        if (node->kind != NODE_HEADING || only)
            return;
        only = node;
    }
    if (only)
        check_say_at(outline->context, RULE_LONE_HEADING, title_span(only), NULL);
}

/* ---- S11 ---- */

static gboolean is_usual(const gchar *title)
{
    return g_str_has_prefix(title, "针对") && g_str_has_suffix(title, "问题");
}

static void take_finding(Outline *outline, const Node *node)
{
    g_autofree gchar *title = title_of(node);

    if (node->lead_kind != LEAD_TEMPLATE) /* an editor has said how it is to be set */
        return;
    g_ptr_array_add(outline->titled, (gpointer) node);
    outline->usual += is_usual(title);
}

static gboolean names_a_fault(const gchar *title)
{
    static const gchar *const nouns[] = {"问题", "情况", "现象", "意见", "建议", "事项"};

    for (guint i = 0; i < G_N_ELEMENTS(nouns); i++)
        if (strstr(title, nouns[i]))
            return TRUE;
    return FALSE;
}

/* 针对 wants a noun, whatever the others are; the rest go by the others. */
static void check_finding_titles(const Outline *outline)
{
    gboolean most = outline->usual >= 3 && outline->usual * 4 >= outline->titled->len * 3;

    for (guint i = 0; i < outline->titled->len; i++) {
        const Node *node = outline->titled->pdata[i];
        g_autofree gchar *title = title_of(node);
        if (is_usual(title))
            continue;
        if (most || (g_str_has_prefix(title, "针对") && !names_a_fault(title)))
            check_say_at(outline->context, RULE_FINDING_TITLE, title_span(node), title, NULL);
    }
}

/* ---- the walk ---- */

static void read_nodes(Outline *outline, const GPtrArray *nodes)
{
    g_autoptr(GHashTable) headings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    check_alone(outline, nodes);
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = nodes->pdata[i];
        if (node->kind == NODE_HEADING)
            check_title(outline, headings, node);
        else if (node->kind == NODE_FINDING)
            check_title(outline, outline->findings, node);
        if (node->kind == NODE_FINDING)
            take_finding(outline, node);
        check_content(outline, node);
        read_nodes(outline, node->children);
    }
}

void check_outline(CheckContext *context)
{
    g_autoptr(GHashTable) findings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) titled = g_ptr_array_new();
    Outline outline = {context, findings, titled, 0};

    read_nodes(&outline, context->bulletin->children);
    check_finding_titles(&outline);
}

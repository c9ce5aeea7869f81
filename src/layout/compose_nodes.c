/* Headings, findings and their measures, numbered and led in as the template says. */
#include "layout/compose_parts.h"

#include <string.h>

#define LEVEL_OF_DIGITS 3 /* 1. (GB/T 9704-2012 7.3.3) */

static gboolean begins_with(const GArray *inlines, const gchar *prefix)
{
    return inlines->len > 0 && g_str_has_prefix(g_array_index(inlines, Inline, 0).text, prefix);
}

static gboolean is_text(const TextBlock *block)
{
    return !block->table && !block->figure;
}

/* Text cannot run in after a table. */
static void leave_block(Composer *composer)
{
    if (!is_text(composer->block))
        compose_begin(composer, STYLE_BODY);
}

static void close_sentence(Composer *composer, const gchar *mark, Span span)
{
    if (is_text(composer->block) &&
        !text_block_ends_in(composer->block, composer->template->finding.closing_marks))
        compose_own(composer, mark, STYLE_BODY, span);
}

/* Which mark it is follows from what comes behind the measure. */
static void close_measure(Composer *composer, const gchar *mark, Span span)
{
    if (is_text(composer->block) &&
        !text_block_ends_in(composer->block, composer->template->finding.closing_marks))
        compose_number_text(composer, mark, STYLE_BODY, span);
}

/* How much of what follows the title says again what it ends with: 针对…存在的问题问题。 */
static gsize repeated(const Composer *composer, const gchar *after)
{
    const gchar *marks = composer->template->finding.closing_marks, *end = after;

    while (*end && !g_utf8_strchr(marks, -1, g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    g_autofree gchar *word = g_strndup(after, (gsize) (end - after));
    return g_str_has_suffix(composer->block->text->str, word) ? strlen(word) : 0;
}

/* 针对{title}问题。 with the title's own runs in its place. */
static void add_lead_format(Composer *composer, const gchar *format, const Node *finding)
{
    const gchar *slot = strstr(format, "{title}");
    g_autofree gchar *before = slot ? g_strndup(format, (gsize) (slot - format)) : g_strdup(format);

    compose_own(composer, before, STYLE_LEAD, finding->span);
    if (!slot)
        return;
    compose_inlines(composer, finding->title, STYLE_LEAD);
    const gchar *after = slot + strlen("{title}");
    compose_own(composer, after + repeated(composer, after), STYLE_LEAD, finding->span);
}

/* An editor's own lead is set as it stands. */
static void add_lead(Composer *composer, const Node *finding)
{
    const FindingStyle *style = &composer->template->finding;

    if (finding->lead_kind == LEAD_OWN) {
        add_lead_format(composer, finding->lead.text, finding);
        return;
    }
    if (finding->lead_kind == LEAD_VERBATIM || begins_with(finding->title, style->lead_in_prefix))
        compose_inlines(composer, finding->title, STYLE_LEAD);
    else
        add_lead_format(composer, style->lead_in, finding);
    close_sentence(composer, style->measure_end, finding->span);
}

/* A list inside a measure runs in: （1）…；（2）… */
static void add_inner_list(Composer *composer, const Block *list)
{
    const FindingStyle *style = &composer->template->finding;

    for (guint i = 0; i < list->children->len; i++) {
        const Block *item = list->children->pdata[i];
        g_autofree gchar *label = number_format(composer->template->numbering.item, i + 1);
        compose_number_text(composer, label, STYLE_BODY, item->span);
        for (guint k = 0; k < item->children->len; k++) {
            const Block *block = item->children->pdata[k];
            if (block->kind == BLOCK_PARAGRAPH)
                compose_inlines(composer, block->inlines, STYLE_BODY);
            else if (block->kind == BLOCK_LIST)
                add_inner_list(composer, block);
        }
        if (i + 1 < list->children->len)
            close_sentence(composer, style->list_separator, item->span);
    }
}

/* The first paragraph runs in after what stands there already; later ones are paragraphs. */
static void add_run_in(Composer *composer, const GPtrArray *blocks)
{
    gboolean first = TRUE;

    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block->kind == BLOCK_LIST) {
            leave_block(composer);
            add_inner_list(composer, block);
        } else if (block->kind == BLOCK_TABLE) {
            compose_table(composer, block);
            first = FALSE;
        } else if (block->kind == BLOCK_FIGURE) {
            compose_figure(composer, block);
            first = FALSE;
        } else if (block->kind == BLOCK_PARAGRAPH) {
            if (!first)
                compose_begin(composer, STYLE_BODY);
            compose_inlines(composer, block->inlines, STYLE_BODY);
            first = FALSE;
        }
    }
}

/* 一是, or what the measure's own lead says; nothing before one that is set as it stands. */
static void add_measure_label(Composer *composer, const Node *measure, const gchar *format)
{
    g_autofree gchar *label = number_format(format, measure->number);

    if (measure->lead_kind == LEAD_OWN)
        compose_own(composer, measure->lead.text, STYLE_BODY, measure->lead.span);
    else if (measure->lead_kind == LEAD_TEMPLATE)
        compose_number_text(composer, label, STYLE_BODY, measure->span);
}

/* What is written from now on is said by `node`. Returns what was. */
static const Node *write_of(Composer *composer, const Node *node)
{
    const Node *before = composer->node;

    composer->node = node;
    return before;
}

static void add_measure(Composer *composer, const Node *measure, gboolean last)
{
    const FindingStyle *style = &composer->template->finding;
    const Node *finding = write_of(composer, measure);

    if (style->measures == MEASURES_PARAGRAPHS)
        compose_begin(composer, STYLE_BODY);
    leave_block(composer);
    text_block_anchor(composer->block, &measure->id);
    add_measure_label(composer, measure, composer->template->numbering.measure);
    if (measure->title->len > 0) {
        compose_inlines(composer, measure->title, STYLE_BODY);
        if (measure->blocks->len > 0)
            close_sentence(composer, style->measure_end, measure->span);
    }
    add_run_in(composer, measure->blocks);
    close_measure(composer, last ? style->measure_end : style->measure_separator, measure->span);
    composer->node = finding;
}

static void add_outline(TextBlock *block, guint level, const GArray *title)
{
    block->outline_level = level;
    block->outline_title = inlines_text(title);
}

static guint depth(const Node *node)
{
    return node->parent ? depth(node->parent) + 1 : 1;
}

/* In the structure the lead is a heading, which the text follows on the same line. */
static void add_finding(Composer *composer, const Node *finding)
{
    composer->container = compose_element(composer, STRUCT_SECT);
    TextBlock *block =
        compose_begin_as(composer, STYLE_BODY, compose_heading_type(composer, depth(finding)));
    add_outline(block, depth(finding), finding->title);
    text_block_anchor(block, &finding->id);
    add_lead(composer, finding);
    block->element = compose_element(composer, STRUCT_P);
    add_run_in(composer, finding->blocks);
    for (guint i = 0; i < finding->children->len; i++)
        add_measure(composer, finding->children->pdata[i], i + 1 == finding->children->len);
    compose_blocks(composer, finding->closing, composer->template->numbering.list);
}

/* ---- headings ---- */

static gboolean is_heading(const Composer *composer, const Node *node)
{
    return node->kind == NODE_HEADING ||
           (node->kind == NODE_FINDING && composer->template->finding.layout == FINDING_HEADING);
}

guint compose_level(const Composer *composer, const Node *node)
{
    if (!is_heading(composer, node))
        return 0;
    return node->kind == NODE_HEADING ? node->level : MIN(depth(node), DEEPEST_LEVEL);
}

guint compose_number(const Composer *composer, const Node *node)
{
    const GPtrArray *siblings =
        node->parent ? node->parent->children : composer->bulletin->children;
    guint i = 0;

    if (composer->template->finding.layout != FINDING_HEADING || !is_heading(composer, node))
        return node->number;
    while (siblings->pdata[i] != node)
        i++;
    return i + 1;
}

/* Opens a section in the structure, which whoever calls it closes. */
static void add_heading(Composer *composer, const Node *heading)
{
    guint level = compose_level(composer, heading);
    StyleRole role = STYLE_HEADING_1 + level - 1;
    g_autofree gchar *number = number_format(composer->template->numbering.heading[level - 1],
                                             compose_number(composer, heading));

    composer->container = compose_element(composer, STRUCT_SECT);
    TextBlock *block =
        compose_begin_as(composer, role, compose_heading_type(composer, depth(heading)));
    text_block_anchor(block, &heading->id);
    compose_number_text(composer, number, role, heading->span);
    compose_inlines(composer, heading->title, role);
    block->outline_level = depth(heading);
    block->outline_title = g_strdup(block->text->str);
}

/* Lists count 1. 2.; below headings that do so, （1）（2）. */
static const gchar *list_format(const Composer *composer, guint level)
{
    const Numbering *numbering = &composer->template->numbering;

    return level < LEVEL_OF_DIGITS ? numbering->list : numbering->item;
}

/* A measure as an item of a plain list. */
static void add_listed_measure(Composer *composer, const Node *measure, guint list,
                               const gchar *format)
{
    const FindingStyle *style = &composer->template->finding;
    const Node *finding = write_of(composer, measure);

    compose_item_begin(composer, list, measure->number);
    text_block_anchor(composer->block, &measure->id);
    add_measure_label(composer, measure, format);
    compose_item_body(composer);
    if (measure->title->len > 0) {
        compose_inlines(composer, measure->title, STYLE_BODY);
        if (measure->blocks->len > 0)
            close_sentence(composer, style->measure_end, measure->span);
    }
    compose_run_on(composer, measure->blocks, composer->template->numbering.item);
    compose_item_end(composer);
    composer->node = finding;
}

static void report_finding_heading(const Composer *composer, const Node *finding)
{
    if (depth(finding) > DEEPEST_LEVEL)
        diag_report(composer->sink, RULE_TOO_DEEP, finding->span, NULL);
    if (finding->lead_kind == LEAD_OWN)
        diag_report(composer->sink, RULE_NOT_SET, finding->lead.span, "lead", "引语",
                    composer->template->name, NULL);
}

/* A finding without lead-in: a heading, and what it says below. */
static void add_finding_heading(Composer *composer, const Node *finding)
{
    const gchar *format = list_format(composer, compose_level(composer, finding));

    report_finding_heading(composer, finding);
    add_heading(composer, finding);
    compose_blocks(composer, finding->blocks, format);
    guint section = composer->container, list = compose_element(composer, STRUCT_L);
    for (guint i = 0; i < finding->children->len; i++)
        add_listed_measure(composer, finding->children->pdata[i], list, format);
    composer->container = section;
    compose_blocks(composer, finding->closing, format);
}

static void add_node(Composer *composer, const Node *node)
{
    guint around = composer->container;
    const Node *parent = write_of(composer, node);

    if (node->kind == NODE_HEADING) {
        add_heading(composer, node);
        compose_blocks(composer, node->blocks, composer->template->numbering.list);
        compose_nodes(composer, node->children);
    } else if (is_heading(composer, node)) {
        add_finding_heading(composer, node);
    } else {
        add_finding(composer, node);
    }
    composer->node = parent;
    composer->container = around;
}

void compose_nodes(Composer *composer, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++)
        add_node(composer, nodes->pdata[i]);
}

/* The tree of a bulletin as one file: headings with their properties, annexes, footnotes. */
#include "output/markdown_out.h"

#include "model/ledger.h"
#include "model/names.h"
#include "output/markdown_front.h"
#include "output/markdown_write.h"

#define DEEPEST_LEVEL 5 /* four headings, and a finding below them */
#define FINDING_LEVEL 3 /* a heading of this level is a finding, if it does not say otherwise */
#define MOST_BYTES ((gsize) 4 * 1024 * 1024)

/* ---- headings ---- */

/* ` {类型: 问题, 状态: 已完成}` */
static void add_node_properties(MarkdownWriter *writer, const Node *node, guint level)
{
    NodeKind usual = node->kind == NODE_MEASURE ? NODE_MEASURE
                     : level < FINDING_LEVEL    ? NODE_HEADING
                                                : NODE_FINDING;
    Properties properties = {writer->out, FALSE};

    if (node->kind != usual)
        properties_add_word(&properties, "类型", kind_words[node->kind].zh);
    if (node->status != STATUS_NONE)
        properties_add_word(&properties, "状态", status_words[node->status].zh);
    properties_add_text(&properties, "责任单位", node->responsible.text);
    properties_add_date(&properties, "时限", node->due);
    properties_add_date(&properties, "完成日期", node->completed);
    if (node->lead_kind == LEAD_VERBATIM)
        properties_add_word(&properties, "引语", "原文");
    else if (node->lead_kind == LEAD_OWN)
        properties_add_text(&properties, "引语", node->lead.text);
    properties_end(&properties);
}

static void write_heading(MarkdownWriter *writer, const Node *node, guint level)
{
    markdown_title_begin(writer, node->title, level);
    markdown_id(writer->out, &node->id);
    add_node_properties(writer, node, level);
    markdown_title_end(writer, node->title, level);
}

/* ---- measures ---- */

static gboolean is_bare(const Node *measure)
{
    return measure->title->len == 0 && !measure->id.text && measure->status == STATUS_NONE &&
           !measure->responsible.text && measure->due.year == 0 && measure->completed.year == 0 &&
           measure->lead_kind == LEAD_TEMPLATE;
}

/* Topic sentence, id and properties are a heading that the item begins with. */
static void write_measure(MarkdownWriter *writer, const Node *measure)
{
    g_autofree gchar *mark = g_strdup_printf("%u. ", measure->number);
    guint width = (guint) strlen(mark);
    g_autoptr(GString) text = g_string_new(NULL);
    MarkdownWriter own = {text, writer->sink};

    if (!is_bare(measure)) {
        g_string_append_printf(text, "%*s# ", (int) width, "");
        markdown_inlines(&own, measure->title, TEXT_OF_HEADING);
        if (measure->title->len == 0)
            g_string_truncate(text, text->len - 1); /* what follows begins with a blank */
        markdown_id(text, &measure->id);
        add_node_properties(&own, measure, 1);
        g_string_append_c(text, '\n');
    }
    markdown_blocks(&own, measure->blocks, width, 0);
    g_string_append_printf(writer->out, "%s%s", mark, text->len > width ? text->str + width : "\n");
}

static void write_measures(MarkdownWriter *writer, const Node *finding)
{
    if (finding->children->len > 0)
        g_string_append_c(writer->out, '\n');
    for (guint i = 0; i < finding->children->len; i++)
        write_measure(writer, finding->children->pdata[i]);
}

/* ---- nodes ---- */

static void write_nodes(MarkdownWriter *writer, const GPtrArray *nodes, guint level);

static void write_node(MarkdownWriter *writer, const Node *node, guint level)
{
    if (level > DEEPEST_LEVEL) {
        markdown_refuse(writer, node->span, "这样深的层次", "a finding so deep");
        return;
    }
    write_heading(writer, node, level);
    markdown_blocks(writer, node->blocks, 0, 0);
    if (node->kind == NODE_HEADING) {
        write_nodes(writer, node->children, level + 1);
        return;
    }
    write_measures(writer, node);
    if (node->closing->len > 0 && node->children->len == 0)
        markdown_refuse(writer, ((const Block *) node->closing->pdata[0])->span,
                        "没有措施的问题的结尾", "closing text of a finding without measures");
    markdown_blocks(writer, node->closing, 0, 0);
}

static void write_nodes(MarkdownWriter *writer, const GPtrArray *nodes, guint level)
{
    for (guint i = 0; i < nodes->len; i++)
        write_node(writer, nodes->pdata[i], level);
}

/* ---- annexes ---- */

static void add_columns(Properties *properties, const Ledger *ledger)
{
    const gchar *words[LEDGER_COLUMNS + 1] = {NULL};

    for (guint i = 0; i < ledger->columns->len; i++)
        words[i] = column_words[g_array_index(ledger->columns, LedgerColumn, i)].zh;
    properties_add_words(properties, "栏目", words);
}

static void add_statuses(Properties *properties, const Ledger *ledger)
{
    const gchar *words[STATUS_COUNT + 1] = {NULL};
    guint n = 0;

    for (guint status = 0; status < STATUS_COUNT; status++)
        if (ledger->statuses & 1u << status)
            words[n++] = status_words[status].zh;
    if (n > 0)
        properties_add_words(properties, "状态", words);
}

static void add_annex_properties(MarkdownWriter *writer, const Annex *annex)
{
    Properties properties = {writer->out, FALSE};
    const Ledger *ledger = &annex->ledger;

    if (annex->kind == ANNEX_TEXT) {
        properties_add_word(&properties, "类型", "附件");
    } else {
        properties_add_word(&properties, "类型", annex_words[ANNEX_LEDGER].zh);
        add_columns(&properties, ledger);
        add_statuses(&properties, ledger);
        properties_add_text(&properties, "责任单位", ledger->responsible.text);
        properties_add_word(&properties, "排序", order_words[ledger->order].zh);
        properties_add_word(&properties, "合计", ledger->totals ? "是" : "否");
    }
    properties_end(&properties);
}

static void write_annex(MarkdownWriter *writer, const Annex *annex)
{
    markdown_title_begin(writer, annex->title, 1);
    markdown_id(writer->out, &annex->id);
    add_annex_properties(writer, annex);
    markdown_title_end(writer, annex->title, 1);
    markdown_blocks(writer, annex->blocks, 0, 1);
}

/* ---- footnotes ---- */

static void write_note(MarkdownWriter *writer, const Note *note)
{
    g_autoptr(GString) text = g_string_new(NULL);
    MarkdownWriter own = {text, writer->sink};

    markdown_blocks(&own, note->block->children, 4, 0);
    g_string_append_printf(writer->out, "\n[^%u]: %s", note->number,
                           text->len > 4 ? text->str + 4 : "\n");
}

/* ---- all ---- */

static void write_body(MarkdownWriter *writer, const Bulletin *bulletin)
{
    markdown_blocks(writer, bulletin->opening, 0, 0);
    write_nodes(writer, bulletin->children, 1);
    if (bulletin->closing->len > 0)
        g_string_append(writer->out, "\n***\n");
    markdown_blocks(writer, bulletin->closing, 0, 0);
    for (guint i = 0; i < bulletin->annexes->len; i++)
        write_annex(writer, bulletin->annexes->pdata[i]);
    for (guint i = 0; i < bulletin->notes->len; i++)
        write_note(writer, &g_array_index(bulletin->notes, Note, i));
}

GBytes *bulletin_to_markdown(const Bulletin *bulletin, Diagnostics *sink)
{
    g_autoptr(GString) out = g_string_new(NULL);
    MarkdownWriter writer = {out, sink};

    markdown_front(&writer, &bulletin->meta);
    write_body(&writer, bulletin);
    if (out->len > MOST_BYTES)
        markdown_refuse(&writer, bulletin->meta.title.span, "文字和图片共多于 4 MiB",
                        "text and images of more than 4 MiB");
    return g_string_free_to_bytes(g_steal_pointer(&out));
}

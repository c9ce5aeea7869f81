#include "model/build.h"
#include "model/fields.h"
#include "model/keys.h"

enum {
    AT_HEADING = 1 << NODE_HEADING,
    AT_FINDING = 1 << NODE_FINDING,
    AT_MEASURE = 1 << NODE_MEASURE,
    AT_CLOSING = 1 << (NODE_MEASURE + 1),
    AT_WORK = AT_FINDING | AT_MEASURE,
    AT_NODE = AT_HEADING | AT_WORK,
};

static void value_status(const KeyRow *row, const YamlPair *pair, gpointer target,
                         Diagnostics *sink)
{
    gint status =
        value_word(pair, status_words, G_N_ELEMENTS(status_words), ~(1u << STATUS_NONE), sink);

    (void) row;
    if (status >= 0)
        ((Node *) target)->status = (Status) status;
}

static void value_due(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    value_date(row, pair, target, sink);
    ((Node *) target)->due_span = pair->value->span;
}

static void value_completed(const KeyRow *row, const YamlPair *pair, gpointer target,
                            Diagnostics *sink)
{
    value_date(row, pair, target, sink);
    ((Node *) target)->completed_span = pair->value->span;
}

static void value_lead(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    Node *node = target;

    value_text(row, pair, target, sink);
    if (!node->lead.text)
        return;
    node->lead_kind = key_is(node->lead.text, lead_words[0]) ? LEAD_VERBATIM : LEAD_OWN;
    if (node->lead_kind == LEAD_VERBATIM)
        field_clear(&node->lead);
}

enum { KEY_ID, KEY_DRAFT, KEY_KIND };

static const KeyRow rows[] = {
    [KEY_ID] = ROW(KEY_WORDS_ID, value_id, G_STRUCT_OFFSET(Node, id), AT_NODE, id,
                   "全篇不重复的编号，用来引用：[](#编号)",
                   "an id, unique over the bulletin, to refer to: [](#id)"),
    [KEY_DRAFT] = ROW(KEY_WORDS_DRAFT, value_seen, 0, KEY_EVERYWHERE, truth,
                      "是：这个文件（写在 index.md 里，整个文件夹）不编入",
                      "true: this file, or the folder of an index.md, is left out"),
    [KEY_KIND] = ROW(KEY_WORDS_KIND, value_seen, 0, AT_NODE, kind,
                     "问题、标题、措施；只有文件夹的 index.md 用得着",
                     "finding, heading or measure; only an index.md needs it"),
    ROW(NAMES("status", "状态"), value_status, 0, AT_WORK, status, "整改的状态，不印出来，列入台账",
        "how far it is, for the ledger; not printed"),
    ROW(NAMES("responsible", "责任单位"), value_text, G_STRUCT_OFFSET(Node, responsible), AT_WORK,
        text, "责任单位；几个单位用、隔开", "who is responsible; several are parted by 、"),
    ROW(NAMES("due", "时限"), value_due, G_STRUCT_OFFSET(Node, due), AT_WORK, date,
        "整改的时限，写作 2023-08-31", "the day by which it is to be done, as 2023-08-31"),
    ROW(NAMES("completed", "完成日期"), value_completed, G_STRUCT_OFFSET(Node, completed), AT_WORK,
        date, "完成整改的日期，写作 2023-06-08", "the day on which it was done, as 2023-06-08"),
    ROW(NAMES("lead", "引语"), value_lead, G_STRUCT_OFFSET(Node, lead), AT_WORK, lead,
        "原文：标题照原样排；或自己的一句话，{title} 处放标题",
        "verbatim, or a sentence of your own that has {title} in it"),
    KEY_ROWS_END,
};

const KeyRow *node_key_rows(void)
{
    return rows;
}

/* The whole folder for an index.md. */
static gchar *left_out_path(const SourceEntry *entry)
{
    return entry->children ? g_path_get_dirname(entry->source->path)
                           : g_strdup(entry->source->path);
}

gboolean entry_is_draft(const SourceEntry *entry, const YamlNode *map, Diagnostics *sink)
{
    const YamlPair *pair = keys_find(map, rows[KEY_DRAFT].name);
    gboolean draft = FALSE;

    if (!pair || value_is_empty(pair->value))
        return FALSE;
    if (value_truth(pair, &draft, sink) && draft) {
        g_autofree gchar *path = left_out_path(entry);
        diag_report(sink, RULE_DRAFT, pair->key_span, path, NULL);
    }
    return draft;
}

/* Who writes a kind at all means the one that is not usual: taken so, a misspelt one brings no
 * faults in the files below it. */
static NodeKind kind_meant(NodeKind usual, guint allowed)
{
    return allowed & AT_FINDING ? NODE_FINDING : usual;
}

static NodeKind kind_of(const YamlNode *map, NodeKind usual, guint allowed, Diagnostics *sink)
{
    const YamlPair *pair = keys_find(map, rows[KEY_KIND].name);

    if (!pair || value_is_empty(pair->value))
        return usual;
    gint kind = value_word(pair, kind_words, G_N_ELEMENTS(kind_words), allowed, sink);
    return kind >= 0 ? (NodeKind) kind : kind_meant(usual, allowed);
}

/* The same for front matter that could not be read. */
static NodeKind kind_guessed(const SourceEntry *entry, NodeKind usual, guint allowed)
{
    const gchar *yaml = entry->source->text + entry->front_start;
    gssize length = (gssize) (entry->front_end - entry->front_start);
    Words name = rows[KEY_KIND].name;

    return g_strstr_len(yaml, length, name.en) || g_strstr_len(yaml, length, name.zh)
               ? kind_meant(usual, allowed)
               : usual;
}

Node *node_begin(const SourceEntry *entry, NodeKind usual, guint allowed, Diagnostics *sink)
{
    gboolean fault;

    if (!entry->source) /* a folder without index.md: reported when it was read */
        return node_new(usual);
    g_autoptr(YamlNode) map = front_read(entry, &fault, sink);
    if (fault)
        return node_new(kind_guessed(entry, usual, allowed));
    if (entry_is_draft(entry, map, sink))
        return NULL;
    Node *node = node_new(kind_of(map, usual, allowed, sink));
    if (map)
        keys_read(rows, 1u << node->kind, map, node, sink);
    return node;
}

/* A draft is left out by deleting it, or written as a file of its own. */
static void refuse_draft(const YamlNode *map, Diagnostics *sink)
{
    const YamlPair *pair = keys_find(map, rows[KEY_DRAFT].name);

    if (pair)
        diag_report(sink, RULE_KEY_PLACE, pair->key_span, pair->key,
                    "编号、类型、状态、责任单位、时限、完成日期、引语",
                    "id, kind, status, responsible, due, completed, lead", NULL);
}

Node *node_from_properties(const YamlNode *map, NodeKind usual, guint allowed, Diagnostics *sink)
{
    Node *node = node_new(kind_of(map, usual, allowed, sink));

    refuse_draft(map, sink);
    if (map)
        keys_read(rows, 1u << node->kind, map, node, sink);
    return node;
}

gboolean closing_begin(const SourceEntry *entry, Diagnostics *sink)
{
    gboolean fault;
    g_autoptr(YamlNode) map = front_read(entry, &fault, sink);

    if (entry_is_draft(entry, map, sink))
        return FALSE;
    if (map)
        keys_read(rows, AT_CLOSING, map, NULL, sink); /* nothing of it needs a target */
    return TRUE;
}

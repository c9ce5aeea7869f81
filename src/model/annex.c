/* Annexes: the files of annexes/. */
#include "model/build.h"
#include "model/fields.h"
#include "model/keys.h"
#include "model/ledger.h"
#include "source/markdown.h"

#define DEEPEST_HEADING 4 /* GB/T 9704-2012 7.3.3: 一、（一）1.（1） */

enum {
    AT_LEDGER = 1 << ANNEX_LEDGER,
    AT_ANNEX = 1 << ANNEX_TEXT | AT_LEDGER,
};

static const Words A_LIST = {"a list", "列表"};

/* ---- front matter ---- */

/* An item as if it were a pair of its own, for the readers of values. */
static YamlPair item_pair(const YamlPair *pair, guint i)
{
    YamlNode *item = g_ptr_array_index(pair->value->items, i);

    return (YamlPair){pair->key, item->span, item};
}

static void take_column(Ledger *ledger, const YamlPair *item, Diagnostics *sink)
{
    gint word = value_word(item, column_words, LEDGER_COLUMNS, G_MAXUINT, sink);

    if (word < 0)
        return;
    LedgerColumn column = (LedgerColumn) word;
    for (guint i = 0; i < ledger->columns->len; i++) {
        if (g_array_index(ledger->columns, LedgerColumn, i) == column) {
            diag_report(sink, RULE_DUPLICATE_VALUE, item->value->span, item->key, item->value->text,
                        NULL);
            return;
        }
    }
    g_array_append_val(ledger->columns, column);
}

static void value_columns(const KeyRow *row, const YamlPair *pair, gpointer target,
                          Diagnostics *sink)
{
    (void) row;
    if (pair->value->kind != YAML_LIST_NODE_KIND) {
        keys_report_kind(pair, A_LIST, sink);
        return;
    }
    for (guint i = 0; i < pair->value->items->len; i++) {
        YamlPair item = item_pair(pair, i);
        take_column(&((Annex *) target)->ledger, &item, sink);
    }
}

static void take_status(Ledger *ledger, const YamlPair *pair, Diagnostics *sink)
{
    gint status = value_word(pair, status_words, STATUS_COUNT, ~(1u << STATUS_NONE), sink);

    if (status < 0)
        return;
    if (ledger->statuses & 1u << status)
        diag_report(sink, RULE_DUPLICATE_VALUE, pair->value->span, pair->key, pair->value->text,
                    NULL);
    ledger->statuses |= 1u << status;
}

static void value_statuses(const KeyRow *row, const YamlPair *pair, gpointer target,
                           Diagnostics *sink)
{
    Ledger *ledger = &((Annex *) target)->ledger;

    (void) row;
    if (pair->value->kind != YAML_LIST_NODE_KIND) {
        take_status(ledger, pair, sink);
        return;
    }
    for (guint i = 0; i < pair->value->items->len; i++) {
        YamlPair item = item_pair(pair, i);
        take_status(ledger, &item, sink);
    }
}

static void value_order(const KeyRow *row, const YamlPair *pair, gpointer target, Diagnostics *sink)
{
    gint order = value_word(pair, order_words, LEDGER_ORDERS, G_MAXUINT, sink);

    (void) row;
    if (order >= 0)
        ((Annex *) target)->ledger.order = (LedgerOrder) order;
}

static void value_totals(const KeyRow *row, const YamlPair *pair, gpointer target,
                         Diagnostics *sink)
{
    (void) row;
    value_truth(pair, &((Annex *) target)->ledger.totals, sink);
}

enum { KEY_ID, KEY_DRAFT, KEY_KIND };

static const KeyRow rows[] = {
    [KEY_ID] = ROW(KEY_WORDS_ID, value_id, G_STRUCT_OFFSET(Annex, id), AT_ANNEX, id,
                   "全篇不重复的编号，用来引用：[](#编号)",
                   "an id, unique over the bulletin, to refer to: [](#id)"),
    [KEY_DRAFT] = ROW(KEY_WORDS_DRAFT, value_seen, 0, AT_ANNEX, truth, "是：这个附件不编入",
                      "true: the annex is left out"),
    [KEY_KIND] = ROW(KEY_WORDS_KIND, value_seen, 0, AT_ANNEX, annex_kind,
                     "文字，不写就是；台账由全篇的问题生成",
                     "text, the default, or ledger, made from the findings"),
    ROW(NAMES("columns", "栏目"), value_columns, 0, AT_LEDGER, columns,
        "台账的各栏，照写的次序；不写是全部", "the columns in their order; all by default"),
    ROW(NAMES("status", "状态"), value_statuses, 0, AT_LEDGER, statuses, "只列这些状态的问题",
        "only findings of these statuses"),
    ROW(NAMES("responsible", "责任单位"), value_text, G_STRUCT_OFFSET(Annex, ledger.responsible),
        AT_LEDGER, text, "只列这个单位负责的问题",
        "only findings that this one is responsible for"),
    ROW(NAMES("order", "排序"), value_order, 0, AT_LEDGER, order, "台账各行的次序，不写是原序",
        "the order of the rows, that of the text by default"),
    ROW(NAMES("totals", "合计"), value_totals, 0, AT_LEDGER, truth,
        "是：最后一行写出共有几项，各种状态几项", "true: a last row counts the findings by status"),
    KEY_ROWS_END,
};

const KeyRow *annex_key_rows(void)
{
    return rows;
}

/* A misspelt kind is taken for the one that needs the word, so that the keys of a ledger bring no
 * faults. */
static AnnexKind kind_of(const YamlNode *map, Diagnostics *sink)
{
    const YamlPair *pair = keys_find(map, rows[KEY_KIND].name);

    if (!pair || value_is_empty(pair->value))
        return ANNEX_TEXT;
    gint kind = value_word(pair, annex_words, ANNEX_LEDGER + 1, AT_ANNEX, sink);
    return kind >= 0 ? (AnnexKind) kind : ANNEX_LEDGER;
}

static Annex *annex_from_map(const YamlNode *map, AnnexKind kind, Diagnostics *sink)
{
    Annex *annex = annex_new(kind);

    if (map)
        keys_read(rows, 1u << annex->kind, map, annex, sink);
    if (annex->kind == ANNEX_LEDGER && annex->ledger.columns->len == 0)
        ledger_take_all_columns(&annex->ledger);
    return annex;
}

/* NULL for a draft. */
static Annex *annex_begin(const SourceEntry *entry, Diagnostics *sink)
{
    gboolean fault;
    g_autoptr(YamlNode) map = front_read(entry, &fault, sink);

    if (!fault && entry_is_draft(entry, map, sink))
        return NULL;
    return annex_from_map(map, kind_of(map, sink), sink);
}

/* ---- text ---- */

struct AnnexReading {
    Annex *annex;
    Diagnostics *sink;
    guint level;                   /* of the last heading, 0 before the first */
    guint counts[DEEPEST_HEADING]; /* headings since the last one above them */
};
typedef AnnexReading Reading;

/* The # line is the annex's title and stands before its text. */
static void take_title(Reading *reading, Block *heading)
{
    Annex *annex = reading->annex;

    if (annex->span.source) {
        diag_report(reading->sink, RULE_SECOND_HEADING, heading->span, NULL);
        return;
    }
    if (annex->blocks->len > 0)
        diag_report(reading->sink, RULE_HEADING_PLACE, heading->span, NULL);
    if (!inlines_have_text(heading->inlines))
        diag_report(reading->sink, RULE_EMPTY_TEXT, heading->span, NULL);
    g_array_unref(annex->title);
    annex->title = g_steal_pointer(&heading->inlines);
    heading_take_id(&annex->id, heading, reading->sink);
    annex->span = heading->span;
}

/* ## … ##### are the levels of the annex: 一、（一）1.（1） */
static void take_heading(Reading *reading, Block *heading)
{
    guint level = MAX(heading->level, 2) - 1; /* # is the annex's title */

    if (level > DEEPEST_HEADING)
        diag_report(reading->sink, RULE_TOO_DEEP, heading->span, NULL);
    else if (level > reading->level + 1)
        diag_report(reading->sink, RULE_HEADING_ORDER, heading->span, NULL);
    if (!inlines_have_text(heading->inlines))
        diag_report(reading->sink, RULE_EMPTY_TEXT, heading->span, NULL);
    heading->level = reading->level = MIN(level, DEEPEST_HEADING);
    /* cppcheck-suppress negativeIndex ; level is at least 1 */
    heading->number = ++reading->counts[heading->level - 1];
    for (guint i = heading->level; i < DEEPEST_HEADING; i++)
        reading->counts[i] = 0;
    g_ptr_array_add(reading->annex->blocks, heading);
}

static void take_block(Reading *reading, Block *block)
{
    if (block->kind == BLOCK_HEADING && block->level > 1) {
        take_heading(reading, block);
    } else if (block->kind != BLOCK_HEADING && block->kind != BLOCK_BREAK) {
        block_tidy(block, reading->sink);
        g_ptr_array_add(reading->annex->blocks, block);
    } else {
        if (block->kind == BLOCK_HEADING)
            take_title(reading, block);
        else
            block_report_break(block, reading->sink);
        block_free(block);
    }
}

static void read_text(Annex *annex, const SourceEntry *entry, Diagnostics *sink)
{
    g_autoptr(GPtrArray) read =
        markdown_read(entry->source, entry->body_start, (guint32) entry->source->length, sink);
    gsize n_read;
    g_autofree gpointer *owned = g_ptr_array_steal(read, &n_read);
    Reading reading = {.annex = annex, .sink = sink};

    for (gsize i = 0; i < n_read; i++)
        take_block(&reading, owned[i]);
    if (annex->span.source)
        return;
    report_no_heading(entry, annex->blocks, sink);
    annex->span = entry_place(entry);
}

/* ---- in a bulletin of one file ---- */

static const Words AN_ANNEX = {"annex", "附件"};

gboolean properties_are_of_annex(const YamlNode *map)
{
    const YamlPair *pair = keys_find(map, rows[KEY_KIND].name);
    const YamlNode *value = pair ? pair->value : NULL;

    return value && value->kind == YAML_SCALAR_NODE_KIND &&
           (key_is(value->text, AN_ANNEX) || key_is(value->text, annex_words[ANNEX_LEDGER]));
}

AnnexReading *annex_begin_reading(Bulletin *bulletin, const YamlNode *map, Diagnostics *sink)
{
    AnnexReading *reading = g_new0(AnnexReading, 1);
    const YamlPair *kind = keys_find(map, rows[KEY_KIND].name);
    const YamlPair *draft = keys_find(map, rows[KEY_DRAFT].name);

    if (draft)
        diag_report(sink, RULE_KEY_PLACE, draft->key_span, draft->key, "编号、类型", "id, kind",
                    NULL);
    reading->sink = sink;
    reading->annex =
        annex_from_map(map, key_is(kind->value->text, AN_ANNEX) ? ANNEX_TEXT : ANNEX_LEDGER, sink);
    g_ptr_array_add(bulletin->annexes, reading->annex);
    reading->annex->number = bulletin->annexes->len;
    return reading;
}

void annex_take_block(AnnexReading *reading, Block *block)
{
    take_block(reading, block);
}

void annex_end_reading(AnnexReading *reading)
{
    g_free(reading);
}

/* ---- the folder ---- */

static void add_annex(Bulletin *bulletin, const SourceEntry *entry, Diagnostics *sink)
{
    Annex *annex = annex_begin(entry, sink);

    if (!annex)
        return;
    read_text(annex, entry, sink);
    g_ptr_array_add(bulletin->annexes, annex);
    annex->number = bulletin->annexes->len;
}

void annexes_read(Bulletin *bulletin, const SourceEntry *folder, Diagnostics *sink)
{
    if (folder->source)
        diag_report(sink, RULE_ANNEXES_INDEX, entry_place(folder), NULL);
    for (guint i = 0; i < folder->children->len; i++) {
        const SourceEntry *entry = g_ptr_array_index(folder->children, i);
        if (entry->children)
            diag_report(sink, RULE_FOLDER_IN_ANNEXES, entry_place(entry), entry->name, NULL);
        else
            add_annex(bulletin, entry, sink);
    }
}

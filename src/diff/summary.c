#include "diff/summary.h"

#include "diff/words_of.h"
#include "layout/text_block.h"

#include <string.h>

/* So many characters of a text that is new or gone are enough to know it by. */
#define LONGEST_TITLE 60

#define FORMAT "— 对照表{page} —"

typedef struct {
    Reading *reading;
    GHashTable *page_labels;
    TextBlock *table;
    guint row; /* structure element */
} Summary;

Template *summary_template_new(const Template *template)
{
    Template *own = g_memdup2(template, sizeof *template);

    own->masthead.given = FALSE;
    own->imprint.set = FALSE;
    own->seal.set = own->stamp.set = FALSE;
    own->page_number.format = (gchar *) FORMAT;
    own->page_number.first = 1;
    own->page_number.skip_first = FALSE;
    own->table.turn = TURN_NEVER;
    own->styles[STYLE_TITLE].before = 0;
    return own;
}

/* ---- paragraphs ---- */

static TextBlock *add_block(const Summary *summary, StyleRole role, StructType type)
{
    TextBlock *block = text_block_new(role);

    block->part = role == STYLE_TITLE ? ELEMENT_TITLE : ELEMENT_OPENING;
    block->element = structure_add(summary->reading->structure, type, STRUCTURE_ROOT);
    g_ptr_array_add(summary->reading->blocks, block);
    return block;
}

/* Characters that no font need have are left out. The blanks between the cells of a table are kept
 * apart from those between Han and digits, which take no room of their own. */
static void append(TextBlock *block, const gchar *text, TextChange change)
{
    g_autofree gchar *line = g_strdup(text);
    TextMarks marks = {.change = (guint8) change, .literal = strchr(text, '\t') != NULL};

    g_strdelimit(line, "\n\t\r", ' ');
    text_block_append(block, line, (TextStyle){.role = block->role, .marks = marks});
}

static void add_legend(const Summary *summary)
{
    TextBlock *block = add_block(summary, STYLE_BODY, STRUCT_P);

    append(block, "新增的文字这样标出", TEXT_INSERTED);
    append(block, "，", TEXT_SAME);
    append(block, "删除的文字这样标出", TEXT_DELETED);
    append(block, "；移动的文字在原处", TEXT_SAME);
    append(block, "这样标出", TEXT_MOVED_AWAY);
    append(block, "，在新处", TEXT_SAME);
    append(block, "这样标出", TEXT_MOVED_HERE);
    append(block, "。有改动的行，左边有竖线。序号、引用随文字变动的，不另标出。", TEXT_SAME);
}

static void add_introduction(const Summary *summary, const Comparison *comparison,
                             const gchar *old_name, const gchar *new_name)
{
    g_autofree gchar *totals = comparison_totals(comparison, LANG_ZH);
    g_autofree gchar *text =
        g_strdup_printf("原稿：%s；新稿：%s。%s。", old_name, new_name, totals);

    append(add_block(summary, STYLE_TITLE, STRUCT_H1), "修改对照表", TEXT_SAME);
    append(add_block(summary, STYLE_BODY, STRUCT_P), text, TEXT_SAME);
    add_legend(summary);
}

/* ---- the table ---- */

static TextBlock *add_cell(const Summary *summary, gboolean head)
{
    TextBlock *cell = text_block_new(head ? STYLE_TABLE_HEAD : STYLE_TABLE);

    cell->element =
        structure_add(summary->reading->structure, head ? STRUCT_TH : STRUCT_TD, summary->row);
    g_ptr_array_add(summary->table->table->cells, cell);
    return cell;
}

static void begin_row(Summary *summary)
{
    summary->row = structure_add(summary->reading->structure, STRUCT_TR, summary->table->element);
}

static void begin_table(Summary *summary)
{
    static const gchar *const heads[] = {"序号", "类别", "位置", "内容", "页码"};
    static const ColumnAlign aligns[] = {COLUMN_CENTER, COLUMN_CENTER, COLUMN_PLAIN, COLUMN_PLAIN,
                                         COLUMN_CENTER};
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(ColumnAlign));

    g_array_append_vals(columns, aligns, G_N_ELEMENTS(aligns));
    summary->table = text_block_new_table(columns, SPAN_NONE);
    summary->table->part = ELEMENT_OPENING;
    summary->table->element =
        structure_add(summary->reading->structure, STRUCT_TABLE, STRUCTURE_ROOT);
    g_ptr_array_add(summary->reading->blocks, summary->table);
    begin_row(summary);
    for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
        append(add_cell(summary, TRUE), heads[i], TEXT_SAME);
}

/* (transfer full) */
static gchar *shortened(const gchar *text)
{
    if (g_utf8_strlen(text, -1) <= LONGEST_TITLE)
        return g_strdup(text);
    g_autofree gchar *part = g_utf8_substring(text, 0, LONGEST_TITLE);
    return g_strconcat(part, "…", NULL);
}

static void write_field(TextBlock *cell, const Change *change)
{
    append(cell, change->field->chinese, TEXT_SAME);
    append(cell, "：", TEXT_SAME);
    append(cell, change_value(change, change->old_value, LANG_ZH), TEXT_DELETED);
    append(cell, "改为", TEXT_SAME);
    append(cell, change_value(change, change->new_value, LANG_ZH), TEXT_INSERTED);
}

static void write_what(TextBlock *cell, const Change *change)
{
    if (change->field) {
        write_field(cell, change);
    } else if (change->pieces) {
        g_autoptr(GArray) pieces = change_excerpt(change);
        for (guint i = 0; i < pieces->len; i++) {
            const Piece *piece = &g_array_index(pieces, Piece, i);
            append(cell, piece->text, piece->change);
        }
    } else if (change->title) {
        g_autofree gchar *title = shortened(change->title);
        append(cell, title,
               change->kind == CHANGE_ADDED     ? TEXT_INSERTED
               : change->kind == CHANGE_REMOVED ? TEXT_DELETED
                                                : TEXT_SAME);
    }
}

static void write_page(const Summary *summary, const Change *change)
{
    TextBlock *cell = add_cell(summary, FALSE);
    const gchar *label =
        change->anchor ? g_hash_table_lookup(summary->page_labels, change->anchor) : NULL;

    if (!label)
        return;
    g_autofree gchar *href = g_strconcat("#", change->anchor, NULL);
    guint link = structure_add(summary->reading->structure, STRUCT_LINK, cell->element);
    structure_at(summary->reading->structure, link)->alt = g_strdup_printf("第%s页", label);
    text_block_append(cell, label,
                      (TextStyle){.role = cell->role, .href = href, .element = link, .link = link});
}

static void add_row(Summary *summary, const Change *change, guint number)
{
    g_autofree gchar *digits = g_strdup_printf("%u", number);
    g_autofree gchar *where = change_where(change, LANG_ZH);

    begin_row(summary);
    append(add_cell(summary, FALSE), digits, TEXT_SAME);
    append(add_cell(summary, FALSE), change_kind_word(change->kind, LANG_ZH), TEXT_SAME);
    append(add_cell(summary, FALSE), where, TEXT_SAME);
    write_what(add_cell(summary, FALSE), change);
    write_page(summary, change);
}

Reading *summary_new(const Comparison *comparison, const Template *template, const gchar *old_name,
                     const gchar *new_name, GHashTable *page_labels)
{
    Reading *reading = g_new0(Reading, 1);
    Summary summary = {.reading = reading, .page_labels = page_labels};

    reading->bulletin = comparison->bulletin;
    reading->template = template;
    reading->head = g_ptr_array_new();
    reading->blocks = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    reading->notes = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    reading->note_order = g_array_new(FALSE, FALSE, sizeof(Note));
    reading->structure = structure_new();
    add_introduction(&summary, comparison, old_name, new_name);
    if (comparison->changes->len > 0)
        begin_table(&summary);
    for (guint i = 0; i < comparison->changes->len; i++)
        add_row(&summary, comparison->changes->pdata[i], i + 1);
    return reading;
}

GHashTable *summary_anchors(const Comparison *comparison)
{
    GHashTable *anchors = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < comparison->changes->len; i++) {
        const Change *change = comparison->changes->pdata[i];
        if (change->anchor)
            g_hash_table_add(anchors, change->anchor);
    }
    return anchors;
}

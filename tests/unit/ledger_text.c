/* The ledger in the words of a template: its table, its totals, its texts. */
#include "content.h"

#include "layout/ledger_text.h"

typedef struct {
    GPtrArray *sources;
    Diagnostics *sink;
    Template *template;
} Setting;

static void set_up(Setting *setting, gconstpointer data)
{
    static const TemplateFolder folders[] = {{.path = "templates"}, {.path = NULL}};

    (void) data;
    setting->sources = sources_new();
    setting->sink = diagnostics_new();
    setting->template =
        template_load("notice", SPAN_NONE, folders, setting->sources, setting->sink);
    g_assert_nonnull(setting->template);
}

static void tear_down(Setting *setting, gconstpointer data)
{
    (void) data;
    template_free(setting->template);
    diagnostics_free(setting->sink);
    g_ptr_array_unref(setting->sources);
}

static const Ledger *ledger_of(const Content *content)
{
    return &((const Annex *) content->bulletin->annexes->pdata[0])->ledger;
}

/* A row as a line, cells divided by |, line breaks in them as /. */
static void append_row(GString *out, const GPtrArray *cells, const Content *content,
                       const Setting *setting)
{
    for (guint i = 0; i < cells->len; i++) {
        const TableCell *cell = cells->pdata[i];
        g_autofree gchar *text = ledger_plain(content->bulletin, setting->template, cell->inlines);
        g_string_append_printf(out, "%s%s", i > 0 ? "|" : "", g_strdelimit(text, "\n", '/'));
    }
    g_string_append_c(out, '\n');
}

static gchar *table_text(const Setting *setting, const Content *content, const gchar *date)
{
    GString *out = g_string_new(NULL);
    Table *table =
        ledger_table(content->bulletin, ledger_of(content), setting->template, SPAN_NONE, date);

    for (guint i = 0; i < table->rows->len; i++) {
        const GPtrArray *cells = table->rows->pdata[i];
        g_assert_cmpuint(cells->len, ==, table->aligns->len);
        append_row(out, cells, content, setting);
    }
    table_free(table);
    return g_string_free(out, FALSE);
}

#define LEDGER(keys) \
    { \
        "annexes/1.md", "---\nkind: ledger\n" keys "---\n# 台账\n" \
    }

static void test_table(Setting *setting, gconstpointer data)
{
    g_auto(Content) content = content_read(
        FILES({"1.md", "---\nid: pay\nstatus: done\nresponsible: 甲科\ndue: 2023-08-31\ncompleted: "
                       "2023-06-08\n---\n# 补助*不当*\n\n1. 见[](#pay)\n2. 乙\\\n丙\n"},
              {"2.md", "# 无措施\n"}, LEDGER("")));
    g_autofree gchar *iso = table_text(setting, &content, NULL);
    g_autofree gchar *printed = table_text(setting, &content, setting->template->ledger.date);

    (void) data;
    g_assert_cmpstr(iso, ==,
                    "序号|问题|整改措施|责任单位|整改时限|整改状态|完成日期\n"
                    "1|补助不当|1.见1/2.乙/丙|甲科|2023-08-31|已完成|2023-06-08\n"
                    "2|无措施|||||\n");
    g_assert_nonnull(strstr(printed, "|2023年8月31日|已完成|2023年6月8日\n"));
}

static void test_columns(Setting *setting, gconstpointer data)
{
    g_auto(Content) content = content_read(
        FILES({"1.md", "---\nstatus: done\n---\n# 甲\n\n1. 乙\n"}, LEDGER("栏目: [状态, 措施]\n")));
    g_autofree gchar *text = table_text(setting, &content, NULL);
    Table *table =
        ledger_table(content.bulletin, ledger_of(&content), setting->template, SPAN_NONE, NULL);

    (void) data;
    g_assert_cmpstr(text, ==, "整改状态|整改措施\n已完成|乙\n");
    g_assert_cmpint(g_array_index(table->aligns, ColumnAlign, 0), ==, COLUMN_CENTER);
    g_assert_cmpint(g_array_index(table->aligns, ColumnAlign, 1), ==, COLUMN_LEFT);
    table_free(table);
}

/* What is set is a copy of the finding's own runs, with their places. */
static void test_runs(Setting *setting, gconstpointer data)
{
    g_auto(Content) content =
        content_read(FILES({"1.md", "# 补助*不当*\n\n1. 甲\n"}, LEDGER("columns: [问题]\n")));
    Table *table =
        ledger_table(content.bulletin, ledger_of(&content), setting->template, SPAN_NONE, NULL);
    const GPtrArray *cells = table->rows->pdata[1];
    const GArray *inlines = ((const TableCell *) cells->pdata[0])->inlines;
    const Inline *second = &g_array_index(inlines, Inline, 1);

    (void) data;
    g_assert_cmpuint(inlines->len, ==, 2);
    g_assert_cmpint(second->flags, ==, INLINE_EMPHASIS | INLINE_VERBATIM);
    g_assert_cmpuint(second->span.start, ==, strlen("# 补助*"));
    table_free(table);
}

/* The text of the measure in one finding. */
static gchar *measure_text(const Setting *setting, const gchar *markdown)
{
    g_autofree gchar *finding = g_strconcat("---\nkind: measure\n---\n", markdown, NULL);
    g_auto(Content) content = content_read(
        FILES({"1-x/index.md", "---\nkind: finding\n---\n# 问题\n"}, {"1-x/1.md", finding}));
    const Node *node = content.bulletin->children->pdata[0];
    g_autoptr(GArray) inlines = ledger_measure(setting->template, node->children->pdata[0]);

    assert_faults(&content, "");
    return ledger_plain(content.bulletin, setting->template, inlines);
}

#define assert_measure(markdown, expected) \
    do { \
        g_autofree gchar *found = measure_text(setting, markdown); \
        g_assert_cmpstr(found, ==, expected); \
    } while (0)

static void test_measures(Setting *setting, gconstpointer data)
{
    (void) data;
    assert_measure("甲\n", "甲");
    assert_measure("# 主题句\n\n甲。\n\n乙\n", "主题句。甲。\n乙");
    assert_measure("# 主题句！\n\n甲。\n", "主题句！甲。");
    assert_measure("# “主题句。”\n\n甲\n", "“主题句。”甲");
    assert_measure("# “主题句。**”**\n\n甲\n", "“主题句。”甲");
    assert_measure("# 主题句\n", "主题句");
    assert_measure("甲：\n\n1. 子\n2. 丑；\n3. 寅\n\n乙\n", "甲：（1）子；（2）丑；（3）寅\n乙");
}

/* The last row, with these keys. */
static gchar *totals_text(const Setting *setting, const gchar *keys)
{
    g_autofree gchar *annex = g_strdup_printf("---\nkind: ledger\n%s---\n# 台账\n", keys);
    g_auto(Content) content =
        content_read(FILES({"1.md", "---\nstatus: done\n---\n# 甲\n"},
                           {"2.md", "---\nstatus: done\n---\n# 乙\n"}, {"3.md", "# 丙\n"},
                           {"4.md", "---\nstatus: planned\n---\n# 丁\n"}, {"annexes/1.md", annex}));
    Table *table = table_new();
    GString *out = g_string_new(NULL);

    ledger_add_totals(table, content.bulletin, ledger_of(&content), setting->template, SPAN_NONE);
    append_row(out, table->rows->pdata[0], &content, setting);
    table_free(table);
    return g_string_free(out, FALSE);
}

#define assert_totals(keys, expected) \
    do { \
        g_autofree gchar *found = totals_text(setting, keys); \
        g_assert_cmpstr(found, ==, expected); \
    } while (0)

static void test_totals(Setting *setting, gconstpointer data)
{
    (void) data;
    assert_totals("", "合计|4项||||未启动1项/已完成2项/状态未填1项|\n");
    assert_totals("columns: [finding, status]\n", "合计4项|未启动1项/已完成2项/状态未填1项\n");
    assert_totals("columns: [number, finding]\n", "合计|4项：未启动1项，已完成2项，状态未填1项\n");
    assert_totals("columns: [number, status]\n", "合计4项|未启动1项/已完成2项/状态未填1项\n");
    assert_totals("columns: [status]\n", "合计4项：未启动1项，已完成2项，状态未填1项\n");
    assert_totals("columns: [due, measures]\nstatus: done\n", "合计2项：已完成2项|\n");
}

/* Pages are not known to an export; footnotes stay with the text that has them. */
static void test_unknown(Setting *setting, gconstpointer data)
{
    g_auto(Content) content = content_read(FILES({"1.md", "# 甲\n\n1. 见第\n"}));
    const Node *finding = content.bulletin->children->pdata[0];
    const Node *measure = finding->children->pdata[0];
    const Block *paragraph = measure->blocks->pdata[0];
    Inline runs[] = {
        {.text = g_strdup(""), .flags = INLINE_REFERENCE | INLINE_PAGE, .href = g_strdup("#a")},
        {.text = g_strdup("页")},
        {.text = g_strdup(""), .flags = INLINE_NOTE, .href = g_strdup("^1")}};

    (void) data;
    g_array_append_vals(paragraph->inlines, runs, G_N_ELEMENTS(runs));
    g_autoptr(GArray) inlines = ledger_measure(setting->template, measure);
    g_autofree gchar *text = ledger_plain(content.bulletin, setting->template, inlines);
    g_assert_cmpuint(inlines->len, ==, 3);
    g_assert_cmpstr(text, ==, "见第…页");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add(name, Setting, NULL, set_up, function, tear_down)
    ADD("/ledger-text/table", test_table);
    ADD("/ledger-text/columns", test_columns);
    ADD("/ledger-text/runs", test_runs);
    ADD("/ledger-text/measures", test_measures);
    ADD("/ledger-text/totals", test_totals);
    ADD("/ledger-text/unknown", test_unknown);
    return g_test_run();
}

/* Annexes and the ledger: what files make, how it is numbered, which findings come into a ledger.
 */
#include "content.h"

#include "model/ledger.h"

static void test_text(void)
{
    g_auto(Content) content = content_read(
        FILES({"1-x.md", "# 问题\n\n见[](#rules)、[](#nothere)。\n"},
              {"annexes/10-b.md", "# 名单\n\n[](#rules)。\n"},
              {"annexes/2-a.md",
               "---\n编号: rules\n类型: 文字\n---\n# 整改**办法**\n\n总的。\n\n## 甲\n\n### 一\n\n"
               "#### 子\n\n##### 丑\n\n1. 寅\n\n### 二\n\n## 乙\n\n### 三\n"},
              {"annexes/1-d.md", "---\n草稿: 是\n---\n写到一半\n"}));

    assert_faults(&content, "1-x.md:3:13 unknown-reference\nannexes/1-d.md:2:1 draft");
    assert_outline(&content, "annex",
                   "annex 1 id=rules \"整改办法\"\n"
                   "  title\n"
                   "    text \"整改\"\n"
                   "    text \"办法\" strong\n"
                   "  paragraph\n"
                   "    text \"总的。\"\n"
                   "  heading 1 number 1\n"
                   "    text \"甲\"\n"
                   "  heading 2 number 1\n"
                   "    text \"一\"\n"
                   "  heading 3 number 1\n"
                   "    text \"子\"\n"
                   "  heading 4 number 1\n"
                   "    text \"丑\"\n"
                   "  list\n"
                   "    item\n"
                   "      paragraph\n"
                   "        text \"寅\"\n"
                   "  heading 2 number 2\n"
                   "    text \"二\"\n"
                   "  heading 1 number 2\n"
                   "    text \"乙\"\n"
                   "  heading 2 number 1\n"
                   "    text \"三\"\n"
                   "annex 2 \"名单\"\n"
                   "  paragraph\n"
                   "    reference \"#rules\" to annex 1\n"
                   "    text \"。\"\n");
    g_assert_true(bulletin_find(content.bulletin, "#rules")->annex ==
                  content.bulletin->annexes->pdata[0]);
}

static void test_headings(void)
{
    g_auto(Content) content = content_read(
        FILES({"annexes/1.md", "没有标题\n"}, {"annexes/2.md", "# 一\n\n# 二\n"},
              {"annexes/3.md", "# 一\n\n### 二\n\n###### 三\n"}, {"annexes/4.md", "前\n\n# 一\n"},
              {"annexes/5.md", "#\n\n##\n"}, {"annexes/6.md", "# 一\n\n1. ## 二\n\n***\n"},
              {"annexes/7.md", "## 二\n"}));

    assert_faults(&content, "annexes/1.md:1:1 no-heading\n"
                            "annexes/2.md:3:1 second-heading\n"
                            "annexes/3.md:3:1 heading-order\n"
                            "annexes/3.md:5:1 too-deep\n"
                            "annexes/4.md:3:1 heading-place\n"
                            "annexes/5.md:1:1 empty-text\n"
                            "annexes/5.md:3:1 empty-text\n"
                            "annexes/6.md:3:4 heading-place\n"
                            "annexes/6.md:5:1 not-an-element\n"
                            "annexes/7.md:1:1 no-heading");
}

static void test_folder(void)
{
    g_auto(Content) content =
        content_read(FILES({"annexes/index.md", "# 附件\n"}, {"annexes/1-a/index.md", "# 甲\n"},
                           {"annexes/2-b/1-c.md", "# 丙\n"}, {"annexes/3-d.md", "# 丁\n"}));

    assert_faults(&content, "annexes/1-a/index.md:1:1 folder-in-annexes\n"
                            "annexes/2-b/1-c.md:1:1 folder-in-annexes\n"
                            "annexes/index.md:1:1 annexes-index");
    assert_outline(&content, "annex", "annex 1 \"丁\"\n");
    assert_says(&content, LANG_ZH, "annexes 文件夹里不能再有文件夹“2-b”");
}

static void test_ids(void)
{
    g_auto(Content) content = content_read(FILES(
        {"1-x.md", "---\nid: same\n---\n# 问题\n"}, {"annexes/1.md", "---\nid: same\n---\n# 甲\n"},
        {"annexes/2.md", "---\nid: 有 空格\n---\n# 乙\n"}));

    assert_faults(&content, "annexes/1.md:2:5 duplicate-id\nannexes/2.md:2:5 bad-id");
}

static void test_keys(void)
{
    g_auto(Content) content = content_read(FILES(
        {"1-x.md", "# 问题\n"}, {"annexes/1.md", "---\ncolumns: [问题]\n---\n# 甲\n"},
        {"annexes/2.md", "---\nkind: leger\nstatus: done\n---\n# 乙\n"},
        {"annexes/3.md", "---\nkind: ledger\ncolums: [问题]\n栏木: [问题]\ntotals: maybe\n"
                         "order: size\ncolumns:\n  - 问题\n  - finding\n  - 何时\n  - [时限]\n"
                         "status: [done, 已完成, finished]\nresponsible: [甲]\n---\n# 丙\n"},
        {"annexes/4.md", "---\nkind: ledger\ncolumns: 问题\nstatus: {done: yes}\n---\n# 丁\n"}));

    assert_faults(&content, "annexes/1.md:2:1 key-place\n"
                            "annexes/2.md:2:7 bad-value\n"
                            "annexes/2.md:5:1 empty-ledger\n"
                            "annexes/3.md:3:1 unknown-key\n"
                            "annexes/3.md:4:1 unknown-key\n"
                            "annexes/3.md:5:9 wrong-kind\n"
                            "annexes/3.md:6:8 bad-value\n"
                            "annexes/3.md:9:5 duplicate-value\n"
                            "annexes/3.md:10:5 bad-value\n"
                            "annexes/3.md:11:5 wrong-kind\n"
                            "annexes/3.md:12:16 duplicate-value\n"
                            "annexes/3.md:12:21 bad-value\n"
                            "annexes/3.md:13:1 wrong-kind\n"
                            "annexes/3.md:15:1 empty-ledger\n"
                            "annexes/4.md:3:10 wrong-kind\n"
                            "annexes/4.md:4:1 wrong-kind");
    assert_says(&content, LANG_ZH, "这里可以写：编号、草稿、类型");
    assert_says(&content, LANG_EN, "it may be: text 文字, ledger 台账");
    assert_says(&content, LANG_EN, "did you mean 'columns'?");
    assert_says(&content, LANG_ZH, "是不是“栏目”？");
    assert_says(&content, LANG_ZH, "document 原序, due 时限, status 状态, responsible 责任单位");
    assert_says(&content, LANG_ZH, "“columns”里“finding”写了两次");
    assert_says(&content, LANG_EN,
                "planned 未启动, ongoing 推进中, done 已完成, standing 长期坚持");
}

/* ---- the ledger ---- */

#define FINDING(keys, title) "---\n" keys "---\n# " title "\n\n1. 措施\n"

static Content ledger_content(const gchar *keys)
{
    g_autofree gchar *annex = g_strdup_printf("---\nkind: ledger\n%s---\n# 台账\n", keys);

    return content_read(
        FILES({"1-a/index.md", "# 甲\n"},
              {"1-a/1.md", FINDING("status: done\nresponsible: 综合科\ndue: 2023-08-31\n", "一")},
              {"1-a/2.md", FINDING("status: ongoing\nresponsible: 办公室、财务科\n", "二")},
              {"2-b.md", FINDING("responsible: 综合科\ndue: 2023-06-30\n", "三")},
              {"3-c.md", FINDING("status: planned\ndue: 2023-06-30\n", "四")},
              {"4-d.md", FINDING("status: done\nresponsible: 综合科室\ndue: 2022-12-01\n", "五")},
              {"annexes/1.md", annex}));
}

/* The numbers of the findings in a ledger with these keys. */
static gchar *shown(const gchar *keys)
{
    g_auto(Content) content = ledger_content(keys);
    const Annex *annex = content.bulletin->annexes->pdata[0];
    g_autoptr(GArray) rows = ledger_rows(content.bulletin, &annex->ledger);
    GString *numbers = g_string_new(NULL);

    for (guint i = 0; i < rows->len; i++)
        g_string_append_printf(numbers, "%u", g_array_index(rows, LedgerRow, i).finding->number);
    return g_string_free(numbers, FALSE);
}

#define assert_shown(keys, numbers) \
    do { \
        g_autofree gchar *found = shown(keys); \
        g_assert_cmpstr(found, ==, numbers); \
    } while (0)

static void test_filter(void)
{
    assert_shown("", "12345");
    assert_shown("status: done\n", "15");
    assert_shown("状态: [已完成, 未启动]\n", "145");
    assert_shown("status: [planned, ongoing, done, standing]\n", "1245");
    assert_shown("responsible: 综合科\n", "13");
    assert_shown("责任单位: 财务科\n", "2");
    assert_shown("责任单位: 办公室、财务科\n", "2");
    assert_shown("responsible: 综合\n", "");
    assert_shown("responsible: 科室\n", "");
    assert_shown("responsible: 综合科\nstatus: done\n", "1");
    assert_shown("status: []\nresponsible: ''\n", "12345");
}

/* What equals is as in the bulletin; what has nothing to be ordered by is last. */
static void test_order(void)
{
    assert_shown("order: document\n", "12345");
    assert_shown("排序: 时限\n", "53412");
    assert_shown("order: status\n", "42153");
    assert_shown("order: responsible\n", "13254");
}

static void test_columns(void)
{
    g_auto(Content) all = ledger_content("");
    g_auto(Content) some = ledger_content("栏目: [状态, 问题]\ntotals: yes\norder: 原序\n");
    g_autofree gchar *dump_all = content_outline(&all, "annex");
    g_autofree gchar *dump_some = content_outline(&some, "annex");

    g_assert_nonnull(strstr(dump_all, "  ledger columns=number,finding,measures,responsible,due,"
                                      "status,completed order=document\n"));
    g_assert_nonnull(strstr(dump_some, "  ledger columns=status,finding order=document totals\n"
                                       "    row 1 status=done responsible=\"综合科\" "
                                       "due=2023-08-31\n"));
}

static void test_count(void)
{
    g_auto(Content) content = ledger_content("");
    g_autoptr(GArray) rows = ledger_rows(content.bulletin, NULL);
    guint counts[STATUS_COUNT];

    ledger_count(rows, counts);
    g_assert_cmpuint(counts[STATUS_NONE], ==, 1);
    g_assert_cmpuint(counts[STATUS_PLANNED], ==, 1);
    g_assert_cmpuint(counts[STATUS_ONGOING], ==, 1);
    g_assert_cmpuint(counts[STATUS_DONE], ==, 2);
    g_assert_cmpuint(counts[STATUS_STANDING], ==, 0);
    g_assert_cmpstr(status_id(STATUS_DONE), ==, "done");
    g_assert_cmpstr(status_chinese(STATUS_DONE), ==, "已完成");
}

/* What a finding has from its measures. */
static void assert_from_measures(const gchar *const measures[], const gchar *finding,
                                 const gchar *expected)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    const gchar *files[16][2] = {{NULL, NULL}};
    g_autofree gchar *index = g_strdup_printf("---\nkind: finding\n%s---\n# 问题\n", finding);
    guint n = 0;

    files[n][0] = "1-x/index.md", files[n++][1] = index;
    for (guint i = 0; measures[i]; i++) {
        g_ptr_array_add(names, g_strdup_printf("1-x/%u.md", i + 1));
        files[n][0] = names->pdata[names->len - 1];
        g_ptr_array_add(names, g_strdup_printf("---\n%s---\n措施\n", measures[i]));
        files[n++][1] = names->pdata[names->len - 1];
    }
    files[n][0] = "annexes/1.md", files[n++][1] = "---\nkind: ledger\ncolumns: [问题]\n---\n# 甲\n";
    g_auto(Content) content = content_read(files);
    g_autofree gchar *dump = content_outline(&content, "annex");
    assert_faults(&content, "");
    g_assert_cmpstr(strstr(dump, "    row 1") + 9, ==, expected);
}

#define MEASURES(...) ((const gchar *const[]){__VA_ARGS__, NULL})

static void test_from_measures(void)
{
    assert_from_measures(MEASURES("status: done\nresponsible: 甲科\ndue: 2023-05-01\n",
                                  "status: done\nresponsible: 乙科\ndue: 2023-04-01\n",
                                  "status: done\nresponsible: 甲科\ndue: 2022-11-30\n"),
                         "", " status=done responsible=\"甲科、乙科\" due=2023-05-01\n");
    assert_from_measures(MEASURES("status: done\nresponsible: 甲科\ndue: 2023-05-01\n"),
                         "status: ongoing\nresponsible: 丙科\ndue: 2023-01-01\n",
                         " status=ongoing responsible=\"丙科\" due=2023-01-01\n");
    assert_from_measures(MEASURES("completed: 2023-05-01\n", "completed: 2023-06-01\n"), "",
                         " completed=2023-06-01\n");
    assert_from_measures(MEASURES("completed: 2023-05-01\ndue: 2023-05-01\n", "status: done\n"), "",
                         "\n");
    assert_from_measures(MEASURES("status: planned\n", "status: planned\n"), "",
                         " status=planned\n");
    assert_from_measures(MEASURES("status: planned\n", "status: done\n"), "", " status=ongoing\n");
    assert_from_measures(MEASURES("status: done\n", "status: standing\n"), "",
                         " status=standing\n");
    assert_from_measures(MEASURES("status: standing\n", "status: ongoing\n"), "",
                         " status=ongoing\n");
}

/* One who is responsible for a measure finds it in the ledger, whoever has the finding. */
static void test_filter_by_measure(void)
{
    g_auto(Content) content = content_read(
        FILES({"1-x/index.md", "---\nkind: finding\nresponsible: 甲科\n---\n# 问题\n"},
              {"1-x/1.md", "---\nresponsible: 乙科\n---\n措施\n"},
              {"annexes/1.md", "---\nkind: ledger\nresponsible: 乙科\n---\n# 乙科台账\n"},
              {"annexes/2.md", "---\nkind: ledger\nresponsible: 丙科\n---\n# 丙科台账\n"}));

    assert_faults(&content, "annexes/2.md:5:1 empty-ledger");
    assert_says(&content, LANG_EN, "no finding comes into this ledger");
    g_assert_cmpint(diagnostics_status(content.sink, FALSE), ==, STATUS_OK);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/annex/text", test_text);
    g_test_add_func("/annex/headings", test_headings);
    g_test_add_func("/annex/folder", test_folder);
    g_test_add_func("/annex/ids", test_ids);
    g_test_add_func("/annex/keys", test_keys);
    g_test_add_func("/ledger/filter", test_filter);
    g_test_add_func("/ledger/order", test_order);
    g_test_add_func("/ledger/columns", test_columns);
    g_test_add_func("/ledger/count", test_count);
    g_test_add_func("/ledger/from-measures", test_from_measures);
    g_test_add_func("/ledger/filter-by-measure", test_filter_by_measure);
    return g_test_run();
}

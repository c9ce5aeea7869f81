/* Pipe tables and their captions, and ids at the end of headings and captions. */
#include "blocks.h"

static void test_forms(void)
{
    assert_reads("| 甲 | 乙 |\n| --- | --: |\n| 1 | 2 |\n|3|4|",
                 "Tpr\n R\n C1:3\n. 1:3 甲\n C1:7\n. 1:7 乙\n R\n C3:3\n. 3:3 1\n C3:7\n. 3:7 2\n"
                 " R\n C4:2\n. 4:2 3\n C4:4\n. 4:4 4\n");
    assert_reads("甲 | 乙 | 丙\n:-|:-:|-\n1|2||\n\n丁",
                 "Tlcp\n R\n C1:1\n. 1:1 甲\n C1:5\n. 1:5 乙\n C1:9\n. 1:9 丙\n"
                 " R\n C3:1\n. 3:1 1\n C3:3\n. 3:3 2\n C3:5\nP\n. 5:1 丁\n");
    assert_reads("|甲|\n|-|\n| |", "Tp\n R\n C1:2\n. 1:2 甲\n R\n C3:3\n");
    assert_reads("  | 甲 |\n  |:--:|\n  | 1 |  \n",
                 "Tc\n R\n C1:5\n. 1:5 甲\n R\n C3:5\n. 3:5 1\n");
    /* lines above the head are a paragraph */
    assert_reads("前文\n再前\n| 甲 |\n|-|\n| 1 |",
                 "P\n. 1:1 前文\n. 2:1 再前\nTp\n R\n C3:3\n. 3:3 甲\n R\n C5:3\n. 5:3 1\n");
    assert_reads("<!-- 注 -->\n| 甲 |\n|-|\n| 1 |",
                 "Tp\n R\n C2:3\n. 2:3 甲\n R\n C4:3\n. 4:3 1\n");
    assert_reads("甲 | 乙\n丙 | 丁\n", "P\n. 1:1 甲 | 乙\n. 2:1 丙 | 丁\n");
    assert_reads("<!--\n| 甲 |\n|-|\n| 1 |\n-->", "");
}

static void test_cells(void)
{
    assert_reads("| a\\|b | c\\\\|\n|-|-|\n| \\\\\\| | <!-- | --> |",
                 "Tpp\n R\n C1:3\n. 1:3 a\n. 1:5 |b\n C1:10\n. 1:10 c\n. 1:12 \\\n"
                 " R\n C3:3\n. 3:4 \\\n. 3:6 |\n C3:10\n");
    /* what would be a block of its own elsewhere is text */
    assert_reads(
        "| # 甲 | 1. 乙 | - 丙 | > 丁 |\n|-|-|-|-|\n| --- | [a]: #b | ``` | <!-- --> 戊 \\ |",
        "Tpppp\n R\n C1:3\n. 1:3 # 甲\n C1:9\n. 1:9 1. 乙\n C1:16\n. 1:16 - 丙\n C1:22\n"
        ". 1:22 > 丁\n R\n C3:3\n. 3:3 ---\n C3:9\n. 3:9 [a]: #b\n C3:19\n. 3:19 ```\n"
        " C3:25\n. 3:34 戊 \\\n");
    assert_reads("|[戊]{专名}**甲。**|*乙*丙|“**丁**”|\n|-|-|-|\n||[](#a)|&amp;己&#32;|",
                 "Tppp\n R\n C1:2\nP2 1:3 戊\nS 1:11 甲。\n C1:16\nE 1:17 乙\n. 1:19 丙\n"
                 " C1:21\n. 1:21 “\nS 1:24 丁\n. 1:27 ”\n R\n C3:2\n C3:3\n# 3:3  -> #a\n"
                 " C3:10\n.~ 3:10 &\n. 3:15 己\n.~ 3:16  \n");
    /* emphasis and links end with the cell */
    assert_reads("| **甲 | 乙** |\n|-|-|\n| [丙 | 丁](#a) |",
                 "Tpp\n R\n C1:3\n. 1:3 **甲\n C1:9\n. 1:9 乙**\n R\n C3:3\n. 3:3 [丙\n C3:8\n"
                 ". 3:8 丁](#a)\n");
    /* definitions of anywhere in the file hold in cells */
    assert_reads("[k]: #a\n\n| [甲][k] | [乙][j] |\n|-|-|\n| [k] | 1 |\n\n1. 丙\n\n   [j]: #b\n",
                 "Tpp\n R\n C3:3\n. 3:4 甲 -> #a\n C3:12\n. 3:13 乙 -> #b\n R\n C5:3\n"
                 ". 5:4 k -> #a\n C5:9\n. 5:9 1\nL\n I\n  P\n. 7:4 丙\n");
    assert_read("| `甲` | <b> |\n|-|-|\n| [乙](x.md) | ![丙](y.png) |\n",
                "Tpp\n R\n C1:3\n C1:9\n R\n C3:3\n. 3:4 乙\n C3:15\n",
                "1:3 not-an-element\n1:9 raw-html\n3:3 bad-link\n3:15 image-place\n");
}

static void test_faults(void)
{
    assert_read("| 甲 | 乙 |\n|-|\n| 1 | 2 |",
                "Tpp\n R\n C1:3\n. 1:3 甲\n C1:7\n. 1:7 乙\n"
                " R\n C3:3\n. 3:3 1\n C3:7\n. 3:7 2\n",
                "2:1 delimiter-row\n");
    assert_read("| 甲 | 乙 | 丙 |\n|-|:|  |\n| 1 | 2 | |",
                "Tplp\n R\n C1:3\n. 1:3 甲\n C1:7\n. 1:7 乙\n C1:11\n. 1:11 丙\n"
                " R\n C3:3\n. 3:3 1\n C3:7\n. 3:7 2\n C3:11\n",
                "2:4 delimiter-row\n2:8 delimiter-row\n");
    assert_read("| 甲 | 乙 |\n|-|-|\n| 1 |\n| 1 | 2 | 3 |\n文字\n",
                "Tpp\n R\n C1:3\n. 1:3 甲\n C1:7\n. 1:7 乙\n",
                "3:1 ragged-row\n4:1 ragged-row\n5:1 ragged-row\n");
    assert_read("| 甲 |\n|-|\n文字\n", "Tp\n R\n C1:3\n. 1:3 甲\n", "3:1 ragged-row\n");
    assert_read("| 甲 |\n|-|\n\n文字", "Tp\n R\n C1:3\n. 1:3 甲\nP\n. 4:1 文字\n", "2:1 no-rows\n");
    assert_read("文字\n\n|-|-|\n| 1 | 2 |", "P\n. 1:1 文字\nT\n", "3:1 no-head-row\n");
    assert_read("| 1 | 2 |\n| 3 | 4 |\n", "T\n", "1:1 no-delimiter-row\n");
    assert_read("表1 甲\n\n｜ 1 ｜ 2 ｜\n｜ 3 ｜ 4 ｜\n", "T 表1\n. 1:1 表1 甲\n",
                "3:1 full-width-bar\n");
    assert_read("1. 甲\n\n   | 乙 |\n   |-|\n   | 1 |\n", "L\n I\n  P\n. 1:4 甲\n",
                "3:4 table-place\n");
}

static void test_captions(void)
{
    static const gchar *const captions[][2] = {
        {"表1 街道收支", "表1"},  {"表1　街道收支", "表1"}, {"表 1-2 收支", "表1-2"},
        {"表1.3", "表1.3"},       {"表一 收支", "表一"},    {"表十二　收支", "表十二"},
        {"表A1：收支", "表A1"},   {"表１收支", "表１"},     {"表1收支", "表1"},
        {"表2（续）收支", "表2"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(captions); i++) {
        const gchar *caption = captions[i][0], *label = captions[i][1];
        g_autofree gchar *text = g_strconcat(caption, "\n\n| 甲 |\n|-|\n| 1 |", NULL);
        g_autofree gchar *expected = g_strdup_printf(
            "Tp %s\n. 1:1 %s\n R\n C3:3\n. 3:3 甲\n R\n C5:3\n. 5:3 1\n", label, caption);
        assert_reads(text, expected);
    }
    /* no number to refer to */
    assert_reads("表 收支\n| 甲 |\n|-|\n| 1 |", "Tp\n. 1:1 表 收支\n R\n C2:3\n. 2:3 甲\n"
                                                " R\n C4:3\n. 4:3 1\n");
    /* an id and what the text holds besides */
    assert_reads("表1 **街道**[甲]{专名} {#income}\n\n<!-- 注 -->\n\n| 甲 |\n|-|\n| 1 |",
                 "Tp 表1 #income\n. 1:1 表1 \nS 1:6 街道\nP16 1:11 甲\n R\n C5:3\n"
                 ". 5:3 甲\n R\n C7:3\n. 7:3 1\n");
}

static void test_running_text(void)
{
    static const gchar *const texts[] = {
        "表示如下",     "表1所列如下：", "表 1 列出了有关数据。", "表一致如下",
        "表中数据如下", "表彰名单",      "下列各表数据准确",      "表",
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree gchar *text = g_strconcat(texts[i], "\n\n| 甲 |\n|-|\n| 1 |", NULL);
        g_autofree gchar *expected =
            g_strdup_printf("P\n. 1:1 %s\nTp\n R\n C3:3\n. 3:3 甲\n R\n C5:3\n. 5:3 1\n", texts[i]);
        assert_reads(text, expected);
    }
    assert_reads("表1 所列数据均已核实。", "P\n. 1:1 表1 所列数据均已核实。\n");
    assert_reads("表1所列数据", "P\n. 1:1 表1所列数据\n");
    assert_reads("表示 同意", "P\n. 1:1 表示 同意\n");
}

static void test_lost_captions(void)
{
    assert_read("表1 收支\n\n文字", "P\n. 1:1 表1 收支\nP\n. 3:1 文字\n",
                "1:1 caption-without-table\n");
    assert_read("表1　　收支 {#a}", "P #a\n. 1:1 表1　　收支\n", "1:1 caption-without-table\n");
    assert_read("表1 收支\n\n单位：万元\n\n| 甲 |\n|-|\n| 1 |",
                "P\n. 1:1 表1 收支\nP\n. 3:1 单位：万元\nTp\n R\n C5:3\n. 5:3 甲\n R\n C7:3\n"
                ". 7:3 1\n",
                "1:1 caption-without-table\n");
}

static void test_ids(void)
{
    assert_reads("# 标题 {#a-1}\n\n## 二 {#表.2} ##\n\n三{#_c_}\n---\n",
                 "H1 #a-1\n. 1:3 标题\nH2 #表.2\n. 3:4 二\nH2 #_c_\n. 5:1 三\n");
    assert_reads("# 标题 \\{#a}\n\n# {a}\n\n# **甲**{#b}",
                 "H1\n. 1:3 标题 \n. 1:7 {#a}\nH1\n. 3:3 {a}\nH1 #b\nS 5:5 甲\n");
    assert_reads("# \\\\{#a}", "H1 #a\n. 1:4 \\\n");
    assert_read("# 标题 {#}\n\n# 标题 {#a b}", "H1\n. 1:3 标题\nH1\n. 3:3 标题\n",
                "1:6 bad-id\n3:6 bad-id\n");
    assert_read("# {#a}", "H1 #a\n", "");
    assert_read("文字 {#a}\n\n1. 项 {#b}", "P #a\n. 1:1 文字\nL\n I\n  P #b\n. 3:4 项\n",
                "1:6 id-place\n3:8 id-place\n");
}

static gchar *repeat(const gchar *before, const gchar *part, guint times, const gchar *after)
{
    GString *text = g_string_new(before);
    for (guint i = 0; i < times; i++)
        g_string_append(text, part);
    g_string_append(text, after);
    return g_string_free(text, FALSE);
}

static void test_limits(void)
{
    g_autofree gchar *delimiters = repeat("", "|-", 100, "|\n");
    g_autofree gchar *head = repeat("", "|", 101, "\n");
    g_autofree gchar *fits = g_strconcat(head, delimiters, head, NULL);
    g_autofree gchar *wide_head = g_strconcat("|", fits, NULL);
    g_autofree gchar *wide_row = g_strconcat(fits, "|", head, NULL);
    g_autofree gchar *rows = repeat("|a|b|\n|-|-|\n", "|1|2|\n", 9999, "");
    g_autofree gchar *more = g_strconcat(rows, "|1|2|\n", NULL);
    const gchar *const texts[][2] = {
        {fits, ""}, {wide_head, "1:1 limit\n"}, {wide_row, "4:1 limit\n"},
        {rows, ""}, {more, "10002:1 limit\n"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Diagnostics) sink = diagnostics_new();
        g_autoptr(Source) source = source_of(texts[i][0]);
        g_autoptr(GPtrArray) blocks = markdown_read(source, 0, (guint32) source->length, sink);
        assert_reports(sink, texts[i][1]);
        g_assert_cmpuint(blocks->len, ==, 1);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tables/forms", test_forms);
    g_test_add_func("/tables/cells", test_cells);
    g_test_add_func("/tables/faults", test_faults);
    g_test_add_func("/tables/captions", test_captions);
    g_test_add_func("/tables/running-text", test_running_text);
    g_test_add_func("/tables/lost-captions", test_lost_captions);
    g_test_add_func("/tables/ids", test_ids);
    g_test_add_func("/tables/limits", test_limits);
    return g_test_run();
}

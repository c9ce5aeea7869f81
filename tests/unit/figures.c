/* Images that are paragraphs of their own. */
#include "blocks.h"

static void test_figures(void)
{
    assert_reads("![甲](a.png)", "F a.png \"甲\"\n");
    assert_reads("![甲 **乙**&amp;\\*[丙]{专名}](<b c.png> '图1 丁'){#d}\n",
                 "F 图1 #d b c.png \"甲 乙&*丙\"\n. 1:37 图1 丁\n");
    assert_reads("![甲](a\\_b&amp;c.png (图1-2 **乙**[见][k] {#y})) <!-- 注 -->",
                 "F 图1-2 #y a_b&c.png \"甲\"\n. 1:22 图1-2 \nS 1:29 乙\n. 1:32 [见][k]\n");
    assert_reads("![甲\n乙](a.png\n\"图 丙\n丁\")\n{#e}",
                 "F #e a.png \"甲乙\"\n. 3:2 图 丙\n. 4:1 丁\n");
    assert_reads("![甲](a.png)<!-- 注 -->\n\n![乙](b.svg)", "F a.png \"甲\"\nF b.svg \"乙\"\n");
    assert_reads("![甲](a.png \"没有序号\")", "F a.png \"甲\"\n. 1:13 没有序号\n");
    assert_reads("![甲](a.png \"图1 \\\"乙\\\" [丙](#d) [庚]{着重}\")",
                 "F 图1 a.png \"甲\"\n. 1:13 图1 \n. 1:17 \"乙\n. 1:20 \" \n. 1:23 丙 -> #d\n"
                 ". 1:29  \nD 1:31 庚\n");
    assert_reads("\\![甲](#a.png)", "P\n. 1:2 !\n. 1:4 甲 -> #a.png\n");
}

/* A CSV file is a table whose caption stands between the brackets, or right above. */
static void test_csv(void)
{
    assert_reads("![表1 **收支**[](#x) {#y}](a.csv)",
                 "F 表1 #y a.csv\n. 1:3 表1 \nS 1:8 收支\n# 1:12  -> #x\n");
    assert_reads("![](a.CSV)", "F a.CSV\n");
    assert_reads("表1 收支 {#y}\n\n![](a.csv)", "F 表1 #y a.csv\n. 1:1 表1 收支\n");
    assert_reads("![图1 收支](a.csv){#z}", "F #z a.csv\n. 1:3 图1 收支\n");
    assert_read("![表1 收支](a.csv \"题\")", "F 表1 a.csv\n. 1:3 表1 收支\n", "1:17 csv-caption\n");
    assert_read("表1 收支\n\n![表2 收支](a.csv)",
                "P\n. 1:1 表1 收支\nF 表2 a.csv\n. 3:3 表2 收支\n", "1:1 caption-without-table\n");
}

static void test_faults(void)
{
    assert_read("甲![乙 [a](#x)](p.png \"题\")丙", "P\n. 1:1 甲\n. 1:25 丙\n", "1:2 image-place\n");
    assert_read("![甲](a.png) ![乙](b.png)", "", "1:1 image-place\n1:13 image-place\n");
    assert_read("![甲](a.png)。", "P\n. 1:12 。\n", "1:1 image-place\n");
    assert_read("![甲](a.png) \\{#a}", "F a.png \"甲\"\n", "1:1 image-place\n");
    assert_read("*![甲](a.png)*", "", "1:2 image-place\n");
    assert_read("[![甲](a.png)](#b)", "", "1:2 image-place\n");
    assert_read("# ![甲](a.png)", "H1\n", "1:3 image-place\n");
    assert_read("![甲 ![乙](b.png)](a.png)", "F a.png \"甲\"\n", "1:1 image-place\n");
    assert_read("1. ![甲](a.png)", "L\n I\n", "1:4 table-place\n");
    assert_read("![ ](a.png)", "F a.png \"\"\n", "1:1 no-alt\n");
    assert_read("![甲[](#b)](a.png)", "F a.png \"甲\"\n", "1:4 alt-text\n");
    assert_read("![甲][k]\n\n[k]: #b", "F\n", "1:1 image-path\n");
    assert_read("![甲](a b.png)\n\n![乙][k]", "P\n. 1:1 ![甲](a b.png)\nP\n. 3:1 ![乙][k]\n",
                "1:1 broken-image\n3:1 broken-image\n");
    assert_read("注意![1] \\![甲](#b)", "P\n. 1:1 注意![1] \n. 1:9 !\n. 1:11 甲 -> #b\n", "");
    assert_read("![甲`乙`](a.png)", "F a.png \"甲\"\n", "1:4 not-an-element\n");
    assert_read("![甲](a.png \"图1 乙 {#b}\"){#c}", "F 图1 #b a.png \"甲\"\n. 1:13 图1 乙\n",
                "1:20 second-id\n");
    assert_read("![甲](a.png)\n\n图1 乙", "F a.png \"甲\"\nP\n. 3:1 图1 乙\n",
                "3:1 caption-without-figure\n");
    assert_read("图1所示为乙\n\n图1 为乙。", "P\n. 1:1 图1所示为乙\nP\n. 3:1 图1 为乙。\n", "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/figures/figures", test_figures);
    g_test_add_func("/figures/csv", test_csv);
    g_test_add_func("/figures/faults", test_faults);
    return g_test_run();
}

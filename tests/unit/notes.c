/* Footnotes as they are read: marks in the text, texts after all else. */
#include "blocks.h"

static void test_marks(void)
{
    assert_reads("甲[^1]乙[^注释-2]", "P\n. 1:1 甲\n^ 1:2  -> ^1\n. 1:6 乙\n^ 1:7  -> ^注释-2\n");
    assert_reads("甲[^1][^2]，", "P\n. 1:1 甲\n^ 1:2  -> ^1\n^ 1:6  -> ^2\n. 1:10 ，\n");
    assert_reads("[^a*b*_c_`]乙", "P\n^ 1:1  -> ^a*b*_c_`\n. 1:12 乙\n");
    /* beside emphasis, in links and spans */
    assert_reads("**甲。**[^1]乙**[^2]丙**丁*[^3]*",
                 "P\nS 1:3 甲。\n^ 1:7  -> ^1\n. 1:11 乙\n^ 1:14  -> ^2\nS 1:18 丙\n. 1:21 丁\n"
                 "^ 1:23  -> ^3\n");
    assert_reads("**80%**[^1]的", "P\nS 1:3 80%\n^ 1:8  -> ^1\n. 1:12 的\n");
    assert_reads("[甲[^1]](#a)", "P\n. 1:2 甲 -> #a\n^ 1:3  -> ^1\n");
    assert_reads("[甲[^1]乙]{专名}", "P\nP1 1:2 甲\nP1^ 1:3  -> ^1\nP1 1:7 乙\n");
    assert_reads("[^1](#a)", "P\n^ 1:1  -> ^1\n. 1:5 (#a)\n");
    assert_reads("| 甲[^1] |\n|-|\n| [^2] |",
                 "Tp\n R\n C1:3\n. 1:3 甲\n^ 1:4  -> ^1\n R\n C3:3\n^ 3:3  -> ^2\n");
    assert_reads(
        "表1 甲[^1] {#a}\n\n| 乙 |\n|-|\n| 1 |",
        "Tp 表1 #a\n. 1:1 表1 甲\n^ 1:5  -> ^1\n R\n C3:3\n. 3:3 乙\n R\n C5:3\n. 5:3 1\n");
}

static void test_no_marks(void)
{
    assert_reads("甲\\[^1]乙", "P\n. 1:1 甲\n. 1:3 [^1]乙\n");
    assert_reads("甲\\\\[^1]", "P\n. 1:1 甲\n. 1:3 \\\n^ 1:4  -> ^1\n");
    assert_reads("[^] [^ 1] [^a b] [^a[b] ^1]", "P\n. 1:1 [^] [^ 1] [^a b] [^a[b] ^1]\n");
    assert_reads("<!-- [^1] -->\n\n<!--\n[^1]: 乙\n-->", "");
    assert_reads("甲<!-- [^1] -->", "P\n. 1:1 甲\n");
    assert_reads("![^1](a.png)", "F a.png \"^1\"\n");
    assert_reads("注意![^1]", "P\n. 1:1 注意!\n^ 1:4  -> ^1\n");
}

/* A line break is what it would be without the mark. */
static void test_line_breaks(void)
{
    assert_reads("甲[^1]\n乙", "P\n. 1:1 甲\n^ 1:2  -> ^1\n. 2:1 乙\n");
    assert_reads("one[^1]\ntwo", "P\n. 1:1 one\n^ 1:4  -> ^1\n.~ 1:8  \n. 2:1 two\n");
    assert_reads("one\n[^1] two", "P\n. 1:1 one\n^ 2:1  -> ^1\n. 2:5  two\n");
    assert_reads("[one]{dot}[^1]\n[甲]{dot}", "P\nD 1:2 one\n^ 1:11  -> ^1\nD 2:2 甲\n");
}

static void test_texts(void)
{
    assert_reads("甲[^1]\n\n[^1]: 乙**丙**\n\n丁",
                 "P\n. 1:1 甲\n^ 1:2  -> ^1\nP\n. 5:1 丁\nN 1\n P\n. 3:7 乙\nS 3:10 丙\n");
    /* without a blank line around, one after the other, one word alone */
    assert_reads("甲[^1]\n[^1]: 乙\n[^b]:丙\n[^c]:\t丁 戊",
                 "P\n. 1:1 甲\n^ 1:2  -> ^1\nN 1\n P\n. 2:7 乙\nN b\n P\n. 3:6 丙\nN c\n P\n"
                 ". 4:7 丁 戊\n");
    /* lines right below and indented paragraphs belong to it */
    assert_reads(
        "[^1]: 乙\n丙\n\n    丁\n  戊\n\n\t己\n\n庚",
        "P\n. 9:1 庚\nN 1\n P\n. 1:7 乙\n. 2:1 丙\n P\n. 4:5 丁\n. 5:3 戊\n P\n. 7:2 己\n");
    assert_reads("[^1]:\n    乙", "N 1\n P\n. 2:5 乙\n");
    assert_reads("[^长长长长的名称]: 乙\n    丙", "N 长长长长的名称\n P\n. 1:13 乙\n. 2:5 丙\n");
    assert_reads("[^1]: 见[甲][k]、<https://x.cn>\n\n[k]: #a",
                 "N 1\n P\n. 1:7 见\n. 1:9 甲 -> #a\n. 1:14 、\n"
                 ". 1:16 https://x.cn -> https://x.cn\n");
    /* a list goes on after it */
    assert_reads("1. 甲[^1]\n[^1]: 乙\n2. 丙\n\n丁",
                 "L\n I\n  P\n. 1:4 甲\n^ 1:5  -> ^1\n I\n  P\n. 3:4 丙\nP\n. 5:1 丁\nN 1\n P\n"
                 ". 2:7 乙\n");
    assert_reads("1. 甲\n\n丙\n\n[^1]: 乙\n\n1. 丁",
                 "L\n I\n  P\n. 1:4 甲\nP\n. 3:1 丙\nL\n I\n  P\n. 7:4 丁\nN 1\n P\n. 5:7 乙\n");
    assert_reads("10) 甲\n[^1]: 乙", "L\n I\n  P\n. 1:5 甲\nN 1\n P\n. 2:7 乙\n");
    assert_reads("| 甲 |\n|-|\n| 1 |\n[^1]: 乙",
                 "Tp\n R\n C1:3\n. 1:3 甲\n R\n C3:3\n. 3:3 1\nN 1\n P\n. 4:7 乙\n");
    assert_reads("标题\n===\n[^1]: 乙\n# 二", "H1\n. 1:1 标题\nH1\n. 4:3 二\nN 1\n P\n. 3:7 乙\n");
}

static void test_faults(void)
{
    assert_read("# 甲[^1]", "H1\n. 1:3 甲\n^ 1:4  -> ^1\n", "1:4 note-place\n");
    assert_read("[^1]: 乙[^2]", "N 1\n P\n. 1:7 乙\n^ 1:8  -> ^2\n", "1:8 note-place\n");
    assert_read("甲\n\n 　[^1]: 乙", "P\n. 1:1 甲\nP\n. 3:2 　\n^ 3:3  -> ^1\n. 3:7 : 乙\n", "");
    assert_read("1. 甲\n\n   [^1]: 乙", "L\n I\n  P\n. 1:4 甲\n  P\n^ 3:4  -> ^1\n. 3:8 : 乙\n",
                "3:4 note-indent\n");
    assert_read("[^1]: 甲\n\n    [^2]: 乙", "N 1\n P\n. 1:7 甲\n P\n^ 3:5  -> ^2\n. 3:9 : 乙\n",
                "3:5 note-indent\n3:5 note-place\n");
    assert_read("[^1]：乙", "P\n^ 1:1  -> ^1\n. 1:5 ：乙\n", "1:5 note-colon\n");
    assert_read("[^1]: 1. 乙", "N 1\n L\n  I\n   P\n. 1:10 乙\n", "1:7 note-content\n");
    assert_read("[^1]: # 乙", "N 1\n H1\n. 1:9 乙\n", "1:7 note-content\n");
    assert_read("[^1]: > 乙", "N 1\n", "1:7 not-an-element\n");
    assert_read("[^1]: | 乙 |\n    |-|\n    | 1 |", "N 1\n", "1:7 table-place\n");
    assert_read("[^1]: ![乙](a.png)", "N 1\n", "1:7 table-place\n");
    assert_read("[^1]:\n\n甲", "P\n. 3:1 甲\nN 1\n", "1:1 empty-text\n");
    assert_read("![甲[^1]](a.png)", "F a.png \"甲\"\n", "1:4 alt-text\n");
    assert_read("[甲](#a[^1])", "P\n. 1:2 甲\n", "1:1 bad-link\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/notes/marks", test_marks);
    g_test_add_func("/notes/no-marks", test_no_marks);
    g_test_add_func("/notes/line-breaks", test_line_breaks);
    g_test_add_func("/notes/texts", test_texts);
    g_test_add_func("/notes/faults", test_faults);
    return g_test_run();
}

/* Footnotes, ids and references over the files of a bulletin. */
#include "content.h"

/* The dump without places, from the line that begins with `from` on. */
static gchar *dump_from(const Content *content, const gchar *from)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GRegex) place = g_regex_new(" [^ \\n]*:\\d+:\\d+$", G_REGEX_MULTILINE, 0, NULL);
    bulletin_dump(content->bulletin, text);
    g_autofree gchar *bare = g_regex_replace_literal(place, text->str, -1, 0, "", 0, NULL);
    const gchar *start = strstr(bare, from);
    return g_strdup(start ? start : bare);
}

#define assert_dump(content, from, expected) \
    do { \
        g_autofree gchar *found_dump = dump_from(content, from); \
        g_assert_cmpstr(found_dump, ==, expected); \
    } while (0)

/* Numbers follow the text, whatever the order of files and texts; a label is its file's own. */
static void test_notes_of_files(void)
{
    g_auto(Content) content = content_read(
        FILES({"bulletin.md", CONTENT_FRONT "甲[^2]。\n\n[^1]: 开头一\n[^2]: 开头二\n\n乙[^1]。\n"},
              {"1-x/index.md", "---\nkind: finding\n---\n# 问题\n\n丙[^1]。\n\n[^1]: 问题的\n"},
              {"1-x/1.md", "丁[^1]。\n\n[^1]: 措施的\n"},
              {"closing.md", "[^n]: 结尾的\n\n戊[^n]再[^n]。\n"},
              {"annexes/1.md", "# 附件\n\n## 一\n\n己[^1]。\n\n[^1]: 附件的\n"}));

    assert_faults(&content, "");
    g_assert_cmpuint(content.bulletin->notes->len, ==, 6);
    assert_dump(&content, "opening\n",
                "opening\n"
                "  paragraph\n    text \"甲\"\n    note 1\n    text \"。\"\n"
                "  paragraph\n    text \"乙\"\n    note 2\n    text \"。\"\n"
                "finding 1 \"问题\"\n"
                "  paragraph\n    text \"丙\"\n    note 3\n    text \"。\"\n"
                "  measure 1\n    paragraph\n      text \"丁\"\n      note 4\n      text \"。\"\n"
                "closing\n"
                "  paragraph\n    text \"戊\"\n    note 5\n    text \"再\"\n    note 5\n"
                "    text \"。\"\n"
                "annex 1 \"附件\"\n"
                "  heading 1 number 1\n    text \"一\"\n"
                "  paragraph\n    text \"己\"\n    note 6\n    text \"。\"\n"
                "note 1 label=\"2\"\n  paragraph\n    text \"开头二\"\n"
                "note 2 label=\"1\"\n  paragraph\n    text \"开头一\"\n"
                "note 3 label=\"1\"\n  paragraph\n    text \"问题的\"\n"
                "note 4 label=\"1\"\n  paragraph\n    text \"措施的\"\n"
                "note 5 label=\"n\"\n  paragraph\n    text \"结尾的\"\n"
                "note 6 label=\"1\"\n  paragraph\n    text \"附件的\"\n");
}

static void test_notes_of_one_file(void)
{
    g_auto(Content) content = content_read_file(
        CONTENT_FRONT "甲[^a]。\n\n# 一 {#one}\n\n[^a]: 第一条\n\n## 二\n\n### 三 {#three}\n\n"
                      "1. 乙[^b]\n[^b]: 第二条\n2. 丙\n\n***\n\n见[](#one)、[](#three \"页\")。\n\n"
                      "[^c]: 没有引用\n");

    assert_faults(&content, "bulletin.md:24:1 unused-note");
    assert_dump(&content, "heading 1",
                "heading 1 number 1 id=one \"一\"\n"
                "  heading 2 number 1 \"二\"\n"
                "    finding 1 id=three \"三\"\n"
                "      measure 1\n        paragraph\n          text \"乙\"\n          note 2\n"
                "      measure 2\n        paragraph\n          text \"丙\"\n"
                "closing\n"
                "  paragraph\n    text \"见\"\n    reference \"#one\" to heading 1\n"
                "    text \"、\"\n    reference page of \"#three\" to finding 1\n"
                "    text \"。\"\n"
                "note 1 label=\"a\"\n  paragraph\n    text \"第一条\"\n"
                "note 2 label=\"b\"\n  paragraph\n    text \"第二条\"\n");
    g_assert_true(g_hash_table_contains(content.bulletin->page_targets, "three"));
}

static void test_note_faults(void)
{
    g_auto(Content) content = content_read(
        FILES({"bulletin.md", CONTENT_FRONT "甲[^1]。\n\n| 乙[^x] |\n|-|\n| 1 |\n"},
              {"1.md", "---\ndraft: true\n---\n# 草稿[^1]\n\n[^1]: 不读\n"},
              {"2.md", "# 问题\n\n[^1]: 注\n"}, {"3/index.md", "---\nkind: finding\n---\n# 问题\n"},
              {"3/1.md", "[^1]: 只有脚注\n"}));

    assert_faults(&content, "1.md:2:1 draft\n"
                            "2.md:3:1 unused-note\n"
                            "3/1.md:1:1 empty-text\n"
                            "3/1.md:1:1 unused-note\n"
                            "bulletin.md:6:2 note-without-text\n"
                            "bulletin.md:8:4 note-without-text");
}

static void test_ids(void)
{
    g_auto(Content) content = content_read(FILES(
        {"bulletin.md", CONTENT_FRONT "见[](#a)[](#b)[](#c)[](#d)[](#e)[](#f)[](#g)[](#h)。\n\n"
                                      "表1 {#a}\n\n| 甲 |\n|-|\n| 见[](#c) |\n"},
        {"1/index.md", "# 一 {#b}\n\n表二 乙 {#c}\n\n| 乙 |\n|-|\n| 1 |\n"},
        {"1/1/index.md", "---\nkind: finding\n---\n# 二 {#d}\n"}, {"1/1/1.md", "# 三 {#e}\n"},
        {"annexes/1.md", "# 附件一 {#f}\n\n## 甲\n\n## 乙 {#g}\n\n表A 丁 {#x}\n\n"
                         "| 乙 |\n|-|\n| 1 |\n"},
        {"annexes/2.md", "---\nid: h\nkind: ledger\n---\n# 台账\n"}));

    assert_faults(&content, "annexes/1.md:7:8 id-place");
}

static void test_duplicate_ids(void)
{
    g_auto(Content) content = content_read(
        FILES({"bulletin.md", CONTENT_FRONT "表1 甲 {#a}\n\n| 甲 |\n|-|\n| 1 |\n"},
              {"1.md", "# 一 {#a}\n\n表2 乙 {#b}\n\n| 甲 |\n|-|\n| 1 |\n"},
              {"2.md", "---\nid: b\n---\n# 二\n"}, {"3.md", "---\nid: c\n---\n# 三 {#d}\n"},
              {"annexes/1.md", "# 附件 {#e}\n\n## 甲 {#e}\n"}));

    assert_faults(&content, "1.md:1:7 duplicate-id\n"
                            "2.md:2:5 duplicate-id\n"
                            "3.md:4:7 second-id\n"
                            "annexes/1.md:3:8 duplicate-id");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/references/notes-of-files", test_notes_of_files);
    g_test_add_func("/references/notes-of-one-file", test_notes_of_one_file);
    g_test_add_func("/references/note-faults", test_note_faults);
    g_test_add_func("/references/ids", test_ids);
    g_test_add_func("/references/duplicate-ids", test_duplicate_ids);
    return g_test_run();
}

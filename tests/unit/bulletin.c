/* The tree of a bulletin: what stands where, numbers, references, and the dump. */
#include "content.h"

static const Node *child(const GPtrArray *nodes, guint i)
{
    g_assert_cmpuint(i, <, nodes->len);
    return g_ptr_array_index(nodes, i);
}

static void test_dump(void)
{
    g_auto(Content) content = content_read(
        FILES({"bulletin.md", "---\nid: x-1\ntitle: |\n  某街道\n  \"整改\"通报\nissuer: 某街道\n"
                              "date: 2023-09-15\ncontact:\n  phone: 123\n---\n开头。\n"},
              {"1-theory/index.md", "---\nid: theory\n---\n# 理论方面\n\n说明。\n"},
              {"1-theory/1-pay.md", "---\nstatus: done\nresponsible: 党政办\ndue: 2023-08-31\n---\n"
                                    "# 补助**不当**\n\n1. 甲见[](#theory)\n2. 乙\n\n完。\n"},
              {"closing.md", "结尾。\n"}));
    g_autofree gchar *text = content_dump(&content);

    assert_faults(&content, "");
    g_assert_cmpstr(text, ==,
                    "title \"某街道\\n\\\"整改\\\"通报\" bulletin.md:3:8\n"
                    "template \"notice\" bulletin.md:2:1\n"
                    "issuer \"某街道\" bulletin.md:6:9\n"
                    "date 2023-09-15 bulletin.md:7:7\n"
                    "contact bulletin.md:8:1\n"
                    "  phone \"123\" bulletin.md:9:10\n"
                    "id \"x-1\" bulletin.md:2:5\n"
                    "opening\n"
                    "  paragraph bulletin.md:11:1\n"
                    "    text \"开头。\" bulletin.md:11:1\n"
                    "heading 1 number 1 id=theory \"理论方面\" 1-theory/index.md:4:1\n"
                    "  paragraph 1-theory/index.md:6:1\n"
                    "    text \"说明。\" 1-theory/index.md:6:1\n"
                    "  finding 1 status=done responsible=\"党政办\" due=2023-08-31 \"补助不当\" "
                    "1-theory/1-pay.md:6:1\n"
                    "    title\n"
                    "      text \"补助\" 1-theory/1-pay.md:6:3\n"
                    "      text \"不当\" strong 1-theory/1-pay.md:6:7\n"
                    "    measure 1 1-theory/1-pay.md:8:1\n"
                    "      paragraph 1-theory/1-pay.md:8:4\n"
                    "        text \"甲见\" 1-theory/1-pay.md:8:4\n"
                    "        reference \"#theory\" to heading 1 1-theory/1-pay.md:8:6\n"
                    "    measure 2 1-theory/1-pay.md:9:1\n"
                    "      paragraph 1-theory/1-pay.md:9:4\n"
                    "        text \"乙\" 1-theory/1-pay.md:9:4\n"
                    "    closing\n"
                    "      paragraph 1-theory/1-pay.md:11:1\n"
                    "        text \"完。\" 1-theory/1-pay.md:11:1\n"
                    "closing\n"
                    "  paragraph closing.md:1:1\n"
                    "    text \"结尾。\" closing.md:1:1\n");
}

static void test_numbers(void)
{
    g_auto(Content) content = content_read(FILES(
        {"1-a/index.md", "# 甲\n"}, {"1-a/1-b/index.md", "# 乙\n"}, {"1-a/1-b/1-x.md", "# 一\n"},
        {"1-a/1-b/2-y.md", "# 二\n\n1. 子\n2. 丑\n"}, {"1-a/2-c/index.md", "# 丙\n"},
        {"1-a/2-c/1-z.md", "# 三\n\n1. 寅\n"}, {"2-d/index.md", "# 丁\n"}, {"2-d/1-w.md", "# 四\n"},
        {"2-d/2-e/index.md", "# 戊\n"}, {"3-f.md", "# 五\n"}));

    assert_faults(&content, "");
    assert_outline(&content, "heading",
                   "heading 1 number 1 \"甲\"\n"
                   "  heading 2 number 1 \"乙\"\n"
                   "    finding 1 \"一\"\n"
                   "    finding 2 \"二\"\n"
                   "      measure 1\n"
                   "        paragraph\n"
                   "          text \"子\"\n"
                   "      measure 2\n"
                   "        paragraph\n"
                   "          text \"丑\"\n"
                   "  heading 2 number 2 \"丙\"\n"
                   "    finding 3 \"三\"\n"
                   "      measure 1\n"
                   "        paragraph\n"
                   "          text \"寅\"\n"
                   "heading 1 number 2 \"丁\"\n"
                   "  finding 4 \"四\"\n"
                   "  heading 2 number 1 \"戊\"\n"
                   "finding 5 \"五\"\n");
    const Node *node = child(child(content.bulletin->children, 0)->children, 1);
    g_assert_true(child(node->children, 0)->parent == node);
    g_assert_true(node->parent == child(content.bulletin->children, 0));
    g_assert_null(node->parent->parent);
}

/* "What a file can hold, a folder of files can hold." */
static void test_measures_in_files(void)
{
    g_auto(Content) file = content_read(FILES({"1-x.md", "# 某问题\n\n说明。\n\n1. 甲\n2. 乙\n"}));
    g_auto(Content) folder =
        content_read(FILES({"1-x/index.md", "---\nkind: finding\n---\n# 某问题\n\n说明。\n"},
                           {"1-x/1-a.md", "甲\n"}, {"1-x/2-b.md", "乙\n"}));
    g_autofree gchar *one = content_outline(&file, "finding"),
                     *other = content_outline(&folder, "finding");

    assert_faults(&file, "");
    assert_faults(&folder, "");
    g_assert_cmpstr(one, ==, other);
}

static void test_finding_folder(void)
{
    g_auto(Content) content = content_read(
        FILES({"1-x/index.md", "---\n类型: 问题\n---\n# 某问题\n"},
              {"1-x/1-a.md", "---\nid: a\nstatus: done\nkind: measure\n---\n# 主题句\n\n内容。\n"},
              {"1-x/2-b.md", "# 只有主题句\n"}, {"1-x/3-c.md", "---\nid: c\n---\n"},
              {"1-x/4-d.md", "---\nkind: finding\n---\n文字\n"}, {"1-x/5-e/index.md", "# 深处\n"}));

    assert_faults(&content, "1-x/3-c.md:4:1 empty-text\n"
                            "1-x/4-d.md:2:7 bad-value\n"
                            "1-x/5-e/index.md:1:1 folder-in-finding");
    assert_outline(&content, "finding",
                   "finding 1 \"某问题\"\n"
                   "  measure 1 id=a status=done \"主题句\"\n"
                   "    paragraph\n"
                   "      text \"内容。\"\n"
                   "  measure 2 \"只有主题句\"\n"
                   "  measure 3 id=c\n"
                   "  measure 4\n"
                   "    paragraph\n"
                   "      text \"文字\"\n");
}

/* A fault in the front matter of a finding's folder brings none in its measures. */
static void test_kind_meant(void)
{
    static const gchar *const indexes[] = {"---\nkind: findin\n---\n# 问题\n",
                                           "---\n类型: 问题\nid: \"\n---\n# 问题\n"};

    for (guint i = 0; i < G_N_ELEMENTS(indexes); i++) {
        g_auto(Content) content =
            content_read(FILES({"1-x/index.md", indexes[i]}, {"1-x/1-a.md", "甲\n"}));
        g_assert_cmpuint(diagnostics_count(content.sink, SEVERITY_NOTE), ==, 1);
        g_assert_cmpint(child(content.bulletin->children, 0)->kind, ==, NODE_FINDING);
    }
}

static void test_list_beside_files(void)
{
    g_auto(Content) content = content_read(FILES(
        {"1-x/index.md", "---\nkind: finding\n---\n# 某问题\n\n1. 甲\n"}, {"1-x/1-a.md", "乙\n"}));

    assert_faults(&content, "1-x/index.md:6:1 second-list");
}

static void test_finding_lists(void)
{
    g_auto(Content) content = content_read(FILES(
        {"1-x.md", "# 某问题\n\n前。\n\n1. 甲\n\n   甲二\n\n   1. 子\n2.\n\n后。\n\n3. 丙\n"}));

    assert_faults(&content, "1-x.md:10:1 empty-text\n1-x.md:14:1 second-list");
    const Node *finding = child(content.bulletin->children, 0);
    g_assert_cmpuint(finding->blocks->len, ==, 1);
    g_assert_cmpuint(finding->children->len, ==, 2);
    g_assert_cmpuint(child(finding->children, 0)->blocks->len, ==, 3);
    g_assert_cmpuint(child(finding->children, 0)->title->len, ==, 0);
}

static void test_headings(void)
{
    g_auto(Content) content = content_read(FILES(
        {"bulletin.md", CONTENT_FRONT "# 开头\n"}, {"closing.md", "## 结尾\n"},
        {"1-none.md", "没有标题\n"}, {"2-two.md", "# 一\n\n# 二\n"},
        {"3-low.md", "# 一\n\n## 二\n\n1. # 三\n"}, {"4-late.md", "文字\n\n# 一\n"},
        {"5-empty.md", "#\n"}, {"6-blank.md", "# 　\n"}, {"7-nothing.md", "---\nid: n\n---\n"},
        {"8-h/index.md", "文字\n"}, {"9-f/index.md", "---\nkind: finding\n---\n# 问题\n"},
        {"9-f/1-m.md", "# 一\n\n# 二\n\n### 三\n"}));

    assert_faults(&content, "1-none.md:1:1 no-heading\n"
                            "2-two.md:3:1 second-heading\n"
                            "3-low.md:3:1 heading-place\n"
                            "3-low.md:5:1 empty-text\n"
                            "3-low.md:5:4 heading-place\n"
                            "4-late.md:3:1 heading-place\n"
                            "5-empty.md:1:1 empty-text\n"
                            "6-blank.md:1:1 empty-text\n"
                            "7-nothing.md:4:1 no-heading\n"
                            "8-h/index.md:1:1 no-heading\n"
                            "9-f/1-m.md:3:1 second-heading\n"
                            "9-f/1-m.md:5:1 heading-place\n"
                            "bulletin.md:6:1 heading-place\n"
                            "closing.md:1:1 heading-place");
}

static void test_breaks(void)
{
    g_auto(Content) content = content_read(FILES({"bulletin.md", CONTENT_FRONT "前\n\n---\n\n后\n"},
                                                 {"1-x.md", "# 一\n\n***\n\n1. 甲\n\n   ---\n"},
                                                 {"closing.md", "前\n\n---\n"}));

    assert_faults(&content, "1-x.md:3:1 not-an-element\n"
                            "1-x.md:7:4 not-an-element\n"
                            "bulletin.md:8:1 not-an-element\n"
                            "closing.md:3:1 not-an-element");
    assert_says(&content, LANG_ZH, "分隔线");
}

static void test_depth(void)
{
    g_auto(Content) content = content_read(
        FILES({"1/index.md", "# 1\n"}, {"1/1/index.md", "# 2\n"}, {"1/1/1/index.md", "# 3\n"},
              {"1/1/1/1/index.md", "# 4\n"}, {"1/1/1/1/1-x.md", "# 问题\n"},
              {"1/1/1/1/2-f/index.md", "---\nkind: finding\n---\n# 问题\n"},
              {"1/1/1/1/3-h/index.md", "# 5\n"}, {"1/1/1/1/3-h/1-h/index.md", "# 6\n"},
              {"1/1/1/1/3-h/1-h/1-x.md", "无\n"}));

    assert_faults(&content, "1/1/1/1/3-h/1-h/1-x.md:1:1 no-heading\n"
                            "1/1/1/1/3-h/index.md:1:1 too-deep");
}

static void test_drafts(void)
{
    g_auto(Content) content = content_read(FILES(
        {"1-a.md", "---\ndraft: true\nstaus: x\n---\n写到一半\n"},
        {"2-b/index.md", "---\n草稿: 是\n---\n# 乙\n"}, {"2-b/1-x.md", "无\n"},
        {"3-c.md", "---\ndraft: no\n---\n# 丙\n"}, {"closing.md", "---\ndraft: yes\n---\n结尾\n"}));

    assert_faults(&content, "1-a.md:2:1 draft\n2-b/index.md:2:1 draft\nclosing.md:2:1 draft");
    g_assert_cmpint(diagnostics_status(content.sink, TRUE), ==, STATUS_OK);
    assert_says(&content, LANG_EN, "2-b'");
    assert_outline(&content, "finding", "finding 1 \"丙\"\n");
    g_assert_cmpuint(content.bulletin->closing->len, ==, 0);
}

static void test_closing_keys(void)
{
    g_auto(Content) content =
        content_read(FILES({"closing.md", "---\nid: x\ndraft: no\n---\n结尾\n"}));

    assert_faults(&content, "closing.md:2:1 key-place");
    g_assert_cmpuint(content.bulletin->closing->len, ==, 1);
}

static void test_no_bulletin_file(void)
{
    g_autofree gchar *folder = g_dir_make_tmp("content-XXXXXX", NULL);
    content_write(folder, "1-x.md", "无标题\n");
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(SourceTree) tree = source_tree_read(folder, sink);

    g_assert_null(bulletin_build(tree, sink));
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_ERROR), ==, 2);
    content_remove(folder);
}

static void test_duplicate_ids(void)
{
    g_auto(Content) content =
        content_read(FILES({"1-a/index.md", "---\nid: same\n---\n# 甲\n"},
                           {"1-a/1-x.md", "---\nstatus: done\nid: same\n---\n# 一\n"},
                           {"2-b.md", "---\nid: same\n---\n# 二\n"}));

    assert_faults(&content, "1-a/1-x.md:3:5 duplicate-id\n2-b.md:2:5 duplicate-id");
    assert_says(&content, LANG_EN, "1-a/index.md:2");
    g_assert_true(bulletin_find(content.bulletin, "#same")->node ==
                  child(content.bulletin->children, 0));
}

static void test_references(void)
{
    g_auto(Content) content = content_read(
        FILES({"bulletin.md", CONTENT_FRONT "见[](#pay)、[](#nothere)。\n"},
              {"1-x.md", "---\nid: pay\n---\n# [](#pai)\n\n[如**前**](#pay-x)\n\n"
                         "1. 见\n   1. [](#latter)\n\n后[](#值班)。\n"},
              {"2-y/index.md", "---\nkind: finding\nid: later\n---\n# 丙\n"},
              {"2-y/1-m.md", "---\nid: 值班费\n---\n见[](#later)、<https://a.cn/#b>\n"},
              {"closing.md", "[](#later1)\n"}));

    assert_faults(&content, "1-x.md:4:3 unknown-reference\n"
                            "1-x.md:6:2 unknown-reference\n"
                            "1-x.md:9:7 unknown-reference\n"
                            "1-x.md:11:2 unknown-reference\n"
                            "bulletin.md:6:11 unknown-reference\n"
                            "closing.md:1:1 unknown-reference");
    assert_says(&content, LANG_EN, "nothing has the id 'pai'");
    assert_says(&content, LANG_EN, "did you mean 'pay'?");
    assert_says(&content, LANG_EN, "did you mean 'later'?");
    g_assert_nonnull(bulletin_find(content.bulletin, "#值班费"));
    g_assert_null(bulletin_find(content.bulletin, "pay"));
    g_assert_null(bulletin_find(content.bulletin, "#"));
    g_assert_null(bulletin_find(content.bulletin, "https://a.cn/#pay"));
}

static void test_single_file(void)
{
    g_auto(Content) file = content_read_file(
        CONTENT_FRONT "开头。\n\n# 甲\n\n甲的文字。\n\n## 乙\n\n### 一\n\n前。\n\n1. 子\n2. 丑\n\n"
                      "后。\n\n### 二\n\n## 丙\n\n乙的文字。\n\n### 三\n\n# 丁\n\n## 戊\n\n***\n\n"
                      "结尾。\n\n又。\n");
    g_auto(Content) folder = content_read(FILES(
        {"bulletin.md", CONTENT_FRONT "开头。\n"}, {"1/index.md", "# 甲\n\n甲的文字。\n"},
        {"1/1/index.md", "# 乙\n"}, {"1/1/1.md", "# 一\n\n前。\n\n1. 子\n2. 丑\n\n后。\n"},
        {"1/1/2.md", "# 二\n"}, {"1/2/index.md", "# 丙\n\n乙的文字。\n"}, {"1/2/1.md", "# 三\n"},
        {"2/index.md", "# 丁\n"}, {"2/1/index.md", "# 戊\n"}, {"closing.md", "结尾。\n\n又。\n"}));
    g_autofree gchar *one = content_outline(&file, "title"),
                     *other = content_outline(&folder, "title");

    assert_faults(&file, "");
    assert_faults(&folder, "");
    g_assert_nonnull(strstr(one, "    finding 3 \"三\""));
    g_assert_cmpstr(one, ==, other);
}

static void test_single_file_faults(void)
{
    g_auto(Content) content = content_read_file(
        CONTENT_FRONT
        "# 甲\n\n---\n\n### 一\n\n## 乙\n\n#### 深\n\n1. # 内\n\n### 二\n\n1. a\n\nb\n\n"
        "2. c\n\n---\n\n结尾\n\n---\n");

    assert_faults(&content, "bulletin.md:8:1 not-an-element\n"
                            "bulletin.md:10:1 heading-order\n"
                            "bulletin.md:14:1 heading-order\n"
                            "bulletin.md:24:1 second-list\n"
                            "bulletin.md:30:1 not-an-element");
    g_auto(Content) late = content_read_file(CONTENT_FRONT "## 乙\n");
    assert_faults(&late, "bulletin.md:6:1 heading-order");
    g_auto(Content) across = content_read_file(CONTENT_FRONT "# 甲\n\n## 乙\n\n# 丙\n\n### 一\n");
    assert_outline(&across, "heading",
                   "heading 1 number 1 \"甲\"\n  heading 2 number 1 \"乙\"\n"
                   "heading 1 number 2 \"丙\"\n  finding 1 \"一\"\n");
}

/* Only an opening and a closing: there is no heading that the break could follow. */
static void test_single_file_without_headings(void)
{
    g_auto(Content) content = content_read_file(CONTENT_FRONT "开头\n\n---\n\n结尾\n");

    assert_faults(&content, "");
    g_assert_cmpuint(content.bulletin->opening->len, ==, 1);
    g_assert_cmpuint(content.bulletin->closing->len, ==, 1);
}

static void test_many_findings(void)
{
    g_autoptr(GString) text = g_string_new(CONTENT_FRONT "# 甲\n\n## 乙\n\n");

    for (guint i = 0; i < 10000; i++)
        g_string_append_printf(text, "### 问题%u\n\n[](#no%u)\n\n1. 甲\n2. 乙\n\n", i, i);
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autofree gchar *folder = g_dir_make_tmp("content-XXXXXX", NULL);
    g_autofree gchar *path = g_build_filename(folder, "b.md", NULL);
    content_write(folder, "b.md", text->str);
    g_autoptr(SourceTree) tree = source_tree_read(path, sink);
    gint64 start = g_get_monotonic_time();
    g_autoptr(Bulletin) bulletin = bulletin_build(tree, sink);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 5 * G_USEC_PER_SEC);
    const Node *heading = child(child(bulletin->children, 0)->children, 0);
    g_assert_cmpuint(child(heading->children, 9999)->number, ==, 10000);
    content_remove(folder);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/bulletin/dump", test_dump);
    g_test_add_func("/bulletin/numbers", test_numbers);
    g_test_add_func("/bulletin/measures-in-files", test_measures_in_files);
    g_test_add_func("/bulletin/finding-folder", test_finding_folder);
    g_test_add_func("/bulletin/kind-meant", test_kind_meant);
    g_test_add_func("/bulletin/list-beside-files", test_list_beside_files);
    g_test_add_func("/bulletin/finding-lists", test_finding_lists);
    g_test_add_func("/bulletin/headings", test_headings);
    g_test_add_func("/bulletin/breaks", test_breaks);
    g_test_add_func("/bulletin/depth", test_depth);
    g_test_add_func("/bulletin/drafts", test_drafts);
    g_test_add_func("/bulletin/closing-keys", test_closing_keys);
    g_test_add_func("/bulletin/no-bulletin-file", test_no_bulletin_file);
    g_test_add_func("/bulletin/duplicate-ids", test_duplicate_ids);
    g_test_add_func("/bulletin/references", test_references);
    g_test_add_func("/bulletin/single-file", test_single_file);
    g_test_add_func("/bulletin/single-file-faults", test_single_file_faults);
    g_test_add_func("/bulletin/single-file-without-headings", test_single_file_without_headings);
    g_test_add_func("/bulletin/many-findings", test_many_findings);
    return g_test_run();
}

#include "source/yaml.h"

#include "reports.h"

typedef struct {
    Source *source;
    Diagnostics *sink;
    YamlNode *root;
} Text;

static Text text_read(const gchar *yaml)
{
    Text text = {source_of(yaml), diagnostics_new(), NULL};
    text.root = yaml_read(text.source, 0, (guint32) text.source->length, text.sink);
    return text;
}

static void text_clear(Text *text)
{
    yaml_node_free(text->root);
    diagnostics_free(text->sink);
    source_free(text->source);
}

static void assert_span(Span span, const gchar *expected)
{
    g_assert_cmpmem(span.source->text + span.start, span.end - span.start, expected,
                    strlen(expected));
}

/* Reading fails, with these reports alone. */
static void assert_fails(const gchar *yaml, const gchar *expected)
{
    Text text = text_read(yaml);
    g_assert_null(text.root);
    assert_reports(text.sink, expected);
    text_clear(&text);
}

static void test_values(void)
{
    Text text = text_read("title: |\n  甲\n  乙\n日期: 2023-09-15 # 注\nseal: \"true\"\n"
                          "issuer:\n  - 甲办\n  - '乙''办'\ncontact: {phone: 63, email: a@b.c}\n");
    assert_reports(text.sink, "");
    const YamlNode *title = yaml_get(text.root, "title");
    g_assert_cmpstr(title->text, ==, "甲\n乙\n");
    g_assert_false(title->plain);
    assert_span(title->span, "|\n  甲\n  乙");
    const YamlNode *date = yaml_get(text.root, "日期");
    g_assert_cmpstr(date->text, ==, "2023-09-15");
    g_assert_true(date->plain);
    assert_span(date->span, "2023-09-15");
    assert_span(g_array_index(text.root->pairs, YamlPair, 1).key_span, "日期");
    g_assert_false(yaml_get(text.root, "seal")->plain);
    assert_span(yaml_get(text.root, "seal")->span, "\"true\"");
    const YamlNode *issuer = yaml_get(text.root, "issuer");
    g_assert_cmpint(issuer->kind, ==, YAML_LIST_NODE_KIND);
    g_assert_cmpuint(issuer->items->len, ==, 2);
    const YamlNode *second = g_ptr_array_index(issuer->items, 1);
    g_assert_cmpstr(second->text, ==, "乙'办");
    assert_span(issuer->span, "- 甲办\n  - '乙''办'");
    const YamlNode *contact = yaml_get(text.root, "contact");
    g_assert_cmpstr(yaml_get(contact, "email")->text, ==, "a@b.c");
    assert_span(contact->span, "{phone: 63, email: a@b.c}");
    g_assert_null(yaml_get(text.root, "none"));
    g_assert_null(yaml_get(title, "none"));
    text_clear(&text);
}

static void test_spans_with_crlf(void)
{
    Text text = text_read("甲: 一\r\n乙:\r\n  - 二\r\n  - 三\r丙: 四\r\n");
    assert_reports(text.sink, "");
    assert_span(yaml_get(text.root, "甲")->span, "一");
    assert_span(g_ptr_array_index(yaml_get(text.root, "乙")->items, 1)
                    ? ((YamlNode *) g_ptr_array_index(yaml_get(text.root, "乙")->items, 1))->span
                    : SPAN_NONE,
                "三");
    assert_span(yaml_get(text.root, "丙")->span, "四");
    text_clear(&text);
}

static void test_part_of_a_source(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of("---\n编号: 甲\n---\n# 标题: [\n");
    g_autoptr(YamlNode) root = yaml_read(source, 4, 16, sink);
    assert_reports(sink, "");
    assert_span(yaml_get(root, "编号")->span, "甲");
    g_assert_cmpuint(root->pairs->len, ==, 1);
}

static void test_empty(void)
{
    static const gchar *const empty[] = {"", "\n\n", "# 注\n", "---\n", "\xEF\xBB\xBF"};
    for (guint i = 0; i < G_N_ELEMENTS(empty); i++) {
        Text text = text_read(empty[i]);
        assert_reports(text.sink, "");
        g_assert_cmpint(text.root->kind, ==, YAML_MAP_NODE_KIND);
        g_assert_cmpuint(text.root->pairs->len, ==, 0);
        text_clear(&text);
    }
}

static void test_duplicates(void)
{
    assert_fails("甲: 1\n乙: 2\n甲: 3\n丙: {x: 1, x: 2}\n",
                 "3:1 duplicate-key\n4:11 duplicate-key\n");
}

static void test_usual_faults(void)
{
    assert_fails("标题：关于整改的通报\n", "1:3 yaml\n");
    assert_fails("标题: 通报\n发文机关：某街道\n日期: 2023-09-15\n", "2:5 yaml\n");
    assert_fails("标题: 通报\n日期:2023-09-15\n模板: notice\n", "2:3 yaml\n");
    assert_fails("联系方式:\n\t电话: 1\n", "2:1 yaml\n");
    assert_fails("联系方式:\n  电话: 1\n\t邮编: 2\n", "3:1 yaml\n");
}

static void test_faults_have_their_place(void)
{
    assert_fails("标题: \"通报\n日期: 2023\n", "1:5 yaml\n");
    assert_fails("标题: 关于: 通报\n", "1:7 yaml\n");
    assert_fails("时间:\n  - 08:30\n  - https://x\n标题: \"通报\n", "4:5 yaml\n");
    assert_fails("标题: 通报\n主送: [甲, 乙\n日期: 1\n", "2:5 yaml\n");
    assert_fails("标题: 通报\n@a: 1\n", "2:1 yaml\n");
    assert_fails("标题: \"\\q\"\n", "1:6 yaml\n");
    assert_fails("只有一句话\n", "1:1 yaml\n");
    assert_fails("标题: 通报\n只有一句话\n", "2:1 yaml\n");
    assert_fails("? [a]\n: 1\n", "1:3 yaml\n");
    assert_fails("a: \x01\n", "1:4 yaml\n");
}

static void test_refused(void)
{
    assert_fails("a: &x 1\n", "1:4 yaml\n");
    assert_fails("a: *x\n", "1:4 yaml\n");
    assert_fails("a: !!str 1\n", "1:4 yaml\n");
    assert_fails("a: 1\n---\nb: 2\n", "2:1 yaml\n");
    assert_fails("%YAML 1.1\n---\nb: 2\n", "1:1 yaml\n");
}

static gchar *repeat(const gchar *part, guint times)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < times; i++)
        g_string_append(text, part);
    return g_string_free(text, FALSE);
}

static void test_limits(void)
{
    Text text = text_read("a: [[[[[[[[[[[[[[[]]]]]]]]]]]]]]]\n"); /* a map and 15 lists */
    g_assert_nonnull(text.root);
    text_clear(&text);
    assert_fails("a: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]\n", "1:19 yaml\n");
    g_autofree gchar *deep = repeat("[", 60000);
    assert_fails(deep, "1:17 yaml\n");
    g_autofree gchar *long_text = repeat("# 0123456789abcd\n", 4000);
    assert_fails(long_text, "1:1 limit\n");
}

static void test_every_truncation_is_survived(void)
{
    const gchar *yaml = "标题: |\n  甲\n列表: [\"a\\n\", 'b', {c: d}]\n图:\n  - e\n  - f: g\n";
    for (gsize length = 0; length <= strlen(yaml); length++) {
        g_autoptr(Diagnostics) sink = diagnostics_new();
        g_autoptr(Source) source = source_of_bytes(yaml, length);
        if (!g_utf8_validate(source->text, -1, NULL))
            continue;
        g_autoptr(YamlNode) root = yaml_read(source, 0, (guint32) length, sink);
        g_assert_true((root != NULL) == (diagnostics_count(sink, SEVERITY_ERROR) == 0));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/yaml/values", test_values);
    g_test_add_func("/yaml/spans-with-crlf", test_spans_with_crlf);
    g_test_add_func("/yaml/part-of-a-source", test_part_of_a_source);
    g_test_add_func("/yaml/empty", test_empty);
    g_test_add_func("/yaml/duplicates", test_duplicates);
    g_test_add_func("/yaml/usual-faults", test_usual_faults);
    g_test_add_func("/yaml/faults-have-their-place", test_faults_have_their_place);
    g_test_add_func("/yaml/refused", test_refused);
    g_test_add_func("/yaml/limits", test_limits);
    g_test_add_func("/yaml/every-truncation-is-survived", test_every_truncation_is_survived);
    return g_test_run();
}

#include "base/diag.h"

#include <string.h>

static Source *source_of(const gchar *path, const gchar *text)
{
    return source_new(g_strdup(path), g_strdup(text), strlen(text));
}

/* The span of the first `part` in a source. */
static Span span_of(const Source *source, const gchar *part)
{
    guint32 start = (guint32) (strstr(source->text, part) - source->text);

    return (Span){source, start, start + (guint32) strlen(part)};
}

static gchar *printed(const Diagnostics *sink, DiagStyle style)
{
    GString *out = g_string_new(NULL);

    diagnostics_print(sink, style, out);
    return g_string_free(out, FALSE);
}

static const DiagStyle english = {.lang = LANG_EN};
static const DiagStyle chinese = {.lang = LANG_ZH};

static void assert_printed(const Diagnostics *sink, DiagStyle style, const gchar *expected)
{
    g_autofree gchar *text = printed(sink, style);

    g_assert_cmpstr(text, ==, expected);
}

static void test_form(void)
{
    g_autoptr(Source) source = source_of("content/bulletin.md", "---\n标题: 甲\n题目: 乙\n---\n");
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_UNKNOWN_KEY_NEAR, span_of(source, "题目"), "题目", "标题", NULL);
    assert_printed(sink, english,
                   "content/bulletin.md:3:1: error: unknown key '题目' [unknown-key]\n"
                   "  | 题目: 乙\n"
                   "  | ^^^^\n"
                   "  = hint: did you mean '标题'?\n"
                   "1 error\n");
    assert_printed(sink, chinese,
                   "content/bulletin.md:3:1: 错误：不认识的项目“题目” [unknown-key]\n"
                   "  | 题目: 乙\n"
                   "  | ^^^^\n"
                   "  = 办法：是不是“标题”？\n"
                   "1 个错误\n");
}

static void test_without_place(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_UNREADABLE, SPAN_NONE, "a", "b", NULL);
    assert_printed(sink, english, "error: cannot read 'a': b [unreadable]\n1 error\n");
}

static void test_nothing(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();

    assert_printed(sink, english, "");
    g_assert_cmpint(diagnostics_status(sink, TRUE), ==, STATUS_OK);
}

static void test_caret(void)
{
    g_autoptr(Source) source = source_of("a.md", "\xEF\xBB\xBF"
                                                 "一e\xCC\x81\t二x\nyz");
    g_autoptr(Diagnostics) sink = diagnostics_new();

    /* A combining accent takes no cell, a tab is shown as one, the mark at the head not at all. */
    diag_report(sink, RULE_EMPTY_TEXT, span_of(source, "二"), NULL);
    assert_printed(sink, english,
                   "a.md:1:5: error: there is no text here [empty-text]\n"
                   "  | 一e\xCC\x81 二x\n"
                   "  |     ^^\n"
                   "1 error\n");
}

static void test_caret_over_lines(void)
{
    g_autoptr(Source) source = source_of("a.md", "abc\r\ndef\n");
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_EMPTY_TEXT, (Span){source, 1, 8}, NULL);
    /* An empty span, at the end of the file. */
    diag_report(sink, RULE_EMPTY_TEXT, (Span){source, 9, 9}, NULL);
    assert_printed(sink, english,
                   "a.md:1:2: error: there is no text here [empty-text]\n"
                   "  | abc\n"
                   "  |  ^^\n"
                   "a.md:3:1: error: there is no text here [empty-text]\n"
                   "  | \n"
                   "  | ^\n"
                   "2 errors\n");
}

static void test_controls_are_escaped(void)
{
    const gchar *text = "a\x1B[31m\xE2\x80\xAE\x07\xFF"
                        "b";
    g_autoptr(Source) source = source_of("::error\n.md", text);
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_BAD_LINK, span_of(source, "b"), "x\n::error\x1B]", NULL);
    assert_printed(sink, english,
                   "./::error\\x0A.md:1:10: error: link 'x\\x0A::error\\x1B]' is not allowed"
                   " [bad-link]\n"
                   "  | a\\x1B[31m\\u{202E}\\x07\\xFFb\n"
                   "  |                          ^\n"
                   "  = hint: a link begins with https:, http:, mailto:, tel: or #\n"
                   "1 error\n");
}

/* Arguments are text, not formats: {1} in one is no place for another. */
static void test_braces_in_arguments(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_UNREADABLE, SPAN_NONE, "{1}", "%s{0}", NULL);
    assert_printed(sink, english, "error: cannot read '{1}': %s{0} [unreadable]\n1 error\n");
}

static void test_long_line(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(Diagnostics) sink = diagnostics_new();

    for (guint i = 0; i < 500; i++)
        g_string_append(text, "字");
    g_string_append(text, "!");
    for (guint i = 0; i < 500; i++)
        g_string_append(text, "句");
    g_autoptr(Source) source = source_of("a.md", text->str);
    diag_report(sink, RULE_EMPTY_TEXT, span_of(source, "!"), NULL);
    g_autofree gchar *out = printed(sink, english);
    g_auto(GStrv) lines = g_strsplit(out, "\n", -1);
    g_assert_true(g_str_has_prefix(lines[0], "a.md:1:501: "));
    g_assert_true(g_str_has_prefix(lines[1], "  | …字"));
    g_assert_true(g_str_has_suffix(lines[1], "句…"));
    g_assert_cmpint(g_utf8_strlen(lines[1], -1), <=, 4 + 120);
    /* The caret stands under the mark: every character before it takes two cells but … */
    const gchar *mark = strchr(lines[1], '!');
    glong before = g_utf8_pointer_to_offset(lines[1] + 4, mark);
    g_assert_cmpint((glong) (strchr(lines[2], '^') - lines[2]) - 4, ==, 1 + (before - 1) * 2);
}

static void test_order_and_repeats(void)
{
    g_autoptr(Source) a = source_of("a.md", "xy"), b = source_of("b.md", "xy");
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_EMPTY_TEXT, (Span){b, 0, 1}, NULL);
    diag_report(sink, RULE_EMPTY_TEXT, (Span){a, 1, 2}, NULL);
    diag_report(sink, RULE_RAW_HTML, (Span){a, 0, 1}, NULL);
    diag_report(sink, RULE_NO_HEADING, (Span){a, 0, 1}, NULL);
    diag_report(sink, RULE_NO_HEADING, (Span){a, 0, 1}, NULL);
    diag_report(sink, RULE_UNREADABLE, SPAN_NONE, "z", "e", NULL);
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 5);
    g_autofree gchar *out = printed(sink, english);
    const gchar *at = out;
    static const gchar *const order[] = {
        "cannot read 'z'",       "a.md:1:1: error: there is no # heading",
        "a.md:1:1: error: HTML", "a.md:1:2: error:",
        "b.md:1:1: error:",      "5 errors\n",
    };
    for (guint i = 0; i < G_N_ELEMENTS(order); i++) {
        at = strstr(at, order[i]);
        g_assert_nonnull(at);
    }
}

static void test_many_places_on_a_line(void)
{
    g_autoptr(Source) source = source_of("a.md", "一二三四\n五六");
    g_autoptr(Diagnostics) sink = diagnostics_new();
    static const gchar *const places[] = {"一", "三", "四", "六"};
    static const gchar *const expected[] = {"a.md:1:1:", "a.md:1:3:", "a.md:1:4:", "a.md:2:2:"};

    for (guint i = 0; i < G_N_ELEMENTS(places); i++)
        diag_report(sink, RULE_EMPTY_TEXT, span_of(source, places[i]), NULL);
    g_autofree gchar *out = printed(sink, english);
    for (guint i = 0; i < G_N_ELEMENTS(expected); i++)
        g_assert_nonnull(strstr(out, expected[i]));
}

static void test_flood(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(Diagnostics) sink = diagnostics_new();

    for (guint i = 0; i < 100000; i++)
        g_string_append(text, "字");
    g_autoptr(Source) source = source_of("a.md", text->str);
    for (guint32 i = 0; i < 100000; i++)
        diag_report(sink, RULE_ZERO_WIDTH, (Span){source, i * 3, i * 3 + 3}, "U+200B", NULL);
    diag_report(sink, RULE_EMPTY_TEXT, (Span){source, 299997, 300000}, NULL);
    g_autofree gchar *out = printed(sink, english);
    g_assert_nonnull(strstr(out, "there is no text here"));
    g_assert_nonnull(strstr(out, "99800 more not shown\n1 error, 100000 warnings\n"));
    g_assert_cmpuint(strlen(out), <, 200000);
}

static void test_quiet(void)
{
    g_autoptr(Source) source = source_of("a.md", "x");
    g_autoptr(Diagnostics) sink = diagnostics_new();
    DiagStyle quiet = {.lang = LANG_EN, .quiet = TRUE};

    diag_report(sink, RULE_ZERO_WIDTH, (Span){source, 0, 1}, "U+200B", NULL);
    diag_report(sink, RULE_DRAFT, SPAN_NONE, "y", NULL);
    assert_printed(sink, quiet, "");
    diag_report(sink, RULE_UNREADABLE, SPAN_NONE, "a", "b", NULL);
    assert_printed(sink, quiet, "error: cannot read 'a': b [unreadable]\n1 error\n");
}

static void test_counts(void)
{
    g_autoptr(Source) source = source_of("a.md", "xyz");
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_DRAFT, SPAN_NONE, "y", NULL);
    assert_printed(sink, english, "note: draft, left out: 'y' [draft]\n");
    for (guint32 i = 0; i < 3; i++)
        diag_report(sink, i < 2 ? RULE_EMPTY_TEXT : RULE_ZERO_WIDTH, (Span){source, i, i + 1}, "a",
                    NULL);
    g_autofree gchar *en = printed(sink, english), *zh = printed(sink, chinese);
    g_assert_true(g_str_has_suffix(en, "\n2 errors, 1 warning\n"));
    g_assert_true(g_str_has_suffix(zh, "\n2 个错误，1 个警告\n"));
}

static void test_status(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_DRAFT, SPAN_NONE, "y", NULL);
    g_assert_cmpint(diagnostics_status(sink, TRUE), ==, STATUS_OK);
    diag_report(sink, RULE_ZERO_WIDTH, SPAN_NONE, "U+200B", NULL);
    g_assert_cmpint(diagnostics_status(sink, FALSE), ==, STATUS_OK);
    g_assert_cmpint(diagnostics_status(sink, TRUE), ==, STATUS_CONTENT);
    diag_report(sink, RULE_OUTPUT_FORMAT, SPAN_NONE, "y", NULL);
    g_assert_cmpint(diagnostics_status(sink, FALSE), ==, STATUS_USAGE);
    diag_report(sink, RULE_UNREADABLE, SPAN_NONE, "a", "b", NULL);
    diag_report(sink, RULE_EMPTY_TEXT, SPAN_NONE, NULL);
    g_assert_cmpint(diagnostics_status(sink, FALSE), ==, STATUS_ENVIRONMENT);
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_ERROR), ==, 3);
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_WARNING), ==, 4);
}

static void test_color(void)
{
    g_autoptr(Source) source = source_of("a.md", "x");
    g_autoptr(Diagnostics) sink = diagnostics_new();

    diag_report(sink, RULE_ZERO_WIDTH, (Span){source, 0, 1}, "U+200B", NULL);
    g_autofree gchar *out = printed(sink, (DiagStyle){.lang = LANG_EN, .color = TRUE});
    g_assert_nonnull(strstr(out, "\x1B[1;35mwarning: \x1B[0m"));
    g_assert_nonnull(strstr(out, "\x1B[1;35m^\x1B[0m\n"));
    g_autofree gchar *plain = printed(sink, english);
    g_assert_null(strchr(plain, '\x1B'));
}

static void test_language(void)
{
    g_setenv("LC_ALL", "", TRUE);
    g_setenv("LC_MESSAGES", "zh_CN.UTF-8", TRUE);
    g_setenv("LANG", "en_US.UTF-8", TRUE);
    g_assert_cmpint(lang_from_environment(), ==, LANG_ZH);
    g_setenv("LC_ALL", "C", TRUE);
    g_assert_cmpint(lang_from_environment(), ==, LANG_EN);
    g_unsetenv("LC_ALL");
    g_unsetenv("LC_MESSAGES");
    g_unsetenv("LANG");
    g_assert_cmpint(lang_from_environment(), ==, LANG_EN);
}

static void test_nearest(void)
{
    static const gchar *const known[] = {"title",    "date", "标题", "成文日期",
                                         "发文机关", "id",   NULL};

    g_assert_cmpstr(nearest_word("tilte", known), ==, "title");
    g_assert_cmpstr(nearest_word("tiles", known), ==, NULL);
    g_assert_cmpstr(nearest_word("titl", known), ==, "title");
    g_assert_cmpstr(nearest_word("titles", known), ==, "title");
    g_assert_cmpstr(nearest_word("dat", known), ==, "date");
    g_assert_cmpstr(nearest_word("标提", known), ==, "标题");
    g_assert_cmpstr(nearest_word("成文时期", known), ==, "成文日期");
    g_assert_cmpstr(nearest_word("抄送", known), ==, NULL);
    g_assert_cmpstr(nearest_word("", known), ==, NULL);
    g_assert_cmpstr(nearest_word("x", known), ==, NULL);
    g_assert_cmpstr(nearest_word("\xFF", known), ==, NULL);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/diag/form", test_form);
    g_test_add_func("/diag/without-place", test_without_place);
    g_test_add_func("/diag/nothing", test_nothing);
    g_test_add_func("/diag/caret", test_caret);
    g_test_add_func("/diag/caret-over-lines", test_caret_over_lines);
    g_test_add_func("/diag/controls-are-escaped", test_controls_are_escaped);
    g_test_add_func("/diag/braces-in-arguments", test_braces_in_arguments);
    g_test_add_func("/diag/long-line", test_long_line);
    g_test_add_func("/diag/order-and-repeats", test_order_and_repeats);
    g_test_add_func("/diag/many-places-on-a-line", test_many_places_on_a_line);
    g_test_add_func("/diag/flood", test_flood);
    g_test_add_func("/diag/quiet", test_quiet);
    g_test_add_func("/diag/counts", test_counts);
    g_test_add_func("/diag/status", test_status);
    g_test_add_func("/diag/color", test_color);
    g_test_add_func("/diag/language", test_language);
    g_test_add_func("/diag/nearest", test_nearest);
    return g_test_run();
}

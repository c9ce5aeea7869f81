#include "reports.h"
#include "source/tree.h"

static void assert_valid(const gchar *bytes, gsize length, gboolean readable, const gchar *expected)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of_bytes(bytes, length);
    g_assert_cmpint(source_validate(source, sink), ==, readable);
    assert_reports(sink, expected);
}

#define READABLE(text, expected) assert_valid(text, sizeof text - 1, TRUE, expected)
#define UNREADABLE(bytes, expected) assert_valid(bytes, sizeof bytes - 1, FALSE, expected)

static void test_good_text(void)
{
    READABLE("", "");
    READABLE("\xEF\xBB\xBF# 标题\r\n\t正文，“引文”——1.5%……\r完", "");
    READABLE("葛\U000E0100城、\uFA19\uFE00", "");
    READABLE("𠀀🙂é", "");
}

static void test_not_utf8(void)
{
    UNREADABLE("一二\xFF三", "1:3 not-utf-8\n");
    UNREADABLE("一\n二\xE4\xB8", "2:2 not-utf-8\n");
    UNREADABLE("a\xED\xA0\x80z", "1:2 not-utf-8\n");
    UNREADABLE("caf\xE9 \xE0 la carte", "1:4 not-utf-8\n1:6 not-utf-8\n");
    UNREADABLE("字\xFE字字字\xFE", "1:2 not-utf-8\n1:6 not-utf-8\n");
}

static void test_gbk(void)
{
    /* 关于巡察整改情况的通报 */
    UNREADABLE("# \xB9\xD8\xD3\xDA\xD1\xB2\xB2\xEC\xD5\xFB\xB8\xC4\xC7\xE9\xBF\xF6\xB5\xC4\xCD\xA8"
               "\xB1\xA8\n",
               "1:3 looks-like-gbk\n");
    /* Good UTF-8 text is GBK too for the most part, so one bad byte in it must not tell of GBK. */
    UNREADABLE("关于巡察整改情况的通报\xB9\xD8", "1:12 not-utf-8\n");
}

static void test_utf16(void)
{
    UNREADABLE("\xFF\xFE#\0 \0\x07\x68\n\0", "1:1 looks-like-utf-16\n");
    UNREADABLE("\xFE\xFF\0#\0 \x68\x07\0\n", "1:1 looks-like-utf-16\n");
    UNREADABLE("#\0 \0\x07\x68\x98\x98\n\0", "1:2 looks-like-utf-16\n");
    UNREADABLE("abcdefghij\0k", "1:11 bad-character\n");
    UNREADABLE("整改情况整改情况\0整改情况整改情\0", "1:9 bad-character\n1:17 bad-character\n");
}

static void test_bad_characters(void)
{
    READABLE("a\x01z", "1:2 bad-character\n");
    READABLE("a\x7Fz", "1:2 bad-character\n");
    READABLE("a\xC2\x85z", "1:2 bad-character\n");
    READABLE("甲\u202E乙", "1:2 bad-character\n");
    READABLE("甲\u2066\u200F\u061C", "1:2 bad-character\n1:3 bad-character\n1:4 bad-character\n");
    READABLE("甲\uFFFD", "1:2 bad-character\n");
    READABLE("\uFFFE", "1:1 bad-character\n");
    READABLE("\U0001FFFF", "1:1 bad-character\n");
    READABLE("\uE000", "1:1 bad-character\n");
    READABLE("\U000F0000", "1:1 bad-character\n");
    READABLE("\u0378", "1:1 bad-character\n");
    READABLE("\U000E0041", "1:1 bad-character\n");
    READABLE("甲\u2028乙", "1:2 bad-character\n");
    READABLE("a\U000E0100", "1:2 bad-character\n");
    READABLE("甲\uFE0F", "1:2 bad-character\n");
}

static void test_the_character_is_named(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_of("甲\u202E乙");
    g_autoptr(GString) printed = g_string_new(NULL);
    source_validate(source, sink);
    diagnostics_print(sink, (DiagStyle){LANG_EN, FALSE, FALSE}, printed);
    g_assert_nonnull(strstr(printed->str, "U+202E"));
}

static void test_zero_width(void)
{
    READABLE("甲\u200B乙\u200D\u2060", "1:2 zero-width\n1:4 zero-width\n1:5 zero-width\n");
    READABLE("甲\xEF\xBB\xBF乙", "1:2 zero-width\n");
    READABLE("co\u00ADop", "1:3 zero-width\n");
}

static void test_indents(void)
{
    READABLE("　　甲\n乙　丙\n 　丁\r　戊", "1:1 indent-by-spaces\n3:2 indent-by-spaces\n"
                                            "4:1 indent-by-spaces\n");
}

static void test_reports_are_bounded(void)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 1000; i++)
        g_string_append(text, "\u202E\u200B\n　");
    g_autoptr(Source) source = source_of(text->str);
    g_assert_true(source_validate(source, sink));
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 60);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/validate/good-text", test_good_text);
    g_test_add_func("/validate/not-utf-8", test_not_utf8);
    g_test_add_func("/validate/gbk", test_gbk);
    g_test_add_func("/validate/utf-16", test_utf16);
    g_test_add_func("/validate/bad-characters", test_bad_characters);
    g_test_add_func("/validate/the-character-is-named", test_the_character_is_named);
    g_test_add_func("/validate/zero-width", test_zero_width);
    g_test_add_func("/validate/indents", test_indents);
    g_test_add_func("/validate/reports-are-bounded", test_reports_are_bounded);
    return g_test_run();
}

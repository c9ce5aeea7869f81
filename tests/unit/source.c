#include "base/source.h"

#include <string.h>

static Source *source_of(const gchar *text, gsize length)
{
    return source_new(g_strdup("a.md"), g_memdup2(text, length), length);
}

static void assert_place(const Source *source, guint32 offset, guint line, guint column)
{
    guint got_line, got_column;

    source_position(source, offset, &got_line, &got_column);
    g_assert_cmpuint(got_line, ==, line);
    g_assert_cmpuint(got_column, ==, column);
}

static void assert_line(const Source *source, guint line, const gchar *expected)
{
    gsize length;
    const gchar *text = source_line(source, line, &length);

    g_assert_cmpmem(text, length, expected, strlen(expected));
}

static void test_line_ends(void)
{
    g_autoptr(Source) source = source_of("a\nb\r\nc\rd\n\ne", 11);

    g_assert_cmpuint(source->lines->len, ==, 6);
    assert_line(source, 1, "a");
    assert_line(source, 2, "b");
    assert_line(source, 3, "c");
    assert_line(source, 4, "d");
    assert_line(source, 5, "");
    assert_line(source, 6, "e");
    assert_place(source, 2, 2, 1);
    assert_place(source, 4, 2, 3);
    assert_place(source, 5, 3, 1);
    assert_place(source, 7, 4, 1);
    assert_place(source, 9, 5, 1);
    assert_place(source, 11, 6, 2);
}

static void test_columns_are_characters(void)
{
    g_autoptr(Source) source = source_of("一二 x\n三😀四", 19);

    assert_place(source, 0, 1, 1);
    assert_place(source, 3, 1, 2);
    assert_place(source, 6, 1, 3);
    assert_place(source, 7, 1, 4);
    assert_place(source, 9, 2, 1);
    assert_place(source, 12, 2, 2);
    assert_place(source, 16, 2, 3);
    /* Inside a character: that character. */
    assert_place(source, 14, 2, 2);
    assert_place(source, 4, 1, 2);
    /* Past the end: the end. */
    assert_place(source, 999, 2, 4);
}

static void test_bad_bytes(void)
{
    g_autoptr(Source) source = source_of("\xC4\xE3一\0b", 7);

    assert_place(source, 1, 1, 2);
    assert_place(source, 2, 1, 3);
    assert_place(source, 5, 1, 4);
    assert_place(source, 6, 1, 5);
}

static void test_mark_has_no_column(void)
{
    g_autoptr(Source) source = source_of("\xEF\xBB\xBF一二", 9);

    assert_place(source, 0, 1, 1);
    assert_place(source, 3, 1, 1);
    assert_place(source, 6, 1, 2);
}

static void test_empty(void)
{
    g_autoptr(Source) source = source_new(g_strdup("a.md"), NULL, 0);

    g_assert_cmpuint(source->lines->len, ==, 1);
    g_assert_cmpstr(source->text, ==, "");
    assert_place(source, 0, 1, 1);
    assert_line(source, 1, "");
}

static void test_span_part(void)
{
    g_autoptr(Source) source = source_of("0123456789", 10);
    Span part = span_part((Span){source, 2, 8}, 1, 4);

    g_assert_true(part.source == source);
    g_assert_cmpuint(part.start, ==, 3);
    g_assert_cmpuint(part.end, ==, 6);
    /* Never beyond the whole. */
    part = span_part((Span){source, 2, 8}, 4, 99);
    g_assert_cmpuint(part.start, ==, 6);
    g_assert_cmpuint(part.end, ==, 8);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/source/line-ends", test_line_ends);
    g_test_add_func("/source/columns-are-characters", test_columns_are_characters);
    g_test_add_func("/source/bad-bytes", test_bad_bytes);
    g_test_add_func("/source/mark-has-no-column", test_mark_has_no_column);
    g_test_add_func("/source/empty", test_empty);
    g_test_add_func("/source/span-part", test_span_part);
    return g_test_run();
}

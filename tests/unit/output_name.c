#include "app/output_name.h"

#include <string.h>

static void assert_format(const gchar *name, OutputFormat expected)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    OutputFormat format;

    g_assert_true(output_format(name, &format, sink));
    g_assert_cmpint(format, ==, expected);
}

static void test_formats(void)
{
    static const gchar *const unknown[] = {"out.text", "out", "pdf", "out.pdf.gz", "out.pdf/", ""};

    assert_format("a.pdf", FORMAT_PDF);
    assert_format("a.b/通报.PDF", FORMAT_PDF);
    assert_format("-", FORMAT_PDF);
    assert_format("/dev/stdout", FORMAT_PDF);
    assert_format("%d.png", FORMAT_PNG);
    assert_format("%d.Png", FORMAT_PNG);
    assert_format("%02d.SVG", FORMAT_SVG);
    assert_format("a.html", FORMAT_HTML);
    assert_format("a.HTM", FORMAT_HTML);
    assert_format("a.txt", FORMAT_PLAIN_TEXT);
    for (guint i = 0; i < G_N_ELEMENTS(unknown); i++) {
        g_autoptr(Diagnostics) sink = diagnostics_new();
        OutputFormat format;
        g_assert_false(output_format(unknown[i], &format, sink));
        g_assert_cmpint(diagnostics_status(sink, FALSE), ==, STATUS_USAGE);
    }
}

static void test_pictures(void)
{
    g_assert_true(output_is_picture(FORMAT_PNG));
    g_assert_true(output_is_picture(FORMAT_SVG));
    g_assert_false(output_is_picture(FORMAT_PDF));
}

static void assert_pattern(const gchar *pattern, guint pages, gboolean expected)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();

    g_assert_cmpint(output_page_pattern(pattern, pages, sink), ==, expected);
    g_assert_cmpint(diagnostics_status(sink, FALSE), ==, expected ? STATUS_OK : STATUS_USAGE);
}

static void assert_name(const gchar *pattern, guint page, guint pages, const gchar *expected)
{
    assert_pattern(pattern, pages, TRUE);
    g_autofree gchar *name = output_page_name(pattern, page);
    g_assert_cmpstr(name, ==, expected);
}

static void test_page_names(void)
{
    assert_name("p-%d.png", 7, 12, "p-7.png");
    assert_name("p-%02d.svg", 7, 12, "p-07.svg");
    assert_name("p-%02d.svg", 123, 456, "p-123.svg");
    assert_name("p-%03d.png", 7, 12, "p-007.png");
    assert_name("%02d/页.png", 3, 3, "03/页.png");
    assert_name("p-%d.png", 1, 1, "p-1.png");
    assert_name("p.png", 1, 1, "p.png");
    assert_name("5%%-%d%%d.png", 3, 4, "5%-3%d.png");
    assert_name("100%%.png", 1, 1, "100%.png");
    assert_name("%%%d.png", 2, 2, "%2.png");
}

static void test_refused_patterns(void)
{
    static const gchar *const bad[] = {
        "p.png",    "p%s.png",   "p%n.png",    "p%%d.png",  "p%%.png",  "%d-%d.png",  "p%1d.png",
        "p%3d.png", "p%00d.png", "p%010d.png", "p%-d.png",  "p%ld.png", "p%*d.png",   "p%01d.png",
        "p%i.png",  "p%",        "p%0.png",    "p%1$d.png", "%d%.png",  "%02d%d.png", "p%04d.png",
    };

    for (guint i = 0; i < G_N_ELEMENTS(bad); i++)
        assert_pattern(bad[i], 2, FALSE);
    assert_pattern("p%s.png", 1, FALSE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/output-name/formats", test_formats);
    g_test_add_func("/output-name/pictures", test_pictures);
    g_test_add_func("/output-name/page-names", test_page_names);
    g_test_add_func("/output-name/refused-patterns", test_refused_patterns);
    return g_test_run();
}

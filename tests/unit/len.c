#include "base/len.h"

static void assert_shown(Len length, const gchar *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);

    len_append(out, length);
    g_assert_cmpstr(out->str, ==, expected);
}

static void test_rounding(void)
{
    g_assert_cmpint(len_mul_div(7, 1, 2), ==, 4);
    g_assert_cmpint(len_mul_div(-7, 1, 2), ==, -4);
    g_assert_cmpint(len_mul_div(7, 1, 3), ==, 2);
    g_assert_cmpint(len_mul_div(-7, -1, 3), ==, 2);
    g_assert_cmpint(len_mul_div(8, 1, 3), ==, 3);
    /* The product needs more than 64 bits. */
    g_assert_cmpint(len_mul_div(G_MAXINT64 / 4, 1000, 1000), ==, G_MAXINT64 / 4);
}

static void test_millimetres(void)
{
    /* 25.4 mm is an inch: 72 pt. */
    g_assert_cmpint(len_from_um(25400), ==, 72 * LEN_PT);
    g_assert_cmpint(len_from_um(-25400), ==, -72 * LEN_PT);
    g_assert_cmpint(len_from_um(127000), ==, 360 * LEN_PT);
    /* GB/T 9704-2012 5.2.1: the text block is 156 mm wide, 442.2047 pt. */
    assert_shown(len_from_um(156000), "442.205");
}

static void test_hao(void)
{
    static const struct {
        const gchar *name;
        Len size;
    } known[] = {
        {"初号", 42 * LEN_PT},       {"小初", 36 * LEN_PT},      {"一号", 26 * LEN_PT},
        {"小一", 24 * LEN_PT},       {"二号", 22 * LEN_PT},      {"小二", 18 * LEN_PT},
        {"三号", 16 * LEN_PT},       {"小三", 15 * LEN_PT},      {"四号", 14 * LEN_PT},
        {"小四", 12 * LEN_PT},       {"小五", 9 * LEN_PT},       {"八号", 5 * LEN_PT},
        {"五号", 10 * LEN_PT + 512}, {"六号", 7 * LEN_PT + 512}, {"小六", 6 * LEN_PT + 512},
        {"七号", 5 * LEN_PT + 512},
    };
    Len size = -1;

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        g_assert_true(len_from_hao(known[i].name, &size));
        g_assert_cmpint(size, ==, known[i].size);
    }
    size = -1;
    g_assert_false(len_from_hao("九号", &size));
    g_assert_false(len_from_hao("", &size));
    g_assert_cmpint(size, ==, -1);
}

static void test_parse(void)
{
    static const struct {
        const gchar *text;
        Len length;
    } good[] = {
        {"16pt", 16384},
        {"-1.5pt", -1536},
        {"25.4mm", 72 * 1024},
        {"0.000001pt", 0},
        {"2cell", 32000},
        {"0.5cell", 8000},
        {"-0.072em", -1440},
        {"1.5em", 30000},
        {"三号", 16384},
        {"0", 0},
        {"0mm", 0},
        {"0.123456mm", 358},
    };
    static const gchar *const bad[] = {
        "",      "mm",      "5",      "1",           "1.mm",
        ".5mm",  "1.2.3mm", "5 mm",   " 5mm",        "5mm ",
        "5MM",   "+5mm",    "--5mm",  "-",           "1,5mm",
        "5px",   "1e3pt",   "0x10pt", "5mmmm",       "三号字",
        "-三号", "00",      "-0",     "0.0000001pt", "99999999999999999pt",
        "五",
    };

    for (guint i = 0; i < G_N_ELEMENTS(good); i++) {
        Len length = -1;
        g_assert_true(len_parse(good[i].text, 16000, 20000, &length));
        g_assert_cmpint(length, ==, good[i].length);
    }
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        Len length = -1;
        g_test_message("%s", bad[i]);
        g_assert_false(len_parse(bad[i], 16000, 20000, &length));
        g_assert_cmpint(length, ==, -1);
    }
}

static void test_append(void)
{
    assert_shown(0, "0.000");
    assert_shown(1024, "1.000");
    assert_shown(-512, "-0.500");
    assert_shown(1, "0.001");
    assert_shown(1023, "0.999");
    assert_shown(-1536, "-1.500");
    assert_shown(1024 * 1000 + 10, "1000.010");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/len/rounding", test_rounding);
    g_test_add_func("/len/millimetres", test_millimetres);
    g_test_add_func("/len/hao", test_hao);
    g_test_add_func("/len/parse", test_parse);
    g_test_add_func("/len/append", test_append);
    return g_test_run();
}

/* Columns of tables: what each gets of the width. */
#include "layout/table_columns.h"

static void check(const ColumnNeed *needs, guint n, Len width, const gchar *expected)
{
    g_autofree Len *widths = g_new(Len, n);
    g_autoptr(GString) found = g_string_new(NULL);
    Len sum = 0;

    columns_share(needs, n, 80, width, widths);
    for (guint i = 0; i < n; i++) {
        g_string_append_printf(found, "%s%d", i > 0 ? " " : "", (int) widths[i]);
        sum += widths[i];
    }
    g_assert_cmpstr(found->str, ==, expected);
    g_assert_cmpint(sum, ==, width);
}

#define CHECK(width, expected, ...) \
    check((const ColumnNeed[]){__VA_ARGS__}, \
          sizeof((const ColumnNeed[]){__VA_ARGS__}) / sizeof(ColumnNeed), (width), (expected))

static void test_room_for_all(void)
{
    CHECK(400, "400", {10, 30});
    CHECK(400, "100 300", {10, 30}, {10, 90});
    CHECK(100, "33 33 34", {0, 0}, {0, 0}, {0, 0}); /* an empty table */
}

/* Short columns keep their text on one line; a long one takes what is left. */
static void test_long_column(void)
{
    CHECK(400, "30 290 80", {10, 30}, {10, 1000}, {10, 80});
    CHECK(400, "30 129 241", {10, 30}, {10, 300}, {10, 800});
}

/* With less than is comfortable no word is broken; with less than that the longest are. */
static void test_narrow(void)
{
    CHECK(120, "40 80", {40, 100}, {60, 2000});
    CHECK(50, "25 25", {40, 100}, {60, 100});
    CHECK(500, "40 60 400", {40, 100}, {60, 2000}, {900, 1000});
    CHECK(501, "20 240 241", {20, 20}, {600, 600}, {241, 300});
}

/* Dates stay whole where the others still have what is comfortable. */
static void test_brief(void)
{
    ColumnNeed needs[] = {{10, 100}, {10, 101}, {20, 900}};

    columns_keep_brief(needs, 3, 100, 80, 100 + 80 + 80 - 1);
    g_assert_cmpint(needs[0].least, ==, 10);
    columns_keep_brief(needs, 3, 100, 80, 100 + 80 + 80);
    g_assert_cmpint(needs[0].least, ==, 100);
    g_assert_cmpint(needs[1].least, ==, 10);
    check(needs, 3, 300, "100 80 120");
}

static void test_fit(void)
{
    const ColumnNeed needs[] = {{10, 30}, {10, 300}, {90, 800}};

    g_assert_true(columns_fit(needs, 3, 80, 30 + 80 + 90));
    g_assert_false(columns_fit(needs, 3, 80, 30 + 80 + 90 - 1));
    g_assert_true(columns_fit(needs, 3, 0, 10 + 10 + 90));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/table-columns/room-for-all", test_room_for_all);
    g_test_add_func("/table-columns/long-column", test_long_column);
    g_test_add_func("/table-columns/narrow", test_narrow);
    g_test_add_func("/table-columns/brief", test_brief);
    g_test_add_func("/table-columns/fit", test_fit);
    return g_test_run();
}

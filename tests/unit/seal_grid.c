/* Rows and columns of seals: GB/T 9704-2012 7.3.5.1. Lengths in tenths of a character. */
#include "layout/seal_grid.h"

#define TENTH ((Len) 100)
#define WIDTH 280
#define SEAL 75 /* 42 mm */
#define DATE 70 /* 2026年11月23日 */

static Template template_of(guint per_row)
{
    Template template = {.width = WIDTH * TENTH, .cell = 10 * TENTH};

    template.seal.right = 40 * TENTH;
    template.seal.name_right = 20 * TENTH;
    template.seal.per_row = per_row;
    template.seal.apart = 2 * TENTH;
    return template;
}

/* "3×2: 60 130 200 | 130 200": columns and rows, and the middle of each name, row by row. */
static gchar *grid_of(const gint *names, guint n, gint seal, guint per_row)
{
    Template template = template_of(per_row);
    g_autofree Len *widths = g_new(Len, n);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < n; i++)
        widths[i] = names[i] * TENTH;
    SealGrid grid = seal_grid(widths, n, seal * TENTH, DATE * TENTH, &template);
    g_string_printf(text, "%u×%u:", grid.columns, grid.rows);
    for (guint i = 0; i < n; i++) {
        if (i > 0 && seal_grid_row(&grid, i) > seal_grid_row(&grid, i - 1))
            g_string_append(text, " |");
        g_string_append_printf(text, " %d",
                               (gint) ((seal_grid_middle(&grid, i) + TENTH / 2) / TENTH));
    }
    return g_string_free(text, FALSE);
}

static void check(const gint *names, guint n, gint seal, const gchar *expected)
{
    g_autofree gchar *found = grid_of(names, n, seal, 3);

    g_assert_cmpstr(found, ==, expected);
}

#define CHECK(seal, expected, ...) \
    check((const gint[]){__VA_ARGS__}, G_N_ELEMENTS(((const gint[]){__VA_ARGS__})), seal, expected)

/* The date leaves 4 free, the name is centred on it; one of more than 11 leaves 2 free. */
static void test_single(void)
{
    CHECK(SEAL, "1×1: 205", 50);
    CHECK(SEAL, "1×1: 205", 110);
    CHECK(SEAL, "1×1: 200", 120);
    CHECK(SEAL, "1×1: 130", 260);
    CHECK(160, "1×1: 200", 50); /* a seal that would pass the edge */
}

static void test_joint(void)
{
    CHECK(SEAL, "2×1: 125 205", 50, 50);
    CHECK(SEAL, "3×1: 45 125 205", 50, 50, 50);
    CHECK(SEAL, "2×2: 125 205 | 125 205", 50, 50, 50, 50);
    CHECK(SEAL, "3×2: 45 125 205 | 125 205", 50, 50, 50, 50, 50);
    CHECK(SEAL, "3×3: 45 125 205 | 45 125 205 | 205", 50, 50, 50, 50, 50, 50, 50);
}

/* Names a character apart, and as many columns as that leaves room for. */
static void test_names(void)
{
    CHECK(SEAL, "2×1: 85 205", 110, 110);
    CHECK(SEAL, "2×2: 85 205 | 85 205", 110, 110, 110, 110);
    CHECK(SEAL, "1×2: 150 | 150", 110, 220);
    CHECK(SEAL, "3×1: 41 123 205", 70, 74, 70);
}

/* Seals that are larger than three have room for. */
static void test_seals(void)
{
    CHECK(80, "3×1: 40 123 205", 50, 50, 50);
    CHECK(90, "2×2: 110 205 | 205", 50, 50, 50);
    CHECK(200, "1×2: 180 | 180", 50, 50);
}

static void test_per_row(void)
{
    const gint names[] = {50, 50, 50};
    g_autofree gchar *found = grid_of(names, 3, SEAL, 1);

    g_assert_cmpstr(found, ==, "1×3: 205 | 205 | 205");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/seal-grid/single", test_single);
    g_test_add_func("/seal-grid/joint", test_joint);
    g_test_add_func("/seal-grid/names", test_names);
    g_test_add_func("/seal-grid/seals", test_seals);
    g_test_add_func("/seal-grid/per-row", test_per_row);
    return g_test_run();
}

/* The numbers of --stats, on lines made by hand. An em is a point. */
#include "layout/stats.h"

#include "handmade.h"

static void set_block_release(gpointer data)
{
    SetBlock *block = data;

    paragraph_free(block->paragraph);
    g_ptr_array_unref(block->lines);
    g_free(block);
}

static SetBlock *add_block(GPtrArray *blocks, const gchar *text)
{
    Measure measure = {28 * EM, 0, 0, 0, ALIGN_JUSTIFY};
    SetBlock *block = g_new0(SetBlock, 1);

    block->paragraph = handmade_paragraph(text, &handmade_composition);
    block->lines = break_lines(block->paragraph, &measure, &handmade_composition);
    g_ptr_array_add(blocks, block);
    return block;
}

static void add_run(SetBlock *block, StyleRole role, guint font, guint32 start, guint32 end)
{
    TextRun run = {.start = start, .end = end, .role = role, .font = font};

    g_array_append_val(block->paragraph->runs, run);
}

/* Moves what follows a cluster of the first line. */
static void move_after(const SetBlock *block, guint cluster, Len by)
{
    const Line *line = block->lines->pdata[0];

    for (guint i = cluster + 1; i < line->x->len; i++)
        g_array_index(line->x, PageLen, i) += by;
}

static GPtrArray *blocks_new(void)
{
    return g_ptr_array_new_with_free_func(set_block_release);
}

/* One page with nothing on it; two fonts. */
static Pages *pages_sample(void)
{
    Pages *pages = pages_new();

    pages->fonts = g_ptr_array_new();
    g_ptr_array_set_size(pages->fonts, 2);
    g_ptr_array_add(pages->pages, page_new(1));
    return pages;
}

#define NINE "一二三四五六七八九"

/* 27 Han and the half of a comma: half an em over 26 gaps, 19 or 20 of 1024 each. */
static void test_adjusted(void)
{
    g_autoptr(GPtrArray) blocks = blocks_new();
    g_autoptr(Pages) pages = pages_sample();

    add_block(blocks, NINE NINE NINE "，五字在此行");
    g_autoptr(Stats) stats = stats_new(blocks, pages);
    g_assert_cmpuint(stats->pages, ==, 1);
    g_assert_cmpuint(stats->lines, ==, 2);
    g_assert_cmpuint(stats->adjusted, ==, 1);
    g_assert_cmpuint(stats->reasons[ADJUST_LINE_END].lines, ==, 1);
    g_assert_cmpint(stats->reasons[ADJUST_LINE_END].most, ==, -500);
    g_assert_cmpuint(stats->reasons[ADJUST_STRETCH_ALL].lines, ==, 1);
    g_assert_cmpint(stats->reasons[ADJUST_STRETCH_ALL].most, ==, 500);
    g_assert_cmpuint(stats->reasons[ADJUST_SHRINK_STOP].lines, ==, 0);
    g_assert_cmpuint(stats->gaps, ==, 26 + 4);
    g_assert_cmpuint(stats->gaps_off, ==, 26);
    g_assert_cmpint(stats->narrowest, ==, 0);
    g_assert_cmpint(stats->widest, ==, 20);
    g_assert_cmpuint(stats->mark_lines, ==, 0); /* the comma ends its line */
}

/* Only from Han to Han: not beside marks, digits and letters. */
static void test_gaps(void)
{
    g_autoptr(GPtrArray) blocks = blocks_new();
    g_autoptr(Pages) pages = pages_sample();

    move_after(add_block(blocks, "国为，四2田a々〇"), 0, -EM / 10); /* 国为 々〇 */
    move_after(add_block(blocks, "国为"), 0, 2);                    /* 0.00195 em: on the pitch */
    move_after(add_block(blocks, "国为"), 0, 3);
    g_autoptr(Stats) stats = stats_new(blocks, pages);
    g_assert_cmpuint(stats->gaps, ==, 4);
    g_assert_cmpuint(stats->gaps_off, ==, 2);
    g_assert_cmpint(stats->narrowest, ==, -100);
    g_assert_cmpint(stats->widest, ==, 3);
    g_assert_cmpuint(stats->adjusted, ==, 0);
}

/* Means of 1, ½ and ¾ em in three lines: the mean of all ¾, the squares 2 × 1/16, the deviation
 * the square root of 1/24, 0.204. */
static void test_marks(void)
{
    g_autoptr(GPtrArray) blocks = blocks_new();
    g_autoptr(Pages) pages = pages_sample();

    add_block(blocks, "国，国。国");
    move_after(add_block(blocks, "国，国"), 1, -EM / 2);
    move_after(add_block(blocks, "国。国，国、国"), 3, -EM / 2); /* 1 and ½; no enumeration comma */
    g_autoptr(Stats) stats = stats_new(blocks, pages);
    g_assert_cmpuint(stats->mark_lines, ==, 3);
    g_assert_cmpint(stats->mark_deviation, ==, 204);
}

static void test_even_marks(void)
{
    g_autoptr(GPtrArray) blocks = blocks_new();
    g_autoptr(Pages) pages = pages_sample();

    add_block(blocks, "国，国");
    g_autoptr(Stats) stats = stats_new(blocks, pages);
    g_assert_cmpuint(stats->mark_lines, ==, 1);
    g_assert_cmpint(stats->mark_deviation, ==, 0);
}

static void add_page_number(const Page *page, const gchar *text)
{
    GlyphRun *run = glyph_run_new(text, strlen(text), 0, 0);
    PlacedLine line = {.role = STYLE_PAGE_NUMBER, .first = 0, .last = 1};

    run->font = 1;
    g_ptr_array_add(page->items, item_new_glyphs(run, 0, 0, 0));
    g_array_append_val(page->lines, line);
}

static void check_font(const Stats *stats, guint i, StyleRole role, guint font, guint characters)
{
    const FontStats *used = &g_array_index(stats->fonts, FontStats, i);

    g_assert_cmpuint(used->role, ==, role);
    g_assert_cmpuint(used->font, ==, font);
    g_assert_cmpuint(used->characters, ==, characters);
}

static void test_fonts(void)
{
    g_autoptr(GPtrArray) blocks = blocks_new();
    g_autoptr(Pages) pages = pages_sample();
    SetBlock *body = add_block(blocks, "国 A\n国国B"), *title = add_block(blocks, "标题");

    g_array_set_size(body->paragraph->runs, 0);
    g_array_set_size(title->paragraph->runs, 0);
    add_run(body, STYLE_BODY, 1, 0, 5);
    add_run(body, STYLE_BODY, 0, 5, 12);
    add_run(body, STYLE_BODY, 1, 12, 13);
    add_run(title, STYLE_TITLE, 1, 0, 6);
    add_page_number(pages->pages->pdata[0], "— 1 —");
    g_autoptr(Stats) stats = stats_new(blocks, pages);
    g_assert_cmpuint(stats->fonts->len, ==, 4);
    check_font(stats, 0, STYLE_TITLE, 1, 2);
    check_font(stats, 1, STYLE_BODY, 0, 2);
    check_font(stats, 2, STYLE_BODY, 1, 3);
    check_font(stats, 3, STYLE_PAGE_NUMBER, 1, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stats/adjusted", test_adjusted);
    g_test_add_func("/stats/gaps", test_gaps);
    g_test_add_func("/stats/marks", test_marks);
    g_test_add_func("/stats/even-marks", test_even_marks);
    g_test_add_func("/stats/fonts", test_fonts);
    return g_test_run();
}

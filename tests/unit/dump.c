/* The dumps of lines and of pages, of things made by hand. */
#include "handmade.h"
#include "layout/set_text.h"
#include "output/output.h"

static void block_destroy(gpointer block)
{
    set_block_free(block);
}

static void line_free(gpointer data)
{
    Line *line = data;

    g_array_unref(line->adjustments);
    g_free(line);
}

static SetBlock *add_block(Layout *layout, StyleRole role, const gchar *text)
{
    SetBlock *block = g_new0(SetBlock, 1);

    block->paragraph = handmade_paragraph(text, &handmade_composition);
    block->paragraph->role = role;
    block->lines = g_ptr_array_new_with_free_func(line_free);
    g_ptr_array_add(layout->blocks, block);
    return block;
}

/* Numbers are in em, the width of a character here. */
static Line *add_line(SetBlock *block, guint32 first, guint32 last, Len natural, Len width)
{
    Line *line = g_new0(Line, 1);

    line->first = first;
    line->last = last;
    line->indent = first == 0 ? 2 * EM : 0;
    line->measure = 10 * EM - line->indent;
    line->natural = natural;
    line->width = width;
    line->adjustments = g_array_new(FALSE, FALSE, sizeof(Adjustment));
    g_ptr_array_add(block->lines, line);
    return line;
}

static void adjust(Line *line, AdjustKind kind, Len amount, guint places)
{
    Adjustment adjustment = {kind, amount, places};

    g_array_append_val(line->adjustments, adjustment);
}

/* A line without a reason has no more than its numbers; one with a reason names it and the classes
 * that it had to work with. */
static void test_lines(void)
{
    Layout layout = {.blocks = g_ptr_array_new_with_free_func(block_destroy),
                     .notes = g_ptr_array_new()};
    g_autoptr(GString) out = g_string_new(NULL);
    SetBlock *heading = add_block(&layout, STYLE_HEADING_1, "一二");
    SetBlock *body = add_block(&layout, STYLE_BODY, "国国国国国国国，国国“国\"\\\n国");

    add_line(heading, 0, 2, 2 * EM, 2 * EM);
    Line *line = add_line(body, 0, 8, 8 * EM, 8 * EM);
    adjust(line, ADJUST_LINE_END, -EM / 2, 1);
    adjust(line, ADJUST_STRETCH_ALL, EM / 2, 6);
    add_line(body, 8, 16, 7 * EM, 7 * EM);
    dump_lines(&layout, out);
    g_autofree gchar *expected = g_strdup_printf(
        "block 1 heading-1\n"
        "  line 1 indent 2.000 measure 8.000 natural 2.000 width 2.000 \"一二\"\n"
        "block 2 body\n"
        "  line 1 indent 2.000 measure 8.000 natural 8.000 width 8.000 \"国国国国国国国，\"\n"
        "    line-end -0.500 places 1 %s\n"
        "    stretch-all +0.500 places 6 %s\n"
        "    classes ID7 PA\n"
        "  line 2 indent 0.000 measure 10.000 natural 7.000 width 7.000"
        " \"国国“国\\\"\\\\\\n国\"\n",
        adjust_clause(ADJUST_LINE_END), adjust_clause(ADJUST_STRETCH_ALL));
    g_assert_cmpstr(out->str, ==, expected);
    g_ptr_array_unref(layout.notes);
    g_ptr_array_unref(layout.blocks);
}

static void font_free(gpointer font)
{
    g_free(font);
}

static Item *text_item(const gchar *text, Len x, Len y, Len width)
{
    GlyphRun *run = glyph_run_new(text, strlen(text), 0, 0);

    run->size = 16 * LEN_PT;
    return item_new_glyphs(run, x, y, width);
}

static void add_placed(Page *page, PlacedLine line)
{
    g_array_append_val(page->lines, line);
}

static Pages *pages_sample(void)
{
    Pages *pages = pages_new();
    FontFile *font = g_new0(FontFile, 1);
    Page *page = page_new(1);
    Len left = 80 * LEN_PT, baseline = 118 * LEN_PT;
    OutlineEntry entry = {2, g_strdup("（一）上"), 0, 104 * LEN_PT};

    font->family = (gchar *) "FandolFang";
    font->weight = 400;
    pages->fonts = g_ptr_array_new_with_free_func(font_free);
    g_ptr_array_add(pages->fonts, font);
    pages->width = len_from_um(210000);
    pages->height = len_from_um(297000);
    pages->info.title = g_strdup("通报");
    pages->info.date = g_strdup("2023-09-15T00:00:00Z");
    page_add(page, item_new_anchor("a", left, 104 * LEN_PT));
    page_add(page, text_item("一", left, baseline, 16 * LEN_PT));
    page_add(page, text_item("“1”", 96 * LEN_PT, baseline - LEN_PT, 32 * LEN_PT));
    page_add(page, item_new_link("#a", left, 104 * LEN_PT, 48 * LEN_PT, 16 * LEN_PT));
    page_add(page, text_item("— 1 —", left, 780 * LEN_PT, 32 * LEN_PT));
    add_placed(page, (PlacedLine){STYLE_BODY, 1, left, baseline, 48 * LEN_PT, 1, 4,
                                  g_strdup("line-end -8.000 GB/T 15834-2011 5.1.10"), FALSE});
    g_ptr_array_add(pages->pages, page);
    g_array_append_val(pages->outline, entry);
    return pages;
}

/* Every item is told once, also those that stand in no line. */
static void test_pages(void)
{
    g_autoptr(Pages) pages = pages_sample();
    g_autoptr(GString) out = g_string_new(NULL);

    dump_pages(pages, out);
    g_assert_cmpstr(out->str, ==,
                    "document width 595.275 height 841.890\n"
                    "  title \"通报\"\n"
                    "  date \"2023-09-15T00:00:00Z\"\n"
                    "page 1 \"1\"\n"
                    "    anchor x 80.000 y 104.000 \"a\"\n"
                    "  row 1 body x 80.000 baseline 118.000 width 48.000"
                    " (line-end -8.000 GB/T 15834-2011 5.1.10)\n"
                    "    run FandolFang 400 size 16.000 x 80.000 width 16.000 \"一\"\n"
                    "    run FandolFang 400 size 16.000 x 96.000 width 32.000 rise 1.000 \"“1”\"\n"
                    "    link x 80.000 y 104.000 width 48.000 height 16.000 \"#a\"\n"
                    "    run FandolFang 400 size 16.000 x 80.000 width 32.000 y 780.000 \"— 1 —\"\n"
                    "outline\n"
                    "  level 2 page 1 y 104.000 \"（一）上\"\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dump/lines", test_lines);
    g_test_add_func("/dump/pages", test_pages);
    return g_test_run();
}

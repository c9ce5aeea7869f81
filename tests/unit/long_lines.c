/* Paragraphs of 100,000 characters take time in proportion to their length, whatever they are made
 * of, on both grids. */
#include "handmade.h"
#include "layout/strict_grid.h"
#include "linear_time.h"

typedef struct {
    const gchar *name, *piece;
    gboolean joined; /* all of it is one span that is not to be broken */
} LongText;

static const LongText texts[] = {
    {"word", "a", FALSE},
    {"number", "7", FALSE},
    {"blanks", " ", FALSE},
    {"han", "国", FALSE},
    {"span", "国", TRUE},
    {"opening-marks", "（", FALSE},
    {"closing-marks", "）", FALSE},
    {"exclamations", "！", FALSE},
    {"dashes", "—", FALSE},
    {"quotes", "“”", FALSE},
    {"open-quotes", "“", FALSE},
    {"words", "ab ", FALSE},
    {"words-far-apart", "ab    ", FALSE},
    {"han-and-letters", "国a", FALSE},
    {"han-and-typed-gaps", "国 a ", FALSE},
    {"pause-after-each", "国，", FALSE},
    {"measures", "第12条3万元", FALSE},
    {"numerals", "十", FALSE},
    {"ordinals", "第十", FALSE},
    {"references", "〔2023", FALSE},
    {"address", "a.", FALSE},
    {"hard-breaks", "\n", FALSE},
    {"short-lines", "国\n", FALSE},
};

static Paragraph *long_paragraph(const LongText *text, guint length)
{
    glong piece = g_utf8_strlen(text->piece, -1);
    g_autoptr(GString) all = g_string_new(NULL);

    for (glong i = 0; i < length; i += piece)
        g_string_append(all, text->piece);
    Paragraph *paragraph = handmade_shaped(all->str);
    g_array_index(paragraph->runs, TextRun, 0).marks.joined = text->joined;
    return paragraph;
}

static const Measure measure = {28 * EM, 0, 0, 2 * EM, ALIGN_JUSTIFY};

static clock_t even_time(gconstpointer text, guint length)
{
    g_autoptr(Paragraph) paragraph = long_paragraph(text, length);
    clock_t start = clock();

    space_clusters(paragraph, &handmade_composition);
    break_rules_release_long(paragraph, measure.width);
    g_ptr_array_unref(break_lines(paragraph, &measure, &handmade_composition));
    return clock() - start;
}

static clock_t strict_time(gconstpointer text, guint length)
{
    g_autoptr(Paragraph) paragraph = long_paragraph(text, length);
    clock_t start = clock();

    g_ptr_array_unref(strict_grid_lines(paragraph, &measure, &handmade_composition, EM));
    return clock() - start;
}

static void test_even(gconstpointer text)
{
    check_linear(even_time, text);
}

static void test_strict(gconstpointer text)
{
    check_linear(strict_time, text);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree gchar *even = g_strconcat("/long-lines/even/", texts[i].name, NULL);
        g_autofree gchar *strict = g_strconcat("/long-lines/strict/", texts[i].name, NULL);
        g_test_add_data_func(even, &texts[i], test_even);
        g_test_add_data_func(strict, &texts[i], test_strict);
    }
    return g_test_run();
}

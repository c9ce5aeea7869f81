/* Paragraphs of 100,000 characters take time in proportion to their length, whatever they are made
 * of: ten times the text not more than thirty times the time (a hundred if it went with the
 * square). */
#include "handmade.h"
#include "layout/strict_grid.h"

#include <time.h>

#define LENGTH 10000
#define TIMES 10
#define MOST_TIMES 30
#define LEAST_TIME (CLOCKS_PER_SEC / 100) /* that is measured */

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

static void set_even(Paragraph *paragraph, const Measure *measure)
{
    space_clusters(paragraph, &handmade_composition);
    break_rules_release_long(paragraph, measure->width);
    g_ptr_array_unref(break_lines(paragraph, measure, &handmade_composition));
}

static void set_strict(Paragraph *paragraph, const Measure *measure)
{
    g_ptr_array_unref(strict_grid_lines(paragraph, measure, &handmade_composition, EM));
}

typedef void (*SetFunction)(Paragraph *, const Measure *);

static clock_t time_of(const LongText *text, guint length, SetFunction set)
{
    static const Measure measure = {28 * EM, 0, 0, 2 * EM, ALIGN_JUSTIFY};
    g_autoptr(Paragraph) paragraph = long_paragraph(text, length);
    clock_t start = clock();

    set(paragraph, &measure);
    return clock() - start;
}

/* What else the machine does makes times longer, never shorter. */
static clock_t least_time_of(const LongText *text, guint length, SetFunction set)
{
    clock_t least = time_of(text, length, set);

    for (guint i = 0; i < 2; i++)
        least = MIN(least, time_of(text, length, set));
    return least;
}

static void check_time(const LongText *text, SetFunction set)
{
    clock_t one = least_time_of(text, LENGTH, set);
    clock_t limit = MAX(one, LEAST_TIME) * MOST_TIMES, most;

    for (guint i = 0; i < 3; i++) {
        most = time_of(text, LENGTH * TIMES, set);
        g_test_message("%ld ms and %ld ms", one * 1000 / CLOCKS_PER_SEC,
                       most * 1000 / CLOCKS_PER_SEC);
        if (most <= limit)
            return;
    }
    g_assert_cmpint(most, <=, limit);
}

static void test_even(gconstpointer text)
{
    check_time(text, set_even);
}

static void test_strict(gconstpointer text)
{
    check_time(text, set_strict);
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

/* Labels: where lines turn, and that nothing in a label gives way to fill a line. */
#include "handmade.h"

#include "layout/label.h"

#define ATTENDANCE "出席："
static const Measure measure = {12 * EM, 0, 0, 2 * EM, ALIGN_JUSTIFY};

static Paragraph *labelled(const gchar *text, const gchar *label)
{
    Paragraph *paragraph = handmade_paragraph(text, &handmade_composition);

    paragraph->label = (guint32) strlen(label);
    space_clusters(paragraph, &handmade_composition);
    label_set_solid(paragraph);
    return paragraph;
}

/* "2.0+10.0 5.0+7.0": indent and width of each line, in ems. */
static gchar *lines_of(const Paragraph *paragraph, const Measure *own)
{
    g_autoptr(GPtrArray) lines = break_lines(paragraph, own, &handmade_composition);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        g_string_append_printf(text, "%s%.1f+%.1f", i > 0 ? " " : "", (double) line->indent / EM,
                               (double) line->width / EM);
    }
    return g_string_free(text, FALSE);
}

static void check_lines(const gchar *text, const gchar *label, const gchar *expected)
{
    g_autoptr(Paragraph) paragraph = labelled(text, label);
    Measure own = label_measure(paragraph, &measure, 0);
    g_autofree gchar *found = lines_of(paragraph, &own);

    g_assert_cmpstr(found, ==, expected);
}

/* Below the first character after the label; half ems are half. */
static void test_turn(void)
{
    check_lines("出席：甲乙丙丁戊己庚辛", ATTENDANCE, "2.0+10.0 5.0+1.0");
    check_lines("附件：1.甲乙丙丁戊己庚辛", "附件：1.", "2.0+10.0 6.0+2.0");
    check_lines("甲乙丙丁戊己庚辛壬癸子丑", "", "2.0+10.0 0.0+2.0");
}

/* A label that leaves its text too little room: lines turn at the edge. */
static void test_too_long(void)
{
    check_lines("甲乙丙丁戊己庚：子丑寅卯", "甲乙丙丁戊己庚：", "2.0+10.0 0.0+2.0");
}

/* The line is half an em short: what follows the label takes it. */
static void test_solid(void)
{
    g_autoptr(Paragraph) paragraph = labelled("出席：甲乙丙丁戊己a庚辛壬癸", ATTENDANCE);
    Measure own = label_measure(paragraph, &measure, 0);
    g_autoptr(GPtrArray) lines = break_lines(paragraph, &own, &handmade_composition);
    const Line *first = lines->pdata[0];

    g_assert_cmpint(first->width, ==, 10 * EM);
    for (guint i = 0; i <= 3; i++)
        g_assert_cmpint(g_array_index(first->x, PageLen, i), ==, (Len) i * EM);
}

/* No line ends in a label, nor right after it. */
static void test_whole(void)
{
    g_autoptr(Paragraph) paragraph = labelled("出席：甲乙丙丁", ATTENDANCE);

    for (guint i = 0; i < 5; i++)
        g_assert_true((handmade_cluster(paragraph, i)->penalty == PENALTY_NEVER) == (i < 3));
}

static void test_start(void)
{
    g_autoptr(Paragraph) paragraph = labelled("2.甲乙丙丁戊己庚辛", "2.");
    Measure own;

    g_assert_cmpint(label_width(paragraph, 2), ==, EM);
    paragraph->start = 5 * EM;
    own = label_measure(paragraph, &measure, 0);
    g_autofree gchar *found = lines_of(paragraph, &own);
    g_assert_cmpstr(found, ==, "5.0+7.0 6.0+2.0");
}

/* On the strict grid a label is whole cells. */
static void test_cells(void)
{
    g_autoptr(Paragraph) paragraph = labelled("附件：1甲乙", "附件：1");
    Measure own = label_measure(paragraph, &measure, EM);

    g_assert_cmpint(own.left, ==, 6 * EM);
    g_assert_cmpint(own.left + own.indent_first, ==, 2 * EM);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/label/turn", test_turn);
    g_test_add_func("/label/too-long", test_too_long);
    g_test_add_func("/label/solid", test_solid);
    g_test_add_func("/label/whole", test_whole);
    g_test_add_func("/label/start", test_start);
    g_test_add_func("/label/cells", test_cells);
    return g_test_run();
}

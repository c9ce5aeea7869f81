/* Adjacent marks, gaps and break rules (typography B2, B3, B4, B6). */
#include "handmade.h"


/* Room that a text takes, in halves of an em, in one style. */
static gint64 halves(const gchar *text, PunctStyle style)
{
    Composition composition = handmade_composition;

    composition.punct = style;
    g_autoptr(Paragraph) paragraph = handmade_paragraph(text, &composition);
    Len sum = 0;
    for (guint i = 0; i < paragraph->clusters->len; i++)
        sum += handmade_cluster(paragraph, i)->advance;
    return 2 * sum / EM;
}

/* Every row and column of B4 for 全角式: two marks take 1½ em, but for the exceptions. */
static void test_pairs(void)
{
    static const struct {
        const gchar *pair;
        gint64 halves;
    } rows[] = {
        {"（《", 3}, {"）（", 3}, {"》《", 3}, {"》）", 3}, {"）、", 3}, {"）。", 3}, {"：“", 3},
        {"，《", 3}, {"，”", 3},  {"。”", 3},  {"。）", 3}, {"”。", 3},  {"”，", 3},  {"？”", 3},
        {"！！", 3}, {"）——", 6}, {"，——", 6}, {"。……", 6}, {"——“", 6},  {"————", 8}, {"）·", 3},
        {"（）", 4}, {"；（", 3}, {"。（", 3}, {"》”", 3},  {"“《", 3},
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].pair);
        g_assert_cmpint(halves(rows[i].pair, PUNCT_QUANJIAO), ==, rows[i].halves);
    }
    g_assert_cmpint(halves("。”）", PUNCT_QUANJIAO), ==, 4);
    g_assert_cmpint(halves("》，《", PUNCT_QUANJIAO), ==, 4);
}

static void test_styles(void)
{
    g_assert_cmpint(halves("国，国。", PUNCT_QUANJIAO), ==, 8);
    g_assert_cmpint(halves("国，国。", PUNCT_KAIMING), ==, 7);
    g_assert_cmpint(halves("国，国。", PUNCT_BANJIAO), ==, 6);
    g_assert_cmpint(halves("国，（国）。", PUNCT_PLAIN), ==, 12);
    g_assert_cmpint(halves("马·恩", PUNCT_QUANJIAO), ==, 5);
}

static void test_gaps(void)
{
    g_autoptr(Paragraph) paragraph = handmade_paragraph("用A国2国，B", &handmade_composition);

    g_assert_cmpint(handmade_cluster(paragraph, 0)->gap, ==, EM / 4);  /* 用|A */
    g_assert_cmpint(handmade_cluster(paragraph, 1)->gap, ==, EM / 4);  /* A|国 */
    g_assert_cmpint(handmade_cluster(paragraph, 2)->gap, ==, 0);       /* 国|2 */
    g_assert_cmpint(handmade_cluster(paragraph, 2)->gap_max, ==, EM / 8);
    g_assert_cmpint(handmade_cluster(paragraph, 5)->gap_max, ==, 0);   /* ，|B */
}

/* "国x|国" for the name of the rule between the last two characters. */
static const gchar *rule(const gchar *text, KinsokuLevel level)
{
    Composition composition = handmade_composition;

    composition.kinsoku = level;
    g_autoptr(Paragraph) paragraph = handmade_paragraph(text, &composition);
    return break_rule(handmade_cluster(paragraph, paragraph->clusters->len - 2)->rule)->name;
}

static void test_line_start(void)
{
    static const gchar *const never[] = {"国）", "国》", "国”", "国’", "国、", "国，", "国；", "国：",
                                         "国。", "国？", "国！", "国·", "国～", "国—", "国／", "国〕",
                                         "国)",  "国,"};

    for (guint i = 0; i < G_N_ELEMENTS(never); i++) {
        g_test_message("%s", never[i]);
        g_assert_cmpstr(rule(never[i], KINSOKU_BASIC), ==, "line-start");
    }
    g_assert_cmpstr(rule("国——", KINSOKU_GB), ==, "free");
    g_assert_cmpstr(rule("国……", KINSOKU_GB), ==, "free");
    g_assert_cmpstr(rule("国——", KINSOKU_STRICT), ==, "line-start");
    g_assert_cmpstr(rule("国……", KINSOKU_STRICT), ==, "line-start");
}

static void test_line_end(void)
{
    static const gchar *const never[] = {"（国", "《国", "“国", "‘国", "〔国", "【国", "(国"};

    for (guint i = 0; i < G_N_ELEMENTS(never); i++)
        g_assert_cmpstr(rule(never[i], KINSOKU_BASIC), ==, "line-end");
    g_assert_cmpstr(rule("／国", KINSOKU_GB), ==, "line-end");
    g_assert_cmpstr(rule("／国", KINSOKU_BASIC), ==, "free");
}

static void test_units(void)
{
    g_assert_cmpstr(rule("20", KINSOKU_GB), ==, "number");
    g_assert_cmpstr(rule("9.5", KINSOKU_GB), ==, "number");
    g_assert_cmpstr(rule("9%", KINSOKU_GB), ==, "number-sign");
    g_assert_cmpstr(rule("5℃", KINSOKU_GB), ==, "number-sign");
    g_assert_cmpstr(rule("¥5", KINSOKU_GB), ==, "number-sign");
    g_assert_cmpstr(rule("ab", KINSOKU_GB), ==, "word");
    g_assert_cmpstr(rule("a.b", KINSOKU_GB), ==, "address");
    g_assert_cmpstr(rule("6年", KINSOKU_GB), ==, "unit");
    g_assert_cmpstr(rule("6国", KINSOKU_GB), ==, "free");
    g_assert_cmpstr(rule("a ", KINSOKU_GB), ==, "space");
}

/* In a marked span no break is free; what forbids it already stays the reason. */
static void test_marked(void)
{
    static const struct {
        const gchar *pattern, *rules;
    } cases[] = {
        {"国[国国]国", "free marked free"},
        {"国[国国][国国]国", "free marked free marked free"},
        {"[国，国6年]", "line-start marked marked marked"},
        {"[国国\n国国]", "marked space free marked"},
    };

    for (guint k = 0; k < G_N_ELEMENTS(cases); k++) {
        g_autoptr(Paragraph) paragraph = handmade_joined(cases[k].pattern, &handmade_composition);
        g_autoptr(GString) rules = g_string_new(NULL);
        for (guint i = 0; i + 1 < paragraph->clusters->len; i++)
            g_string_append_printf(rules, "%s%s", i > 0 ? " " : "",
                                   break_rule(handmade_cluster(paragraph, i)->rule)->name);
        g_assert_cmpstr(rules->str, ==, cases[k].rules);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/space/pairs", test_pairs);
    g_test_add_func("/space/styles", test_styles);
    g_test_add_func("/space/gaps", test_gaps);
    g_test_add_func("/space/line-start", test_line_start);
    g_test_add_func("/space/line-end", test_line_end);
    g_test_add_func("/space/units", test_units);
    g_test_add_func("/space/marked", test_marked);
    return g_test_run();
}

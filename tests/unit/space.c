/* Whites measured from the font, adjacent marks, gaps and break rules (typography B1.2, B2, B3, B4,
 * B6). The whole tables are in tests/spec. */
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
        {"！！", 2}, {"）——", 6}, {"，——", 6}, {"。……", 6}, {"——“", 6},  {"————", 8}, {"）·", 2},
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

/* ---- whites that a font has ---- */

/* One mark shaped with so much white beside its ink, in thousandths of an em. */
static Cluster inked(const gchar *mark, gint advance, gint left, gint right)
{
    g_autoptr(Paragraph) paragraph = handmade_paragraph(mark, &handmade_composition);
    Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, 0);

    cluster->advance = EM * advance / 1000;
    cluster->ink_left = EM * left / 1000;
    cluster->ink_right = EM * right / 1000;
    space_clusters(paragraph, &handmade_composition);
    return *cluster;
}

#define PART(thousandths) (EM * (thousandths) / 1000)

/* B1.2: the side is where the ink is not, whatever class the mark is of. */
static void test_ink_sides(void)
{
    Cluster left = inked("，", 1000, 100, 700), middle = inked("？", 1000, 320, 320);
    Cluster right = inked("（", 1000, 620, 130), odd = inked("，", 1000, 700, 100);

    g_assert_cmpint(left.white_left, ==, 0);
    g_assert_cmpint(left.white_right, ==, EM / 2);
    g_assert_cmpint(middle.white_left, ==, EM / 4);
    g_assert_cmpint(middle.white_right, ==, EM / 4);
    g_assert_cmpint(right.white_left, ==, EM / 2);
    g_assert_cmpint(right.white_right, ==, 0);
    g_assert_cmpint(odd.white_left, ==, EM / 2);
    g_assert_cmpint(odd.white_right, ==, 0);
}

/* Never more than the ink leaves: wide marks keep what they need. */
static void test_ink_width(void)
{
    Cluster wide = inked("》", 1000, 50, 390), middle = inked("？", 1000, 200, 200);
    Cluster slash = inked("／", 1000, 100, 100), narrow = inked("／", 1000, 300, 300);

    g_assert_cmpint(wide.white_right, ==, PART(390));
    g_assert_cmpint(middle.white_left, ==, PART(200));
    g_assert_cmpint(middle.white_right, ==, PART(200));
    g_assert_cmpint(slash.advance, ==, EM - 2 * PART(100));
    g_assert_cmpint(narrow.advance, ==, EM / 2);
}

/* A mark of half an em has no white; a quote made for alphabets is given a cell. */
static void test_ink_cells(void)
{
    Cluster half = inked("，", 500, 100, 250), open = inked("“", 350, 60, 40);
    Cluster close = inked("”", 350, 40, 60);

    g_assert_cmpint(half.advance, ==, EM / 2);
    g_assert_cmpint(half.white_right, ==, 0);
    g_assert_cmpint(open.advance, ==, EM);
    g_assert_cmpint(open.ink_shift, ==, EM - PART(350));
    g_assert_cmpint(open.white_left, ==, EM / 2);
    g_assert_cmpint(close.advance, ==, EM);
    g_assert_cmpint(close.ink_shift, ==, 0);
    g_assert_cmpint(close.white_right, ==, EM / 2);
}

/* A mark whose ink is in the middle takes half an em at a line's end, white gone at both sides. */
static void test_ink_line_end(void)
{
    g_autoptr(Paragraph) paragraph = handmade_paragraph("国国国？", &handmade_composition);
    Cluster *mark = &g_array_index(paragraph->clusters, Cluster, 3);
    Measure measure = {10 * EM, 0, 0, 0, ALIGN_JUSTIFY};

    mark->advance = EM;
    mark->ink_left = mark->ink_right = PART(320);
    space_clusters(paragraph, &handmade_composition);
    g_autoptr(GPtrArray) lines = break_lines(paragraph, &measure, &handmade_composition);
    const Line *line = lines->pdata[0];
    g_assert_cmpint(line->width, ==, 3 * EM + EM / 2);
    g_assert_cmpint(g_array_index(line->x, PageLen, 3), ==, 3 * EM - EM / 4);
}

static void test_gaps(void)
{
    g_autoptr(Paragraph) paragraph = handmade_paragraph("用A国2国，B", &handmade_composition);

    g_assert_cmpint(handmade_cluster(paragraph, 0)->gap, ==, EM / 4); /* 用|A */
    g_assert_cmpint(handmade_cluster(paragraph, 1)->gap, ==, EM / 4); /* A|国 */
    g_assert_cmpint(handmade_cluster(paragraph, 2)->gap, ==, 0);      /* 国|2 */
    g_assert_cmpint(handmade_cluster(paragraph, 2)->gap_max, ==, EM / 4);
    g_assert_cmpint(handmade_cluster(paragraph, 5)->gap_max, ==, 0); /* ，|B */
}

/* ---- typed spaces ---- */

/* Where the visible characters of all lines stand, and where lines end. */
static GArray *places(const gchar *text)
{
    g_autoptr(Paragraph) paragraph = handmade_paragraph(text, &handmade_composition);
    Measure measure = {20 * EM, 0, 0, 0, ALIGN_JUSTIFY};
    g_autoptr(GPtrArray) lines = break_lines(paragraph, &measure, &handmade_composition);
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Len));

    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        for (guint32 k = line->first; k < line->last; k++) {
            Len x = g_array_index(line->x, PageLen, k - line->first);
            if (handmade_cluster(paragraph, k)->klass != CLASS_SP)
                g_array_append_val(places, x);
        }
        g_array_append_val(places, line->width);
    }
    return places;
}

/* A space typed between Han and a letter or digit changes nothing: no width, no break, no stretch.
 */
static void test_typed_spaces(void)
{
    static const gchar *const texts[] = {
        "联系电话 63936965，电子邮箱 name@example.cn，国国国国国国国国国国",
        "国国国国国国国国国国国国国国国国国国 25 人参加国国国国国国国国国国国国",
        "国国国国国国国国国国国国国国国国第 25 条国国国国国国国国国国国国",
        "国国国国国国国国国国国国于 2023 年 6 月 14 日在 A 区国国国国国国国国国国国国国国",
        "国国 ￥500 国，80% 的国国国国国国国国 Word 国国国国国国国国国国国国",
    };

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_auto(GStrv) parts = g_strsplit(texts[i], " ", -1);
        g_autofree gchar *bare = g_strjoinv("", parts);
        g_autoptr(GArray) with = places(texts[i]), without = places(bare);
        g_test_message("%s", texts[i]);
        g_assert_cmpmem(with->data, with->len * sizeof(Len), without->data,
                        without->len * sizeof(Len));
    }
}

/* ---- breaks ---- */

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
    static const gchar *const never[] = {"国）", "国》", "国”",  "国’",  "国、", "国，",
                                         "国；", "国：", "国。", "国？", "国！", "国·",
                                         "国～", "国—",  "国／", "国〕", "国)",  "国,"};

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
    g_assert_cmpstr(rule("a@b", KINSOKU_GB), ==, "address");
    g_assert_cmpstr(rule("6年", KINSOKU_GB), ==, "date-unit");
    g_assert_cmpstr(rule("6人", KINSOKU_GB), ==, "unit");
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
        {"[国，国66]", "line-start marked marked number"},
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
    g_test_add_func("/space/ink-sides", test_ink_sides);
    g_test_add_func("/space/ink-width", test_ink_width);
    g_test_add_func("/space/ink-cells", test_ink_cells);
    g_test_add_func("/space/ink-line-end", test_ink_line_end);
    g_test_add_func("/space/gaps", test_gaps);
    g_test_add_func("/space/typed-spaces", test_typed_spaces);
    g_test_add_func("/space/line-start", test_line_start);
    g_test_add_func("/space/line-end", test_line_end);
    g_test_add_func("/space/units", test_units);
    g_test_add_func("/space/marked", test_marked);
    return g_test_run();
}

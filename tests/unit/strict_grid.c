/* The strict grid: every Han in a cell, whatever stands beside it (typography B7). */
#include "layout/strict_grid.h"

#include "handmade.h"

#define CELLS 28

typedef struct {
    Paragraph *paragraph;
    GPtrArray *lines;
} Set;

static void set_clear(Set *set)
{
    g_ptr_array_unref(set->lines);
    paragraph_free(set->paragraph);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Set, set_clear)

/* Shaped but not yet spaced: PUNCT_PLAIN leaves every mark its em. Spaces are wide ones. */
static Set set_text(const gchar *text)
{
    Composition shaped = handmade_composition;
    Measure measure = {CELLS * EM, 0, 0, 2 * EM, ALIGN_JUSTIFY};

    shaped.punct = PUNCT_PLAIN;
    Set set = {handmade_paragraph(text, &shaped), NULL};
    for (guint i = 0; i < set.paragraph->clusters->len; i++) {
        Cluster *cluster = &g_array_index(set.paragraph->clusters, Cluster, i);
        if (cluster->klass == CLASS_SP)
            cluster->advance = EM / 2;
    }
    set.lines = strict_grid_lines(set.paragraph, &measure, &handmade_composition, EM);
    return set;
}

/* Where a cluster's glyphs begin, without the indent of the first line. */
static Len x_of(const Line *line, guint32 cluster)
{
    return g_array_index(line->x, PageLen, cluster - line->first);
}

/* Where the glyphs of a paragraph of one line begin, in thousandths of a cell. */
static void check_places(const gchar *text, const gchar *expected)
{
    g_auto(Set) set = set_text(text);
    g_autoptr(GString) found = g_string_new(NULL);
    const Line *line = set.lines->pdata[0];

    g_assert_cmpuint(set.lines->len, ==, 1);
    for (guint32 i = 0; i < set.paragraph->clusters->len; i++)
        g_string_append_printf(found, "%s%d", i > 0 ? " " : "", (gint) (x_of(line, i) * 1000 / EM));
    g_assert_cmpstr(found->str, ==, expected);
}

static void test_places(void)
{
    check_places("国国", "0 1000");
    check_places("国2023年", "0 1000 1500 2000 2500 3000");
    check_places("国9月", "0 1250 2000");
    check_places("国abc国", "0 1250 1750 2250 3000");
    check_places("9月", "250 1000");
    check_places("国A B国", "0 1375 1875 2125 3000"); /* 1¼ cells and ¾ of white */
    check_places("国 国", "0 1000 2000");
    check_places("国 A 国", "0 1000 1250 1750 2000"); /* typed spaces are of the white */
    check_places("国 A国", "0 1000 1250 2000");
    check_places("国·国", "0 1250 2000");
    check_places("1—2年", "0 500 1500 2000");
    check_places("：“国”。国", "0 1000 2000 3000 4000 5000"); /* marks keep their cells */
    check_places("国——国……国", "0 1000 3000 4000 6000");
}

/* The text of lines, divided by |. */
static void check_breaks(const gchar *expected)
{
    g_auto(GStrv) parts = g_strsplit(expected, "|", -1);
    g_autofree gchar *text = g_strjoinv("", parts);
    g_auto(Set) set = set_text(text);
    g_autoptr(GString) found = g_string_new(NULL);

    for (guint i = 0; i < set.lines->len; i++) {
        const Line *line = set.lines->pdata[i];
        guint32 start = handmade_cluster(set.paragraph, line->first)->start;
        guint32 end = handmade_cluster(set.paragraph, line->last - 1)->end;
        g_string_append_printf(found, "%s%.*s", i > 0 ? "|" : "", (int) (end - start),
                               set.paragraph->text + start);
    }
    g_assert_cmpstr(found->str, ==, expected);
}

#define TEN "一二三四五六七八九十"

/* Nothing is pressed together to admit a mark: the character before it goes with it. */
static void test_breaks(void)
{
    check_breaks(TEN TEN "一二三四五六|七八");
    check_breaks(TEN "，" TEN "一二三四|五。国国");
    check_breaks(TEN TEN "一二三四五|（六）七");
    check_breaks(TEN TEN "一二三四 |hello国国");
}

static gchar *random_text(GRand *random)
{
    static const gchar *const pieces[] = {
        "国",   "国",
        "国",   "国",
        "为",   "四",
        "田",   "，",
        "。",   "、",
        "；",   "：",
        "？",   "（",
        "）",   "《",
        "》",   "“",
        "”",    "——",
        "……",   "·",
        "～",   "2023",
        "年",   "95.5%",
        "word", " ",
        "ABC",  "5",
        "号",   "〔",
        "〕",   "/",
        "-",    "a@b.cn",
        "—",    "https://www.example.gov.cn/a/b/c/d/e/f/g/h/index.html",
        "\n"};
    GString *text = g_string_new("国");
    guint n = (guint) g_rand_int_range(random, 1, 150);

    for (guint i = 0; i < n; i++)
        g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    return g_string_free(text, FALSE);
}

static gboolean has_cell(const Cluster *cluster)
{
    return cluster->klass <= CLASS_QE || cluster->klass == CLASS_DS || cluster->klass == CLASS_EL;
}

/* Between a Han and what stands beside it in no cell of its own there is half an em at most, also
 * where spaces were typed. */
static void check_white(const Paragraph *paragraph, const Line *line, guint32 left)
{
    guint32 right = left + 1;

    while (right < line->last && handmade_cluster(paragraph, right)->klass == CLASS_SP)
        right++;
    if (right >= line->last || handmade_cluster(paragraph, right)->klass == CLASS_BR)
        return;
    const Cluster *before = handmade_cluster(paragraph, left);
    const Cluster *after = handmade_cluster(paragraph, right);
    Len end = x_of(line, left) + before->advance - before->ink_shift;
    if (before->klass != CLASS_SP && has_cell(before) != has_cell(after))
        g_assert_cmpint(x_of(line, right) - end, <=, EM / 2);
}

static void check_line(const Paragraph *paragraph, const Line *line)
{
    g_assert_cmpint(line->width, <=, line->measure);
    g_assert_cmpint(line->width, ==, line->natural);
    for (guint i = 0; i < line->adjustments->len; i++)
        g_assert_cmpint(g_array_index(line->adjustments, Adjustment, i).kind, ==, ADJUST_FORCED);
    for (guint32 i = line->first; i < line->last; i++) {
        const Cluster *cluster = handmade_cluster(paragraph, i);
        if (has_cell(cluster))
            g_assert_cmpint(x_of(line, i) % EM, ==, 0);
        check_white(paragraph, line, i);
        if (cluster->klass != CLASS_SP && cluster->klass != CLASS_BR) {
            g_assert_cmpint(cluster->gap, <=, EM / 2);
            g_assert_cmpint(cluster->ink_shift, <=, EM / 2);
        }
    }
}

static void test_any_text(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(97042012);

    for (guint i = 0; i < 5000; i++) {
        g_autofree gchar *text = random_text(random);
        g_auto(Set) set = set_text(text);
        guint32 next = 0;
        for (guint k = 0; k < set.lines->len; k++) {
            const Line *line = set.lines->pdata[k];
            g_assert_cmpuint(line->first, ==, next);
            check_line(set.paragraph, line);
            next = line->last;
        }
        g_assert_cmpuint(next, ==, set.paragraph->clusters->len);
    }
}

static void test_long_word(void)
{
    g_autoptr(GString) text = g_string_new("国");

    for (guint i = 0; i < 20001; i++)
        g_string_append_c(text, 'a');
    g_string_append(text, "国国");
    g_auto(Set) set = set_text(text->str);
    for (guint i = 0; i < set.lines->len; i++)
        check_line(set.paragraph, set.lines->pdata[i]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/strict-grid/places", test_places);
    g_test_add_func("/strict-grid/breaks", test_breaks);
    g_test_add_func("/strict-grid/any-text", test_any_text);
    g_test_add_func("/strict-grid/long-word", test_long_word);
    return g_test_run();
}

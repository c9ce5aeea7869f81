/* Lines: the worked cases of typography B7, and what must hold for any text. */
#include "handmade.h"
#include "random_text.h"

#define CELLS 28

static GPtrArray *set(const Paragraph *paragraph, Align align, const Composition *composition)
{
    Measure measure = {CELLS * EM, 0, 0, 0, align};

    return break_lines(paragraph, &measure, composition);
}

static gchar *han(guint n)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < n; i++)
        g_string_append(text, "国");
    return g_string_free(text, FALSE);
}

/* The text of lines, divided by |. */
static gchar *lines_of(const Paragraph *paragraph)
{
    g_autoptr(GPtrArray) lines = set(paragraph, ALIGN_JUSTIFY, &handmade_composition);
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        guint32 start = handmade_cluster(paragraph, line->first)->start;
        guint32 end = handmade_cluster(paragraph, line->last - 1)->end;
        g_string_append_printf(out, "%s%.*s", i > 0 ? "|" : "", (int) (end - start),
                               paragraph->text + start);
    }
    return g_string_free(out, FALSE);
}

static gchar *broken(const gchar *text)
{
    g_autoptr(Paragraph) paragraph = handmade_paragraph(text, &handmade_composition);

    return lines_of(paragraph);
}

/* {n} stands for n Han: "{27}，{5}". */
static gchar *expand(const gchar *pattern)
{
    GString *out = g_string_new(NULL);

    for (const gchar *at = pattern; *at;) {
        if (*at == '{') {
            gchar *end;
            g_autofree gchar *run = han((guint) g_ascii_strtoull(at + 1, &end, 10));
            g_string_append(out, run);
            at = end + 1;
        } else {
            g_string_append_c(out, *at++);
        }
    }
    return g_string_free(out, FALSE);
}

static void check_breaks(const gchar *expected_pattern)
{
    g_autofree gchar *expected = expand(expected_pattern);
    g_auto(GStrv) parts = g_strsplit(expected, "|", -1);
    g_autofree gchar *text = g_strjoinv("", parts);
    g_autofree gchar *found = broken(text);

    g_assert_cmpstr(found, ==, expected);
}

static void test_grid(void)
{
    check_breaks("{28}");
    check_breaks("{28}|{2}");
    check_breaks("{28}|{28}|{3}");
}

/* T1 … T8 */
static void test_worked(void)
{
    check_breaks("{27}，|{5}");       /* T1: 27½ with the mark's half; stretched by half */
    check_breaks("{27}|{1}。");       /* T2: 28 Han and a stop: the 28th goes with its mark */
    check_breaks("{10}，{17}。|{5}"); /* T2: another mark gives the half that is needed */
    check_breaks("{27}|（{5}）");     /* T3 */
    check_breaks("{27}|——{5}");       /* T4, gb */
    check_breaks("{6}，{6}，{6}，{6}5{1}|{4}"); /* 28½: half an em from three commas */
    check_breaks("{27}|{2}");                   /* T8: no last line of one character */
}

/* T7: 2026 goes with its 年 unless the line before it would then be seen to be loose. */
static void test_unit(void)
{
    check_breaks("{26}2026|年{20}");
    check_breaks("{5}11日{5}11日{5}11日{5}|2026年{20}");
    check_breaks("{6}，{6}，{6}，{5}11月|{20}");
}

static void test_words(void)
{
    check_breaks("{26}|abcdefgh{20}");
    check_breaks("{23}hello |world{20}");
    check_breaks("{28}          |{5}"); /* spaces at a line's end, however many */
}

static void test_hard_break(void)
{
    check_breaks("{5}\n|{5}");
}

/* A word longer than the line is broken where it must be, and says so. */
static void test_forced(void)
{
    GString *word = g_string_new(NULL);

    for (guint i = 0; i < 100; i++)
        g_string_append_c(word, 'a');
    g_autoptr(Paragraph) paragraph = handmade_paragraph(word->str, &handmade_composition);
    g_autoptr(GPtrArray) lines = set(paragraph, ALIGN_JUSTIFY, &handmade_composition);
    const Line *line = lines->pdata[0];
    g_assert_cmpuint(lines->len, ==, 2);
    g_assert_cmpuint(line->last, ==, 56);
    g_assert_cmpint(g_array_index(line->adjustments, Adjustment, 0).kind, ==, ADJUST_FORCED);
    g_string_free(word, TRUE);
}

/* It begins on the line that has room for it, which nothing would fill else; between Han and it
 * there is a gap. */
static void test_forced_begins(void)
{
    GString *word = g_string_new(NULL);

    for (guint i = 0; i < 60; i++)
        g_string_append_c(word, 'a');
    g_autofree gchar *first = g_strdup_printf("{5}%.45s|%s{2}", word->str, word->str + 45);
    check_breaks(first);
    g_autofree gchar *second = g_strdup_printf("{28}|{2}%.51s|%s{2}", word->str, word->str + 51);
    check_breaks(second);
    /* no room */
    g_autofree gchar *whole = g_strdup_printf("{28}|%.56s|%s{2}", word->str, word->str + 56);
    check_breaks(whole);
    g_autofree gchar *apart = g_strdup_printf("{5}\n|%.56s|%s{2}", word->str, word->str + 56);
    check_breaks(apart);
    g_string_free(word, TRUE);
}

/* An address breaks after @ and . only when the line has no other place. */
static void test_address(void)
{
    GString *address = g_string_new(NULL);

    for (guint i = 0; i < 12; i++)
        g_string_append(address, "abcdefghi.");
    g_autofree gchar *found = broken(address->str);
    g_auto(GStrv) lines = g_strsplit(found, "|", -1);
    g_assert_cmpuint(g_strv_length(lines), ==, 3);
    g_assert_true(g_str_has_suffix(lines[0], "."));
    g_string_free(address, TRUE);
}

/* [ ] is a span that an editor does not want broken. */
static void check_joined(const gchar *pattern, const gchar *expected_pattern)
{
    g_autofree gchar *text = expand(pattern), *expected = expand(expected_pattern);
    g_autoptr(Paragraph) paragraph = handmade_joined(text, &handmade_composition);

    break_rules_release_long(paragraph, CELLS * EM);
    g_autofree gchar *found = lines_of(paragraph);
    g_assert_cmpstr(found, ==, expected);
}

static void test_joined(void)
{
    check_joined("{26}[{3}]{5}", "{26}|{3}{5}");
    check_joined("{20}[{15}]{5}", "{20}|{15}{5}"); /* however far the line before is stretched */
    check_joined("{26}[{3}]，{5}", "{26}|{3}，{5}");
    check_joined("{26}[{2}][{2}]{5}", "{26}{2}|{2}{5}");
    check_joined("{10}[{28}]{5}", "{10}|{28}|{5}");
    /* longer than a line: broken, but where a line may begin */
    check_joined("{10}[{18}，{11}]{5}", "{10}{17}|{1}，{11}{5}");
}

static void test_center(void)
{
    g_autoptr(Paragraph) paragraph = handmade_paragraph("《国国》", &handmade_composition);
    g_autoptr(GPtrArray) lines = set(paragraph, ALIGN_CENTER, &handmade_composition);
    const Line *line = lines->pdata[0];

    g_assert_cmpint(line->width, ==, 3 * EM); /* the ink is centred, not the white of the marks */
    g_assert_cmpint(line->indent, ==, (CELLS * EM - 3 * EM) / 2);
}

/* ---- any text ---- */

static gboolean was_forced(const Line *line)
{
    for (guint i = 0; i < line->adjustments->len; i++)
        if (g_array_index(line->adjustments, Adjustment, i).kind == ADJUST_FORCED)
            return TRUE;
    return FALSE;
}

/* Where the last visible cluster of a line ends. */
static Len right_edge(const Paragraph *paragraph, const Line *line)
{
    guint32 last = line->last;

    while (last > line->first && (handmade_cluster(paragraph, last - 1)->klass == CLASS_SP ||
                                  handmade_cluster(paragraph, last - 1)->klass == CLASS_BR))
        last--;
    const Cluster *cluster = handmade_cluster(paragraph, last - 1);
    Len white = cluster->white_right;
    Len x = g_array_index(line->x, PageLen, last - 1 - line->first) - cluster->ink_shift;
    return x + cluster->advance - white;
}

/* Of a cluster's body: its box without the white at its left. */
static Len left_edge(const Paragraph *paragraph, const Line *line, guint32 i)
{
    const Cluster *cluster = handmade_cluster(paragraph, i);

    return g_array_index(line->x, PageLen, i - line->first) - cluster->ink_shift +
           cluster->white_left;
}

static void check_invariants(const Paragraph *paragraph, const GPtrArray *lines)
{
    guint32 next = 0;

    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        g_assert_cmpuint(line->first, ==, next);
        g_assert_cmpuint(line->last, >, line->first);
        next = line->last;
        if (!was_forced(line) && line->last < paragraph->clusters->len)
            g_assert_cmpint(handmade_cluster(paragraph, line->last - 1)->penalty, <, PENALTY_NEVER);
        g_assert_cmpint(line->width, <=, line->measure);
        if (!line->ends_paragraph && !was_forced(line) && line->width != line->measure)
            g_assert_cmpint(line->natural, <, line->measure); /* nothing that could stretch */
        g_assert_cmpint(right_edge(paragraph, line), <=, line->measure);
        for (guint32 k = line->first + 1; k < line->last; k++)
            g_assert_cmpint(left_edge(paragraph, line, k), >=, left_edge(paragraph, line, k - 1));
    }
    g_assert_cmpuint(next, ==, paragraph->clusters->len);
}

/* Of text as offices write it, each line can be filled to the last unit. */
static void check_filled(const GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = lines->pdata[i];
        g_assert_false(was_forced(line));
        if (!line->ends_paragraph)
            g_assert_cmpint(line->width, ==, line->measure);
    }
}

static void test_any_text(gconstpointer data)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(97042012);
    gboolean prose = GPOINTER_TO_INT(data);

    for (guint i = 0; i < 10000; i++) {
        g_autofree gchar *text = prose ? random_prose(random) : random_pieces(random);
        g_autoptr(Paragraph) paragraph = handmade_paragraph(text, &handmade_composition);
        g_autoptr(GPtrArray) lines = set(paragraph, ALIGN_JUSTIFY, &handmade_composition);
        check_invariants(paragraph, lines);
        if (prose)
            check_filled(lines);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/break/grid", test_grid);
    g_test_add_func("/break/worked", test_worked);
    g_test_add_func("/break/unit", test_unit);
    g_test_add_func("/break/words", test_words);
    g_test_add_func("/break/hard-break", test_hard_break);
    g_test_add_func("/break/forced", test_forced);
    g_test_add_func("/break/forced-begins", test_forced_begins);
    g_test_add_func("/break/address", test_address);
    g_test_add_func("/break/joined", test_joined);
    g_test_add_func("/break/center", test_center);
    g_test_add_data_func("/break/any-text", GINT_TO_POINTER(FALSE), test_any_text);
    g_test_add_data_func("/break/any-prose", GINT_TO_POINTER(TRUE), test_any_text);
    return g_test_run();
}

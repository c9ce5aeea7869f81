/* Lines of 10,000 random paragraphs: Chinese with Latin, digits and runs of punctuation, in type of
 * 15.793 pt whose widths are no round numbers. Where a paragraph fails, its text is the last one on
 * standard output. */
#include "handmade.h"
#include "line_checks.h"

#include <locale.h>

#define PARAGRAPHS 10000
#define BODY_EM ((Len) 16172) /* 156 mm / 28 */

/* ---- random text ---- */

typedef struct {
    const gchar *const *pieces;
    guint n, weight;
} PieceKind;

static const gchar *const han[] = {"国", "为", "四", "田", "街道党工委", "整改", "的", "〇"};
static const gchar *const marks[] = {"，", "，", "。", "、", "；", "：", "？", "！",
                                     "（", "）", "《", "》", "“",  "”",  "‘",  "’",
                                     "〔", "〕", "·",  "～", "—",  "／", "‼"};
static const gchar *const runs[] = {"。”", "》（", "）。",   "：“",   "》、《", "？！",   "！！！",
                                    "……”", "——“",  "〉》，", "“《〈", "”。）",  "）（《", "—————"};
static const gchar *const wide[] = {"——", "……", "—", "～", "……。", "——，"};
static const gchar *const numbers[] = {
    "2023年6月14日", "95.5%",    "1,234.5",      "12：30",       "¥300",
    "25人",          "3万余元",  "№7",           "第12条",       "35℃",
    "－5",           "±0.5",     "100～150㎏",   "〔2023〕12号", "12:30",
    "9704—2012",     "第十二条", "GB/T 15",      "±3°",          "4811.10平方米",
    "5·27",          "7",        "〔2023〕第3号"};
static const gchar *const words[] = {"word",  "ABC",     "a@b.cn", "https://www.example.gov.cn/a/b",
                                     "don’t", "“Quote”", "A/B",    "歼-20",
                                     "(c)",   "[1]",     "x",      "Ω"};
static const gchar *const blanks[] = {" ",   " ",     " ",         "  ",   " ，",
                                      "（ ", "元/年", "（元）/月", "番-哈"};

#define KIND(pieces, weight) \
    { \
        pieces, G_N_ELEMENTS(pieces), weight \
    }
static const PieceKind kinds[] = {KIND(han, 60),    KIND(marks, 14), KIND(runs, 5),  KIND(wide, 3),
                                  KIND(numbers, 8), KIND(words, 5),  KIND(blanks, 5)};

static void append_piece(GString *text, GRand *random)
{
    gint roll = g_rand_int_range(random, 0, 100);
    const PieceKind *kind = kinds;

    for (; roll >= (gint) kind->weight; kind++)
        roll -= (gint) kind->weight;
    g_string_append(text, kind->pieces[g_rand_int_range(random, 0, (gint32) kind->n)]);
}

static gchar *random_text(GRand *random)
{
    GString *text = g_string_new(NULL);
    gint n = g_rand_int_range(random, 1, 200);

    for (gint i = 0; i < n; i++)
        append_piece(text, random);
    if (g_rand_int_range(random, 0, 20) == 0)
        g_string_insert(text, (gssize) (g_utf8_offset_to_pointer(text->str, 1) - text->str), "\n");
    return g_string_free(text, FALSE);
}

/* ---- random setting ---- */

typedef struct {
    Composition composition;
    Measure measure;
} Setting;

static GapStyle random_gap(GRand *random)
{
    gint a = g_rand_int_range(random, 0, 334), b = g_rand_int_range(random, 0, 334);

    return (GapStyle){a + b, a, a + b + g_rand_int_range(random, 0, 333)};
}

/* Every other paragraph is set as the template `notice` has it; the others in any way. */
static Setting random_setting(GRand *random)
{
    Setting setting = {handmade_composition, {28 * BODY_EM, 0, 0, 2 * BODY_EM, ALIGN_JUSTIFY}};

    if (g_rand_boolean(random))
        return setting;
    setting.composition.punct = g_rand_int_range(random, PUNCT_QUANJIAO, PUNCT_PLAIN + 1);
    setting.composition.kinsoku = g_rand_int_range(random, KINSOKU_BASIC, KINSOKU_STRICT + 1);
    setting.composition.line_end_mark = g_rand_int_range(random, LINE_END_HALF, LINE_END_FIT + 1);
    setting.composition.start_bracket = g_rand_int_range(random, 0, START_BRACKET_TRIM + 1);
    setting.composition.han_latin = random_gap(random);
    setting.composition.han_digit = random_gap(random);
    setting.measure.align = g_rand_int_range(random, ALIGN_JUSTIFY, ALIGN_RIGHT + 1);
    setting.measure.width = g_rand_int_range(random, 1, 40 * BODY_EM);
    setting.measure.indent_first = g_rand_int_range(random, 0, 3) * BODY_EM;
    setting.measure.left = g_rand_int_range(random, 0, BODY_EM);
    return setting;
}

/* In the body's size, and letters of many widths. */
static void enlarge(Paragraph *paragraph)
{
    for (guint i = 0; i < paragraph->clusters->len; i++) {
        Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
        gchar c = paragraph->text[cluster->start];
        cluster->em = BODY_EM;
        cluster->advance = cluster->advance * BODY_EM / EM;
        if (cluster->klass == CLASS_LT)
            cluster->advance = BODY_EM * (280 + 37 * (guchar) c % 500) / 1000;
    }
}

/* ---- what must hold ---- */

static void test_any_text(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(97042012);

    for (guint i = 0; i < PARAGRAPHS; i++) {
        g_autofree gchar *text = random_text(random);
        g_autoptr(Paragraph) paragraph = handmade_shaped(text);
        Setting setting = random_setting(random);
        g_test_message("%s", text);
        enlarge(paragraph);
        space_clusters(paragraph, &setting.composition);
        g_autoptr(GPtrArray) lines = break_lines(paragraph, &setting.measure, &setting.composition);
        check_lines(paragraph, lines, &setting.measure, &setting.composition);
        check_forced(paragraph, lines, &setting.measure);
        check_line_ends(paragraph, lines, setting.composition.kinsoku);
    }
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "C.UTF-8"); /* for the texts that are told */
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/random-lines/any-text", test_any_text);
    return g_test_run();
}

/* Titles in lines: how they are broken, one by one in tests/titles/titles.txt, and the rules. */
#include "base/words.h"
#include "layout/title_break.h"
#include "layout/title_phrases.h"

#include "handmade.h"

#define TITLES "tests/titles/titles.txt"

/* 二号 in a text block of 156 mm: a little more than 20 characters. */
static const Measure title_measure = {.width = EM * 4422 / 220, .align = ALIGN_CENTER};

typedef struct {
    GPtrArray *sources;
    Diagnostics *sink;
    Template *template;
    GPtrArray *names;
} Setting;

static void set_up(Setting *setting, gconstpointer data)
{
    static const TemplateFolder folders[] = {{.path = "templates"}, {.path = NULL}};

    (void) data;
    setting->sources = sources_new();
    setting->sink = diagnostics_new();
    setting->template =
        template_load("notice", SPAN_NONE, folders, setting->sources, setting->sink);
    setting->names = g_ptr_array_new();
    g_assert_nonnull(setting->template);
}

static void tear_down(Setting *setting, gconstpointer data)
{
    (void) data;
    g_ptr_array_unref(setting->names);
    template_free(setting->template);
    diagnostics_free(setting->sink);
    g_ptr_array_unref(setting->sources);
}

static gchar *line_text(const Paragraph *paragraph, const Line *line)
{
    guint32 start = handmade_cluster(paragraph, line->first)->start;
    guint32 end = handmade_cluster(paragraph, line->last - 1)->end;

    return g_strchomp(g_strndup(paragraph->text + start, end - start));
}

/* The lines of a title. */
static gchar **broken(const Setting *setting, const gchar *title)
{
    const Composition *composition = &setting->template->composition;
    g_autoptr(Paragraph) paragraph = handmade_paragraph(title, composition);
    g_autofree guint8 *dictionary = word_beginnings(title);
    g_autofree gint *costs =
        title_phrases(paragraph, dictionary, setting->template->title, setting->names);
    g_autoptr(GPtrArray) lines = break_title(paragraph, &title_measure, composition, costs);
    GPtrArray *texts = g_ptr_array_new();

    for (guint i = 0; i < lines->len; i++)
        g_ptr_array_add(texts, line_text(paragraph, lines->pdata[i]));
    g_ptr_array_add(texts, NULL);
    return (gchar **) g_ptr_array_free(texts, FALSE);
}

/* ---- the titles that were looked at ---- */

static guint columns(const gchar *text)
{
    guint sum = 0;

    for (; *text; text = g_utf8_next_char(text))
        sum += g_unichar_iswide(g_utf8_get_char(text)) ? 2 : 1;
    return sum;
}

/* As it stands on the page: centred. */
static void append_line(GString *out, const gchar *line)
{
    guint width = columns(line);

    g_string_append_printf(out, "%*s%s\n", (gint) (width < 44 ? 2 + (44 - width) / 2 : 2), "",
                           line);
}

/* The file as the program would have it: each title, not indented, and its lines below. */
static gchar *set_titles(const Setting *setting, gchar **lines)
{
    GString *out = g_string_new(NULL);

    for (; *lines; lines++) {
        if (**lines == ' ' || **lines == '\0')
            continue;
        g_string_append_printf(out, "%s%s\n", out->len > 0 && **lines != '#' ? "\n" : "", *lines);
        if (**lines == '#')
            continue;
        g_auto(GStrv) texts = broken(setting, *lines);
        for (guint i = 0; texts[i]; i++) {
            append_line(out, texts[i]);
            g_assert_false(g_str_has_prefix(texts[i], "的"));
            g_assert_false(g_str_has_suffix(texts[i], "关于"));
            g_assert_cmpuint(columns(texts[i]), >, 4);
        }
    }
    return g_string_free(out, FALSE);
}

static void test_titles(Setting *setting, gconstpointer data)
{
    g_autofree gchar *text = NULL;
    const gchar *update = g_getenv("UPDATE");

    (void) data;
    g_assert_true(g_file_get_contents(TITLES, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autofree gchar *set = set_titles(setting, lines);
    if (update && *update)
        g_assert_true(g_file_set_contents(TITLES, set, -1, NULL));
    g_auto(GStrv) came_out = g_strsplit(set, "\n", -1);
    for (guint i = 0; lines[i] && came_out[i]; i++)
        g_assert_cmpstr(came_out[i], ==, lines[i]);
    g_assert_cmpstr(set, ==, text);
}

/* ---- the rules ---- */

static gboolean has_reason(const Line *line, AdjustKind kind)
{
    for (guint i = 0; i < line->adjustments->len; i++)
        if (g_array_index(line->adjustments, Adjustment, i).kind == kind)
            return TRUE;
    return FALSE;
}

static void breaks_into(const Setting *setting, const gchar *title, const gchar *lines)
{
    g_auto(GStrv) texts = broken(setting, title);
    g_autofree gchar *together = g_strjoinv("/", texts);

    g_assert_cmpstr(together, ==, lines);
}

/* As few words of the dictionary as can be: every character is one, each break as good. */
static GPtrArray *shaped(const Paragraph *paragraph)
{
    g_autofree gint *costs = g_new0(gint, paragraph->clusters->len + 1);

    return break_title(paragraph, &title_measure, &handmade_composition, costs);
}

static Paragraph *han(guint count)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < count; i++)
        g_string_append(text, "字");
    Paragraph *paragraph = handmade_paragraph(text->str, &handmade_composition);
    g_string_free(text, TRUE);
    return paragraph;
}

static void test_one_line(void)
{
    g_autoptr(Paragraph) paragraph = han(20);

    g_assert_true(title_fits(paragraph, &title_measure, &handmade_composition));
    g_autoptr(GPtrArray) lines =
        break_title(paragraph, &title_measure, &handmade_composition, NULL);
    g_assert_cmpuint(lines->len, ==, 1);
    g_assert_true(has_reason(lines->pdata[0], ADJUST_TITLE_LINE));
    g_autoptr(Paragraph) longer = han(21);
    g_assert_false(title_fits(longer, &title_measure, &handmade_composition));
}

/* Where words say nothing, lines are a trapezoid or a rhombus, and none is shorter than three. */
static void test_shape(void)
{
    for (guint count = 21; count <= 76; count++) {
        g_autoptr(Paragraph) paragraph = han(count);
        g_autoptr(GPtrArray) lines = shaped(paragraph);
        gboolean falls = FALSE;
        for (guint i = 0; i < lines->len; i++) {
            const Line *line = lines->pdata[i];
            g_assert_cmpint(line->width, >, 2 * EM);
            g_assert_cmpint(line->width, <=, line->measure);
            g_assert_false(has_reason(line, ADJUST_TITLE_OTHER));
            if (i == 0)
                continue;
            Len above = ((const Line *) lines->pdata[i - 1])->width;
            g_assert_cmpint(ABS(line->width - above), >=, EM);
            g_assert_false(falls && line->width > above);
            falls = line->width < above;
        }
    }
}

/* Two characters do not stand alone, however well a break there would do for the words. */
static void test_alone(void)
{
    g_autoptr(Paragraph) paragraph = han(22);
    g_autofree gint *costs = g_new0(gint, 23);

    for (guint i = 0; i < 22; i++)
        costs[i] = i == 19 ? 0 : 5000;
    g_autoptr(GPtrArray) lines =
        break_title(paragraph, &title_measure, &handmade_composition, costs);
    for (guint i = 0; i < lines->len; i++)
        g_assert_cmpint(((const Line *) lines->pdata[i])->width, >, 2 * EM);
}

/* Lines that the author made stay, even one of two characters; one too wide is broken further. */
static void test_as_written(void)
{
    g_autoptr(Paragraph) paragraph = handmade_paragraph(
        "通报\n一二三四五六七八九十一二三四五六七八九十一二三四\n之一", &handmade_composition);
    g_autoptr(GPtrArray) lines = shaped(paragraph);

    g_assert_cmpuint(lines->len, ==, 4);
    for (guint i = 0; i < 4; i++)
        g_assert_cmpint(has_reason(lines->pdata[i], ADJUST_TITLE_WRITTEN), ==, i == 0 || i == 3);
    g_autofree gchar *first = line_text(paragraph, lines->pdata[0]);
    g_autofree gchar *last = line_text(paragraph, lines->pdata[3]);
    g_assert_cmpstr(first, ==, "通报");
    g_assert_cmpstr(last, ==, "之一");
}

/* A word that is longer than a line is broken by force, and says so. */
static void test_forced(void)
{
    g_autoptr(GString) word = g_string_new(NULL);

    for (guint i = 0; i < 60; i++)
        g_string_append_c(word, 'a');
    g_autoptr(Paragraph) paragraph = handmade_paragraph(word->str, &handmade_composition);
    g_autofree gint *costs = g_new0(gint, paragraph->clusters->len + 1);
    for (guint i = 0; i < paragraph->clusters->len; i++)
        costs[i] = 1000000;
    g_autoptr(GPtrArray) lines =
        break_title(paragraph, &title_measure, &handmade_composition, costs);
    g_assert_cmpuint(lines->len, ==, 2);
    g_assert_true(has_reason(lines->pdata[0], ADJUST_FORCED));
    g_assert_false(has_reason(lines->pdata[1], ADJUST_FORCED));
}

/* The issuer is known from the bulletin, whatever its name ends with. */
static void test_issuer(Setting *setting, gconstpointer data)
{
    static const gchar title[] = "转录甲乙丙丁戊己庚辛壬癸读书会名册并予说明及其补正";

    (void) data;
    g_auto(GStrv) without = broken(setting, title);
    g_ptr_array_add(setting->names, (gpointer) "甲乙丙丁戊己庚辛壬癸读书会");
    g_auto(GStrv) with = broken(setting, title);
    g_assert_null(strstr(without[0], "读书会"));
    g_assert_nonnull(strstr(with[0], "甲乙丙丁戊己庚辛壬癸读书会"));
}

/* An office's own terms are not broken, nor numbers and dates, nor what stands in 《》. */
static void test_whole(Setting *setting, gconstpointer data)
{
    (void) data;
    breaks_into(setting, "某某单位关于落实上级部署天字一号工程的报告",
                "某某单位关于落实/上级部署天字一号工程的报告");
    g_ptr_array_add(setting->template->title[TITLE_TERMS], g_strdup("落实上级部署"));
    breaks_into(setting, "某某单位关于落实上级部署天字一号工程的报告",
                "某某单位关于落实上级部署/天字一号工程的报告");
    breaks_into(setting, "青槐县水利局关于二〇二三年九月十五日灾害救援情况的报告",
                "青槐县水利局关于二〇二三年九月十五日/灾害救援情况的报告");
    breaks_into(setting, "青槐县关于转发《关于加强学校食品安全工作的意见》的通知",
                "青槐县关于转发/《关于加强学校食品安全工作的意见》的通知");
}

/* Whatever the text: all of it, in order, and no line wider than its measure. */
static void test_any_text(Setting *setting, gconstpointer data)
{
    static const gchar *const parts[] = {"关于", "的",   "通报", "《", "》", "（", "）", "“",
                                         "”",    "2023", "年",   "第", "三", "轮", "——", "a",
                                         " ",    "\n",   "、",   "市", "委", "工", "某", "，"};
    const Composition *composition = &setting->template->composition;

    (void) data;
    for (guint round = 0; round < 300; round++) {
        g_autoptr(GString) text = g_string_new("某");
        for (gint n = g_test_rand_int_range(1, 70); n > 0; n--)
            g_string_append(text, parts[g_test_rand_int_range(0, (gint32) G_N_ELEMENTS(parts))]);
        g_autoptr(Paragraph) paragraph = handmade_paragraph(text->str, composition);
        g_autofree guint8 *dictionary = word_beginnings(text->str);
        g_autofree gint *costs =
            title_phrases(paragraph, dictionary, setting->template->title, setting->names);
        g_autoptr(GPtrArray) lines = break_title(paragraph, &title_measure, composition, costs);
        guint32 at = 0;
        for (guint i = 0; i < lines->len; i++) {
            const Line *line = lines->pdata[i];
            g_assert_cmpuint(line->first, ==, at);
            g_assert_cmpuint(line->last, >, at);
            g_assert_cmpint(line->width, <=, line->measure);
            at = line->last;
        }
        g_assert_cmpuint(at, ==, paragraph->clusters->len);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/title/one-line", test_one_line);
    g_test_add_func("/title/shape", test_shape);
    g_test_add_func("/title/alone", test_alone);
    g_test_add_func("/title/as-written", test_as_written);
    g_test_add_func("/title/forced", test_forced);
    g_test_add("/title/issuer", Setting, NULL, set_up, test_issuer, tear_down);
    g_test_add("/title/whole", Setting, NULL, set_up, test_whole, tear_down);
    g_test_add("/title/any-text", Setting, NULL, set_up, test_any_text, tear_down);
    g_test_add("/title/titles", Setting, NULL, set_up, test_titles, tear_down);
    return g_test_run();
}

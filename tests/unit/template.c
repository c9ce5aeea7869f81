/* Templates: the one that is shipped, what is refused and where, numbers in Chinese. */
#include "template/template.h"
#include "model/bulletin.h"

#include <glib/gstdio.h>
#include <string.h>

/* A template of one's own, made from the shipped one by replacing a piece of its text. */
typedef struct {
    gchar *folder;
    GPtrArray *sources;
    Diagnostics *sink;
    Template *template;
} Loaded;

static void loaded_clear(Loaded *loaded)
{
    g_autofree gchar *path =
        loaded->folder ? g_build_filename(loaded->folder, "own.yaml", NULL) : NULL;

    if (path) {
        g_remove(path);
        g_rmdir(loaded->folder);
    }
    g_clear_pointer(&loaded->template, template_free);
    diagnostics_free(loaded->sink);
    g_ptr_array_unref(loaded->sources);
    g_free(loaded->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Loaded, loaded_clear)

static Loaded load(const gchar *name, const gchar *folder)
{
    const TemplateFolder folders[] = {{.path = "no-such-folder"}, {.path = folder}, {.path = NULL}};
    Loaded loaded = {.sink = diagnostics_new()};

    loaded.sources = sources_new();
    loaded.template = template_load(name, SPAN_NONE, folders, loaded.sources, loaded.sink);
    return loaded;
}

/* `from` occurs in the shipped template once; NULL: the whole text is `to`. */
static Loaded load_changed(const gchar *from, const gchar *to)
{
    g_autofree gchar *text = NULL;
    gchar *folder = g_dir_make_tmp("template-XXXXXX", NULL);
    g_autofree gchar *path = g_build_filename(folder, "own.yaml", NULL);

    g_assert_true(g_file_get_contents("templates/notice.yaml", &text, NULL, NULL));
    g_autoptr(GString) changed = g_string_new(text);
    g_assert_cmpuint(g_string_replace(changed, "name: notice", "name: own", 0), ==, 1);
    if (from)
        g_assert_cmpuint(g_string_replace(changed, from, to, 0), ==, 1);
    else
        g_string_assign(changed, to);
    g_assert_true(g_file_set_contents(path, changed->str, -1, NULL));
    Loaded loaded = load("own", folder);
    loaded.folder = folder;
    return loaded;
}

static void shows(const Loaded *loaded, const gchar *part)
{
    g_autoptr(GString) out = g_string_new(NULL);

    diagnostics_print(loaded->sink, (DiagStyle){.lang = LANG_EN}, out);
    if (!strstr(out->str, part)) {
        g_test_message("no '%s' in:\n%s", part, out->str);
        g_test_fail();
    }
}

static void test_grid(void)
{
    g_auto(Loaded) loaded = load("notice", "templates");
    const Template *template = loaded.template;

    g_assert_nonnull(template);
    g_assert_cmpuint(diagnostics_count(loaded.sink, SEVERITY_NOTE), ==, 0);
    g_assert_cmpint(template->width, ==, 28 * template->cell);
    g_assert_cmpint(len_from_um(156000) - template->width, <, 28);
    g_assert_cmpint(template->styles[STYLE_BODY].size, ==, template->cell);
    /* 22 lines from the block's top to its bottom (typography A1.2). */
    Len used = 21 * template->pitch + template->cell;
    g_assert_cmpint(used, <=, len_from_um(225000));
    g_assert_cmpint(len_from_um(225000) - used, <, 21);
    g_assert_cmpint(template->left, ==, len_from_um(28000));
    g_assert_cmpint(template->top, ==, len_from_um(37000));
}

static const gchar *font_of(const Template *template, StyleRole role)
{
    return ((const FontRole *) template->fonts->pdata[template->styles[role].font])->label;
}

static void test_styles(void)
{
    g_auto(Loaded) loaded = load("notice", "templates");
    const Template *template = loaded.template;

    g_assert_cmpstr(font_of(template, STYLE_TITLE), ==, "小标宋");
    g_assert_cmpstr(font_of(template, STYLE_HEADING_1), ==, "黑体");
    g_assert_cmpstr(font_of(template, STYLE_HEADING_2), ==, "楷体");
    g_assert_cmpstr(font_of(template, STYLE_HEADING_4), ==, "仿宋");
    g_assert_cmpstr(font_of(template, STYLE_PAGE_NUMBER), ==, "宋体");
    g_assert_cmpint(template->styles[STYLE_TITLE].size, ==, 22 * LEN_PT);
    g_assert_cmpint(template->styles[STYLE_TITLE].align, ==, ALIGN_CENTER);
    g_assert_cmpint(template->styles[STYLE_TITLE].indent_first, ==, 0);
    g_assert_cmpint(template->styles[STYLE_PAGE_NUMBER].size, ==, 14 * LEN_PT);
    /* What a style leaves out is the body's; a word in a paragraph is as large as the rest. */
    g_assert_cmpint(template->styles[STYLE_HEADING_2].indent_first, ==, 2 * template->cell);
    g_assert_cmpint(template->styles[STYLE_CONTACT].indent_first, ==, 2 * template->cell);
    g_assert_cmpint(template->styles[STYLE_STRONG].size, ==, 0);
    g_assert_cmpstr(font_of(template, STYLE_STRONG), ==, "黑体");
}

static void test_parts(void)
{
    g_auto(Loaded) loaded = load("notice", "templates");
    const Template *template = loaded.template;
    const FontRole *body = template->fonts->pdata[template->styles[STYLE_BODY].font];
    const FontChoice *official = &g_array_index(body->han, FontChoice, 0);
    const FontChoice *fallback = &g_array_index(body->han, FontChoice, 3);

    g_assert_cmpstr(template->name, ==, "notice");
    g_assert_cmpstr(template->numbering.heading[1], ==, "（{han}）");
    g_assert_cmpstr(template->numbering.reference_heading[0], ==, "{han}");
    g_assert_cmpstr(template->finding.lead_in, ==, "针对{title}问题。");
    g_assert_cmpint(template->finding.measures, ==, MEASURES_RUN_IN);
    g_assert_cmpstr(template->contact.labels[CONTACT_EMAIL], ==, "电子邮箱 {value}");
    g_assert_cmpstr(template->contact.end, ==, "");
    g_assert_cmpstr(template->annex.numbered, ==, "附件{digit}");
    g_assert_cmpstr(template->ledger.columns[LEDGER_COMPLETED], ==, "完成日期");
    g_assert_cmpstr(template->ledger.statuses[STATUS_STANDING], ==, "长期坚持");
    g_assert_cmpint(template->signature.right, ==, 2 * template->cell);
    g_assert_cmpstr(template->page_number.format, ==, "— {page} —");
    g_assert_true(template->page_number.outside);
    g_assert_cmpint(template->composition.kinsoku, ==, KINSOKU_GB);
    g_assert_cmpint(template->composition.han_latin.maximum, ==, 500);
    g_assert_cmpuint(template->order->len, ==, 8);
    g_assert_cmpint(g_array_index(template->order, Element, 6), ==, ELEMENT_SIGNATURE);
    g_assert_cmpstr(fallback->family, ==, "Noto Serif CJK SC");
    g_assert_cmpuint(fallback->weight, ==, 200);
    g_assert_cmpint(fallback->shift, ==, FONT_SHIFT_MEASURED);
    g_assert_false(fallback->optional);
    g_assert_true(official->optional);
    g_assert_cmpuint(body->latin->len, ==, 1);
}

/* What is changed in the shipped template, and a part of what is then reported. */
static const struct {
    const gchar *from, *to, *message;
} faults[] = {
    {"  cells: 28\n", "  cels: 28\n", "own.yaml:26:3: error: unknown key 'cels' [unknown-key]"},
    {"  cells: 28\n", "  cels: 28\n", "did you mean 'cells'?"},
    {"  cells: 28\n", "", "'cells' is missing [bad-template]"},
    {"  cells: 28\n", "  cells: many\n", "'cells' should be a whole number from 1 to 500"},
    {"  cells: 28\n", "  cells: 99999999999999999999\n", "'cells' should be a whole number"},
    {"  lines: 22\n", "  lines: 1\n", "'lines' should be a whole number from 2 to 500"},
    {"  lines: 22\n", "  lines: 60\n", "height needed: 947.578 pt, more than 637.795 pt"},
    {"  left: 28mm\n", "  left: 80mm\n", "right edge of the text block: 668.975 pt"},
    {"  top: 37mm\n", "  top: 100mm\n", "bottom of the text block: 921.260 pt"},
    {"  top: 7mm ", "  top: 70mm ", "bottom of the page number"},
    {"    due: 整改时限\n", "", "'due' is missing [bad-template]"},
    {"    none: 状态未填", "    none: [状态未填]", "'none' should be one value"},
    {"  date: \"{year}年{month}月{day}日\"", "  date: \"{jahr}\"",
     "it may be: {year} {month} {day} {mm} {dd}"},
    {"    each: \"{status}{count}项\"", "    each: 项", "it may be: {status} {count}"},
    {"    mark: wave\n", "    mark: waves\n", "it may be: none dot line wave"},
    {"    mark: wave\n", "    font: kaiti\n", "'mark' is missing [bad-template]"},
    {"    font: kaiti\n  strong", "    {}\n  strong", "'font' is missing [bad-template]"},
    {"{weight: 50, distance: 100}", "{weight: 0, distance: 100}", "a whole number from 1 to 1000"},
    {"  width: 156mm\n", "  width: 156\n", "'156' is no length [bad-length]"},
    {"  width: 156mm\n", "  width: -156mm\n", "'-156mm' is no length"},
    {"  width: 156mm\n", "  width: 28cell\n", "'28cell' is no length"},
    {"  width: 156mm\n", "  width: 999999999999mm\n", "is no length"},
    {"  width: 156mm\n", "  width:\n", "'width' should be one value"},
    {"  width: 156mm\n", "  width: [156mm]\n", "'width' should be one value"},
    {"    size: 1cell\n", "    size: 0\n", "'size' should be more than nothing"},
    {"7.3.2）\n    font: xiaobiaosong\n", "7.3.2）\n    font: 小标宋\n",
     "'font' cannot be '小标宋' [bad-value]"},
    {"7.3.2）\n    font: xiaobiaosong\n", "7.3.2）\n    font: 小标宋\n",
     "it may be: fangsong kaiti heiti xiaobiaosong songti"},
    {"  heading-1: ", "  headline-1: ", "did you mean 'heading-1'?"},
    {"    align: center\n    indent: 0\n    after", "    align: middle\n    indent: 0\n    after",
     "it may be: justify left center right"},
    {"    indent: 2cell\n", "    indent: 40cell\n",
     ":3: error: template: indent and one character: 647.512 pt"},
    {"han-digit: {natural: 0,", "han-digit: {natural: 300,", "min ≤ natural ≤ max"},
    {"  item: \"（{digit}）\"", "  item: \"（{number}）\"", "'item' cannot be '（{number}）'"},
    {"  item: \"（{digit}）\"", "  item: \"（1）\"", "it may be: {han} {digit} {circled}"},
    {"[\"{han}、\",", "[", "'headings' should be a list of 4"},
    {"[title, opening,", "[title, title,", "'title' stands twice"},
    {"[title, opening,", "[title, beginning,", "'order' cannot be 'beginning'"},
    {"  terms: #", "  term: #", "did you mean 'terms'?"},
    {"    - 党工委\n    - 党支部\n", "    - \"\"\n", "'terms' should be some text"},
    {"    - 党工委\n    - 党支部\n", "    - [党工委]\n", "'terms' should be one value"},
    {"outside: true", "outside: yes", "'outside' should be true or false"},
    {"    label: 小标宋\n", "", "'label' is missing"},
    {"  songti:\n", "  songti: 宋体\n  songt:\n", "'songti' should be a group of keys"},
    {"  left: 28mm\n", "  left: 80mm\n", "own.yaml:21:10: error"},
    {"spare-rows: 0\n", "spare-rows: 23\n", "'spare-rows' should be a whole number from 0 to 22"},
    {"  ascent: 880 ", "  ascent: 88 ", "'ascent' should be a whole number from 500 to 1000"},
    {"    pitch: 36pt ", "    pitch: 20pt ",
     "error: template: size of lines closer than that: 22.000 pt, more than 20.000 pt"},
    {"    pitch: 36pt ", "    pitch: 300mm ", "line pitch: 850.394 pt, more than 637.795 pt"},
    {"    label: 小标宋\n", "    label: \"\"\n", "'label' should be some text"},
    {"features: hwid}", "features: halfwidth}", "'features' should be OpenType features"},
    {"features: hwid}", "features: 'hwid;palt'}", "'features' should be OpenType features"},
    {"family: LXGW WenKai,", "family: '',", "'family' should be some text"},
    {"  measure-end: 。\n", "  measure-end: \"。\\n\"\n",
     "'measure-end' should be a line of text that can be seen"},
    {"  measure-end: 。\n", "  measure-end: \"\\u202E\"\n", "text that can be seen"},
    {"  lead-in: 针对{title}问题。", "  lead-in: \"针对{title}\\e[1m\"", "text that can be seen"},
    {"[title, opening, body,", "[title, opening,", "'body' is missing"},
    {"  keep-lines: 2 ", "  keep-lines: 23 ", "'keep-lines' should be a whole number from 0 to 22"},
    {"    keep-next: 2\n  heading-2", "    keep-next: 40\n  heading-2", "from 0 to 22"},
    {"  diameter: 42mm\n", "  diameter: 30mm\n", "1cell ≤ least ≤ diameter ≤ most does not hold"},
    {"  most: 60mm\n", "  most: 160mm\n",
     ": error: template: the largest seal: 453.543 pt, more than 442.203 pt"},
    {"  per-row: 3\n", "  per-row: 0\n", "'per-row' should be a whole number from 1 to 100"},
    {"  right: 4cell\n  name-right", "  right: 20cell\n  name-right",
     "what is free beside the date, and ten characters"},
    {"  width: 40mm\n", "  width: 110mm\n",
     "the stamp, what is free beside it, and four characters"},
    {"  height: 16mm\n", "  height: 60mm\n", "the height of a stamp"},
    {"  height: 16mm\n", "  height: 1mm\n", "a stamp is smaller than a character"},
    {"  format: （{value}）\n\n# 附件", "  format: （）\n\n# 附件", "it may be: {value}"},
    {"printed-on: \"{value}印发\"", "printed-on: 印发", "it may be: {value}"},
    {"inner: 0.25mm}", "inner: 25mm}", "'inner' should be"},
    {"closing, contact,", "closing, attendance, contact, recipient,",
     "'order' cannot be 'recipient'"},
    {"name: own", "name: other", "'other' is not the file's name 'own'"},
    {NULL, "", "'name' is missing"},
    {NULL, "just a line\n", "error"},
    {NULL, "- a\n- b\n", "should be a group of keys"},
    {NULL, "name: own\nfonts: 3\nstyles: []\n", "'fonts' should be a group of keys"},
};

static void test_fault(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_auto(Loaded) loaded = load_changed(faults[i].from, faults[i].to);

    g_assert_null(loaded.template);
    g_assert_cmpint(diagnostics_status(loaded.sink, FALSE), ==, STATUS_CONTENT);
    shows(&loaded, faults[i].message);
}

static void test_inheritance(void)
{
    g_auto(Loaded) loaded = load_changed("  heading-3: # 1. 仿宋\n",
                                         "  lead: {size: 三号, indent: 1.5em}\n  heading-3:\n");
    const Style *lead;

    g_assert_nonnull(loaded.template);
    lead = &loaded.template->styles[STYLE_LEAD];
    g_assert_cmpint(lead->size, ==, 16 * LEN_PT);
    g_assert_cmpint(lead->indent_first, ==, 24 * LEN_PT);
    g_assert_cmpint(lead->align, ==, ALIGN_JUSTIFY);
    g_assert_cmpstr(font_of(loaded.template, STYLE_LEAD), ==, "仿宋");
}

static void test_marks(void)
{
    g_auto(Loaded) shipped = load("notice", "templates");
    g_auto(Loaded) dotted = load_changed("    font: kaiti\n  strong", "    mark: dot\n  strong");
    g_auto(Loaded) both =
        load_changed("    font: heiti\n  proper: # [郑州市]{专名} 专名号\n    mark: line",
                     "    {font: heiti, mark: wave}\n  proper: {mark: none}");
    const Style *styles = shipped.template->styles;

    g_assert_cmpint(styles[STYLE_EMPHASIS].mark, ==, MARK_NONE);
    g_assert_cmpstr(font_of(shipped.template, STYLE_EMPHASIS), ==, "楷体");
    g_assert_false(styles[STYLE_EMPHASIS].as_around);
    g_assert_cmpint(styles[STYLE_PROPER].mark, ==, MARK_LINE);
    g_assert_cmpint(styles[STYLE_BOOK].mark, ==, MARK_WAVE);
    g_assert_cmpint(styles[STYLE_DOT].mark, ==, MARK_DOT);
    g_assert_cmpint(shipped.template->marks.dot_diameter, ==, 150);
    g_assert_cmpint(shipped.template->marks.wave_length, ==, 250);
    g_assert_true(dotted.template->styles[STYLE_EMPHASIS].as_around);
    g_assert_cmpint(dotted.template->styles[STYLE_EMPHASIS].mark, ==, MARK_DOT);
    g_assert_cmpstr(font_of(both.template, STYLE_STRONG), ==, "黑体");
    g_assert_cmpint(both.template->styles[STYLE_STRONG].mark, ==, MARK_WAVE);
    g_assert_cmpint(both.template->styles[STYLE_PROPER].mark, ==, MARK_NONE);
}

/* Templates of before the key have none. */
static void test_grid_mode(void)
{
    g_auto(Loaded) absent = load_changed("  grid: even #", "  #");
    g_auto(Loaded) strict = load_changed("  grid: even #", "  grid: strict #");
    g_auto(Loaded) wrong = load_changed("  grid: even #", "  grid: loose #");

    g_assert_nonnull(absent.template);
    g_assert_cmpint(absent.template->composition.grid, ==, GRID_EVEN);
    g_assert_nonnull(strict.template);
    g_assert_cmpint(strict.template->composition.grid, ==, GRID_STRICT);
    g_assert_null(wrong.template);
    shows(&wrong, "it may be: even strict");
}

static void test_no_template(void)
{
    static const gchar *const names[] = {"notise", "../templates/notice", "", ".", "a/b"};

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_auto(Loaded) loaded = load(names[i], "templates");
        g_assert_null(loaded.template);
        shows(&loaded, "[no-template]");
        shows(&loaded, strchr(names[i], '/') ? "--template-path" : "templates: ");
    }
}

static void number_is(const gchar *format, guint number, const gchar *expected)
{
    g_autofree gchar *text = number_format(format, number);

    g_assert_cmpstr(text, ==, expected);
}

static void test_numbers(void)
{
    number_is("{han}、", 1, "一、");
    number_is("{han}", 10, "十");
    number_is("（{han}）", 12, "（十二）");
    number_is("{han}", 20, "二十");
    number_is("{han}", 99, "九十九");
    number_is("{han}", 100, "一百");
    number_is("{han}", 105, "一百零五");
    number_is("{han}", 110, "一百一十");
    number_is("{han}", 212, "二百一十二");
    number_is("{han}", 1000, "一千");
    number_is("{han}", 1005, "一千零五");
    number_is("{han}", 1020, "一千零二十");
    number_is("{han}", 1015, "一千零一十五");
    number_is("{han}", 9999, "九千九百九十九");
    number_is("{han}", 10000, "10000");
    number_is("{digit}.", 12, "12.");
    number_is("{circled}", 1, "①");
    number_is("{circled}", 36, "㊱");
    number_is("{circled}", 51, "51");
    number_is("第{han}条（{digit}）", 3, "第三条（3）");
    number_is("没有", 3, "没有");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/template/grid", test_grid);
    g_test_add_func("/template/grid-mode", test_grid_mode);
    g_test_add_func("/template/styles", test_styles);
    g_test_add_func("/template/parts", test_parts);
    g_test_add_func("/template/inheritance", test_inheritance);
    g_test_add_func("/template/marks", test_marks);
    g_test_add_func("/template/no-template", test_no_template);
    g_test_add_func("/template/numbers", test_numbers);
    for (gsize i = 0; i < G_N_ELEMENTS(faults); i++) {
        g_autofree gchar *path = g_strdup_printf("/template/fault/%02" G_GSIZE_FORMAT, i + 1);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_fault);
    }
    return g_test_run();
}

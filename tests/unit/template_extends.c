/* `extends:` — what a template takes from another, and where its faults are told. */
#include "template/template.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Templates in a folder of their own, besides the shipped ones. */
typedef struct {
    gchar *folder;
    GPtrArray *sources;
    Diagnostics *sink;
} Office;

static Office office_new(void)
{
    return (Office){
        .folder = g_dir_make_tmp("extends-XXXXXX", NULL),
        .sources = sources_new(),
        .sink = diagnostics_new(),
    };
}

static void office_clear(Office *office)
{
    GDir *dir = g_dir_open(office->folder, 0, NULL);

    for (const gchar *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
        g_autofree gchar *path = g_build_filename(office->folder, name, NULL);
        g_remove(path);
    }
    g_dir_close(dir);
    g_rmdir(office->folder);
    diagnostics_free(office->sink);
    g_ptr_array_unref(office->sources);
    g_free(office->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Office, office_clear)

/* NAME.yaml: its name, what it extends, and `keys`. */
static void add(Office *office, const gchar *name, const gchar *extends, const gchar *keys)
{
    g_autofree gchar *path = g_strdup_printf("%s/%s.yaml", office->folder, name);
    g_autofree gchar *text = g_strdup_printf("name: %s\n%s%s\n%s", name, extends ? "extends: " : "",
                                             extends ? extends : "", keys);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static Template *load(Office *office, const gchar *name)
{
    const TemplateFolder folders[] = {
        {.path = office->folder}, {.path = "templates"}, {.path = NULL}};

    return template_load(name, SPAN_NONE, folders, office->sources, office->sink);
}

/* The faults, with paths as they are below the folder. */
static gchar *said(const Office *office, Lang lang)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree gchar *prefix = g_strconcat(office->folder, "/", NULL);

    diagnostics_print(office->sink, (DiagStyle){.lang = lang}, out);
    g_string_replace(out, prefix, "", 0);
    return g_strdup(out->str);
}

static void shows(const Office *office, Lang lang, const gchar *part)
{
    g_autofree gchar *text = said(office, lang);

    if (!strstr(text, part)) {
        g_test_message("no '%s' in:\n%s", part, text);
        g_test_fail();
    }
}

static const gchar *font_of(const Template *template, StyleRole role)
{
    return ((const FontRole *) template->fonts->pdata[template->styles[role].font])->name;
}

/* Maps key by key, at every depth; lists and values instead of those of before. */
static void test_rule(void)
{
    g_auto(Office) office = office_new();
    add(&office, "own", "notice",
        "grid: {lines: 20}\n"
        "styles:\n"
        "  title: {size: 一号}\n"
        "  lead: {font: heiti}\n"
        "fonts:\n"
        "  songti: {han: [{family: FandolSong}]}\n"
        "numbering: {references: {finding: '第{han}个'}}\n"
        "order: [title, closing, body, opening]\n");
    g_autoptr(Template) own = load(&office, "own");
    g_autoptr(Template) notice = load(&office, "notice");

    g_assert_nonnull(own);
    g_assert_cmpstr(own->name, ==, "own");
    g_assert_cmpstr(own->description[LANG_ZH], ==, NULL);
    g_assert_cmpuint(own->lines, ==, 20);
    g_assert_cmpuint(own->cells, ==, 28);
    g_assert_cmpint(own->pitch, >, notice->pitch);
    g_assert_cmpint(own->styles[STYLE_TITLE].size, ==, 26 * LEN_PT);
    g_assert_cmpint(own->styles[STYLE_TITLE].align, ==, ALIGN_CENTER);
    g_assert_cmpstr(font_of(own, STYLE_LEAD), ==, "heiti");
    g_assert_cmpstr(own->numbering.reference_finding, ==, "第{han}个");
    g_assert_cmpstr(own->numbering.reference_measure, ==, "{han}");
    g_assert_cmpuint(own->order->len, ==, 4);
    const FontRole *songti = own->fonts->pdata[own->styles[STYLE_PAGE_NUMBER].font];
    g_assert_cmpstr(songti->label, ==, "宋体");
    g_assert_cmpuint(songti->han->len, ==, 1);
    g_assert_cmpuint(own->title[TITLE_TERMS]->len, ==, notice->title[TITLE_TERMS]->len);
}

static void test_chain(void)
{
    g_auto(Office) office = office_new();
    add(&office, "a", "b", "widow: 3\n");
    add(&office, "b", "c", "widow: 4\norphan: 4\n");
    add(&office, "c", "notice", "widow: 5\norphan: 5\nspare-rows: 1\n");
    g_autoptr(Template) a = load(&office, "a");

    g_assert_nonnull(a);
    g_assert_cmpuint(a->widow, ==, 3);
    g_assert_cmpuint(a->orphan, ==, 4);
    g_assert_cmpuint(a->spare_rows, ==, 1);
    g_assert_cmpuint(a->lines, ==, 22);
}

/* key+ at the end, +key in front; the list of before stays as it was for others. */
static void test_additions(void)
{
    g_auto(Office) office = office_new();
    add(&office, "a", "b", "title: {+terms: [甲, 乙], verbs+: [丙]}\n");
    add(&office, "b", "notice", "title: {terms+: [丁], verbs: [戊]}\n");
    add(&office, "d", "notice", "order: [title, opening, body]\n");
    add(&office, "c", "d", "order+: [closing]\nfonts: {heiti: {+han: [{family: LXGW WenKai}]}}\n");
    g_autoptr(Template) c = load(&office, "c");
    g_autoptr(Template) a = load(&office, "a");
    g_autoptr(Template) notice = load(&office, "notice");
    const GPtrArray *before = notice->title[TITLE_TERMS];

    g_assert_nonnull(a);
    g_assert_nonnull(c);
    const GPtrArray *terms = a->title[TITLE_TERMS];
    g_assert_cmpuint(terms->len, ==, before->len + 3);
    g_assert_cmpstr(terms->pdata[0], ==, "甲");
    g_assert_cmpstr(terms->pdata[1], ==, "乙");
    g_assert_cmpstr(terms->pdata[2], ==, before->pdata[0]);
    g_assert_cmpstr(terms->pdata[terms->len - 1], ==, "丁");
    g_assert_cmpuint(a->title[TITLE_VERBS]->len, ==, 2);
    g_assert_cmpstr(a->title[TITLE_VERBS]->pdata[1], ==, "丙");
    g_assert_cmpuint(c->order->len, ==, 4);
    const FontRole *heiti = c->fonts->pdata[c->styles[STYLE_HEADING_1].font];
    g_assert_cmpstr(heiti->name, ==, "heiti");
    g_assert_cmpstr(g_array_index(heiti->han, FontChoice, 0).family, ==, "LXGW WenKai");
}

/* `~` leaves a key out, as if the base did not have it. */
static void test_left_out(void)
{
    g_auto(Office) office = office_new();
    add(&office, "a", "notice",
        "styles: {heading-1: ~, title: {after: ~}}\nmarks: ~\ntitle: {terms: null}\n"
        "fonts: {kai: {label: 楷, han: [{family: LXGW WenKai}]}, kaiti: ~}\n");
    add(&office, "b", "a",
        "styles: {heading-2: {font: kai}, emphasis: {font: kai}, issued: {font: kai}}\n");
    g_autoptr(Template) b = load(&office, "b");
    g_autoptr(Template) a = load(&office, "a");

    g_assert_nonnull(b);
    g_assert_cmpstr(font_of(b, STYLE_HEADING_1), ==, "fangsong");
    g_assert_cmpuint(b->styles[STYLE_HEADING_1].keep_next, ==, 0);
    g_assert_cmpuint(b->styles[STYLE_TITLE].after, ==, 0);
    g_assert_cmpuint(b->title[TITLE_TERMS]->len, ==, 0);
    g_assert_cmpstr(font_of(b, STYLE_HEADING_2), ==, "kai");
    /* a itself has styles in a font that it left out. */
    g_assert_null(a);
    shows(&office, LANG_EN, "'font' cannot be 'kaiti' [bad-value]");
}

/* Keys of a template `own` that extends notice, and a part of what is then said. */
static const struct {
    const gchar *keys, *en, *zh;
} faults[] = {
    {"grid:\n  cels: 28\n", "own.yaml:4:3: error: unknown key 'cels' [unknown-key]",
     "是不是“cells”？"},
    {"gird: {lines: 20}\n", "own.yaml:3:1: error: unknown key 'gird'", "是不是“grid”？"},
    {"grid: {lines: 60}\n", "own.yaml:3:15: error: template: the text block has no room",
     "所需行高 947.578 pt，超过 637.795 pt"},
    {"text-block: {height: 90mm}\n", "own.yaml:3:22: error: template: the text block has no room",
     "所需行高 347.445 pt，超过 255.118 pt"},
    {"page: {width: 180mm}\n", "own.yaml:3:15: error: template: right edge of the text block",
     "版心右边 521.573 pt，超过 510.236 pt"},
    {"text-block: {left: 60mm}\n", "own.yaml:3:20: error: template: right edge of the text block",
     "版心右边"},
    {"styles: {page-number: {size: 30mm}}\n",
     "own.yaml:3:30: error: template: bottom of the page number", "页码底边"},
    {"grid: {lines: 10}\norphan: 11\n",
     "own.yaml:4:9: error: template: 'orphan' should be a whole number from 1 to 10",
     "“orphan”应当是 1 到 10 的整数"},
    {"styles: {title: {left: 20cell, right: 8cell}}\n",
     "own.yaml:3:10: error: template: indent and one character", "缩进和一字之宽"},
    {"signature: {date-indent: 17cell}\n",
     "own.yaml:3:26: error: template: what is free beside the signature, and ten characters",
     "署名、成文日期左右空出和十字之宽 457.996"},
    {"figure: {width: 160mm}\n", "own.yaml:3:17: error: template: width of figures: 453.543 pt",
     "图宽 453.543 pt，超过 442.203 pt"},
    {"styles: {caption: {size: 三号, pitch: 20pt}}\nfigure: {pitch: 12pt}\n",
     "own.yaml:4:17: error: template: size of captions", "图题字号大于行距"},
    {"footnote: {rule-width: 160mm}\n",
     "own.yaml:3:24: error: template: length of the rule above footnotes", "脚注线的长 453.543 pt"},
    {"grid: {lines: ~}\n", "own.yaml:3:8: error: template: 'lines' is missing", "缺少“lines”"},
    {"grid: {lines: }\n", "own.yaml:3:15: error: template: 'lines' should be one value",
     "“lines”应当是一个值"},
    {"grid: 3\n", "own.yaml:3:7: error: template: 'grid' should be a group of keys", "下设项目"},
    {"grid: ~\n", "own.yaml:3:1: error: template: 'grid' is missing", "缺少“grid”"},
    {"styles: {body: ~}\n", "own.yaml:3:1: error: template: 'body' is missing", "缺少“body”"},
    {"styles: {titel: ~}\n", "own.yaml:3:10: error: unknown key 'titel'", "是不是“title”？"},
    {"title: {terms+: 甲}\n", "own.yaml:3:9: error: template: 'terms+' should be a list",
     "“terms+”应当是列表"},
    {"title: {terms+: [甲], terms: [乙]}\n",
     "own.yaml:3:9: error: template: 'terms+' cannot stand beside the key without '+'",
     "“terms+”不能与不带“+”的同名项目一同写"},
    {"widow+: [1]\n", "own.yaml:3:1: error: template: 'widow' is no list in the template",
     "“widow”在原模板里不是列表，不能添加"},
    {"title: {term+: [甲]}\n", "own.yaml:3:9: error: unknown key 'term'", "是不是“terms”？"},
    {"order+: [body]\n", "own.yaml:3:10: error: template: 'body' stands twice", "“body”写了两次"},
    {"fonts: {songti: {han: []}}\n", "own.yaml:3:9: error: template: the font has no family",
     "字体一项也没有"},
};

static void test_fault(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_auto(Office) office = office_new();
    add(&office, "own", "notice", faults[i].keys);
    g_autoptr(Template) own = load(&office, "own");

    g_assert_null(own);
    g_assert_cmpuint(diagnostics_count(office.sink, SEVERITY_ERROR), ==, 1);
    shows(&office, LANG_EN, faults[i].en);
    shows(&office, LANG_ZH, faults[i].zh);
}

/* A fault of the base is told in the base, once, whoever extends it; not where it is replaced. */
static void test_fault_of_base(void)
{
    g_auto(Office) office = office_new();
    add(&office, "base", "notice", "widow: many\n");
    add(&office, "one", "base", "orphan: 3\n");
    add(&office, "two", "base", "orphan: 3\n");
    add(&office, "good", "base", "widow: 3\n");
    g_autoptr(Template) good = load(&office, "good");

    g_assert_nonnull(good);
    g_assert_cmpuint(diagnostics_count(office.sink, SEVERITY_NOTE), ==, 0);
    g_assert_null(load(&office, "one"));
    g_assert_null(load(&office, "two"));
    shows(&office, LANG_EN, "base.yaml:3:8: error: template: 'widow' should be a whole number");
    g_assert_cmpuint(diagnostics_count(office.sink, SEVERITY_NOTE), ==, 1);
}

/* What was right in the base, until a value of the template's own made it wrong. */
static void test_fault_of_both(void)
{
    g_auto(Office) office = office_new();
    add(&office, "base", "notice", "styles: {title: {left: 100mm}}\n");
    add(&office, "own", "base", "text-block: {width: 90mm}\n");
    g_autoptr(Template) base = load(&office, "base");

    g_assert_nonnull(base);
    g_assert_null(load(&office, "own"));
    shows(&office, LANG_EN, "own.yaml:3:21: error: template: indent and one character: 305.465 pt");
}

/* Faults of the file itself and of its keys in one run. */
static void test_all_at_once(void)
{
    g_auto(Office) office = office_new();
    add(&office, "own", "notice", "widow: many\norder+: all\n");
    g_autofree gchar *path = g_build_filename(office.folder, "base.yaml", NULL);
    g_assert_true(
        g_file_set_contents(path, "name: other\nextends: notice\norphan: many\n", -1, NULL));
    g_assert_null(load(&office, "own"));
    shows(&office, LANG_EN, "own.yaml:4:1: error: template: 'order+' should be a list");
    shows(&office, LANG_EN, "own.yaml:3:8: error: template: 'widow' should be");
    g_assert_null(load(&office, "base"));
    shows(&office, LANG_EN,
          "base.yaml:1:7: error: template: 'other' is not the file's name 'base'");
    shows(&office, LANG_EN, "base.yaml:3:9: error: template: 'orphan' should be");
}

static void test_circle(void)
{
    g_auto(Office) office = office_new();
    add(&office, "a", "b", "");
    add(&office, "b", "c", "");
    add(&office, "c", "b", "");
    add(&office, "self", "self", "");
    g_assert_null(load(&office, "a"));
    shows(&office, LANG_EN,
          "c.yaml:2:10: error: a template that extends itself: b → c → b [extends-circle]\n"
          "  | extends: b\n"
          "  |          ^\n"
          "  = hint: let one of them extend another template, or none\n");
    shows(&office, LANG_ZH, "错误：模板以自己为基础：b → c → b");
    g_assert_null(load(&office, "self"));
    shows(&office, LANG_EN, "self.yaml:2:10: error: a template that extends itself: self → self");
}

static void test_no_base(void)
{
    g_auto(Office) office = office_new();
    add(&office, "a", "notise", "");
    add(&office, "b", "./notice", "");
    add(&office, "c", "[notice]", "");
    add(&office, "d", "", "");
    g_assert_null(load(&office, "a"));
    shows(&office, LANG_EN,
          "a.yaml:2:10: error: there is no template 'notise' [no-template]\n"
          "  | extends: notise\n"
          "  |          ^^^^^^\n"
          "  = hint: did you mean 'notice'? templates: a ");
    shows(&office, LANG_ZH, "办法：是不是“notice”？现有模板：a ");
    g_assert_null(load(&office, "b"));
    shows(&office, LANG_EN, "b.yaml:2:10: error: there is no template './notice'");
    g_assert_null(load(&office, "c"));
    shows(&office, LANG_EN, "c.yaml:2:10: error: template: 'extends' should be one value");
    g_assert_null(load(&office, "d"));
    shows(&office, LANG_EN, "error: template: 'extends' should be one value");
}

static void test_depth(void)
{
    g_auto(Office) office = office_new();

    for (guint i = 0; i < 8; i++) {
        g_autofree gchar *name = g_strdup_printf("t%u", i);
        g_autofree gchar *next = i == 7 ? g_strdup("notice") : g_strdup_printf("t%u", i + 1);
        add(&office, name, next, "");
    }
    g_autoptr(Template) eight = load(&office, "t1");
    g_assert_nonnull(eight);
    g_assert_null(load(&office, "t0"));
    shows(&office, LANG_EN, "t7.yaml:2:10: error: past a limit: more than 8 templates");
    shows(&office, LANG_ZH, "超出限度：extends 超过 8 层");
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "C.UTF-8"); /* GLib shows messages in it */
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/extends/rule", test_rule);
    g_test_add_func("/extends/chain", test_chain);
    g_test_add_func("/extends/additions", test_additions);
    g_test_add_func("/extends/left-out", test_left_out);
    g_test_add_func("/extends/fault-of-base", test_fault_of_base);
    g_test_add_func("/extends/fault-of-both", test_fault_of_both);
    g_test_add_func("/extends/all-at-once", test_all_at_once);
    g_test_add_func("/extends/circle", test_circle);
    g_test_add_func("/extends/no-base", test_no_base);
    g_test_add_func("/extends/depth", test_depth);
    for (gsize i = 0; i < G_N_ELEMENTS(faults); i++) {
        g_autofree gchar *path = g_strdup_printf("/extends/fault/%02" G_GSIZE_FORMAT, i + 1);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_fault);
    }
    return g_test_run();
}

/* A template that is shown, as `mkbulletin templates NAME` does, is the same template. */
#include "template/library.h"
#include "template/sections.h"

#include "source/yaml_write.h"

#include <glib/gstdio.h>
#include <string.h>

/* --- two templates, row by row --- */

static guint compared;

static void same_texts(gchar *const *one, gchar *const *other, gint count)
{
    for (gint i = 0; i < count; i++)
        g_assert_cmpstr(one[i], ==, other[i]);
    compared++;
}

static void same_lists(const GPtrArray *one, const GPtrArray *other)
{
    g_assert_cmpuint(one->len, ==, other->len);
    same_texts((gchar *const *) one->pdata, (gchar *const *) other->pdata, (gint) one->len);
}

static void same_number(gint one, gint other)
{
    g_assert_cmpint(one, ==, other);
    compared++;
}

static void same_length(Len one, Len other)
{
    g_assert_cmpint(one, ==, other);
    compared++;
}

static void same_rows(const Row *rows, gconstpointer one, gconstpointer other)
{
    for (const Row *row = rows; row->key; row++) {
        gconstpointer a = (const gchar *) one + row->offset;
        gconstpointer b = (const gchar *) other + row->offset;
        if (row->read == read_text || row->read == read_format)
            same_texts(a, b, 1);
        else if (row->read == read_formats)
            same_texts(a, b, row->most);
        else if (row->read == read_texts)
            same_lists(*(GPtrArray *const *) a, *(GPtrArray *const *) b);
        else if (row->read == read_length || row->read == read_size)
            same_length(*(const Len *) a, *(const Len *) b);
        else if (row->read == read_count || row->read == read_number || row->read == read_word ||
                 row->read == read_boolean)
            same_number(*(const gint *) a, *(const gint *) b);
        else if (row->rows && !row->named && !row->listed)
            same_rows(row->rows, a, b);
    }
}

static void same_chains(const GArray *one, const GArray *other, const Row *rows)
{
    g_assert_cmpuint(one->len, ==, other->len);
    for (guint i = 0; i < one->len; i++)
        same_rows(rows, &g_array_index(one, FontChoice, i), &g_array_index(other, FontChoice, i));
}

static void same_fonts(const Template *one, const Template *other)
{
    g_assert_cmpuint(one->fonts->len, ==, other->fonts->len);
    for (guint i = 0; i < one->fonts->len; i++) {
        const FontRole *a = one->fonts->pdata[i], *b = other->fonts->pdata[i];
        g_assert_cmpstr(a->name, ==, b->name);
        g_assert_cmpstr(a->label, ==, b->label);
        for (const Row *row = font_rows; row->key; row++) {
            if (g_str_equal(row->key, "han"))
                same_chains(a->han, b->han, row->rows);
            else if (g_str_equal(row->key, "latin"))
                same_chains(a->latin, b->latin, row->rows);
        }
    }
}

static void same_templates(const Template *one, const Template *other)
{
    compared = 0;
    same_rows(template_rows, one, other);
    same_fonts(one, other);
    for (StyleRole role = 0; role < STYLE_ROLES_COUNT; role++) {
        const Style *a = &one->styles[role], *b = &other->styles[role];
        same_rows(style_rows_of(role), a, b);
        g_assert_cmpuint(a->font, ==, b->font);
        g_assert_cmpint(a->as_around, ==, b->as_around);
    }
    g_assert_cmpmem(one->order->data, one->order->len * sizeof(Element), other->order->data,
                    other->order->len * sizeof(Element));
    g_assert_cmpuint(compared, >, 400);
}

/* --- shown and loaded --- */

static gchar *shown(const gchar *name, const gchar *folder, Template **template)
{
    const TemplateFolder folders[] = {{.path = folder}, {.path = "templates"}, {.path = NULL}};
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GPtrArray) sources = sources_new();
    gchar *text = template_show(name, LANG_EN, folders, sources, sink);

    *template = template_load(name, SPAN_NONE, folders, sources, sink);
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 0);
    g_assert_nonnull(text);
    g_assert_nonnull(*template);
    return text;
}

/* A template from `text`, or a shipped one. */
static void assert_same_again(const gchar *name, const gchar *text)
{
    g_autofree gchar *folder = g_dir_make_tmp("show-XXXXXX", NULL);
    g_autofree gchar *file = g_strconcat(folder, "/", name, ".yaml", NULL);
    g_autoptr(Template) first = NULL;
    g_autoptr(Template) second = NULL;

    if (text)
        g_assert_true(g_file_set_contents(file, text, -1, NULL));
    g_autofree gchar *once = shown(name, folder, &first);
    g_assert_true(g_file_set_contents(file, once, -1, NULL));
    g_autofree gchar *twice = shown(name, folder, &second);
    g_assert_true(strstr(twice, name) != NULL);
    same_templates(first, second);
    g_remove(file);
    g_rmdir(folder);
}

static void test_shipped(void)
{
    g_autoptr(GDir) dir = g_dir_open("templates", 0, NULL);
    guint count = 0;

    for (const gchar *file = g_dir_read_name(dir); file; file = g_dir_read_name(dir)) {
        if (!g_str_has_suffix(file, ".yaml"))
            continue;
        g_autofree gchar *name = g_strndup(file, strlen(file) - strlen(".yaml"));
        assert_same_again(name, NULL);
        count++;
    }
    g_assert_cmpuint(count, >, 0);
}

/* Every kind of difference, and texts that YAML would read otherwise. */
static void test_own(void)
{
    assert_same_again(
        "own",
        "name: own\nextends: notice\n"
        "description: {zh: '一: 二 # 三', en: \"a \\\"quoted\\\" \\\\ text\"}\n"
        "grid: {lines: 20}\n"
        "widow: 1\n"
        "fonts: {heiti: {+han: [{family: 'A, B [c] {d}', optional: true, shift: -20}]},\n"
        "        songti: {label: '1e3', latin: [{family: '- x', optional: true, features: 'hwid, "
        "palt=0'}]}}\n"
        "styles: {heading-4: ~, emphasis: {font: ~, mark: wave}, lead: {font: heiti}}\n"
        "marks: {dot: ~, separation: 7}\n"
        "finding:\n"
        "  lead-in: '{title}: '\n"
        "  measure-separator: '~'\n"
        "  measure-end: 'null'\n"
        "  closing-marks: ' '\n"
        "  list-end: '#'\n"
        "  list-separator: \"'\"\n"
        "contact: {lead: '', separator: '? ', end: '!', labels: {phone: '@{value}'}}\n"
        "title: {terms: [], verbs+: ['- a', '*b', '&c', '?', 'x: y', 'z #', ' ', '\"', 'é𠀀']}\n");
}

static void test_nothing_left(void)
{
    assert_same_again("own", "name: own\nextends: notice\ndescription: {zh: ~}\n");
}

/* --- the writer --- */

static gchar *written(const gchar *text)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Source) source = source_new(g_strdup("t.yaml"), g_strdup(text), strlen(text));
    g_autoptr(YamlNode) root = yaml_read(source, 0, (guint32) source->length, sink);
    GString *out = g_string_new(NULL);

    g_assert_nonnull(root);
    yaml_write(out, root, NULL, NULL);
    return g_string_free(out, FALSE);
}

/* As it is to be written; which then is written so again. */
static void writes(const gchar *text, const gchar *wanted)
{
    g_autofree gchar *once = written(text);
    g_autofree gchar *twice = written(once);

    g_assert_cmpstr(once, ==, wanted);
    g_assert_cmpstr(twice, ==, wanted);
}

static void test_writer(void)
{
    writes("a: 1\nb: '1'\nc: ~\nd: ''\ne: x y\n", "a: 1\nb: \"1\"\nc: ~\nd: \"\"\ne: x y\n");
    writes("a: {b: 1, c: {d: [2, '3'], e: {}}}\nf: []\n",
           "a:\n  b: 1\n  c:\n    d: [2, \"3\"]\n    e: {}\nf: []\n");
    writes("a: {b: {c: 1, d: 2}}\n", "a:\n  b: {c: 1, d: 2}\n");
    writes("a: [{b: 1}, {c: [d, {e: f}]}, [g]]\n",
           "a:\n  - {b: 1}\n  - {c: [d, {e: f}]}\n  - [g]\n");
    writes("a: one\n  two\n\n  three\nb: |\n  x\n  y\n",
           "a: \"one two\\nthree\"\nb: \"x\\ny\\n\"\n");
    writes("a: \"\\x01\\t\\u0085\\u2028\\uFEFF\\\"\\\\\"\n",
           "a: \"\\u0001\\u0009\\u0085\\u2028\\uFEFF\\\"\\\\\"\n");
    writes("'a: b': c\n\"- d\": e\n? f g\n: h\n", "\"a: b\": c\n\"- d\": e\nf g: h\n");
    writes("a: http://x.y/#z\nb: {c: 'd:e'}\n", "a: \"http://x.y/#z\"\nb:\n  c: \"d:e\"\n");
}

/* Forty characters of two cells each, with what stands between them, do not fit a line. */
static void test_width(void)
{
    GString *text = g_string_new("a:\n  b: [");

    for (guint i = 0; i < 40; i++)
        g_string_append_printf(text, "%s甲", i > 0 ? ", " : "");
    g_string_append(text, "]\n");
    g_autofree gchar *list = g_string_free(text, FALSE);
    g_autofree gchar *out = written(list);
    g_assert_true(g_str_has_prefix(out, "a:\n  b:\n    - 甲\n    - 甲\n"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/template-show/shipped", test_shipped);
    g_test_add_func("/template-show/own", test_own);
    g_test_add_func("/template-show/nothing-left", test_nothing_left);
    g_test_add_func("/template-show/writer", test_writer);
    g_test_add_func("/template-show/width", test_width);
    return g_test_run();
}

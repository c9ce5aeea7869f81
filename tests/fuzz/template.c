/* Templates that extend notice by any keys of the table with any values: a fault is told, or what
 * is shown of the template is a template again, and is shown the same. */
#include "fuzz.h"
#include "template/library.h"
#include "template/sections.h"

#include <glib/gstdio.h>
#include <string.h>

#define MOST_DEPTH 5

static const gchar *const values[] = {
    "~",
    "0",
    "1",
    "2",
    "22",
    "23",
    "100",
    "-1",
    "500",
    "1000",
    "0.5mm",
    "10mm",
    "156mm",
    "999mm",
    "1cell",
    "2cell",
    "1.5em",
    "16pt",
    "三号",
    "初号",
    "true",
    "false",
    "body",
    "heiti",
    "kaiti",
    "center",
    "left",
    "red",
    "dot",
    "strict",
    "even",
    "rgb",
    "'{han}'",
    "'{digit}'",
    "'{title}x'",
    "'{page}'",
    "'{value}'",
    "\"\\n\"",
    "'~'",
    "''",
    "':'",
    "文字",
    "[]",
    "{}",
    "[1pt]",
    "[a, b]",
    "[[a]]",
    "[title]",
    "[opening, body, closing]",
    "[{family: FandolFang}]",
    "[{family: A, shift: 3}]",
    "['{han}', '{digit}', '{circled}', 'x{han}']",
    "",
    "paragraphs",
    "all",
    "none",
    "kaiming",
};

/* Below `fonts` stands any name, below `styles` that of a role. */
static void append_key(GString *out, FuzzBytes *bytes, const Row *row)
{
    static const gchar *const around[] = {"", "", "", "", "", "", "+", "x"};
    guint before = fuzz_byte(bytes), after = before / 16;

    g_string_append(out, before % 16 == 15 ? "+" : "");
    g_string_append(out, row->key);
    g_string_append(out, around[after % G_N_ELEMENTS(around)]);
}

static void append_rows(GString *out, FuzzBytes *bytes, const Row *rows, guint depth);

static void append_named(GString *out, FuzzBytes *bytes, const Row *row, guint depth)
{
    static const gchar *const names[] = {"fangsong", "kaiti", "heiti", "songti", "other"};
    gboolean styles = row->read == read_styles;
    StyleRole role = fuzz_below(bytes, STYLE_ROLES_COUNT);
    const gchar *name =
        styles ? style_role_name(role) : names[fuzz_below(bytes, G_N_ELEMENTS(names))];

    g_string_append_printf(out, "{%s: ", name);
    append_rows(out, bytes, styles ? style_rows_of(role) : row->rows, depth + 1);
    g_string_append_c(out, '}');
}

static void append_value(GString *out, FuzzBytes *bytes, const Row *row, guint depth)
{
    gboolean named = row->named || row->read == read_styles;
    gboolean map = (row->rows || named) && depth < MOST_DEPTH;

    if (!map || fuzz_below(bytes, 8) == 0) {
        g_string_append(out, values[fuzz_below(bytes, G_N_ELEMENTS(values))]);
    } else if (named) {
        append_named(out, bytes, row, depth);
    } else if (row->listed) {
        g_string_append_c(out, '[');
        append_rows(out, bytes, row->rows, depth + 1);
        g_string_append_c(out, ']');
    } else {
        append_rows(out, bytes, row->rows, depth + 1);
    }
}

/* A map in braces of some of the rows. */
static void append_rows(GString *out, FuzzBytes *bytes, const Row *rows, guint depth)
{
    const gchar *separator = "";

    g_string_append_c(out, '{');
    for (const Row *row = rows; row->key; row++) {
        if (fuzz_below(bytes, 6) > 0)
            continue;
        g_string_append(out, separator);
        append_key(out, bytes, row);
        g_string_append(out, ": ");
        append_value(out, bytes, row, depth);
        separator = ", ";
    }
    g_string_append_c(out, '}');
}

/* Bytes that are text are lines of a template as they are; else keys are made of them. */
static gchar *template_text(FuzzBytes *bytes)
{
    GString *out = g_string_new("name: own\nextends: notice\n");
    gboolean as_written = fuzz_below(bytes, 4) == 3;

    if (as_written)
        g_string_append_len(out, (const gchar *) bytes->data + bytes->at,
                            (gssize) (bytes->size - bytes->at));
    for (const Row *row = template_rows; !as_written && row->key; row++) {
        if (g_str_equal(row->key, "name") || g_str_equal(row->key, "extends") ||
            fuzz_below(bytes, 16) > 0)
            continue;
        g_string_append_printf(out, "%s: ", row->key);
        append_value(out, bytes, row, 0);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static gchar *shown(const gchar *folder, gboolean must)
{
    const TemplateFolder folders[] = {{.path = folder}, {.path = "templates"}, {.path = NULL}};
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GPtrArray) sources = sources_new();
    g_autoptr(GString) said = g_string_new(NULL);
    gchar *text = template_show("own", LANG_EN, folders, sources, sink);

    diagnostics_print(sink, (DiagStyle){.lang = LANG_ZH}, said);
    if (must && !text)
        FUZZ_FAIL("what is shown is no template:\n%s\n", said->str);
    g_assert_true((diagnostics_count(sink, SEVERITY_ERROR) > 0) == (text == NULL));
    return text;
}

/* Without the comments at its head and beside its keys. */
static const gchar *keys_of(const gchar *text)
{
    return strstr(text, "\nname: ");
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    g_autofree gchar *folder = g_dir_make_tmp("fuzz-XXXXXX", NULL);
    FuzzBytes bytes = {data, size, 0};
    g_autofree gchar *text = template_text(&bytes);

    g_autofree gchar *path = g_build_filename(folder, "own.yaml", NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_autofree gchar *once = shown(folder, FALSE);
    if (once) {
        g_assert_true(g_file_set_contents(path, once, -1, NULL));
        g_autofree gchar *twice = shown(folder, TRUE);
        g_assert_true(g_file_set_contents(path, twice, -1, NULL));
        g_autofree gchar *again = shown(folder, TRUE);
        g_assert_cmpstr(keys_of(again), ==, keys_of(twice));
    }
    g_remove(path);
    g_rmdir(folder);
    return 0;
}

/* The examples of tests/spec, each titled by its clause, on paragraphs made by hand.
 *
 *     ## CLREQ 3.1.6: what the example shows
 *     : cells=28 punct=quanjiao kinsoku=gb line-end=half start=keep align=justify indent=0
 *                                     what is left out is so
 *     text, in which {5} stands for five Han and \n for a hard line break
 *     = 1.5                           the room that the text takes, in em
 *     & number unit                   the rule for a break after each cluster but the last
 *     | a line of it  width=28        a line, and after two spaces what is to hold of it: width,
 *     | another       line-end=-0.5   indent, or any adjustment, in em; once one is named, all that
 *                                     are not are 0
 *     # a comment */
#include "handmade.h"

#include <locale.h>

typedef struct {
    const gchar *file;
    guint line;
    gchar *title, *text;
    Composition composition;
    Measure measure;
    GPtrArray *expected; /* lines that begin with = & | */
} Example;

/* ---- reading ---- */

static gchar *expand(const gchar *pattern)
{
    GString *out = g_string_new(NULL);

    for (const gchar *at = pattern; *at; at++) {
        if (*at == '{') {
            gchar *end;
            for (guint64 n = g_ascii_strtoull(at + 1, &end, 10); n > 0; n--)
                g_string_append(out, "国");
            at = end;
        } else if (at[0] == '\\' && at[1] == 'n') {
            g_string_append_c(out, '\n');
            at++;
        } else {
            g_string_append_c(out, *at);
        }
    }
    return g_string_free(out, FALSE);
}

static const gchar *const punct_words[] = {"quanjiao", "kaiming", "banjiao", "plain", NULL};
static const gchar *const kinsoku_words[] = {"basic", "gb", "strict", NULL};
static const gchar *const line_end_words[] = {"half", "full", "fit", NULL};
static const gchar *const start_words[] = {"keep", "trim", NULL};
static const gchar *const align_words[] = {"justify", "left", "center", "right", NULL};

static guint word_index(const gchar *const *words, const gchar *word)
{
    for (guint i = 0; words[i]; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    g_error("unknown word '%s'", word);
}

static void read_option(Example *example, const gchar *key, const gchar *value)
{
    if (strcmp(key, "cells") == 0)
        example->measure.width = (Len) (g_ascii_strtod(value, NULL) * EM);
    else if (strcmp(key, "indent") == 0)
        example->measure.indent_first = (Len) (g_ascii_strtod(value, NULL) * EM);
    else if (strcmp(key, "align") == 0)
        example->measure.align = word_index(align_words, value);
    else if (strcmp(key, "punct") == 0)
        example->composition.punct = word_index(punct_words, value);
    else if (strcmp(key, "kinsoku") == 0)
        example->composition.kinsoku = word_index(kinsoku_words, value);
    else if (strcmp(key, "start") == 0)
        example->composition.start_bracket = word_index(start_words, value);
    else if (strcmp(key, "line-end") == 0)
        example->composition.line_end_mark = word_index(line_end_words, value);
    else
        g_error("%s:%u: unknown option '%s'", example->file, example->line, key);
}

static void read_options(Example *example, const gchar *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);

    for (guint i = 0; words[i]; i++) {
        g_auto(GStrv) pair = g_strsplit(words[i], "=", 2);
        if (pair[0])
            read_option(example, pair[0], pair[1] ? pair[1] : "");
    }
}

static Example *example_new(const gchar *file, guint line, const gchar *title)
{
    Example *example = g_new0(Example, 1);

    example->file = file;
    example->line = line;
    example->title = g_strdup(title);
    example->composition = handmade_composition;
    example->measure = (Measure){28 * EM, 0, 0, 0, ALIGN_JUSTIFY};
    example->expected = g_ptr_array_new_with_free_func(g_free);
    return example;
}

static void example_free(gpointer data)
{
    Example *example = data;

    g_free(example->title);
    g_free(example->text);
    g_ptr_array_unref(example->expected);
    g_free(example);
}

static void read_line(GPtrArray *examples, const gchar *file, guint number, const gchar *line)
{
    Example *example = examples->len > 0 ? examples->pdata[examples->len - 1] : NULL;

    if (g_str_has_prefix(line, "## "))
        g_ptr_array_add(examples, example_new(file, number, line + 3));
    else if (line[0] == '#' || line[0] == '\0')
        return;
    else if (g_str_has_prefix(line, ": "))
        read_options(example, line + 2);
    else if (strchr("=&|", line[0]))
        g_ptr_array_add(example->expected, g_strdup(line));
    else
        example->text = expand(line);
}

static void read_examples(GPtrArray *examples, const gchar *file)
{
    g_autofree gchar *text = NULL;
    g_autoptr(GError) error = NULL;

    if (!g_file_get_contents(file, &text, NULL, &error))
        g_error("%s", error->message);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i]; i++)
        read_line(examples, file, i + 1, lines[i]);
}

/* ---- what comes out, written as the examples are ---- */

static void append_em(GString *out, Len length)
{
    gchar number[G_ASCII_DTOSTR_BUF_SIZE];

    g_ascii_formatd(number, sizeof number, "%.3f", (gdouble) length / EM);
    for (gsize end = strlen(number); number[end - 1] == '0' || number[end - 1] == '.'; end--) {
        gboolean point = number[end - 1] == '.';
        number[end - 1] = '\0';
        if (point)
            break;
    }
    g_string_append(out, strcmp(number, "-0") == 0 ? "0" : number);
}

static void append_room(GString *out, const Paragraph *paragraph)
{
    Len sum = 0;

    for (guint i = 0; i < paragraph->clusters->len; i++)
        sum += handmade_cluster(paragraph, i)->advance + handmade_cluster(paragraph, i)->gap;
    g_string_append(out, "= ");
    append_em(out, sum);
}

static void append_rules(GString *out, const Paragraph *paragraph)
{
    g_string_append_c(out, '&');
    for (guint i = 0; i + 1 < paragraph->clusters->len; i++)
        g_string_append_printf(out, " %s", break_rule(handmade_cluster(paragraph, i)->rule)->name);
}

static void append_facts(GString *out, const Line *line)
{
    g_string_append(out, "  width=");
    append_em(out, line->width);
    if (line->indent != 0) {
        g_string_append(out, " indent=");
        append_em(out, line->indent);
    }
    for (guint i = 0; i < line->adjustments->len; i++) {
        const Adjustment *adjustment = &g_array_index(line->adjustments, Adjustment, i);
        g_string_append_printf(out, " %s=", adjust_name(adjustment->kind));
        append_em(out, adjustment->amount);
    }
}

static void append_line(GString *out, const Paragraph *paragraph, const Line *line,
                        gboolean with_facts)
{
    guint32 start = handmade_cluster(paragraph, line->first)->start;
    guint32 end = handmade_cluster(paragraph, line->last - 1)->end;
    g_autofree gchar *text = g_strndup(paragraph->text + start, end - start);

    g_string_append_printf(out, "| %s", g_strchomp(text));
    if (with_facts)
        append_facts(out, line);
}

/* One space between words, two before the facts. */
static gchar *tidy(const gchar *line)
{
    const gchar *facts = strstr(line, "  ");
    g_autofree gchar *text = facts ? g_strndup(line, (gsize) (facts - line)) : g_strdup(line);
    g_autofree gchar *expanded = expand(text);

    if (!facts)
        return g_strchomp(g_steal_pointer(&expanded));
    g_autofree gchar *stated = g_strstrip(g_strdup(facts));
    return g_strconcat(expanded, "  ", stated, NULL);
}

static void append_expected(GString *out, const Example *example)
{
    for (guint i = 0; i < example->expected->len; i++) {
        g_autofree gchar *line = tidy(example->expected->pdata[i]);
        g_string_append_printf(out, "\n%s", line);
    }
}

/* Of the lines those facts are written that the example states. */
static void append_found(GString *out, const Example *example, const Paragraph *paragraph,
                         const GPtrArray *lines)
{
    guint next = 0;

    for (guint i = 0; i < example->expected->len; i++) {
        const gchar *expected = example->expected->pdata[i];
        g_string_append_c(out, '\n');
        if (expected[0] == '=')
            append_room(out, paragraph);
        else if (expected[0] == '&')
            append_rules(out, paragraph);
        else if (next < lines->len)
            append_line(out, paragraph, lines->pdata[next++], strstr(expected, "  ") != NULL);
    }
    for (; next > 0 && next < lines->len; next++) {
        g_string_append_c(out, '\n');
        append_line(out, paragraph, lines->pdata[next], FALSE);
    }
}

static void test_example(gconstpointer data)
{
    const Example *example = data;
    g_autoptr(Paragraph) paragraph = handmade_paragraph(example->text, &example->composition);
    g_autoptr(GPtrArray) lines = break_lines(paragraph, &example->measure, &example->composition);
    GString *expected = g_string_new(NULL), *found = g_string_new(NULL);

    append_expected(expected, example);
    append_found(found, example, paragraph, lines);
    if (strcmp(expected->str, found->str) != 0)
        g_test_fail_printf("%s:%u: %s\nexpected:%s\nfound:%s", example->file, example->line,
                           example->title, expected->str, found->str);
    g_string_free(expected, TRUE);
    g_string_free(found, TRUE);
}

int main(int argc, char **argv)
{
    g_autoptr(GPtrArray) examples = g_ptr_array_new_with_free_func(example_free);
    gchar keep_going[] = "-k";
    gchar *arguments[] = {argv[0], argc > 1 ? argv[1] : keep_going, NULL};
    gchar **rest = arguments;

    setlocale(LC_ALL, "C.UTF-8"); /* for what is said of examples that fail */
    argc = 2;
    g_test_init(&argc, &rest, NULL);
    read_examples(examples, "tests/spec/clreq.txt");
    read_examples(examples, "tests/spec/gbt9704.txt");
    for (guint i = 0; i < examples->len; i++) {
        const Example *example = examples->pdata[i];
        g_autofree gchar *base = g_path_get_basename(example->file);
        g_autofree gchar *path = g_strdup_printf("/spec/%s/%u", base, example->line);
        g_assert_true(example->text && example->expected->len > 0);
        g_test_add_data_func(path, example, test_example);
    }
    return g_test_run();
}

/* The editorial rules, by the texts in tests/check/ID.txt: at least five that each rule must
 * report, five near misses that it must not, and what --fix makes of them. A line is a case:
 *
 *     # a remark
 *     in finding                   where the texts below stand; see place_of(). At first: paragraph
 *     report 会议指出⟦,⟧要求。     ⟦…⟧ is what must be reported, exactly; all of them. Without any:
 *     ok     时间为12:30。         something must be
 *     fix    会议指出，要求。      what --fix makes of the last text
 *
 * \n stands for a line end. A case of several files, and a vocabulary for the cases below it:
 *
 *     report files                 or: ok files
 *     == bulletin.md               without it there is one with the keys that are required
 *     == 1-study/index.md
 *     # 学习方面
 *     end
 *
 *     vocabulary
 *     preferred: …
 *     end
 */
#include "check/fix.h"

#include "base/diag_rows.h"
#include "content.h"

#include <locale.h>

#define FOLDER "tests/check"
#define OPEN "⟦"
#define CLOSE "⟧"

enum { LEAST_CASES = 5 };

typedef struct {
    gchar *name; /* file:line */
    const gchar *rule;
    gboolean report;
    gchar **paths, **texts; /* with their marks */
    gchar *fixed_path;
    gchar *fixed; /* (nullable) what the file there becomes */
    gchar *vocabulary;
} Case;

typedef struct {
    const gchar *rule, *file;
    guint line;
    gchar *place, *vocabulary;
    gchar **at; /* the lines to come */
    GPtrArray *cases;
} Script;

static void case_free(gpointer data)
{
    Case *one = data;

    g_free(one->name);
    g_strfreev(one->paths);
    g_strfreev(one->texts);
    g_free(one->fixed_path);
    g_free(one->fixed);
    g_free(one->vocabulary);
    g_free(one);
}

/* ---- where a text stands ---- */

static gchar *with_key(const gchar *key, const gchar *text)
{
    static const gchar *const required[][2] = {
        {"title", "通报"}, {"issuer", "某街道"}, {"date", "2023-09-15"}};
    GString *file = g_string_new("---\n");

    for (guint i = 0; i < G_N_ELEMENTS(required); i++)
        if (!g_str_equal(required[i][0], key))
            g_string_append_printf(file, "%s: %s\n", required[i][0], required[i][1]);
    if (g_str_has_prefix(key, "contact."))
        g_string_append_printf(file, "contact:\n  %s: %s\n", key + strlen("contact."), text);
    else
        g_string_append_printf(file, "%s: %s\n", key, text);
    g_string_append(file, "---\n甲。\n");
    return g_string_free(file, FALSE);
}

/* The file that a text at a place makes. (out) (transfer full) */
static gchar *place_of(const gchar *place, const gchar *text, const gchar **path)
{
    static const struct {
        const gchar *place, *path, *before, *after;
    } places[] = {
        {"paragraph", "bulletin.md", CONTENT_FRONT, "\n"},
        {"item", "bulletin.md", CONTENT_FRONT "1. ", "\n"},
        {"cell", "bulletin.md", CONTENT_FRONT "| 甲 | 乙 |\n| --- | --- |\n| ", " | 丙 |\n"},
        {"caption", "bulletin.md", CONTENT_FRONT "表1 ", "\n\n| 甲 |\n| --- |\n| 乙 |\n"},
        {"note", "bulletin.md", CONTENT_FRONT "甲[^1]。\n\n[^1]: ", "\n"},
        {"closing", "closing.md", "", "\n"},
        {"heading", "1-h/index.md", "# ", "\n"},
        {"finding", "1-f.md", "# ", "\n\n1. 甲。\n"},
        {"measure", "1-f.md", "# 甲\n\n1. ", "\n"},
        {"annex", "annexes/1-a.md", "# 甲\n\n", "\n"},
        {"annex-title", "annexes/1-a.md", "# ", "\n\n甲。\n"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        if (!g_str_equal(places[i].place, place))
            continue;
        *path = places[i].path;
        return g_strconcat(places[i].before, text, places[i].after, NULL);
    }
    *path = "bulletin.md";
    return with_key(place, text);
}

/* ---- reading the cases ---- */

static gchar *next_line(Script *script)
{
    script->line++;
    return *script->at++;
}

/* The lines up to "end". */
static gchar *take_block(Script *script)
{
    GString *text = g_string_new(NULL);

    while (*script->at && !g_str_equal(*script->at, "end"))
        g_string_append_printf(text, "%s\n", next_line(script));
    g_assert_nonnull(*script->at);
    next_line(script);
    return g_string_free(text, FALSE);
}

static Case *case_new(Script *script, gboolean report)
{
    Case *one = g_new0(Case, 1);

    one->name = g_strdup_printf("/%s/%u", script->rule, script->line);
    one->rule = script->rule;
    one->report = report;
    one->vocabulary = g_strdup(script->vocabulary);
    g_ptr_array_add(script->cases, one);
    return one;
}

/* "== path" begins each file. */
static void take_files(Script *script, gboolean report)
{
    Case *one = case_new(script, report);
    g_autofree gchar *block = take_block(script);
    g_autofree gchar *all = g_strconcat("\n", block, NULL);
    g_auto(GStrv) parts = g_strsplit(all, "\n== ", -1);
    guint count = g_strv_length(parts) - 1;

    one->paths = g_new0(gchar *, count + 1);
    one->texts = g_new0(gchar *, count + 1);
    for (guint i = 0; i < count; i++) {
        gchar *end = strchr(parts[i + 1], '\n');
        one->paths[i] = g_strndup(parts[i + 1], (gsize) (end - parts[i + 1]));
        one->texts[i] = g_strconcat(end + 1, g_str_has_suffix(end, "\n") ? NULL : "\n", NULL);
    }
}

static gchar *unescaped(const gchar *text)
{
    GString *out = g_string_new(text);

    g_string_replace(out, "\\n", "\n", 0);
    return g_string_free(out, FALSE);
}

static void take_text(Script *script, const gchar *written, gboolean report)
{
    g_autofree gchar *text = unescaped(written);
    Case *one = case_new(script, report);
    const gchar *path;

    one->texts = g_new0(gchar *, 2);
    one->paths = g_new0(gchar *, 2);
    one->texts[0] = place_of(script->place, text, &path);
    one->paths[0] = g_strdup(path);
}

static void take_fix(Script *script, const gchar *written)
{
    g_autofree gchar *text = unescaped(written);
    Case *last = script->cases->pdata[script->cases->len - 1];
    const gchar *path;

    last->fixed = place_of(script->place, text, &path);
    last->fixed_path = g_strdup(path);
}

static void set(gchar **place, gchar *text)
{
    g_free(*place);
    *place = text;
}

static void take_line(Script *script)
{
    const gchar *line = next_line(script);
    gsize word = strcspn(line, " ");
    g_autofree gchar *verb = g_strndup(line, word);
    const gchar *rest = line + word + strspn(line + word, " ");
    gboolean report = g_str_equal(verb, "report");

    if (*line == '\0' || *line == '#')
        return;
    if (g_str_equal(verb, "in"))
        set(&script->place, g_strdup(rest));
    else if (g_str_equal(verb, "vocabulary"))
        set(&script->vocabulary, take_block(script));
    else if (g_str_equal(verb, "fix"))
        take_fix(script, rest);
    else if (!report && !g_str_equal(verb, "ok"))
        g_error("%s:%u: what is '%s'?", script->file, script->line, verb);
    else if (g_str_equal(rest, "files"))
        take_files(script, report);
    else
        take_text(script, rest, report);
}

/* ---- running one ---- */

/* The text without its marks, and what they enclose as "path:start-end". */
static gchar *unmarked(const gchar *path, const gchar *text, GPtrArray *marks)
{
    GString *out = g_string_new(NULL);
    gsize start = 0;

    for (; *text; text++) {
        if (g_str_has_prefix(text, OPEN)) {
            start = out->len;
            text += strlen(OPEN) - 1;
        } else if (g_str_has_prefix(text, CLOSE)) {
            g_ptr_array_add(marks,
                            g_strdup_printf("%s:%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " '%s'", path,
                                            start, out->len, out->str + start));
            text += strlen(CLOSE) - 1;
        } else {
            g_string_append_c(out, *text);
        }
    }
    return g_string_free(out, FALSE);
}

/* Every editorial rule but the one is off. */
static void only(Diagnostics *sink, const gchar *rule)
{
    for (RuleId i = 0; i < RULE_COUNT; i++)
        if (rule_row(i)->code && !g_str_equal(rule_row(i)->id, rule))
            diagnostics_set_level(sink, i, LEVEL_OFF);
}

typedef struct {
    gchar *folder;
    Source *source;       /* of the vocabulary */
    YamlNode *vocabulary; /* (nullable) */
    Diagnostics *sink;
} Setting;

static void setting_clear(Setting *setting)
{
    content_remove(setting->folder);
    g_free(setting->folder);
    g_clear_pointer(&setting->vocabulary, yaml_node_free);
    diagnostics_free(setting->sink);
    source_free(setting->source);
}

static Setting setting_new(const Case *one, GPtrArray *marks)
{
    Setting setting = {g_dir_make_tmp("check-XXXXXX", NULL), NULL, NULL, diagnostics_new()};

    content_write(setting.folder, "bulletin.md", CONTENT_FRONT);
    for (guint i = 0; one->paths[i]; i++) {
        g_autofree gchar *text = unmarked(one->paths[i], one->texts[i], marks);
        content_write(setting.folder, one->paths[i], text);
    }
    if (one->vocabulary) {
        setting.source = source_new(g_strdup("vocabulary.yaml"), g_strdup(one->vocabulary),
                                    strlen(one->vocabulary));
        setting.vocabulary =
            yaml_read(setting.source, 0, (guint32) setting.source->length, setting.sink);
        g_assert_nonnull(setting.vocabulary);
    }
    only(setting.sink, one->rule);
    return setting;
}

/* "path:start-end 'text'" of everything that the rule reported. */
static GPtrArray *findings(const Setting *setting, const gchar *rule)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) all = diagnostics_sorted(setting->sink, FALSE);

    for (guint i = 0; i < all->len; i++) {
        const Diagnostic *diagnostic = all->pdata[i];
        Span where = diagnostic->where;
        if (!g_str_equal(rule_row(diagnostic->rule)->id, rule))
            continue;
        if (!where.source) {
            g_ptr_array_add(found, g_strdup("nowhere"));
            continue;
        }
        g_ptr_array_add(found,
                        g_strdup_printf("%s:%u-%u '%.*s'",
                                        where.source->path + strlen(setting->folder) + 1,
                                        where.start, where.end, (int) (where.end - where.start),
                                        where.source->text + where.start));
    }
    return found;
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const gchar *const *) a, *(const gchar *const *) b);
}

static gchar *joined(GPtrArray *lines)
{
    GString *out = g_string_new(NULL);

    g_ptr_array_sort(lines, by_text);
    for (guint i = 0; i < lines->len; i++)
        g_string_append_printf(out, "%s\n", (const gchar *) lines->pdata[i]);
    return g_string_free(out, FALSE);
}

static void check_findings(const Case *one, const Setting *setting, GPtrArray *marks)
{
    g_autoptr(SourceTree) tree = source_tree_read(setting->folder, setting->sink);
    g_autoptr(Bulletin) bulletin = bulletin_build(tree, setting->sink);

    g_assert_nonnull(bulletin);
    check_run(tree, bulletin, setting->vocabulary, setting->sink);
    g_autoptr(GPtrArray) found = findings(setting, one->rule);
    g_autofree gchar *wanted = joined(marks);
    g_autofree gchar *got = joined(found);
    if (one->report && marks->len == 0)
        g_assert_cmpuint(found->len, >, 0);
    else
        g_assert_cmpstr(got, ==, wanted);
    /* The sink outlives what it points to. */
    for (guint i = 0; i < RULE_COUNT; i++)
        diagnostics_set_level(setting->sink, i, LEVEL_OFF);
}

static void check_fix(const Case *one, const Setting *setting)
{
    g_autoptr(Diagnostics) levels = diagnostics_new();
    g_autofree gchar *path = g_build_filename(setting->folder, one->fixed_path, NULL);
    g_autofree gchar *text = NULL;

    only(levels, one->rule);
    g_autoptr(Fixes) fixes = fixes_make(setting->folder, setting->vocabulary, levels);
    g_assert_nonnull(fixes);
    g_assert_true(fixes_write(fixes, levels));
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, one->fixed);
}

static void run_case(gconstpointer data)
{
    const Case *one = data;
    g_autoptr(GPtrArray) marks = g_ptr_array_new_with_free_func(g_free);
    Setting setting = setting_new(one, marks);

    g_assert_true(one->report || marks->len == 0);
    check_findings(one, &setting, marks);
    if (one->fixed)
        check_fix(one, &setting);
    setting_clear(&setting);
}

/* ---- the files ---- */

static gchar *path_of(const gchar *rule)
{
    g_autofree gchar *name = g_strconcat(rule, ".txt", NULL);

    return g_build_filename(FOLDER, name, NULL);
}

static GPtrArray *read_cases(const gchar *rule)
{
    GPtrArray *cases = g_ptr_array_new_with_free_func(case_free);
    g_autofree gchar *path = path_of(rule), *text = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return cases;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Script script = {rule, path, 0, g_strdup("paragraph"), NULL, lines, cases};
    while (*script.at)
        take_line(&script);
    g_free(script.place);
    g_free(script.vocabulary);
    return cases;
}

/* Every rule has texts enough, and a file has its rule. */
static void check_coverage(gconstpointer data)
{
    const GPtrArray *cases = data;
    const RuleRow *row =
        rule_row((RuleId) GPOINTER_TO_UINT(g_ptr_array_index(cases, cases->len - 1)));
    guint report = 0, ok = 0, fixed = 0;

    for (guint i = 0; i + 1 < cases->len; i++) {
        const Case *one = cases->pdata[i];
        report += one->report;
        ok += !one->report;
        fixed += one->fixed != NULL;
    }
    g_test_message("%s: %u to report, %u not, %u mended", row->id, report, ok, fixed);
    g_assert_cmpuint(report, >=, LEAST_CASES);
    g_assert_cmpuint(ok, >=, LEAST_CASES);
    g_assert_true(!row->fixable || fixed > 0);
}

static void test_names(void)
{
    g_autoptr(GDir) folder = g_dir_open(FOLDER, 0, NULL);
    const gchar *name;
    RuleId rule;

    g_assert_nonnull(folder);
    while ((name = g_dir_read_name(folder))) {
        g_autofree gchar *id = g_strndup(name, strcspn(name, "."));
        if (!rule_find(id, &rule) || !rule_row(rule)->code)
            g_error("%s/%s is no editorial rule's", FOLDER, name);
    }
}

/* Symbols of one id share a file. */
static gboolean is_first(RuleId rule)
{
    RuleId first;

    return rule_row(rule)->code && rule_find(rule_row(rule)->id, &first) && first == rule;
}

int main(int argc, char **argv)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify) g_ptr_array_unref);

    setlocale(LC_ALL, "");
    g_test_init(&argc, &argv, NULL);
    g_test_set_nonfatal_assertions(); /* all that fail are told, not the first alone */
    g_test_add_func("/names", test_names);
    for (RuleId i = 0; i < RULE_COUNT; i++) {
        if (!is_first(i))
            continue;
        GPtrArray *cases = read_cases(rule_row(i)->id);
        g_autofree gchar *name = g_strdup_printf("/%s/coverage", rule_row(i)->id);
        for (guint k = 0; k < cases->len; k++)
            g_test_add_data_func(((Case *) cases->pdata[k])->name, cases->pdata[k], run_case);
        g_ptr_array_set_free_func(cases, NULL);
        g_ptr_array_add(cases, GUINT_TO_POINTER(i));
        g_test_add_data_func(name, cases, check_coverage);
        g_ptr_array_add(all, cases);
    }
    return g_test_run();
}

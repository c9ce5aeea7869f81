#include "check/config.h"

#include "base/deps.h"
#include "base/diag_rows.h"
#include "check/vocabulary.h"
#include "source/folder.h"
#include "source/tree.h"

#include <errno.h>
#include <string.h>

#define FILE_NAME ".mkbulletin.yaml"
#define VOCABULARY "vocabulary.yaml"
#define MOST_BYTES ((gsize) 4 * 1024 * 1024)

static gboolean read_level(const gchar *word, RuleLevel *level)
{
    static const struct {
        const gchar *word;
        RuleLevel level;
    } words[] = {{"off", LEVEL_OFF}, {"warning", LEVEL_WARNING}, {"error", LEVEL_ERROR}};

    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        if (g_str_equal(words[i].word, word)) {
            *level = words[i].level;
            return TRUE;
        }
    }
    return FALSE;
}

/* ---- the command line ---- */

void check_config_set_rule(const gchar *written, Diagnostics *sink)
{
    const gchar *equals = strchr(written, '=');
    g_autofree gchar *name =
        equals ? g_strndup(written, (gsize) (equals - written)) : g_strdup(written);
    RuleId rule;
    RuleLevel level;

    if (!rule_find(name, &rule)) {
        const gchar *near = rule_nearest(name);
        diag_report(sink, near ? RULE_UNKNOWN_RULE_NEAR : RULE_UNKNOWN_RULE, SPAN_NONE, name, near,
                    NULL);
    } else if (!read_level(equals ? equals + 1 : "", &level)) {
        diag_report(sink, RULE_RULE_LEVEL, SPAN_NONE, name, equals ? equals + 1 : "", NULL);
    } else if (rule_is_hard(rule) && level != LEVEL_ERROR) {
        diag_report(sink, RULE_RULE_IS_HARD, SPAN_NONE, name, equals + 1, NULL);
    } else {
        diagnostics_set_level(sink, rule, level);
    }
}

/* ---- the file ---- */

/* A file as it may stand in a folder that somebody else wrote: links and .. are followed as long as
 * they stay in it. NULL after reporting, at `where`. */
typedef struct {
    const gchar *folder, *path;
    Span where;
} ConfigFile;

static gboolean report_failed(const ConfigFile *file, ReadResult result, Diagnostics *sink)
{
    int error = result == READ_TOO_LONG ? EFBIG : errno;

    if (result == READ_NOT_REGULAR)
        diag_report(sink, RULE_NOT_REGULAR_FILE, file->where, file->path, NULL);
    else if (result != READ_OK)
        diag_report(sink, RULE_UNREADABLE, file->where, file->path, g_strerror(error), NULL);
    return result == READ_OK;
}

static gboolean read_below(const ConfigFile *file, const FolderRoot *root, gchar **text,
                           gsize *length, Diagnostics *sink)
{
    g_autofree gchar *target = NULL;

    switch (folder_resolve(root, file->path, &target)) {
    case FOUND_FILE:
        return report_failed(file, folder_read(root, target, MOST_BYTES, text, length), sink);
    case FOUND_OUTSIDE:
        diag_report(sink, RULE_LINK_OUTSIDE, file->where, file->path, NULL);
        return FALSE;
    case FOUND_FOLDER:
    case FOUND_OTHER:
        return report_failed(file, READ_NOT_REGULAR, sink);
    case FOUND_NOTHING:
        break;
    }
    return report_failed(file, READ_FAILED, sink);
}

static Source *read_source(CheckConfig *config, const ConfigFile *file, Diagnostics *sink)
{
    gchar *text = NULL;
    gsize length = 0;
    FolderRoot root;

    if (!folder_root_open(&root, file->folder)) {
        report_failed(file, READ_FAILED, sink);
        return NULL;
    }
    gboolean good = read_below(file, &root, &text, &length, sink);
    folder_root_close(&root);
    if (!good)
        return NULL;
    Source *source = source_new(g_strdup(file->path), text, length);
    g_ptr_array_add(config->sources, source);
    return source_validate_data(source, sink) ? source : NULL;
}

static YamlNode *read_yaml(CheckConfig *config, const ConfigFile *file, Diagnostics *sink)
{
    const Source *source = read_source(config, file, sink);

    return source ? yaml_read(source, 0, (guint32) source->length, sink) : NULL;
}

/* (transfer full) */
static gchar *own_folder(const gchar *bulletin)
{
    return g_file_test(bulletin, G_FILE_TEST_IS_DIR) ? g_strdup(bulletin)
                                                     : g_path_get_dirname(bulletin);
}

static gboolean has(const gchar *folder, const gchar *name)
{
    g_autofree gchar *path = g_build_filename(folder, name, NULL);

    deps_note_place(path);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* The folder that has the file, at or above that of the bulletin; NULL: none. The path is as short
 * as the bulletin's own until it has to go up. */
static gchar *find_folder(const gchar *bulletin)
{
    gchar *at = own_folder(bulletin);

    for (guint depth = 0; depth < 200; depth++) {
        if (has(at, FILE_NAME))
            return at;
        g_autofree gchar *real = g_canonicalize_filename(at, NULL);
        if (has(at, ".git") || g_str_equal(real, "/"))
            break;
        gchar *above = g_path_get_dirname(real);
        g_free(at);
        at = above;
    }
    g_free(at);
    return NULL;
}

static void take_level(const YamlPair *pair, Diagnostics *sink)
{
    gboolean scalar = pair->value->kind == YAML_SCALAR_NODE_KIND;
    const gchar *word = scalar ? pair->value->text : "";
    RuleId rule;
    RuleLevel level;

    if (!rule_find(pair->key, &rule)) {
        const gchar *near = rule_nearest(pair->key);
        diag_report(sink, near ? RULE_RULE_IN_FILE_NEAR : RULE_RULE_IN_FILE, pair->key_span,
                    pair->key, near, NULL);
    } else if (!read_level(word, &level)) {
        diag_report(sink, RULE_LEVEL_IN_FILE, scalar ? pair->value->span : pair->key_span,
                    pair->key, word, NULL);
    } else if (rule_is_hard(rule) && level != LEVEL_ERROR) {
        diag_report(sink, RULE_HARD_IN_FILE, pair->key_span, pair->key, NULL);
    } else {
        diagnostics_set_level(sink, rule, level);
    }
}

static void report_kind(const YamlPair *pair, const gchar *zh, const gchar *en, Diagnostics *sink)
{
    diag_report(sink, RULE_WRONG_KIND, pair->key_span, pair->key, zh, en, NULL);
}

static void take_rules(const YamlPair *pair, Diagnostics *sink)
{
    if (pair->value->kind != YAML_MAP_NODE_KIND) {
        report_kind(pair, "“规则: off”这样的各行", "lines of 'rule: off'", sink);
        return;
    }
    for (guint i = 0; i < pair->value->pairs->len; i++)
        take_level(&g_array_index(pair->value->pairs, YamlPair, i), sink);
}

static void take_strict(CheckConfig *config, const YamlPair *pair, Diagnostics *sink)
{
    const gchar *word = pair->value->kind == YAML_SCALAR_NODE_KIND ? pair->value->text : "";

    config->strict = g_str_equal(word, "true") || g_str_equal(word, "是");
    if (!config->strict && !g_str_equal(word, "false") && !g_str_equal(word, "否"))
        report_kind(pair, "“是”或“否”", "true or false", sink);
}

static void read_vocabulary(CheckConfig *config, const ConfigFile *file, Diagnostics *sink)
{
    g_clear_pointer(&config->vocabulary, yaml_node_free);
    config->vocabulary = read_yaml(config, file, sink);
    if (config->vocabulary && config->vocabulary->kind != YAML_MAP_NODE_KIND)
        diag_report(sink, RULE_WRONG_KIND, config->vocabulary->span, file->path,
                    "“项目: 内容”这样的各行", "lines of 'key: value'", NULL);
    else if (config->vocabulary)
        vocabulary_check(config->vocabulary, sink);
}

/* (transfer full) */
static gchar *path_from(const gchar *folder, const gchar *named)
{
    return g_path_is_absolute(named) ? g_strdup(named) : g_build_filename(folder, named, NULL);
}

static void take_vocabulary(CheckConfig *config, const gchar *folder, const YamlPair *pair,
                            Diagnostics *sink)
{
    if (pair->value->kind != YAML_SCALAR_NODE_KIND || *pair->value->text == '\0') {
        report_kind(pair, "一个文件的路径", "the path of a file", sink);
        return;
    }
    g_autofree gchar *path = path_from(folder, pair->value->text);
    deps_note_place(path);
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        diag_report(sink, RULE_NO_SUCH_FILE, pair->value->span, pair->value->text, NULL);
        return;
    }
    const ConfigFile file = {folder, path, pair->value->span};
    read_vocabulary(config, &file, sink);
}

/* One that nothing names: in the bulletin's folder, or beside .mkbulletin.yaml. */
static void find_vocabulary(CheckConfig *config, const gchar *bulletin, const gchar *folder,
                            Diagnostics *sink)
{
    g_autofree gchar *own = own_folder(bulletin);
    const gchar *const folders[] = {own, folder};

    for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
        if (!folders[i] || !has(folders[i], VOCABULARY))
            continue;
        g_autofree gchar *path = g_build_filename(folders[i], VOCABULARY, NULL);
        const ConfigFile file = {folders[i], path, SPAN_NONE};
        read_vocabulary(config, &file, sink);
        return;
    }
}

static void report_unknown(const YamlPair *pair, Diagnostics *sink)
{
    static const gchar *const known[] = {"rules",      "规则", "strict", "严格",
                                         "vocabulary", "词汇", NULL};
    const gchar *near = nearest_word(pair->key, known);

    diag_report(sink, near ? RULE_UNKNOWN_KEY_NEAR : RULE_UNKNOWN_KEY, pair->key_span, pair->key,
                near, NULL);
}

static gboolean is(const YamlPair *pair, const gchar *en, const gchar *zh)
{
    return g_str_equal(pair->key, en) || g_str_equal(pair->key, zh);
}

static void take_pair(CheckConfig *config, const gchar *folder, const YamlPair *pair,
                      Diagnostics *sink)
{
    if (is(pair, "rules", "规则"))
        take_rules(pair, sink);
    else if (is(pair, "strict", "严格"))
        take_strict(config, pair, sink);
    else if (is(pair, "vocabulary", "词汇"))
        take_vocabulary(config, folder, pair, sink);
    else
        report_unknown(pair, sink);
}

/* (transfer full) (nullable) */
static YamlNode *read_map(CheckConfig *config, const gchar *folder, Diagnostics *sink)
{
    g_autofree gchar *path = g_build_filename(folder, FILE_NAME, NULL);
    const ConfigFile file = {folder, path, SPAN_NONE};
    YamlNode *map = read_yaml(config, &file, sink);

    if (!map || map->kind == YAML_MAP_NODE_KIND)
        return map;
    diag_report(sink, RULE_WRONG_KIND, map->span, FILE_NAME, "“项目: 内容”这样的各行",
                "lines of 'key: value'", NULL);
    yaml_node_free(map);
    return NULL;
}

static CheckConfig *config_new(void)
{
    CheckConfig *config = g_new0(CheckConfig, 1);

    config->sources = sources_new();
    return config;
}

/* "vocabulary.yaml" where .mkbulletin.yaml names none. (transfer full) */
static gchar *vocabulary_in(const gchar *folder)
{
    g_autoptr(CheckConfig) config = config_new();
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    g_autoptr(YamlNode) map = read_map(config, folder, unheard);

    for (guint i = 0; map && i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        if (is(pair, "vocabulary", "词汇") && pair->value->kind == YAML_SCALAR_NODE_KIND)
            return path_from(folder, pair->value->text);
    }
    return g_build_filename(folder, VOCABULARY, NULL);
}

GPtrArray *check_config_files_above(const gchar *bulletin)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    g_autofree gchar *folder = find_folder(bulletin);
    g_autofree gchar *own = own_folder(bulletin);

    if (folder && !g_str_equal(folder, own)) {
        g_ptr_array_add(files, g_build_filename(folder, FILE_NAME, NULL));
        g_ptr_array_add(files, vocabulary_in(folder));
    }
    return files;
}

static CheckConfig *read_config(const gchar *bulletin, gboolean vocabulary_only, Diagnostics *sink)
{
    CheckConfig *config = config_new();
    g_autofree gchar *folder = find_folder(bulletin);
    g_autoptr(YamlNode) map = folder ? read_map(config, folder, sink) : NULL;
    gboolean named = FALSE;
    for (guint i = 0; map && i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        gboolean words = is(pair, "vocabulary", "词汇");
        named = named || words;
        if (words || !vocabulary_only)
            take_pair(config, folder, pair, sink);
    }
    if (!named)
        find_vocabulary(config, bulletin, folder, sink);
    return config;
}

CheckConfig *check_config_read(const gchar *bulletin, Diagnostics *sink)
{
    return read_config(bulletin, FALSE, sink);
}

CheckConfig *check_config_read_vocabulary(const gchar *bulletin, Diagnostics *sink)
{
    return read_config(bulletin, TRUE, sink);
}

void check_config_free(CheckConfig *config)
{
    if (!config)
        return;
    g_clear_pointer(&config->vocabulary, yaml_node_free);
    g_ptr_array_unref(config->sources);
    g_free(config);
}

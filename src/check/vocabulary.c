#include "check/vocabulary.h"

#include "base/text.h"

static const gchar *const keys[] = {"preferred", "首选", "forbidden", "禁用",
                                    "names",     "名称", NULL};

static gboolean is(const YamlPair *pair, const gchar *en, const gchar *zh)
{
    return g_str_equal(pair->key, en) || g_str_equal(pair->key, zh);
}

static gboolean is_word(const YamlNode *node)
{
    return node->kind == YAML_SCALAR_NODE_KIND && *node->text != '\0';
}

/* ---- faults ---- */

static void report_kind(Span span, const gchar *key, const gchar *zh, const gchar *en,
                        Diagnostics *sink)
{
    diag_report(sink, RULE_WRONG_KIND, span, key, zh, en, NULL);
}

static void check_word(const YamlNode *node, const gchar *key, Diagnostics *sink)
{
    if (!is_word(node))
        report_kind(node->span, key, "文字", "text", sink);
}

static void check_list(const YamlNode *list, const gchar *key, Diagnostics *sink)
{
    for (guint i = 0; i < list->items->len; i++)
        check_word(list->items->pdata[i], key, sink);
}

static void check_preferred(const YamlPair *pair, Diagnostics *sink)
{
    if (pair->value->kind != YAML_MAP_NODE_KIND) {
        report_kind(pair->key_span, pair->key, "“规定的词: 不用的写法”这样的各行",
                    "lines of 'word: what is not written'", sink);
        return;
    }
    for (guint i = 0; i < pair->value->pairs->len; i++) {
        const YamlPair *one = &g_array_index(pair->value->pairs, YamlPair, i);
        if (one->value->kind == YAML_LIST_NODE_KIND)
            check_list(one->value, one->key, sink);
        else
            check_word(one->value, one->key, sink);
    }
}

static void check_forbidden(const YamlPair *pair, Diagnostics *sink)
{
    if (pair->value->kind == YAML_LIST_NODE_KIND) {
        check_list(pair->value, pair->key, sink);
    } else if (pair->value->kind == YAML_MAP_NODE_KIND) {
        for (guint i = 0; i < pair->value->pairs->len; i++)
            check_word(g_array_index(pair->value->pairs, YamlPair, i).value, pair->key, sink);
    } else {
        report_kind(pair->key_span, pair->key, "列表，或“词: 理由”这样的各行",
                    "a list, or lines of 'word: reason'", sink);
    }
}

static void check_pair(const YamlPair *pair, Diagnostics *sink)
{
    if (is(pair, "preferred", "首选")) {
        check_preferred(pair, sink);
    } else if (is(pair, "forbidden", "禁用")) {
        check_forbidden(pair, sink);
    } else if (!is(pair, "names", "名称")) {
        const gchar *near = nearest_word(pair->key, keys);
        diag_report(sink, near ? RULE_UNKNOWN_KEY_NEAR : RULE_UNKNOWN_KEY, pair->key_span,
                    pair->key, near, NULL);
    } else if (pair->value->kind != YAML_LIST_NODE_KIND) {
        report_kind(pair->key_span, pair->key, "列表", "a list", sink);
    } else {
        check_list(pair->value, pair->key, sink);
    }
}

void vocabulary_check(const YamlNode *map, Diagnostics *sink)
{
    for (guint i = 0; i < map->pairs->len; i++)
        check_pair(&g_array_index(map->pairs, YamlPair, i), sink);
}

/* ---- what it says ---- */

static const YamlNode *get(const YamlNode *map, const gchar *en, const gchar *zh)
{
    if (!map || map->kind != YAML_MAP_NODE_KIND)
        return NULL;
    const YamlNode *value = yaml_get(map, en);
    return value ? value : yaml_get(map, zh);
}

static void add(GArray *words, const YamlNode *word, const gchar *better)
{
    VocabularyWord one = {word->text, better, NULL};

    if (is_word(word) && g_strcmp0(word->text, better) != 0)
        g_array_append_val(words, one);
}

static void add_list(GArray *words, const YamlNode *list, const gchar *better)
{
    for (guint i = 0; i < list->items->len; i++)
        add(words, list->items->pdata[i], better);
}

static void add_preferred(GArray *words, const YamlNode *map)
{
    for (guint i = 0; i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        if (pair->value->kind == YAML_LIST_NODE_KIND)
            add_list(words, pair->value, pair->key);
        else
            add(words, pair->value, pair->key);
    }
}

static void add_reasons(GArray *words, const YamlNode *map)
{
    for (guint i = 0; i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        VocabularyWord one = {pair->key, NULL, pair->value->text};
        if (*pair->key != '\0' && is_word(pair->value))
            g_array_append_val(words, one);
    }
}

GArray *vocabulary_words(const YamlNode *map)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(VocabularyWord));
    const YamlNode *preferred = get(map, "preferred", "首选");
    const YamlNode *forbidden = get(map, "forbidden", "禁用");

    if (preferred && preferred->kind == YAML_MAP_NODE_KIND)
        add_preferred(words, preferred);
    if (forbidden && forbidden->kind == YAML_LIST_NODE_KIND)
        add_list(words, forbidden, NULL);
    else if (forbidden && forbidden->kind == YAML_MAP_NODE_KIND)
        add_reasons(words, forbidden);
    return words;
}

GPtrArray *vocabulary_names(const YamlNode *map)
{
    GPtrArray *names = g_ptr_array_new();
    const YamlNode *list = get(map, "names", "名称");

    for (guint i = 0; list && list->kind == YAML_LIST_NODE_KIND && i < list->items->len; i++) {
        const YamlNode *name = list->items->pdata[i];
        if (is_word(name))
            g_ptr_array_add(names, name->text);
    }
    return names;
}

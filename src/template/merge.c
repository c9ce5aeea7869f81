#include "template/merge.h"

#include <string.h>

typedef struct {
    Diagnostics *sink;
    gboolean failed;
} Merging;

static YamlPair *find_pair(YamlNode *map, const gchar *key)
{
    for (guint i = 0; i < map->pairs->len; i++) {
        YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        if (g_str_equal(pair->key, key))
            return pair;
    }
    return NULL;
}

/* The base's pair of a key, or a new one at the end. */
static YamlPair *pair_for(YamlNode *map, const gchar *key, Span key_span)
{
    YamlPair *pair = find_pair(map, key);
    YamlPair fresh = {g_strdup(key), key_span, NULL};

    if (pair) {
        g_free(fresh.key);
        pair->key_span = key_span;
        return pair;
    }
    g_array_append_val(map->pairs, fresh);
    return &g_array_index(map->pairs, YamlPair, map->pairs->len - 1);
}

/* A blank value is a slip, as anywhere; to leave a key out is written. */
static gboolean leaves_out(const YamlNode *value)
{
    return value->kind == YAML_SCALAR_NODE_KIND && value->plain &&
           (g_str_equal(value->text, "~") || g_str_equal(value->text, "null"));
}

/* What a list of the own template is for. */
typedef enum { ADD_NOTHING, ADD_IN_FRONT, ADD_AT_END } Addition;

static Addition addition_of(const gchar *written)
{
    gsize length = strlen(written);

    if (length > 1 && written[0] == '+')
        return ADD_IN_FRONT;
    return length > 1 && written[length - 1] == '+' ? ADD_AT_END : ADD_NOTHING;
}

static gchar *bare_key(const gchar *written, Addition addition)
{
    if (addition == ADD_IN_FRONT)
        return g_strdup(written + 1);
    return g_strndup(written, strlen(written) - (addition == ADD_AT_END));
}

static void report(Merging *merging, Span where, const gchar *key, const gchar *zh, const gchar *en)
{
    g_autofree gchar *text_zh = g_strdup_printf("“%s”%s", key, zh);
    g_autofree gchar *text_en = g_strdup_printf("'%s' %s", key, en);

    diag_report(merging->sink, RULE_BAD_TEMPLATE, where, text_zh, text_en, NULL);
    merging->failed = TRUE;
}

/* Moves the items of one list to the other. */
static void add_to_list(YamlNode *list, YamlNode *added, Addition addition)
{
    GPtrArray *first = addition == ADD_IN_FRONT ? added->items : list->items;
    GPtrArray *second = addition == ADD_IN_FRONT ? list->items : added->items;

    g_ptr_array_extend_and_steal(first, second);
    list->items = first;
    added->items = NULL;
}

static void add_items(Merging *merging, YamlNode *map, YamlPair *own, Addition addition)
{
    g_autofree gchar *key = bare_key(own->key, addition);

    if (own->value->kind != YAML_LIST_NODE_KIND) {
        report(merging, own->key_span, own->key, "应当是列表", "should be a list");
        return;
    }
    YamlPair *pair = pair_for(map, key, own->key_span);
    if (!pair->value) {
        pair->value = g_steal_pointer(&own->value);
    } else if (pair->value->kind == YAML_LIST_NODE_KIND) {
        add_to_list(pair->value, own->value, addition);
    } else {
        report(merging, own->key_span, key, "在原模板里不是列表，不能添加",
               "is no list in the template that this one extends: nothing can be added");
    }
}

static void put_map(Merging *merging, YamlNode *map, YamlNode *own);

static void put_value(Merging *merging, YamlNode *map, YamlPair *own)
{
    YamlPair *pair = pair_for(map, own->key, own->key_span);

    if (leaves_out(own->value)) {
        g_clear_pointer(&pair->value, yaml_node_free);
    } else if (own->value->kind != YAML_MAP_NODE_KIND) {
        g_clear_pointer(&pair->value, yaml_node_free);
        pair->value = g_steal_pointer(&own->value);
    } else {
        if (!pair->value || pair->value->kind != YAML_MAP_NODE_KIND) {
            g_clear_pointer(&pair->value, yaml_node_free);
            pair->value = yaml_map_new(own->value->span);
        }
        put_map(merging, pair->value, own->value);
    }
}

/* Lists are added to those of before, so the order of the own keys does not matter. */
static void put_map(Merging *merging, YamlNode *map, YamlNode *own)
{
    map->span = own->span;
    for (guint i = 0; i < own->pairs->len; i++) {
        YamlPair *pair = &g_array_index(own->pairs, YamlPair, i);
        Addition addition = addition_of(pair->key);
        g_autofree gchar *key = bare_key(pair->key, addition);
        if (addition == ADD_NOTHING)
            put_value(merging, map, pair);
        else if (find_pair(own, key))
            report(merging, pair->key_span, pair->key, "不能与不带“+”的同名项目一同写",
                   "cannot stand beside the key without '+'");
        else
            add_items(merging, map, pair, addition);
    }
}

YamlNode *template_merge(YamlNode *base, YamlNode *own, Diagnostics *sink, gboolean *failed)
{
    Merging merging = {.sink = sink};

    put_map(&merging, base, own);
    yaml_node_free(own);
    *failed |= merging.failed;
    return base;
}

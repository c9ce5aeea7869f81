#include "template/rows.h"

#include <string.h>

void report_template(Reader *reader, Span where, const gchar *zh, const gchar *en)
{
    diag_report(reader->sink, RULE_BAD_TEMPLATE, where, zh, en, NULL);
    reader->failed = TRUE;
}

void report_missing(Reader *reader, Span where, const gchar *key)
{
    g_autofree gchar *zh = g_strdup_printf("缺少“%s”", key);
    g_autofree gchar *en = g_strdup_printf("'%s' is missing", key);

    report_template(reader, where, zh, en);
}

void report_unknown(Reader *reader, const YamlPair *pair, const gchar *const *known)
{
    const gchar *near = nearest_word(pair->key, known);

    if (near)
        diag_report(reader->sink, RULE_UNKNOWN_KEY_NEAR, pair->key_span, pair->key, near, NULL);
    else
        diag_report(reader->sink, RULE_UNKNOWN_KEY, pair->key_span, pair->key, NULL);
    reader->failed = TRUE;
}

void report_value(Reader *reader, const gchar *key, const YamlNode *value,
                  const gchar *const *known)
{
    g_autofree gchar *list = g_strjoinv(" ", (gchar **) known);

    diag_report(reader->sink, RULE_BAD_VALUE, value->span, key, value->text, list, NULL);
    reader->failed = TRUE;
}

void report_kind(Reader *reader, const gchar *key, Span where, const gchar *zh, const gchar *en)
{
    g_autofree gchar *text_zh = g_strdup_printf("“%s”应当是%s", key, zh);
    g_autofree gchar *text_en = g_strdup_printf("'%s' should be %s", key, en);

    report_template(reader, where, text_zh, text_en);
}

/* "key:" with nothing after it, and the words that YAML has for nothing. */
static gboolean is_null(const YamlNode *node)
{
    static const gchar *const nulls[] = {"", "~", "null", "Null", "NULL", NULL};

    return node->kind == YAML_SCALAR_NODE_KIND && node->plain && g_strv_contains(nulls, node->text);
}

gboolean node_is(Reader *reader, const gchar *key, const YamlNode *node, YamlKind kind)
{
    static const struct {
        const gchar *zh, *en;
    } names[] = {
        [YAML_SCALAR_NODE_KIND] = {"一个值", "one value"},
        [YAML_LIST_NODE_KIND] = {"列表", "a list"},
        [YAML_MAP_NODE_KIND] = {"下设项目的一组", "a group of keys"},
    };

    if (node->kind == kind && !is_null(node))
        return TRUE;
    report_kind(reader, key, node->span, names[kind].zh, names[kind].en);
    return FALSE;
}

gboolean value_is(Reader *reader, const YamlPair *pair, YamlKind kind)
{
    if (!pair->value)
        return FALSE;
    /* A map or list runs over many lines: its key is the better place to point at. */
    YamlNode shown = *pair->value;

    if (shown.kind != YAML_SCALAR_NODE_KIND)
        shown.span = pair->key_span;
    return node_is(reader, pair->key, &shown, kind);
}

static const YamlPair *find_pair(const YamlNode *map, const gchar *key)
{
    for (guint i = 0; i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        if (g_str_equal(pair->key, key))
            return pair;
    }
    return NULL;
}

static void check_keys(Reader *reader, const Row *rows, const YamlNode *map)
{
    g_autoptr(GPtrArray) keys = g_ptr_array_new();

    for (const Row *row = rows; row->key; row++)
        g_ptr_array_add(keys, (gpointer) row->key);
    g_ptr_array_add(keys, NULL);
    for (guint i = 0; i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        if (!g_strv_contains((const gchar *const *) keys->pdata, pair->key))
            report_unknown(reader, pair, (const gchar *const *) keys->pdata);
    }
}

void rows_read(Reader *reader, const Row *rows, const YamlNode *map, Span where, gpointer target)
{
    check_keys(reader, rows, map);
    for (const Row *row = rows; row->key; row++) {
        const YamlPair *pair = find_pair(map, row->key);
        if (pair && pair->value) {
            row->read(reader, row, pair, (gchar *) target + row->offset);
        } else if (!row->optional) {
            report_missing(reader, pair ? pair->key_span : where, row->key);
            if (row->missing)
                row->missing(reader);
        }
    }
}

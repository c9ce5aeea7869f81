#include "model/keys.h"

#define BYTE_ORDER_MARK_BYTES 3

YamlNode *front_read(const SourceEntry *entry, gboolean *fault, Diagnostics *sink)
{
    static const Words expected = {"lines of 'key: value'", "“项目: 内容”形式的各行"};

    *fault = FALSE;
    if (entry->front_start == entry->front_end) {
        /* Front matter that was too long to read leaves no bytes, but has moved the body. */
        *fault = entry->body_start == entry->front_end && entry->body_start > BYTE_ORDER_MARK_BYTES;
        return NULL;
    }
    g_autoptr(YamlNode) root = yaml_read(entry->source, entry->front_start, entry->front_end, sink);
    if (root && root->kind != YAML_MAP_NODE_KIND) {
        diag_report(sink, RULE_WRONG_KIND, root->span, "---", expected.zh, expected.en, NULL);
        g_clear_pointer(&root, yaml_node_free);
    }
    *fault = root == NULL;
    return g_steal_pointer(&root);
}

static gboolean is_blank(const gchar *text)
{
    while (g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return *text == '\0';
}

gboolean value_is_empty(const YamlNode *value)
{
    static const gchar *const nothing[] = {"~", "null", "Null", "NULL", NULL};

    switch (value->kind) {
    case YAML_LIST_NODE_KIND:
        return value->items->len == 0;
    case YAML_MAP_NODE_KIND:
        return value->pairs->len == 0;
    default:
        return is_blank(value->text) || (value->plain && g_strv_contains(nothing, value->text));
    }
}

gboolean key_is(const gchar *key, Words name)
{
    return g_str_equal(key, name.en) || g_str_equal(key, name.zh);
}

const YamlPair *keys_find(const YamlNode *map, Words name)
{
    for (guint i = 0; map && i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        if (key_is(pair->key, name))
            return pair;
    }
    return NULL;
}

static const KeyRow *row_of(const KeyRow *rows, const gchar *key)
{
    for (; rows->name.en; rows++)
        if (key_is(key, rows->name))
            return rows;
    return NULL;
}

static gboolean is_ascii(const gchar *text)
{
    for (; *text; text++)
        if ((guchar) *text >= 0x80)
            return FALSE;
    return TRUE;
}

/* What an editor wrote more than the key of: 抄送机关 of 抄送. (transfer none) (nullable) */
static const gchar *longest_begun(const gchar *written, const GPtrArray *known)
{
    const gchar *longest = NULL;

    for (guint i = 0; known->pdata[i]; i++) {
        const gchar *key = known->pdata[i];
        if (g_str_has_prefix(written, key) && (!longest || strlen(key) > strlen(longest)))
            longest = key;
    }
    return longest;
}

/* The suggestion is in the script that the editor wrote. (transfer none) (nullable) */
static const gchar *nearest_key(const KeyRow *rows, guint here, const gchar *written)
{
    gboolean english = is_ascii(written);
    g_autoptr(GPtrArray) known = g_ptr_array_new();

    for (; rows->name.en; rows++)
        if (rows->where & here)
            g_ptr_array_add(known, (gpointer) (english ? rows->name.en : rows->name.zh));
    g_ptr_array_add(known, NULL);
    const gchar *begun = english ? NULL : longest_begun(written, known);
    return begun ? begun : nearest_word(written, (const gchar *const *) known->pdata);
}

/* A message of a key that is wrong here, with all that are right. */
static void report_allowed(RuleId rule, const KeyRow *rows, guint here, const YamlPair *pair,
                           Diagnostics *sink)
{
    g_autoptr(GString) zh = g_string_new(NULL);
    g_autoptr(GString) en = g_string_new(NULL);

    for (; rows->name.en; rows++) {
        if (!(rows->where & here))
            continue;
        g_string_append_printf(zh, "%s%s", zh->len > 0 ? "、" : "", rows->name.zh);
        g_string_append_printf(en, "%s%s", en->len > 0 ? ", " : "", rows->name.en);
    }
    diag_report(sink, rule, pair->key_span, pair->key, zh->str, en->str, NULL);
}

static void report_unknown(const KeyRow *rows, guint here, const YamlPair *pair, Diagnostics *sink)
{
    const gchar *near = nearest_key(rows, here, pair->key);

    if (near)
        diag_report(sink, RULE_UNKNOWN_KEY_NEAR, pair->key_span, pair->key, near, NULL);
    else
        report_allowed(RULE_UNKNOWN_KEY_ALLOWED, rows, here, pair, sink);
}

static void report_place(const KeyRow *rows, guint here, const YamlPair *pair, Diagnostics *sink)
{
    report_allowed(RULE_KEY_PLACE, rows, here, pair, sink);
}

guint64 keys_read(const KeyRow *rows, guint here, const YamlNode *map, gpointer target,
                  Diagnostics *sink)
{
    guint64 written = 0, given = 0;

    for (guint i = 0; i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        const KeyRow *row = row_of(rows, pair->key);
        if (!row) {
            report_unknown(rows, here, pair, sink);
            continue;
        }
        guint64 bit = G_GUINT64_CONSTANT(1) << (row - rows);
        if (written & bit) {
            diag_report(sink, RULE_DUPLICATE_KEY, pair->key_span, pair->key, NULL);
        } else if (!(row->where & here)) {
            report_place(rows, here, pair, sink);
        } else if (!value_is_empty(pair->value)) {
            row->read(row, pair, target, sink);
            given |= bit;
        }
        written |= bit;
    }
    return given;
}

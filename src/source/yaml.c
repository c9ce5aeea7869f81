#include "source/yaml.h"

#include <string.h>
#include <yaml.h>

#include "source/yaml_fault.h"

#define MOST_DEPTH 16
#define MOST_BYTES (64 * 1024)

typedef struct {
    yaml_parser_t parser;
    const Source *source;
    guint32 start, end;
    Diagnostics *sink;
    gboolean failed;
    gboolean duplicate; /* reading goes on, to find them all, but gives nothing */
    /* libyaml counts characters, spans count bytes; its places move mostly forward, so the last one
     * is where the next search begins */
    gsize last_index;
    guint32 last_byte;
} Reading;

static void pair_clear(gpointer data)
{
    YamlPair *pair = data;
    g_clear_pointer(&pair->key, g_free);
    g_clear_pointer(&pair->value, yaml_node_free);
}

void yaml_node_free(YamlNode *node)
{
    if (!node)
        return;
    g_free(node->text);
    g_clear_pointer(&node->items, g_ptr_array_unref);
    g_clear_pointer(&node->pairs, g_array_unref);
    g_free(node);
}

static YamlNode *node_new(YamlKind kind, Span span)
{
    YamlNode *node = g_new0(YamlNode, 1);
    node->kind = kind;
    node->span = span;
    if (kind == YAML_LIST_NODE_KIND)
        node->items = g_ptr_array_new_with_free_func((GDestroyNotify) yaml_node_free);
    if (kind == YAML_MAP_NODE_KIND) {
        node->pairs = g_array_new(FALSE, TRUE, sizeof(YamlPair));
        g_array_set_clear_func(node->pairs, pair_clear);
    }
    return node;
}

YamlNode *yaml_map_new(Span span)
{
    return node_new(YAML_MAP_NODE_KIND, span);
}

const YamlNode *yaml_get(const YamlNode *map, const gchar *key)
{
    if (!map || map->kind != YAML_MAP_NODE_KIND)
        return NULL;
    for (guint i = 0; i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        if (strcmp(pair->key, key) == 0)
            return pair->value;
    }
    return NULL;
}

static guint32 byte_of(Reading *reading, yaml_mark_t mark)
{
    const gchar *text = reading->source->text;
    const gchar *p = text + reading->last_byte, *end = text + reading->end;
    gsize index = reading->last_index;
    for (; index < mark.index && p < end; index++)
        p = g_utf8_next_char(p);
    for (; index > mark.index && p > text + reading->start; index--)
        p = g_utf8_prev_char(p);
    reading->last_index = index;
    reading->last_byte = (guint32) (p - text);
    return reading->last_byte;
}

/* A block scalar ends on the line after it: blanks and line ends at the end are not its text. */
static Span span_of(Reading *reading, const yaml_event_t *event)
{
    guint32 start = byte_of(reading, event->start_mark);
    guint32 end = byte_of(reading, event->end_mark);
    while (end > start && strchr(" \t\r\n", reading->source->text[end - 1]))
        end--;
    return (Span){reading->source, start, end};
}

static void fail(Reading *reading, Span where, const gchar *zh, const gchar *en)
{
    diag_report(reading->sink, RULE_YAML, where, zh, en, NULL);
    reading->failed = TRUE;
}

static void fail_in_parser(Reading *reading)
{
    const yaml_parser_t *parser = &reading->parser;
    YamlProblem problem = {.problem = parser->problem, .context = parser->context};
    if (parser->error == YAML_READER_ERROR) {
        problem.at = reading->start + (guint32) parser->problem_offset;
    } else {
        problem.context_at = byte_of(reading, parser->context_mark);
        problem.at = byte_of(reading, parser->problem_mark);
    }
    yaml_fault_report(reading->source, reading->start, reading->end, &problem, reading->sink);
    reading->failed = TRUE;
}

static void check_properties(Reading *reading, const yaml_event_t *event)
{
    const yaml_char_t *anchor = NULL, *tag = NULL;
    if (event->type == YAML_SCALAR_EVENT) {
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
    }
    if (anchor || event->type == YAML_ALIAS_EVENT)
        fail(reading, span_of(reading, event), "不支持锚点和引用（& 与 *）；是文字时请加引号",
             "anchors and aliases (& and *) are not supported; put quotes around text");
    else if (tag)
        fail(reading, span_of(reading, event), "不支持类型标记（!）；是文字时请加引号",
             "tags (!) are not supported; put quotes around text");
}

/* The next event. FALSE when there is none to go on with; then it need not be deleted. */
static gboolean next_event(Reading *reading, yaml_event_t *event)
{
    if (reading->failed)
        return FALSE;
    if (!yaml_parser_parse(&reading->parser, event)) {
        fail_in_parser(reading);
        return FALSE;
    }
    check_properties(reading, event);
    if (reading->failed)
        yaml_event_delete(event);
    return !reading->failed;
}

/* A list or map reaches to its last child, or to its own bracket; the end of a block has no width
 * and stands wherever the next thing begins. */
static void extend(Reading *reading, YamlNode *node, const yaml_event_t *event)
{
    if (event->end_mark.index > event->start_mark.index)
        node->span.end = MAX(node->span.end, span_of(reading, event).end);
}

static YamlNode *read_node(Reading *reading, const yaml_event_t *event, guint depth);

static YamlNode *read_scalar(Reading *reading, const yaml_event_t *event)
{
    YamlNode *node = node_new(YAML_SCALAR_NODE_KIND, span_of(reading, event));
    node->text = g_strndup((const gchar *) event->data.scalar.value, event->data.scalar.length);
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (strlen(node->text) < event->data.scalar.length)
        fail(reading, node->span, "文字里不能有 NUL 字符", "text cannot hold a NUL character");
    return node;
}

static void add_item(Reading *reading, YamlNode *list, const yaml_event_t *event, guint depth)
{
    YamlNode *item = read_node(reading, event, depth + 1);
    if (!item)
        return;
    g_ptr_array_add(list->items, item);
    list->span.end = MAX(list->span.end, item->span.end);
}

static YamlNode *read_list(Reading *reading, const yaml_event_t *start, guint depth)
{
    YamlNode *list = node_new(YAML_LIST_NODE_KIND, span_of(reading, start));
    yaml_event_t event;
    for (gboolean over = FALSE; !over && next_event(reading, &event);) {
        over = event.type == YAML_SEQUENCE_END_EVENT;
        if (over)
            extend(reading, list, &event);
        else
            add_item(reading, list, &event, depth);
        yaml_event_delete(&event);
    }
    return list;
}

static void add_pair(Reading *reading, YamlNode *map, GHashTable *keys, const yaml_event_t *event,
                     guint depth)
{
    if (event->type != YAML_SCALAR_EVENT) {
        fail(reading, span_of(reading, event), "项目名应当是文字", "a key must be text");
        return;
    }
    YamlPair pair = {.key_span = span_of(reading, event)};
    pair.key = g_strdup((const gchar *) event->data.scalar.value);
    g_array_append_val(map->pairs, pair);
    YamlPair *kept = &g_array_index(map->pairs, YamlPair, map->pairs->len - 1);
    if (!g_hash_table_add(keys, pair.key)) {
        diag_report(reading->sink, RULE_DUPLICATE_KEY, pair.key_span, pair.key, NULL);
        reading->duplicate = TRUE;
    }
    yaml_event_t value;
    if (!next_event(reading, &value))
        return;
    kept->value = read_node(reading, &value, depth + 1);
    yaml_event_delete(&value);
    if (kept->value)
        map->span.end = MAX(map->span.end, kept->value->span.end);
}

static YamlNode *read_map(Reading *reading, const yaml_event_t *start, guint depth)
{
    YamlNode *map = node_new(YAML_MAP_NODE_KIND, span_of(reading, start));
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    yaml_event_t event;
    for (gboolean over = FALSE; !over && next_event(reading, &event);) {
        over = event.type == YAML_MAPPING_END_EVENT;
        if (over)
            extend(reading, map, &event);
        else
            add_pair(reading, map, keys, &event, depth);
        yaml_event_delete(&event);
    }
    return map;
}

static YamlNode *read_node(Reading *reading, const yaml_event_t *event, guint depth)
{
    if (depth > MOST_DEPTH) {
        fail(reading, span_of(reading, event), "嵌套超过 16 层", "nested deeper than 16 levels");
        return NULL;
    }
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return read_scalar(reading, event);
    case YAML_SEQUENCE_START_EVENT:
        return read_list(reading, event, depth);
    case YAML_MAPPING_START_EVENT:
        return read_map(reading, event, depth);
    default:
        return NULL;
    }
}

/* A lone word where keys should be is, as a rule, a key with a wrong colon. */
static void check_root(Reading *reading, const YamlNode *root)
{
    if (reading->failed || root->kind != YAML_SCALAR_NODE_KIND)
        return;
    reading->failed = TRUE;
    if (yaml_fault_report_usual(reading->source, reading->start, reading->end, reading->end,
                                reading->sink))
        return;
    fail(reading, root->span, "应当是一行一个“项目: 值”", "'key: value' lines are expected");
}

static gboolean is_empty_scalar(const YamlNode *node)
{
    return node->kind == YAML_SCALAR_NODE_KIND && node->plain && *node->text == '\0';
}

static void check_document(Reading *reading, const yaml_event_t *event, gboolean second)
{
    if (second)
        fail(reading, span_of(reading, event), "只能有一份内容，不能再有“---”",
             "there can be one document only, without another '---'");
    else if (event->data.document_start.version_directive ||
             event->data.document_start.tag_directives.start !=
                 event->data.document_start.tag_directives.end)
        fail(reading, span_of(reading, event), "不支持以 % 开头的指令行",
             "directives (%) are not supported");
}

static YamlNode *read_stream(Reading *reading)
{
    YamlNode *root = NULL;
    yaml_event_t event;
    gboolean over = FALSE;
    while (!over && next_event(reading, &event)) {
        over = event.type == YAML_STREAM_END_EVENT;
        if (event.type == YAML_DOCUMENT_START_EVENT)
            check_document(reading, &event, root != NULL);
        else if (!root)
            root = read_node(reading, &event, 1);
        yaml_event_delete(&event);
    }
    if (root && is_empty_scalar(root))
        g_clear_pointer(&root, yaml_node_free);
    if (!root)
        root =
            node_new(YAML_MAP_NODE_KIND, (Span){reading->source, reading->start, reading->start});
    check_root(reading, root);
    return root;
}

YamlNode *yaml_read(const Source *source, guint32 start, guint32 end, Diagnostics *sink)
{
    if (start == 0 && strncmp(source->text, "\xEF\xBB\xBF", 3) == 0)
        start = MIN(3, end);
    if (end - start > MOST_BYTES) {
        diag_report(sink, RULE_LIMIT, (Span){source, start, start}, "YAML 大于 64 KiB",
                    "more than 64 KiB of YAML", NULL);
        return NULL;
    }
    Reading reading = {
        .source = source, .start = start, .end = end, .sink = sink, .last_byte = start};
    if (!yaml_parser_initialize(&reading.parser))
        g_error("libyaml cannot be initialised");
    yaml_parser_set_encoding(&reading.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reading.parser, (const yaml_char_t *) source->text + start,
                                 end - start);
    YamlNode *root = read_stream(&reading);
    yaml_parser_delete(&reading.parser);
    if (reading.failed || reading.duplicate)
        g_clear_pointer(&root, yaml_node_free);
    return root;
}

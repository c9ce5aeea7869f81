#include "output/front_schema.h"

#include "model/front_keys.h"
#include "output/json_parts.h"

#include <string.h>

#define DIALECT "http://json-schema.org/draft-07/schema#" /* what most editors know */
#define DEFINITION "#/$defs/"
#define NOTHING "nothing"
#define MOST_COPY_NUMBER 999999

static const gchar *const place_names[FRONT_PLACES] = {
    [FRONT_BULLETIN] = "bulletin", [FRONT_CONTACT] = "contact", [FRONT_HEADING] = "heading",
    [FRONT_FINDING] = "finding",   [FRONT_MEASURE] = "measure", [FRONT_CLOSING] = "closing",
    [FRONT_ANNEX] = "annex",       [FRONT_LEDGER] = "ledger",
};

static const gchar *const place_titles[FRONT_PLACES] = {
    [FRONT_BULLETIN] = "bulletin.md 或单个文件 · bulletin.md, or a single file",
    [FRONT_CONTACT] = "联系方式 · contact",
    [FRONT_HEADING] = "标题的 index.md · index.md of a heading",
    [FRONT_FINDING] = "问题 · a finding",
    [FRONT_MEASURE] = "措施 · a measure",
    [FRONT_CLOSING] = "closing.md",
    [FRONT_ANNEX] = "附件 · an annex",
    [FRONT_LEDGER] = "台账 · a ledger",
};

/* A new object with one member. */
static json_t *object_of(const gchar *key, json_t *value)
{
    json_t *object = json_object();

    json_object_set_new(object, key, value);
    return object;
}

static json_t *texts(const gchar *const *list)
{
    json_t *array = json_array();

    for (; *list; list++)
        json_array_append_new(array, json_string(*list));
    return array;
}

static json_t *reference(const gchar *name)
{
    g_autofree gchar *target = g_strconcat(DEFINITION, name, NULL);

    return object_of("$ref", json_string(target));
}

/* Any scalar is text to the program. */
static json_t *text_schema(void)
{
    static const gchar *const any[] = {"string", "number", "boolean", NULL};

    return object_of("type", texts(any));
}

/* Text in a list must not be blank. */
static json_t *item_schema(void)
{
    json_t *schema = text_schema();

    json_object_set_new(schema, "pattern", json_string("\\S"));
    return schema;
}

/* What YAML takes for a number or truth is the text that it is written as; the pattern, which is
 * about strings alone, may leave room for such text or not. */
static json_t *pattern_schema(const gchar *pattern)
{
    g_autofree gchar *whole = g_strdup_printf("^(%s)$", pattern);
    json_t *types = json_pack("[s]", "string"), *schema;

    if (g_regex_match_simple(whole, "12", 0, 0))
        json_array_append_new(types, json_string("number"));
    if (g_regex_match_simple(whole, "true", 0, 0))
        json_array_append_new(types, json_string("boolean"));
    schema = object_of("type", types);
    json_object_set_new(schema, "pattern", json_string(whole));
    return schema;
}

/* What is as good as no value. */
static json_t *nothing_schema(void)
{
    static const gchar *const types[] = {"string", "null", NULL};
    json_t *blank = object_of("type", texts(types));

    json_object_set_new(blank, "pattern", json_string("^\\s*$"));
    return json_pack("{s:[o,{s:[[],{}]}]}", "anyOf", blank, "enum");
}

static json_t *list_of(json_t *items)
{
    json_t *schema = object_of("type", json_string("array"));

    json_object_set_new(schema, "items", items);
    return schema;
}

/* The words in both languages. */
static json_t *word_schema(const KeyValue *value)
{
    json_t *words = json_array();

    for (guint i = 0; i < value->n_words; i++) {
        if (!(value->allowed & (1u << i)))
            continue;
        json_array_append_new(words, json_string(value->words[i].zh));
        if (!g_str_equal(value->words[i].zh, value->words[i].en))
            json_array_append_new(words, json_string(value->words[i].en));
    }
    return object_of("enum", words);
}

/* What editors should offer, and what is taken besides. */
static json_t *truth_schema(void)
{
    static const gchar *const types[] = {"string", "boolean", NULL};
    json_t *offered = json_pack("[b,b,s,s]", 1, 0, "是", "否"), *taken = json_object();

    json_object_set_new(taken, "type", texts(types));
    json_object_set_new(taken, "pattern",
                        json_string("^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|"
                                    "[Yy][Ee][Ss]|[Nn][Oo]|是|否)$"));
    return object_of("anyOf", json_pack("[o,o]", object_of("enum", offered), taken));
}

static json_t *number_schema(const gchar *pattern)
{
    static const gchar *const types[] = {"string", "integer", NULL};
    json_t *schema = pattern_schema(pattern);

    json_object_set_new(schema, "type", texts(types));
    json_object_set_new(schema, "minimum", json_integer(0));
    json_object_set_new(schema, "maximum", json_integer(MOST_COPY_NUMBER));
    return schema;
}

static json_t *any_of(json_t *one, json_t *other)
{
    return object_of("anyOf", json_pack("[o,o]", one, other));
}

static json_t *map_schema(FrontPlace place);

static json_t *text_value_schema(const KeyValue *value)
{
    json_t *schema = value->pattern ? pattern_schema(value->pattern) : text_schema();

    if (value->others) {
        json_t *words = word_schema(value);
        json_object_set(schema, "examples", json_object_get(words, "enum"));
        json_decref(words);
    }
    return schema;
}

static json_t *value_schema(const KeyValue *value)
{
    switch (value->shape) {
    case SHAPE_TEXT:
        return text_value_schema(value);
    case SHAPE_TEXT_OR_LIST:
    case SHAPE_TRUTH_OR_PATHS: /* true is a scalar as any */
        return any_of(text_schema(), list_of(item_schema()));
    case SHAPE_LIST:
        return list_of(item_schema());
    case SHAPE_TRUTH:
        return truth_schema();
    case SHAPE_NUMBER:
        return number_schema(value->pattern);
    case SHAPE_WORD:
        return word_schema(value);
    case SHAPE_WORDS:
        return list_of(word_schema(value));
    case SHAPE_WORD_OR_LIST:
        return any_of(word_schema(value), list_of(word_schema(value)));
    case SHAPE_GROUP:
        return map_schema(value->group);
    }
    g_assert_not_reached();
}

/* Either name will do, but not both; of a required key one must be there, with something in it. */
static json_t *names_rule(const FrontKey *key)
{
    json_t *zh = object_of("required", json_pack("[s]", key->name.zh));
    json_t *en = object_of("required", json_pack("[s]", key->name.en));

    if (key->required)
        return object_of("oneOf", json_pack("[o,o]", zh, en));
    json_decref(zh);
    json_decref(en);
    return object_of("not", object_of("required", json_pack("[s,s]", key->name.zh, key->name.en)));
}

/* What stands beside $ref counts for nothing in draft 7. */
static json_t *property(const FrontKey *key)
{
    json_t *value = reference(key->value->name), *nothing = reference(NOTHING);
    g_autofree gchar *about = g_strdup_printf("%s · %s", key->about.zh, key->about.en);
    json_t *schema = object_of("description", json_string(about));

    if (key->required) {
        json_object_set_new(schema, "allOf", json_pack("[o]", value));
        json_object_set_new(schema, "not", nothing);
    } else {
        json_object_set_new(schema, "anyOf", json_pack("[o,o]", value, nothing));
    }
    return schema;
}

static json_t *map_schema(FrontPlace place)
{
    g_autoptr(GArray) keys = front_keys(place);
    json_t *schema = object_of("title", json_string(place_titles[place]));
    json_t *properties = json_object(), *rules = json_array();

    json_object_set_new(schema, "type", json_string("object"));
    for (guint i = 0; i < keys->len; i++) {
        const FrontKey *key = &g_array_index(keys, FrontKey, i);
        json_object_set_new(properties, key->name.zh, property(key));
        json_object_set_new(properties, key->name.en, property(key));
        json_array_append_new(rules, names_rule(key));
    }
    json_object_set_new(schema, "properties", properties);
    json_object_set_new(schema, "additionalProperties", json_false());
    json_object_set_new(schema, "allOf", rules);
    return schema;
}

/* Each kind of value that a place has, once. */
static void add_values(json_t *definitions, FrontPlace place)
{
    g_autoptr(GArray) keys = front_keys(place);

    for (guint i = 0; i < keys->len; i++) {
        const KeyValue *value = g_array_index(keys, FrontKey, i).value;
        if (!json_object_get(definitions, value->name))
            json_object_set_new(definitions, value->name, value_schema(value));
    }
}

/* ---- whose front matter it is, by its keys ---- */

/* {"required": [name]} of either name, for each. */
static json_t *any_key(const Words *names, guint n_names)
{
    json_t *list = json_array();

    for (guint i = 0; i < n_names; i++) {
        json_array_append_new(list, object_of("required", json_pack("[s]", names[i].zh)));
        json_array_append_new(list, object_of("required", json_pack("[s]", names[i].en)));
    }
    return object_of("anyOf", list);
}

/* The key kind is there and has one of these words. */
static json_t *has_kind(const Words *words, guint n_words)
{
    const KeyValue value = {.words = words, .n_words = n_words, .allowed = G_MAXUINT};
    json_t *list = json_array();
    static const gchar *const names[] = {"类型", "kind"};

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        json_array_append_new(list, json_pack("{s:[s],s:{s:o}}", "required", names[i], "properties",
                                              names[i], word_schema(&value)));
    return object_of("anyOf", list);
}

static json_t *choice(json_t *condition, FrontPlace then, json_t *otherwise)
{
    return json_pack("{s:o,s:o,s:o}", "if", condition, "then", reference(place_names[then]), "else",
                     otherwise);
}

/* One kind of file for any front matter, rather than "one of seven", of which a validator tells
 * seven faults. A finding has all keys of headings, measures and closing.md; an annex without a
 * kind has no others either. */
static json_t *choices(void)
{
    static const Words bulletin[] = {
        {"title", "标题"}, {"issuer", "发文机关"}, {"date", "成文日期"}};
    static const Words ledger[] = {{"columns", "栏目"}, {"order", "排序"}, {"totals", "合计"}};
    json_t *annex = choice(has_kind(&annex_words[ANNEX_TEXT], 1), FRONT_ANNEX,
                           reference(place_names[FRONT_FINDING]));

    annex = choice(
        any_of(has_kind(&annex_words[ANNEX_LEDGER], 1), any_key(ledger, G_N_ELEMENTS(ledger))),
        FRONT_LEDGER, annex);
    return choice(any_key(bulletin, G_N_ELEMENTS(bulletin)), FRONT_BULLETIN, annex);
}

gchar *front_schema(void)
{
    json_t *root = object_of("$schema", json_string(DIALECT));
    json_t *definitions = json_object();

    json_object_set_new(root, "title", json_string("mkbulletin: 文件头 · front matter"));
    json_object_set_new(root, "description",
                        json_string("由 mkbulletin schema 写出 · written by mkbulletin schema"));
    for (FrontPlace place = 0; place < FRONT_PLACES; place++) {
        if (place == FRONT_CONTACT)
            continue;
        json_object_set_new(definitions, place_names[place], map_schema(place));
    }
    json_object_set_new(definitions, NOTHING, nothing_schema());
    for (FrontPlace place = 0; place < FRONT_PLACES; place++)
        add_values(definitions, place);
    json_object_set_new(root, "type", json_string("object"));
    json_t *chosen = choices();
    json_object_update(root, chosen);
    json_decref(chosen);
    json_object_set_new(root, "$defs", definitions);
    return json_lines(root, 0);
}

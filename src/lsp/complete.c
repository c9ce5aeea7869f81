/* textDocument/completion: keys and values of front matter, ids, rules to ignore. */
#include "lsp/session.h"

#include "base/diag_rows.h"
#include "lsp/front_place.h"
#include "lsp/reference.h"

#include <string.h>

#define IGNORE "<!-- mkbulletin-ignore "

/* CompletionItemKind */
enum { KIND_FIELD = 5, KIND_ENUM_MEMBER = 20, KIND_REFERENCE = 18, KIND_CONSTANT = 21 };

typedef struct {
    const Session *session;
    json_t *items;
    Span word; /* what is replaced */
} List;

typedef struct {
    const gchar *label, *insert, *detail, *about; /* insert: NULL for the label */
    int kind;
    gboolean later; /* behind the others */
} Item;

static void add(List *list, const Item *item)
{
    const gchar *insert = item->insert ? item->insert : item->label;
    g_autofree gchar *sort =
        g_strdup_printf("%d%04d", item->later, (int) json_array_size(list->items));
    json_t *object = json_pack("{s:s,s:i,s:s,s:{s:o,s:s}}", "label", item->label, "kind",
                               item->kind, "sortText", sort, "textEdit", "range",
                               range_json(&list->word, list->session->encoding), "newText", insert);

    if (item->detail && *item->detail)
        json_object_set_new(object, "detail", json_string(item->detail));
    if (item->about && *item->about)
        json_object_set_new(object, "documentation", json_string(item->about));
    json_array_append_new(list->items, object);
}

/* ---- front matter ---- */

static gboolean is_there(const GPtrArray *names, Words name)
{
    return g_ptr_array_find_with_equal_func((GPtrArray *) names, name.en, g_str_equal, NULL) ||
           g_ptr_array_find_with_equal_func((GPtrArray *) names, name.zh, g_str_equal, NULL);
}

static void add_key(List *list, const FrontCursor *cursor, const FrontKey *key, gboolean english)
{
    gboolean zh = list->session->lang == LANG_ZH;
    const gchar *name = english ? key->name.en : key->name.zh;
    const gchar *tail = cursor->colon ? "" : key->value->shape == SHAPE_GROUP ? ":\n  " : ": ";
    g_autofree gchar *insert = g_strconcat(name, tail, NULL);
    Item item = {.label = name,
                 .insert = insert,
                 .detail = english ? key->name.zh : key->name.en,
                 .about = zh ? key->about.zh : key->about.en,
                 .kind = KIND_FIELD,
                 .later = english != cursor->english};

    add(list, &item);
}

static void add_keys(List *list, const FrontCursor *cursor)
{
    g_autoptr(GArray) keys = front_keys(cursor->place);
    g_autoptr(GPtrArray) there = front_keys_there(cursor);

    for (guint i = 0; i < keys->len; i++) {
        const FrontKey *key = &g_array_index(keys, FrontKey, i);
        if (is_there(there, key->name))
            continue;
        add_key(list, cursor, key, FALSE);
        add_key(list, cursor, key, TRUE);
    }
}

static void add_word(List *list, const Words *words, const FrontCursor *cursor)
{
    Item zh = {.label = words->zh,
               .detail = words->en,
               .kind = KIND_ENUM_MEMBER,
               .later = cursor->english};
    Item en = {.label = words->en,
               .detail = words->zh,
               .kind = KIND_ENUM_MEMBER,
               .later = !cursor->english};

    if (g_str_equal(words->zh, words->en))
        zh.detail = NULL;
    else
        add(list, &en);
    add(list, &zh);
}

static void add_templates(List *list, const Place *place)
{
    const LspSetup *setup = place->session->setup;
    g_autoptr(GPtrArray) names = setup->template_names(setup->data, place->document->bulletin);

    for (guint i = 0; i < names->len; i++)
        add(list, &(Item){.label = names->pdata[i], .kind = KIND_ENUM_MEMBER});
}

static void add_values(List *list, const Place *place, const FrontCursor *cursor)
{
    static const Words truths[] = {{"true", "是"}, {"false", "否"}};
    g_autofree gchar *name = span_text(&cursor->key);
    FrontKey key;

    if (!front_key_find(cursor->place, name, &key))
        return;
    for (guint i = 0; i < key.value->n_words; i++)
        if (key.value->allowed & (1u << i))
            add_word(list, &key.value->words[i], cursor);
    if (key.value->shape == SHAPE_TRUTH || key.value->shape == SHAPE_TRUTH_OR_PATHS)
        for (guint i = 0; i < G_N_ELEMENTS(truths); i++)
            add_word(list, &truths[i], cursor);
    if (g_str_equal(key.name.en, "template"))
        add_templates(list, place);
}

/* ---- text ---- */

static void add_ids(List *list, const Place *place)
{
    const Bulletin *bulletin = place->project ? place->project->analysis->bulletin : NULL;

    if (!bulletin)
        return;
    g_autoptr(GList) ids = g_hash_table_get_keys(bulletin->ids);
    ids = g_list_sort(ids, (GCompareFunc) strcmp);
    for (GList *id = ids; id; id = id->next) {
        const Target *target = g_hash_table_lookup(bulletin->ids, id->data);
        g_autofree gchar *name = target_name(target);
        add(list, &(Item){.label = id->data,
                          .detail = target_kind(target, list->session->lang),
                          .about = name,
                          .kind = KIND_REFERENCE});
    }
}

/* The rule's name in an ignoring comment, as far as it is written. */
static gboolean in_ignore(const Place *place, Span *word)
{
    const Source *source = place->document->source;
    Span line = line_span(source, place->offset);
    guint32 start = place->offset;

    while (start > line.start &&
           (g_ascii_isalnum(source->text[start - 1]) || source->text[start - 1] == '-'))
        start--;
    *word = (Span){source, start, place->offset};
    return start >= line.start + strlen(IGNORE) &&
           memcmp(source->text + start - strlen(IGNORE), IGNORE, strlen(IGNORE)) == 0;
}

static void add_rules(List *list)
{
    Lang lang = list->session->lang;

    for (RuleId rule = 0; rule < RULE_COUNT; rule++) {
        const RuleRow *row = rule_row(rule);
        RuleId first;
        if (row->code && rule_find(row->id, &first) && first == rule)
            add(list, &(Item){.label = row->id,
                              .detail = row->code,
                              .about = row->why[lang],
                              .kind = KIND_CONSTANT});
    }
}

json_t *answer_completion(Session *session, const json_t *params)
{
    List list = {session, NULL, SPAN_NONE};
    FrontCursor cursor;
    Place place;

    if (!session_place(session, params, &place))
        return NULL;
    list.items = json_array();
    if (front_cursor(&place, &cursor)) {
        list.word = cursor.word;
        if (cursor.in_key)
            add_keys(&list, &cursor);
        else
            add_values(&list, &place, &cursor);
    } else if (reference_at(&place, FALSE, &list.word)) {
        add_ids(&list, &place);
    } else if (in_ignore(&place, &list.word)) {
        add_rules(&list);
    }
    return json_pack("{s:b,s:o}", "isIncomplete", 0, "items", list.items);
}

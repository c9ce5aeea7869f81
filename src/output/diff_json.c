/* A comparison for programs: docs/diff.schema.json. */
#include "output/diff_out.h"

#include "model/names.h"

#include <jansson.h>
#include <string.h>

#define FORMAT_NAME "mkbulletin-diff"
#define FORMAT_VERSION 1

static void set(json_t *object, const gchar *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

static json_t *text_or_null(const gchar *text)
{
    return text ? json_string(text) : json_null();
}

/* Programs are given the English words of the source format. */
static json_t *value_json(const Change *change, const gchar *value)
{
    for (guint i = 0;
         value && change->field && strcmp(change->field->id, "status") == 0 && i < STATUS_COUNT;
         i++)
        if (g_strcmp0(status_words[i].zh, value) == 0)
            return json_string(status_words[i].en);
    return text_or_null(value);
}

static json_t *pieces_json(const GArray *pieces)
{
    static const gchar *const words[TEXT_CHANGES] = {"same", "inserted", "deleted", "moved-here",
                                                     "moved-away"};
    json_t *array;

    if (!pieces)
        return json_null();
    array = json_array();
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = &g_array_index(pieces, Piece, i);
        json_t *object = json_object();
        set(object, "change", json_string(words[piece->change]));
        set(object, "text", json_string(piece->text));
        json_array_append_new(array, object);
    }
    return array;
}

static const gchar *const kind_names[CHANGE_KINDS] = {"added", "removed", "changed", "moved"};
static const gchar *const of_names[OF_KINDS] = {
    "document", "heading", "finding", "measure", "annex", "note", "paragraph", "table", "figure"};

static json_t *change_json(const Change *change)
{
    json_t *object = json_object();

    set(object, "kind", json_string(kind_names[change->kind]));
    set(object, "of", json_string(of_names[change->of]));
    set(object, "where", text_or_null(change->where));
    set(object, "old_where", text_or_null(change->old_where));
    set(object, "id", text_or_null(change->id));
    set(object, "title", text_or_null(change->title));
    set(object, "field", text_or_null(change->field ? change->field->id : NULL));
    set(object, "old", value_json(change, change->old_value));
    set(object, "new", value_json(change, change->new_value));
    set(object, "pieces", pieces_json(change->pieces));
    return object;
}

GBytes *comparison_to_json(const Comparison *comparison, const ComparedNames *names)
{
    json_t *object = json_object(), *totals = json_object(), *changes = json_array();

    set(object, "format", json_string(FORMAT_NAME));
    set(object, "version", json_integer(FORMAT_VERSION));
    set(object, "old", json_string(names->old));
    set(object, "new", json_string(names->new));
    for (guint kind = 0; kind < CHANGE_KINDS; kind++)
        set(totals, kind_names[kind],
            json_integer(comparison_count(comparison, (ChangeKind) kind)));
    set(object, "totals", totals);
    for (guint i = 0; i < comparison->changes->len; i++)
        json_array_append_new(changes, change_json(comparison->changes->pdata[i]));
    set(object, "changes", changes);
    gchar *text = json_dumps(object, JSON_INDENT(2));
    GString *out = g_string_new(text);
    free(text);
    json_decref(object);
    g_string_append_c(out, '\n');
    return g_string_free_to_bytes(out);
}

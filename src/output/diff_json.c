/* A comparison for programs: docs/diff.schema.json. */
#include "output/diff_out.h"

#include "model/names.h"
#include "output/json_parts.h"

#include <string.h>

#define FORMAT_NAME "mkbulletin-diff"
#define FORMAT_VERSION 1

/* Programs are given the English words of the source format. */
static json_t *value_json(const Change *change, const gchar *value)
{
    for (guint i = 0;
         value && change->field && strcmp(change->field->id, "status") == 0 && i < STATUS_COUNT;
         i++)
        if (g_strcmp0(status_words[i].zh, value) == 0)
            return json_string(status_words[i].en);
    return json_text_or_null(value);
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
        json_set(object, "change", json_string(words[piece->change]));
        json_set(object, "text", json_string(piece->text));
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

    json_set(object, "kind", json_string(kind_names[change->kind]));
    json_set(object, "of", json_string(of_names[change->of]));
    json_set(object, "where", json_text_or_null(change->where));
    json_set(object, "old_where", json_text_or_null(change->old_where));
    json_set(object, "id", json_text_or_null(change->id));
    json_set(object, "title", json_text_or_null(change->title));
    json_set(object, "field", json_text_or_null(change->field ? change->field->id : NULL));
    json_set(object, "old", value_json(change, change->old_value));
    json_set(object, "new", value_json(change, change->new_value));
    json_set(object, "pieces", pieces_json(change->pieces));
    return object;
}

GBytes *comparison_to_json(const Comparison *comparison, const ComparedNames *names)
{
    json_t *object = json_object(), *totals = json_object(), *changes = json_array();

    json_set(object, "format", json_string(FORMAT_NAME));
    json_set(object, "version", json_integer(FORMAT_VERSION));
    json_set(object, "old", json_string(names->old));
    json_set(object, "new", json_string(names->new));
    for (guint kind = 0; kind < CHANGE_KINDS; kind++)
        json_set(totals, kind_names[kind],
                 json_integer(comparison_count(comparison, (ChangeKind) kind)));
    json_set(object, "totals", totals);
    for (guint i = 0; i < comparison->changes->len; i++)
        json_array_append_new(changes, change_json(comparison->changes->pdata[i]));
    json_set(object, "changes", changes);
    gchar *lines = json_lines(object, 0);
    return g_bytes_new_take(lines, strlen(lines));
}

#include "output/ledger_out.h"

#include "layout/ledger_text.h"

#include <jansson.h>

#define FORMAT_NAME "mkbulletin-ledger"
#define FORMAT_VERSION 1

static json_t *text_or_null(const gchar *text)
{
    return text ? json_string(text) : json_null();
}

/* ISO 8601 */
static json_t *date_or_null(Date date)
{
    return date.year == 0 ? json_null()
                          : json_sprintf("%04u-%02u-%02u", date.year, date.month, date.day);
}

static json_t *plain(const LedgerExport *export, const GArray *inlines)
{
    g_autofree gchar *text = ledger_plain(export->bulletin, export->template, inlines);

    return json_string(text);
}

static void set(json_t *object, const gchar *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

/* ---- findings ---- */

static void set_progress(json_t *object, const gchar *responsible, Date due, Status status,
                         Date completed)
{
    gboolean known = status != STATUS_NONE;

    set(object, "responsible", text_or_null(responsible));
    set(object, "due", date_or_null(due));
    set(object, "status", text_or_null(known ? status_id(status) : NULL));
    set(object, "status_name", text_or_null(known ? status_chinese(status) : NULL));
    set(object, "completed", date_or_null(completed));
}

static json_t *measure_json(const LedgerExport *export, const Node *measure)
{
    json_t *object = json_object();
    g_autoptr(GArray) text = ledger_measure(export->template, measure);

    set(object, "number", json_integer(measure->number));
    set(object, "id", text_or_null(measure->id.text));
    set(object, "text", plain(export, text));
    set_progress(object, measure->responsible.text, measure->due, measure->status,
                 measure->completed);
    return object;
}

/* The titles of the headings above, the highest first. */
static json_t *headings_json(const LedgerExport *export, const Node *finding)
{
    json_t *titles = json_array();

    for (const Node *heading = finding->parent; heading; heading = heading->parent)
        json_array_insert_new(titles, 0, plain(export, heading->title));
    return titles;
}

static json_t *row_json(const LedgerExport *export, const LedgerRow *row)
{
    json_t *object = json_object(), *measures = json_array();
    const Node *finding = row->finding;

    set(object, "number", json_integer(finding->number));
    set(object, "id", text_or_null(finding->id.text));
    set(object, "headings", headings_json(export, finding));
    set(object, "finding", plain(export, finding->title));
    for (guint i = 0; i < finding->children->len; i++)
        json_array_append_new(measures, measure_json(export, finding->children->pdata[i]));
    set(object, "measures", measures);
    set_progress(object, row->responsible, row->due, row->status, row->completed);
    return object;
}

static json_t *rows_json(const LedgerExport *export, const GArray *rows)
{
    json_t *array = json_array();

    for (guint i = 0; i < rows->len; i++)
        json_array_append_new(array, row_json(export, &g_array_index(rows, LedgerRow, i)));
    return array;
}

static json_t *totals_json(const GArray *rows)
{
    json_t *object = json_object();
    guint counts[STATUS_COUNT];

    ledger_count(rows, counts);
    set(object, "all", json_integer(rows->len));
    for (Status status = STATUS_PLANNED; status < STATUS_COUNT; status++)
        set(object, status_id(status), json_integer(counts[status]));
    set(object, "none", json_integer(counts[STATUS_NONE]));
    return object;
}

/* ---- the bulletin, and what chose the findings ---- */

/* The title without the author's line breaks. */
static json_t *title_json(const Metadata *meta)
{
    g_auto(GStrv) lines = g_strsplit(meta->title.text, "\n", -1);
    g_autofree gchar *title = g_strjoinv("", lines);

    return json_string(title);
}

static json_t *bulletin_json(const Metadata *meta)
{
    json_t *object = json_object(), *issuers = json_array();

    set(object, "id", text_or_null(meta->id.text));
    set(object, "title", title_json(meta));
    for (guint i = 0; i < meta->issuers->len; i++)
        json_array_append_new(issuers, json_string(g_array_index(meta->issuers, Field, i).text));
    set(object, "issuers", issuers);
    set(object, "date", date_or_null(meta->date));
    return object;
}

static json_t *ledger_json(const LedgerExport *export)
{
    const Annex *annex = export->annex;
    json_t *object = json_object(), *statuses = json_array();

    set(object, "id", text_or_null(annex->id.text));
    set(object, "title", plain(export, annex->title));
    for (Status status = STATUS_PLANNED; status < STATUS_COUNT; status++)
        if (annex->ledger.statuses & 1u << status)
            json_array_append_new(statuses, json_string(status_id(status)));
    set(object, "status", statuses);
    set(object, "responsible", text_or_null(annex->ledger.responsible.text));
    set(object, "order", json_string(ledger_order_id(annex->ledger.order)));
    return object;
}

GBytes *ledger_to_json(const LedgerExport *export)
{
    g_autoptr(GArray) rows =
        ledger_rows(export->bulletin, export->annex ? &export->annex->ledger : NULL);
    json_t *root = json_object();

    set(root, "format", json_string(FORMAT_NAME));
    set(root, "version", json_integer(FORMAT_VERSION));
    set(root, "bulletin", bulletin_json(&export->bulletin->meta));
    set(root, "ledger", export->annex ? ledger_json(export) : json_null());
    set(root, "findings", rows_json(export, rows));
    set(root, "totals", totals_json(rows));
    char *text = json_dumps(root, JSON_INDENT(2));
    json_decref(root);
    GString *out = g_string_new(text);
    free(text);
    g_string_append_c(out, '\n');
    return g_string_free_to_bytes(out);
}

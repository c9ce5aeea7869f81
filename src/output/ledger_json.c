#include "output/ledger_out.h"

#include "layout/ledger_text.h"
#include "output/json_parts.h"

#include <string.h>

#define FORMAT_NAME "mkbulletin-ledger"
#define FORMAT_VERSION 1

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

/* ---- findings ---- */

static void set_progress(json_t *object, const gchar *responsible, Date due, Status status,
                         Date completed)
{
    gboolean known = status != STATUS_NONE;

    json_set(object, "responsible", json_text_or_null(responsible));
    json_set(object, "due", date_or_null(due));
    json_set(object, "status", json_text_or_null(known ? status_id(status) : NULL));
    json_set(object, "status_name", json_text_or_null(known ? status_chinese(status) : NULL));
    json_set(object, "completed", date_or_null(completed));
}

static json_t *measure_json(const LedgerExport *export, const Node *measure)
{
    json_t *object = json_object();
    g_autoptr(GArray) text = ledger_measure(export->template, measure);

    json_set(object, "number", json_integer(measure->number));
    json_set(object, "id", json_text_or_null(measure->id.text));
    json_set(object, "text", plain(export, text));
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

    json_set(object, "number", json_integer(finding->number));
    json_set(object, "id", json_text_or_null(finding->id.text));
    json_set(object, "headings", headings_json(export, finding));
    json_set(object, "finding", plain(export, finding->title));
    for (guint i = 0; i < finding->children->len; i++)
        json_array_append_new(measures, measure_json(export, finding->children->pdata[i]));
    json_set(object, "measures", measures);
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
    json_set(object, "all", json_integer(rows->len));
    for (Status status = STATUS_PLANNED; status < STATUS_COUNT; status++)
        json_set(object, status_id(status), json_integer(counts[status]));
    json_set(object, "none", json_integer(counts[STATUS_NONE]));
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

    json_set(object, "id", json_text_or_null(meta->id.text));
    json_set(object, "title", title_json(meta));
    for (guint i = 0; i < meta->issuers->len; i++)
        json_array_append_new(issuers, json_string(g_array_index(meta->issuers, Field, i).text));
    json_set(object, "issuers", issuers);
    json_set(object, "date", date_or_null(meta->date));
    return object;
}

static json_t *ledger_json(const LedgerExport *export)
{
    const Annex *annex = export->annex;
    json_t *object = json_object(), *statuses = json_array();

    json_set(object, "id", json_text_or_null(annex->id.text));
    json_set(object, "title", plain(export, annex->title));
    for (Status status = STATUS_PLANNED; status < STATUS_COUNT; status++)
        if (annex->ledger.statuses & 1u << status)
            json_array_append_new(statuses, json_string(status_id(status)));
    json_set(object, "status", statuses);
    json_set(object, "responsible", json_text_or_null(annex->ledger.responsible.text));
    json_set(object, "order", json_string(ledger_order_id(annex->ledger.order)));
    return object;
}

GBytes *ledger_to_json(const LedgerExport *export)
{
    g_autoptr(GArray) rows =
        ledger_rows(export->bulletin, export->annex ? &export->annex->ledger : NULL);
    json_t *root = json_object();

    json_set(root, "format", json_string(FORMAT_NAME));
    json_set(root, "version", json_integer(FORMAT_VERSION));
    json_set(root, "bulletin", bulletin_json(&export->bulletin->meta));
    json_set(root, "ledger", export->annex ? ledger_json(export) : json_null());
    json_set(root, "findings", rows_json(export, rows));
    json_set(root, "totals", totals_json(rows));
    gchar *lines = json_lines(root, 0);
    return g_bytes_new_take(lines, strlen(lines));
}

/* Diagnostics as JSON. */
#include "output/diag_out.h"

#include "base/diag_rows.h"

#include <jansson.h>

#define FORMAT_NAME "mkbulletin-diagnostics"
#define FORMAT_VERSION 1

static void set(json_t *object, const gchar *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

static json_t *text_or_null(const gchar *text)
{
    return text && *text ? json_string(text) : json_null();
}

/* Lines and columns from 1, columns in characters; the offset in bytes. */
static json_t *position_json(const Diagnostics *sink, const Source *source, guint32 offset)
{
    Span at = {source, offset, offset};
    json_t *object = json_object();
    guint line, column;

    diag_position(sink, &at, &line, &column);
    set(object, "line", json_integer(line));
    set(object, "column", json_integer(column));
    set(object, "offset", json_integer(offset));
    return object;
}

static void set_range(const Diagnostics *sink, json_t *object, const Span *span)
{
    set(object, "file", json_string(span->source->path));
    set(object, "start", position_json(sink, span->source, span->start));
    set(object, "end", position_json(sink, span->source, span->end));
}

static json_t *fix_json(const Diagnostics *sink, const Diagnostic *diagnostic)
{
    json_t *object;

    if (!diagnostic->replacement)
        return json_null();
    object = json_object();
    set_range(sink, object, &diagnostic->fix);
    set(object, "text", json_string(diagnostic->replacement));
    return object;
}

static json_t *place_json(const Diagnostics *sink, const Diagnostic *diagnostic)
{
    if (!diagnostic->where.source)
        return json_null();
    json_t *object = json_object();
    g_autofree gchar *snippet = diagnostics_snippet(sink, &diagnostic->where);
    set_range(sink, object, &diagnostic->where);
    set(object, "snippet", json_string(snippet));
    return object;
}

static json_t *diagnostic_json(const Diagnostics *sink, const Diagnostic *diagnostic, Lang lang)
{
    static const gchar *const severities[] = {"note", "warning", "error"};
    const RuleRow *row = rule_row(diagnostic->rule);
    g_autofree gchar *message = diagnostic_message(sink, diagnostic, lang);
    g_autofree gchar *hint = diagnostic_hint(sink, diagnostic, lang);
    json_t *object = json_object();

    set(object, "rule", json_string(row->id));
    set(object, "code", text_or_null(row->code));
    set(object, "severity", json_string(severities[diagnostics_severity(sink, diagnostic->rule)]));
    set(object, "message", json_string(message));
    set(object, "hint", text_or_null(hint));
    set(object, "clause", text_or_null(row->clause));
    set(object, "place", place_json(sink, diagnostic));
    set(object, "fix", fix_json(sink, diagnostic));
    return object;
}

static json_t *counts_json(const Diagnostics *sink)
{
    guint errors = diagnostics_count(sink, SEVERITY_ERROR);
    guint warnings = diagnostics_count(sink, SEVERITY_WARNING);
    guint all = diagnostics_count(sink, SEVERITY_NOTE);
    json_t *object = json_object();

    set(object, "errors", json_integer(errors));
    set(object, "warnings", json_integer(warnings - errors));
    set(object, "notes", json_integer(all - warnings));
    return object;
}

gchar *diagnostics_to_json(const Diagnostics *sink, DiagStyle style)
{
    g_autoptr(GPtrArray) shown = diagnostics_sorted(sink, style.quiet);
    json_t *root = json_object(), *list = json_array();

    for (guint i = 0; i < shown->len; i++)
        json_array_append_new(list, diagnostic_json(sink, shown->pdata[i], style.lang));
    set(root, "format", json_string(FORMAT_NAME));
    set(root, "version", json_integer(FORMAT_VERSION));
    set(root, "counts", counts_json(sink));
    set(root, "diagnostics", list);
    char *text = json_dumps(root, JSON_INDENT(2));
    json_decref(root);
    gchar *out = g_strconcat(text, "\n", NULL);
    free(text);
    return out;
}

/* Diagnostics as JSON. */
#include "output/diag_out.h"

#include "base/diag_rows.h"
#include "output/json_parts.h"

#define FORMAT_NAME "mkbulletin-diagnostics"
#define FORMAT_VERSION 1

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
    json_set(object, "line", json_integer(line));
    json_set(object, "column", json_integer(column));
    json_set(object, "offset", json_integer(offset));
    return object;
}

static void set_range(const Diagnostics *sink, json_t *object, const Span *span)
{
    json_set(object, "file", json_string(span->source->path));
    json_set(object, "start", position_json(sink, span->source, span->start));
    json_set(object, "end", position_json(sink, span->source, span->end));
}

static json_t *fix_json(const Diagnostics *sink, const Diagnostic *diagnostic)
{
    json_t *object;

    if (!diagnostic->replacement)
        return json_null();
    object = json_object();
    set_range(sink, object, &diagnostic->fix);
    json_set(object, "text", json_string(diagnostic->replacement));
    return object;
}

static json_t *place_json(const Diagnostics *sink, const Diagnostic *diagnostic)
{
    if (!diagnostic->where.source)
        return json_null();
    json_t *object = json_object();
    g_autofree gchar *snippet = diagnostics_snippet(sink, &diagnostic->where);
    set_range(sink, object, &diagnostic->where);
    json_set(object, "snippet", json_string(snippet));
    return object;
}

static json_t *diagnostic_json(const Diagnostics *sink, const Diagnostic *diagnostic, Lang lang)
{
    static const gchar *const severities[] = {"note", "warning", "error"};
    const RuleRow *row = rule_row(diagnostic->rule);
    g_autofree gchar *message = diagnostic_message(sink, diagnostic, lang);
    g_autofree gchar *hint = diagnostic_hint(sink, diagnostic, lang);
    json_t *object = json_object();

    json_set(object, "rule", json_string(row->id));
    json_set(object, "code", text_or_null(row->code));
    json_set(object, "severity",
             json_string(severities[diagnostics_severity(sink, diagnostic->rule)]));
    json_set(object, "message", json_string(message));
    json_set(object, "hint", text_or_null(hint));
    json_set(object, "clause", text_or_null(row->clause));
    json_set(object, "place", place_json(sink, diagnostic));
    json_set(object, "fix", fix_json(sink, diagnostic));
    return object;
}

static json_t *counts_json(const Diagnostics *sink)
{
    guint errors = diagnostics_count(sink, SEVERITY_ERROR);
    guint warnings = diagnostics_count(sink, SEVERITY_WARNING);
    guint all = diagnostics_count(sink, SEVERITY_NOTE);
    json_t *object = json_object();

    json_set(object, "errors", json_integer(errors));
    json_set(object, "warnings", json_integer(warnings - errors));
    json_set(object, "notes", json_integer(all - warnings));
    return object;
}

gchar *diagnostics_to_json(const Diagnostics *sink, DiagStyle style)
{
    g_autoptr(GPtrArray) shown = diagnostics_sorted(sink, style.quiet);
    json_t *root = json_object(), *list = json_array();

    for (guint i = 0; i < shown->len; i++)
        json_array_append_new(list, diagnostic_json(sink, shown->pdata[i], style.lang));
    json_set(root, "format", json_string(FORMAT_NAME));
    json_set(root, "version", json_integer(FORMAT_VERSION));
    json_set(root, "counts", counts_json(sink));
    json_set(root, "diagnostics", list);
    return json_lines(root, 0);
}

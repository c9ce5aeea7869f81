/* Diagnostics as SARIF 2.1.0; the numbers of sections are those of the OASIS standard. */
#include "output/diag_out.h"

#include "base/diag_rows.h"
#include "output/json_parts.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

typedef struct {
    const Diagnostics *sink;
    Lang lang;
    json_t *rules;          /* reportingDescriptor, of the rules that were broken */
    gint index[RULE_COUNT]; /* in `rules`; -1: not there yet */
} Sarif;

/* 3.11, 3.12: {"text": …} */
static json_t *message(const gchar *text)
{
    json_t *object = json_object();

    json_set(object, "text", json_string(text));
    return object;
}

/* 3.27.10 */
static const gchar *level_of(Severity severity)
{
    static const gchar *const levels[] = {"note", "warning", "error"};

    return levels[severity];
}

/* 3.30; columns are counted in characters, as columnKind says. */
static json_t *region(const Sarif *sarif, const Span *where)
{
    Span stop = {where->source, where->end, where->end};
    json_t *object = json_object();
    guint line, column, end_line, end_column;

    diag_position(sarif->sink, where, &line, &column);
    diag_position(sarif->sink, &stop, &end_line, &end_column);
    json_set(object, "startLine", json_integer(line));
    json_set(object, "startColumn", json_integer(column));
    json_set(object, "endLine", json_integer(end_line));
    json_set(object, "endColumn", json_integer(end_column));
    return object;
}

/* 3.4: a relative or absolute URI. A first part with a colon would be a scheme. */
static json_t *artifact(const Source *source)
{
    g_autofree gchar *escaped = g_uri_escape_string(source->path, "/", FALSE);
    json_t *object = json_object();

    if (g_path_is_absolute(source->path)) {
        g_autofree gchar *uri = g_strconcat("file://", escaped, NULL);
        json_set(object, "uri", json_string(uri));
    } else {
        json_set(object, "uri", json_string(escaped));
    }
    return object;
}

static json_t *location(const Sarif *sarif, const Span *where)
{
    json_t *object = json_object(), *physical = json_object(), *context = region(sarif, where);
    g_autofree gchar *snippet = diagnostics_snippet(sarif->sink, where);
    json_t *line = json_object();

    json_set(physical, "artifactLocation", artifact(where->source));
    json_set(physical, "region", context);
    json_set(line, "startLine", json_copy(json_object_get(context, "startLine")));
    json_set(line, "snippet", message(snippet));
    json_set(physical, "contextRegion", line);
    json_set(object, "physicalLocation", physical);
    return object;
}

/* 3.55 */
static json_t *fix(const Sarif *sarif, const Diagnostic *diagnostic)
{
    json_t *object = json_object(), *change = json_object(), *replacement = json_object();
    json_t *changes = json_array(), *replacements = json_array();

    json_set(replacement, "deletedRegion", region(sarif, &diagnostic->fix));
    json_set(replacement, "insertedContent", message(diagnostic->replacement));
    json_array_append_new(replacements, replacement);
    json_set(change, "artifactLocation", artifact(diagnostic->fix.source));
    json_set(change, "replacements", replacements);
    json_array_append_new(changes, change);
    json_set(object, "artifactChanges", changes);
    return object;
}

/* 3.49 */
static json_t *descriptor(const Sarif *sarif, const RuleRow *row)
{
    json_t *object = json_object(), *usual = json_object();

    json_set(object, "id", json_string(row->id));
    if (*row->why[sarif->lang])
        json_set(object, "shortDescription", message(row->why[sarif->lang]));
    if (*row->clause)
        json_set(object, "help", message(row->clause));
    json_set(usual, "level", json_string(level_of(row->severity)));
    json_set(object, "defaultConfiguration", usual);
    return object;
}

/* Rows of one id are one rule. */
static gint rule_index(Sarif *sarif, RuleId rule)
{
    const gchar *id = rule_row(rule)->id;

    for (gsize i = 0; i < json_array_size(sarif->rules); i++) {
        const json_t *known = json_object_get(json_array_get(sarif->rules, i), "id");
        if (g_str_equal(json_string_value(known), id))
            return (gint) i;
    }
    json_array_append_new(sarif->rules, descriptor(sarif, rule_row(rule)));
    return (gint) json_array_size(sarif->rules) - 1;
}

/* 3.27 */
static json_t *result(Sarif *sarif, const Diagnostic *diagnostic)
{
    g_autofree gchar *text = diagnostic_message(sarif->sink, diagnostic, sarif->lang);
    g_autofree gchar *hint = diagnostic_hint(sarif->sink, diagnostic, sarif->lang);
    g_autofree gchar *both = *hint ? g_strdup_printf("%s\n%s", text, hint) : g_strdup(text);
    json_t *object = json_object(), *locations = json_array();

    if (sarif->index[diagnostic->rule] < 0)
        sarif->index[diagnostic->rule] = rule_index(sarif, diagnostic->rule);
    json_set(object, "ruleId", json_string(rule_row(diagnostic->rule)->id));
    json_set(object, "ruleIndex", json_integer(sarif->index[diagnostic->rule]));
    json_set(object, "level",
             json_string(level_of(diagnostics_severity(sarif->sink, diagnostic->rule))));
    json_set(object, "message", message(both));
    if (diagnostic->where.source)
        json_array_append_new(locations, location(sarif, &diagnostic->where));
    json_set(object, "locations", locations);
    if (diagnostic->replacement) {
        json_t *fixes = json_array();
        json_array_append_new(fixes, fix(sarif, diagnostic));
        json_set(object, "fixes", fixes);
    }
    return object;
}

/* 3.14 */
static json_t *run(Sarif *sarif, const GPtrArray *shown)
{
    json_t *object = json_object(), *tool = json_object(), *driver = json_object();
    json_t *results = json_array();

    for (guint i = 0; i < shown->len; i++)
        json_array_append_new(results, result(sarif, shown->pdata[i]));
    json_set(driver, "name", json_string("mkbulletin"));
    json_set(driver, "version", json_string(MKB_VERSION));
    json_set(driver, "rules", sarif->rules);
    json_set(tool, "driver", driver);
    json_set(object, "tool", tool);
    json_set(object, "language", json_string(sarif->lang == LANG_ZH ? "zh-CN" : "en-US"));
    json_set(object, "columnKind", json_string("unicodeCodePoints"));
    json_set(object, "results", results);
    return object;
}

gchar *diagnostics_to_sarif(const Diagnostics *sink, DiagStyle style)
{
    g_autoptr(GPtrArray) shown = diagnostics_sorted(sink, style.quiet);
    Sarif sarif = {.sink = sink, .lang = style.lang, .rules = json_array()};
    json_t *root = json_object(), *runs = json_array();

    for (guint i = 0; i < RULE_COUNT; i++)
        sarif.index[i] = -1;
    json_array_append_new(runs, run(&sarif, shown));
    json_set(root, "$schema", json_string(SCHEMA));
    json_set(root, "version", json_string("2.1.0"));
    json_set(root, "runs", runs);
    return json_lines(root, 0);
}

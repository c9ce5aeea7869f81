/* Diagnostics as SARIF 2.1.0; the numbers of sections are those of the OASIS standard. */
#include "output/diag_out.h"

#include "base/diag_rows.h"

#include <jansson.h>

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

typedef struct {
    const Diagnostics *sink;
    Lang lang;
    json_t *rules;          /* reportingDescriptor, of the rules that were broken */
    gint index[RULE_COUNT]; /* in `rules`; -1: not there yet */
} Sarif;

static void set(json_t *object, const gchar *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

/* 3.11, 3.12: {"text": …} */
static json_t *message(const gchar *text)
{
    json_t *object = json_object();

    set(object, "text", json_string(text));
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
    set(object, "startLine", json_integer(line));
    set(object, "startColumn", json_integer(column));
    set(object, "endLine", json_integer(end_line));
    set(object, "endColumn", json_integer(end_column));
    return object;
}

/* 3.4: a relative or absolute URI. A first part with a colon would be a scheme. */
static json_t *artifact(const Source *source)
{
    g_autofree gchar *escaped = g_uri_escape_string(source->path, "/", FALSE);
    json_t *object = json_object();

    if (g_path_is_absolute(source->path)) {
        g_autofree gchar *uri = g_strconcat("file://", escaped, NULL);
        set(object, "uri", json_string(uri));
    } else {
        set(object, "uri", json_string(escaped));
    }
    return object;
}

static json_t *location(const Sarif *sarif, const Span *where)
{
    json_t *object = json_object(), *physical = json_object(), *context = region(sarif, where);
    g_autofree gchar *snippet = diagnostics_snippet(sarif->sink, where);
    json_t *line = json_object();

    set(physical, "artifactLocation", artifact(where->source));
    set(physical, "region", context);
    set(line, "startLine", json_copy(json_object_get(context, "startLine")));
    set(line, "snippet", message(snippet));
    set(physical, "contextRegion", line);
    set(object, "physicalLocation", physical);
    return object;
}

/* 3.55 */
static json_t *fix(const Sarif *sarif, const Diagnostic *diagnostic)
{
    json_t *object = json_object(), *change = json_object(), *replacement = json_object();
    json_t *changes = json_array(), *replacements = json_array();

    set(replacement, "deletedRegion", region(sarif, &diagnostic->fix));
    set(replacement, "insertedContent", message(diagnostic->replacement));
    json_array_append_new(replacements, replacement);
    set(change, "artifactLocation", artifact(diagnostic->fix.source));
    set(change, "replacements", replacements);
    json_array_append_new(changes, change);
    set(object, "artifactChanges", changes);
    return object;
}

/* 3.49 */
static json_t *descriptor(const Sarif *sarif, const RuleRow *row)
{
    json_t *object = json_object(), *usual = json_object();

    set(object, "id", json_string(row->id));
    if (*row->why[sarif->lang])
        set(object, "shortDescription", message(row->why[sarif->lang]));
    if (*row->clause)
        set(object, "help", message(row->clause));
    set(usual, "level", json_string(level_of(row->severity)));
    set(object, "defaultConfiguration", usual);
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
    set(object, "ruleId", json_string(rule_row(diagnostic->rule)->id));
    set(object, "ruleIndex", json_integer(sarif->index[diagnostic->rule]));
    set(object, "level",
        json_string(level_of(diagnostics_severity(sarif->sink, diagnostic->rule))));
    set(object, "message", message(both));
    if (diagnostic->where.source)
        json_array_append_new(locations, location(sarif, &diagnostic->where));
    set(object, "locations", locations);
    if (diagnostic->replacement) {
        json_t *fixes = json_array();
        json_array_append_new(fixes, fix(sarif, diagnostic));
        set(object, "fixes", fixes);
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
    set(driver, "name", json_string("mkbulletin"));
    set(driver, "version", json_string(MKB_VERSION));
    set(driver, "rules", sarif->rules);
    set(tool, "driver", driver);
    set(object, "tool", tool);
    set(object, "language", json_string(sarif->lang == LANG_ZH ? "zh-CN" : "en-US"));
    set(object, "columnKind", json_string("unicodeCodePoints"));
    set(object, "results", results);
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
    set(root, "$schema", json_string(SCHEMA));
    set(root, "version", json_string("2.1.0"));
    set(root, "runs", runs);
    char *text = json_dumps(root, JSON_INDENT(2));
    json_decref(root);
    gchar *out = g_strconcat(text, "\n", NULL);
    free(text);
    return out;
}

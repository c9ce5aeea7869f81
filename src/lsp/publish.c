#include "lsp/publish.h"

#include "base/diag_rows.h"

#include <stdlib.h>

static int severity_number(Severity severity)
{
    static const int numbers[] = {
        [SEVERITY_NOTE] = 3, [SEVERITY_WARNING] = 2, [SEVERITY_ERROR] = 1};

    return numbers[severity];
}

json_t *diagnostic_to_lsp(const Session *session, const Analysis *analysis,
                          const Diagnostic *diagnostic)
{
    g_autofree gchar *message = diagnostic_message(analysis->sink, diagnostic, session->lang);
    g_autofree gchar *hint = diagnostic_hint(analysis->sink, diagnostic, session->lang);
    g_autofree gchar *both =
        hint && *hint ? g_strdup_printf("%s\n%s", message, hint) : g_strdup(message);
    Span place = diagnostic_place(diagnostic);
    json_t *range = place.source ? range_json(&place, session->encoding)
                                 : json_pack("{s:{s:i,s:i},s:{s:i,s:i}}", "start", "line", 0,
                                             "character", 0, "end", "line", 0, "character", 0);
    int severity = severity_number(diagnostics_severity(analysis->sink, diagnostic->rule));

    return json_pack("{s:o,s:i,s:s,s:s,s:s}", "range", range, "severity", severity, "code",
                     rule_row(diagnostic->rule)->id, "source", "mkbulletin", "message", both);
}

/* Where what stands in no file is shown: in bulletin.md. (transfer full) */
static gchar *main_path(const Project *project)
{
    return g_file_test(project->path, G_FILE_TEST_IS_DIR)
               ? g_build_filename(project->path, "bulletin.md", NULL)
               : g_strdup(project->path);
}

/* What is open is told of even where nothing was found. */
static void add_open(const Session *session, const Project *project, GHashTable *found)
{
    GHashTableIter each;
    gpointer value;

    g_hash_table_iter_init(&each, session->documents);
    while (g_hash_table_iter_next(&each, NULL, &value)) {
        const Document *document = value;
        if (g_strcmp0(document->bulletin, project->path) == 0)
            g_hash_table_insert(found, g_strdup(document->uri), json_array());
    }
}

/* Arrays of diagnostics by URI. (transfer full) */
static GHashTable *by_uri(const Session *session, const Project *project)
{
    GHashTable *found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const Analysis *analysis = project->analysis;

    add_open(session, project, found);
    for (guint i = 0; i < analysis->diagnostics->len; i++) {
        const Diagnostic *one = analysis->diagnostics->pdata[i];
        g_autofree gchar *path =
            one->where.source ? source_full_path(one->where.source) : main_path(project);
        g_autofree gchar *uri = session_uri(session, path);
        if (!uri)
            continue;
        json_t *list = g_hash_table_lookup(found, uri);
        if (!list) {
            list = json_array();
            g_hash_table_insert(found, g_steal_pointer(&uri), list);
        }
        json_array_append_new(list, diagnostic_to_lsp(session, analysis, one));
    }
    return found;
}

/* Takes the list: (transfer full). */
static json_t *parameters(const Session *session, const gchar *uri, json_t *list)
{
    const Document *document = g_hash_table_lookup(session->documents, uri);
    json_t *params = json_pack("{s:s,s:o}", "uri", uri, "diagnostics", list);

    if (document && document->version >= 0)
        json_object_set_new(params, "version", json_integer(document->version));
    return params;
}

/* Takes the list: (transfer full). */
static void send_list(Session *session, Project *project, const gchar *uri, json_t *list)
{
    json_t *params = parameters(session, uri, list);
    char *dumped = json_dumps(params, JSON_COMPACT);

    if (g_strcmp0(g_hash_table_lookup(project->sent, uri), dumped) == 0) {
        json_decref(params);
    } else {
        g_hash_table_insert(project->sent, g_strdup(uri), g_strdup(dumped));
        session_notify(session, "textDocument/publishDiagnostics", params);
    }
    free(dumped);
}

/* What is gone from files that the client was told of. */
static void send_gone(Session *session, Project *project, GHashTable *found)
{
    GHashTableIter each;
    gpointer uri;

    g_hash_table_iter_init(&each, project->sent);
    while (g_hash_table_iter_next(&each, &uri, NULL)) {
        if (g_hash_table_contains(found, uri))
            continue;
        session_notify(session, "textDocument/publishDiagnostics",
                       parameters(session, uri, json_array()));
        g_hash_table_iter_remove(&each);
    }
}

void publish(Session *session, Project *project)
{
    g_autoptr(GHashTable) found = by_uri(session, project);
    g_autoptr(GList) uris = g_list_sort(g_hash_table_get_keys(found), (GCompareFunc) g_strcmp0);

    send_gone(session, project, found);
    for (GList *uri = uris; uri; uri = uri->next)
        send_list(session, project, uri->data, g_hash_table_lookup(found, uri->data));
}

void publish_nothing(Session *session, Project *project)
{
    g_autoptr(GHashTable) none = g_hash_table_new(g_str_hash, g_str_equal);

    send_gone(session, project, none);
}

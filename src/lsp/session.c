#include "lsp/session.h"

#include "lsp/publish.h"

static void project_free(gpointer data)
{
    Project *project = data;

    analysis_free(project->analysis);
    g_hash_table_unref(project->sent);
    g_hash_table_unref(project->outlines);
    g_free(project->path);
    g_free(project);
}

static void outline_free(gpointer outline)
{
    json_decref(outline);
}

static Project *project_new(const gchar *path)
{
    Project *project = g_new0(Project, 1);

    project->path = g_strdup(path);
    project->sent = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    project->outlines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, outline_free);
    return project;
}

Session *session_new(const LspSetup *setup, Wire *wire)
{
    Session *session = g_new0(Session, 1);

    session->setup = setup;
    session->wire = wire;
    session->lang = setup->lang;
    session->documents =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify) document_free);
    session->projects = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, project_free);
    return session;
}

void session_free(Session *session)
{
    g_hash_table_unref(session->projects);
    g_hash_table_unref(session->documents);
    g_free(session);
}

/* ---- documents ---- */

Document *session_document(const Session *session, const json_t *params)
{
    const json_t *named = json_object_get(params, "textDocument");
    const gchar *uri = json_string_value(json_object_get(named, "uri"));

    return uri ? g_hash_table_lookup(session->documents, uri) : NULL;
}

Project *session_project(const Session *session, const Document *document)
{
    return document->bulletin ? g_hash_table_lookup(session->projects, document->bulletin) : NULL;
}

/* Bulletins that nothing is open of any more are forgotten. */
static void drop_unused(Session *session)
{
    GHashTableIter each, documents;
    gpointer project, document;

    g_hash_table_iter_init(&each, session->projects);
    while (g_hash_table_iter_next(&each, NULL, &project)) {
        gboolean used = FALSE;
        g_hash_table_iter_init(&documents, session->documents);
        while (!used && g_hash_table_iter_next(&documents, NULL, &document))
            used = g_strcmp0(((Document *) document)->bulletin, ((Project *) project)->path) == 0;
        if (used)
            continue;
        publish_nothing(session, project);
        g_hash_table_iter_remove(&each);
    }
}

void session_touch(Session *session, Document *document)
{
    Project *before = session_project(session, document);

    if (before)
        before->dirty = TRUE;
    if (document_find_bulletin(document))
        drop_unused(session);
    if (document->bulletin && !session_project(session, document)) {
        Project *project = project_new(document->bulletin);
        g_hash_table_insert(session->projects, project->path, project);
    }
    Project *now = session_project(session, document);
    if (now)
        now->dirty = TRUE;
}

void session_touch_all(Session *session)
{
    GHashTableIter each;
    gpointer document;

    g_hash_table_iter_init(&each, session->documents);
    while (g_hash_table_iter_next(&each, NULL, &document))
        session_touch(session, document);
}

void session_close(Session *session, Document *document)
{
    Project *project = session_project(session, document);

    if (project)
        project->dirty = TRUE;
    g_hash_table_remove(session->documents, document->uri);
    drop_unused(session);
}

static GHashTable *open_texts(const Session *session, const Project *project)
{
    GHashTable *texts =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
    GHashTableIter each;
    gpointer value;

    g_hash_table_iter_init(&each, session->documents);
    while (g_hash_table_iter_next(&each, NULL, &value)) {
        const Document *document = value;
        if (g_strcmp0(document->bulletin, project->path) == 0)
            g_hash_table_insert(texts, g_strdup(document->path),
                                g_bytes_new(document->source->text, document->source->length));
    }
    return texts;
}

void session_check(Session *session)
{
    GHashTableIter each;
    gpointer value;

    g_hash_table_iter_init(&each, session->projects);
    while (g_hash_table_iter_next(&each, NULL, &value)) {
        Project *project = value;
        if (!project->dirty)
            continue;
        project->dirty = FALSE;
        g_clear_pointer(&project->analysis, analysis_free);
        project->analysis =
            analysis_new(project->path, open_texts(session, project), session->setup);
        publish(session, project);
    }
}

gchar *session_uri(const Session *session, const gchar *path)
{
    GHashTableIter each;
    gpointer document;

    g_hash_table_iter_init(&each, session->documents);
    while (g_hash_table_iter_next(&each, NULL, &document))
        if (g_strcmp0(((Document *) document)->path, path) == 0)
            return g_strdup(((Document *) document)->uri);
    return g_filename_to_uri(path, NULL, NULL);
}

/* ---- messages ---- */

void session_notify(Session *session, const gchar *method, json_t *params)
{
    wire_send(session->wire,
              json_pack("{s:s,s:s,s:o}", "jsonrpc", "2.0", "method", method, "params", params));
}

void session_log(Session *session, const gchar *text)
{
    if (session->initialized)
        session_notify(session, "window/logMessage",
                       json_pack("{s:i,s:s}", "type", 1, "message", text));
}

gboolean session_place(Session *session, const json_t *params, Place *place)
{
    Document *document = session_document(session, params);

    if (!document || !position_offset(document->source, json_object_get(params, "position"),
                                      session->encoding, &place->offset))
        return FALSE;
    session_check(session);
    place->session = session;
    place->document = document;
    place->project = session_project(session, document);
    place->source =
        place->project ? analysis_source(place->project->analysis, document->path) : NULL;
    return TRUE;
}

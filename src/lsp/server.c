/* The life of a session, and which message is whose. */
#include "lsp/lsp.h"

#include "base/version.h"
#include "lsp/session.h"

#include <string.h>

#define MOST_ID 200 /* bytes of a request's id that is text */

/* ---- answers ---- */

static void answer(Session *session, const json_t *id, json_t *result)
{
    wire_send(session->wire,
              json_pack("{s:s,s:O,s:o}", "jsonrpc", "2.0", "id", id, "result", result));
}

/* id: NULL where it is not known. */
static void refuse(Session *session, const json_t *id, gint error, const gchar *text)
{
    json_t *said = id ? json_incref((json_t *) id) : json_null();

    wire_send(session->wire, json_pack("{s:s,s:o,s:{s:i,s:s}}", "jsonrpc", "2.0", "id", said,
                                       "error", "code", error, "message", text));
}

/* ---- initialize ---- */

static const json_t *capability(const json_t *params, const gchar *area, const gchar *feature,
                                const gchar *name)
{
    const json_t *all = json_object_get(params, "capabilities");

    return json_object_get(json_object_get(json_object_get(all, area), feature), name);
}

static gboolean has_text(const json_t *list, const gchar *text)
{
    const json_t *one;
    size_t i;

    json_array_foreach(list, i, one) if (json_is_string(one) &&
                                         g_str_equal(json_string_value(one), text)) return TRUE;
    return FALSE;
}

/* "zh-cn", "zh-Hans"; the command line comes first. */
static void take_locale(Session *session, const json_t *params)
{
    const gchar *locale = json_string_value(json_object_get(params, "locale"));

    if (!locale || session->setup->lang_given)
        return;
    session->lang = g_ascii_strncasecmp(locale, "zh", 2) == 0 ? LANG_ZH : LANG_EN;
}

static void take_capabilities(Session *session, const json_t *params)
{
    const json_t *general = json_object_get(json_object_get(params, "capabilities"), "general");
    const json_t *encodings = json_object_get(general, "positionEncodings");
    const json_t *formats = capability(params, "textDocument", "hover", "contentFormat");

    session->encoding = has_text(encodings, "utf-8") ? ENCODING_UTF8 : ENCODING_UTF16;
    session->markdown = has_text(formats, "markdown");
    session->hierarchical = json_is_true(
        capability(params, "textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport"));
    session->watches = json_is_true(
        capability(params, "workspace", "didChangeWatchedFiles", "dynamicRegistration"));
}

static json_t *answer_initialize(Session *session, const json_t *params)
{
    take_locale(session, params);
    take_capabilities(session, params);
    session->initialized = TRUE;
    return json_pack(
        "{s:{s:s,s:{s:b,s:i,s:b},s:b,s:b,s:b,s:{s:[s,s]},s:{s:[s,s,s,s]}},s:{s:s,s:s}}",
        "capabilities", "positionEncoding", session->encoding == ENCODING_UTF8 ? "utf-8" : "utf-16",
        "textDocumentSync", "openClose", 1, "change", 2, "save", 1, "hoverProvider", 1,
        "definitionProvider", 1, "documentSymbolProvider", 1, "codeActionProvider",
        "codeActionKinds", "quickfix", "source.fixAll.mkbulletin", "completionProvider",
        "triggerCharacters", "#", ":", " ", "[", "serverInfo", "name", "mkbulletin", "version",
        MKB_VERSION);
}

static json_t *answer_shutdown(Session *session, const json_t *params)
{
    (void) params;
    session->shut_down = TRUE;
    return json_null();
}

/* ---- notifications ---- */

/* Files that are not open may change, too. */
static void on_initialized(Session *session, const json_t *params)
{
    (void) params;
    if (!session->watches)
        return;
    wire_send(session->wire,
              json_pack("{s:s,s:i,s:s,s:{s:[{s:s,s:s,s:{s:[{s:s},{s:s}]}}]}}", "jsonrpc", "2.0",
                        "id", (int) ++session->last_request, "method", "client/registerCapability",
                        "params", "registrations", "id", "files", "method",
                        "workspace/didChangeWatchedFiles", "registerOptions", "watchers",
                        "globPattern", "**/*.{md,csv,yaml,png,jpg,jpeg,svg}", "globPattern",
                        "**/.mkbulletin.yaml"));
}

static void on_quit(Session *session, const json_t *params)
{
    (void) params;
    session->done = TRUE;
}

static void on_open(Session *session, const json_t *params)
{
    const json_t *item = json_object_get(params, "textDocument");
    const gchar *uri = json_string_value(json_object_get(item, "uri"));
    const json_t *text = json_object_get(item, "text");
    const json_t *version = json_object_get(item, "version");
    Document *document = session_document(session, params);

    if (!uri || !json_is_string(text))
        return;
    if (document) {
        document_set_text(document, text);
        document->version = json_is_integer(version) ? json_integer_value(version) : -1;
    } else {
        document =
            document_new(uri, text, json_is_integer(version) ? json_integer_value(version) : -1);
        g_hash_table_insert(session->documents, document->uri, document);
    }
    session_touch(session, document);
}

static void on_change(Session *session, const json_t *params)
{
    Document *document = session_document(session, params);
    const json_t *named = json_object_get(params, "textDocument");
    const json_t *version = json_object_get(named, "version");
    const json_t *change;
    size_t i;

    if (!document)
        return;
    json_array_foreach(json_object_get(params, "contentChanges"), i,
                       change) if (!document_change(document, change, session->encoding))
        session_log(session, "textDocument/didChange: a change that is none was left out");
    if (json_is_integer(version))
        document->version = json_integer_value(version);
    session_touch(session, document);
}

static void on_files(Session *session, const json_t *params)
{
    (void) params;
    session_touch_all(session);
}

static void on_close(Session *session, const json_t *params)
{
    Document *document = session_document(session, params);

    if (document)
        session_close(session, document);
}

/* ---- which is whose ---- */

static const struct {
    const gchar *method;
    json_t *(*answer)(Session *session, const json_t *params);
} requests[] = {
    {"initialize", answer_initialize},
    {"shutdown", answer_shutdown},
    {"textDocument/codeAction", answer_code_actions},
    {"textDocument/completion", answer_completion},
    {"textDocument/definition", answer_definition},
    {"textDocument/documentSymbol", answer_outline},
    {"textDocument/hover", answer_hover},
};

static const struct {
    const gchar *method;
    void (*take)(Session *session, const json_t *params);
} notifications[] = {
    {"initialized", on_initialized},
    {"exit", on_quit},
    {"textDocument/didOpen", on_open},
    {"textDocument/didChange", on_change},
    {"textDocument/didSave", on_files},
    {"textDocument/didClose", on_close},
    {"workspace/didChangeWatchedFiles", on_files},
};

static void take_request(Session *session, const json_t *id, const gchar *method,
                         const json_t *params)
{
    gboolean first = g_str_equal(method, "initialize");

    if (session->shut_down || (first && session->initialized)) {
        refuse(session, id, WIRE_INVALID_REQUEST, "not now");
        return;
    }
    if (!first && !session->initialized) {
        refuse(session, id, WIRE_NOT_INITIALIZED, "initialize comes first");
        return;
    }
    for (guint i = 0; i < G_N_ELEMENTS(requests); i++) {
        if (!g_str_equal(requests[i].method, method))
            continue;
        json_t *result = requests[i].answer(session, params);
        if (result)
            answer(session, id, result);
        else
            refuse(session, id, WIRE_INVALID_PARAMS, "no such place in an open document");
        return;
    }
    refuse(session, id, WIRE_METHOD_NOT_FOUND, "no such method");
}

static void take_notification(Session *session, const gchar *method, const json_t *params)
{
    gboolean exit = g_str_equal(method, "exit");

    if (!exit && (!session->initialized || session->shut_down))
        return;
    for (guint i = 0; i < G_N_ELEMENTS(notifications); i++)
        if (g_str_equal(notifications[i].method, method))
            notifications[i].take(session, params);
}

static gboolean is_id(const json_t *id)
{
    return json_is_integer(id) || (json_is_string(id) && json_string_length(id) <= MOST_ID);
}

/* An answer to a request of ours has no method, and says nothing that matters. */
static void take(Session *session, const WireMessage *message)
{
    const json_t *id = json_object_get(message->json, "id");
    const gchar *method = json_string_value(json_object_get(message->json, "method"));
    const json_t *params = json_object_get(message->json, "params");
    gboolean is_answer =
        id && (json_object_get(message->json, "result") || json_object_get(message->json, "error"));

    if (!message->json) {
        refuse(session, NULL, message->error, "a message that cannot be read, or is too long");
        session_log(session, "a message could not be read, or was longer than 32 MiB: what is open "
                             "may not be known as it is; close it and open it again");
    } else if (!method && is_answer) {
        return;
    } else if (!method || (id && !is_id(id))) {
        refuse(session, is_id(id) ? id : NULL, WIRE_INVALID_REQUEST, "not a request");
    } else if (!id) {
        take_notification(session, method, params);
    } else if (message->canceled) {
        refuse(session, id, WIRE_REQUEST_CANCELED, "cancelled");
    } else {
        take_request(session, id, method, params);
    }
}

/* What has come is taken in before anything is checked: who types fast is told of the last state
 * alone. */
static void serve(Session *session)
{
    while (!session->done && !session->wire->broken) {
        g_autoptr(WireMessage) message = wire_next(session->wire, FALSE);
        if (!message) {
            session_check(session);
            message = wire_next(session->wire, TRUE);
        }
        if (!message)
            return;
        take(session, message);
    }
}

int lsp_serve(const LspSetup *setup, int in, int out)
{
    g_autoptr(Wire) wire = wire_new(in, out);
    Session *session = session_new(setup, wire);

    serve(session);
    int status = session->done && session->shut_down ? STATUS_OK : 1;
    session_free(session);
    return status;
}

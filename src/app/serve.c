#include "app/serve.h"

#include "app/served_page.h"
#include "base/late.h"
#include "output/output.h"
#include "output/page_digest.h"

#include <libsoup/soup.h>
#include <string.h>

/* clang-format off: a line each */
#define FUNCTIONS(F) \
    F(soup, get_major_version) \
    F(soup, get_micro_version) \
    F(soup, get_minor_version) \
    F(soup, message_body_append) \
    F(soup, message_body_set_accumulate) \
    F(soup, message_headers_get_content_length) \
    F(soup, message_headers_get_encoding) \
    F(soup, message_headers_get_expectations) \
    F(soup, message_headers_get_one) \
    F(soup, message_headers_replace) \
    F(soup, message_headers_set_encoding) \
    F(soup, server_accept_iostream) \
    F(soup, server_add_early_handler) \
    F(soup, server_add_handler) \
    F(soup, server_disconnect) \
    F(soup, server_message_get_http_version) \
    F(soup, server_message_get_method) \
    F(soup, server_message_get_request_body) \
    F(soup, server_message_get_request_headers) \
    F(soup, server_message_get_response_body) \
    F(soup, server_message_get_response_headers) \
    F(soup, server_message_set_response) \
    F(soup, server_message_set_status) \
    F(soup, server_message_steal_connection) \
    F(soup, server_message_unpause) \
    F(soup, server_new)
/* clang-format on */

LATE_LIBRARY(soup, SONAME_LIBSOUP_3_0, FUNCTIONS)

/* Browsers open six connections to a host; this is for a few windows. */
enum {
    MOST_LISTENERS = 32,
    MOST_CONNECTIONS = 64,
    MOST_BODY = 4096, /* what is read of what nobody asked for */
    SECONDS_IDLE = 10,
    SECONDS_ALIVE = 15,
    PIXELS_AN_INCH = 96
};

struct Server {
    SoupServer *soup;
    GSocketService *service;
    guint port;
    GPtrArray *connections; /* GSocketConnection: not referenced */
    GPtrArray *listeners;   /* SoupServerMessage: of /events, open */
    guint alive;            /* timer */
    guint version;          /* of what is shown; counts builds */
    Outcome last;
    gchar *findings;    /* (nullable) JSON: what check finds in the last that had no errors */
    Build *good;        /* (nullable) with the pages shown */
    GPtrArray *digests; /* gchar *, a page each */
};

/* ---- what may be asked ---- */

/* A name that an attacker's server gives for 127.0.0.1 is not one of these (DNS rebinding). */
static gboolean is_own_host(const Server *server, SoupServerMessage *message)
{
    const gchar *host =
        soup.message_headers_get_one(soup.server_message_get_request_headers(message), "Host");
    g_autofree gchar *number = g_strdup_printf("127.0.0.1:%u", server->port);
    g_autofree gchar *name = g_strdup_printf("localhost:%u", server->port);

    return host && (strcmp(host, number) == 0 || g_ascii_strcasecmp(host, name) == 0);
}

static void set_header(SoupServerMessage *message, const gchar *name, const gchar *value)
{
    soup.message_headers_replace(soup.server_message_get_response_headers(message), name, value);
}

/* libsoup ends a connection that it has not accepted itself with the first answer, and does not say
 * so to whoever would ask again. */
static void set_headers(SoupServerMessage *message)
{
    static const gchar *const headers[][2] = {
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
         "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
        {"X-Content-Type-Options", "nosniff"},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cache-Control", "no-store"},
        {"Connection", "close"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(headers); i++)
        set_header(message, headers[i][0], headers[i][1]);
}

static void refuse(SoupServerMessage *message, guint status)
{
    soup.server_message_set_status(message, status, NULL);
    soup.server_message_set_response(message, "text/plain", SOUP_MEMORY_STATIC, NULL, 0);
}

static void answer(SoupServerMessage *message, const gchar *type, SoupMemoryUse use,
                   const gchar *body, gsize length)
{
    soup.server_message_set_status(message, SOUP_STATUS_OK, NULL);
    soup.server_message_set_response(message, type, use, body, length);
}

/* ---- the state ---- */

static void append_json_string(GString *out, const gchar *text)
{
    g_string_append_c(out, '"');
    for (; text && *text; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_printf(out, "\\%c", *text);
        else if ((guchar) *text < ' ')
            g_string_append_printf(out, "\\u%04x", (guint) *text);
        else
            g_string_append_c(out, *text);
    }
    g_string_append_c(out, '"');
}

static guint pixels(Len length)
{
    return (guint) len_mul_div(length, PIXELS_AN_INCH, 72 * LEN_PT);
}

/* The digests are hexadecimal, the messages JSON already. */
static gchar *state_json(const Server *server)
{
    GString *out = g_string_new("{");
    const Pages *pages = server->good ? build_pages(server->good) : NULL;

    g_string_append_printf(out, "\"version\":%u,\"lang\":\"%s\",\"failed\":%s,\"ms\":%d,",
                           server->version, server->last.lang == LANG_ZH ? "zh" : "en",
                           server->last.failed ? "true" : "false", (int) server->last.ms);
    g_string_append_printf(out, "\"width\":%u,\"height\":%u,\"title\":",
                           pages ? pixels(pages->width) : 0, pages ? pixels(pages->height) : 0);
    append_json_string(out, pages ? pages->info.title : "");
    g_string_append(out, ",\"pages\":[");
    for (guint i = 0; i < server->digests->len; i++)
        g_string_append_printf(out, "%s\"%s\"", i > 0 ? "," : "",
                               (const gchar *) server->digests->pdata[i]);
    g_string_append_printf(out, "],\"messages\":%s,\"findings\":%s}\n", server->last.messages,
                           server->findings ? server->findings : "null");
    return g_string_free(out, FALSE);
}

static void answer_state(const Server *server, SoupServerMessage *message)
{
    gchar *state = state_json(server);

    answer(message, "application/json", SOUP_MEMORY_TAKE, state, strlen(state));
}

/* ---- pages ---- */

/* /page/DIGEST.svg of a page that is shown; no path leads to a file. */
static gboolean find_page(const Server *server, const gchar *path, guint *page)
{
    for (guint i = 0; i < server->digests->len; i++) {
        g_autofree gchar *own =
            g_strdup_printf("/page/%s.svg", (const gchar *) server->digests->pdata[i]);
        if (strcmp(path, own) == 0) {
            *page = i;
            return TRUE;
        }
    }
    return FALSE;
}

static void answer_page(const Server *server, SoupServerMessage *message, guint page)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    g_autoptr(GBytes) svg = pages_to_svg(build_pages(server->good), page, unheard);
    gsize length;

    output_forget_fonts();
    if (!svg) {
        refuse(message, SOUP_STATUS_INTERNAL_SERVER_ERROR);
        return;
    }
    const gchar *data = g_bytes_get_data(svg, &length);
    answer(message, "image/svg+xml", SOUP_MEMORY_COPY, data, length);
    /* Opened by itself it is a document; its pictures are in it. */
    set_header(message, "Content-Security-Policy",
               "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; "
               "frame-ancestors 'none'");
}

/* ---- events ---- */

static void send_event(SoupServerMessage *message, const gchar *text)
{
    soup.message_body_append(soup.server_message_get_response_body(message), SOUP_MEMORY_COPY, text,
                             strlen(text));
    soup.server_message_unpause(message);
}

static void on_finished(SoupServerMessage *message, gpointer data)
{
    Server *server = data;

    g_ptr_array_remove(server->listeners, message);
}

static void tell(SoupServerMessage *message, guint version)
{
    g_autofree gchar *event = g_strdup_printf("data: %u\n\n", version);

    send_event(message, event);
}

static void tell_all(const Server *server)
{
    for (guint i = 0; i < server->listeners->len; i++)
        tell(server->listeners->pdata[i], server->version);
}

/* A listener that is gone shows only when something is sent. */
static gboolean keep_alive(gpointer data)
{
    Server *server = data;

    for (guint i = 0; i < server->listeners->len; i++)
        send_event(server->listeners->pdata[i], ":\n\n");
    return G_SOURCE_CONTINUE;
}

static void listen_to(Server *server, SoupServerMessage *message)
{
    if (server->listeners->len == MOST_LISTENERS ||
        soup.server_message_get_http_version(message) == SOUP_HTTP_1_0) {
        refuse(message, SOUP_STATUS_SERVICE_UNAVAILABLE);
        return;
    }
    soup.server_message_set_status(message, SOUP_STATUS_OK, NULL);
    set_header(message, "Content-Type", "text/event-stream");
    soup.message_headers_set_encoding(soup.server_message_get_response_headers(message),
                                      SOUP_ENCODING_CHUNKED);
    soup.message_body_set_accumulate(soup.server_message_get_response_body(message), FALSE);
    g_ptr_array_add(server->listeners, g_object_ref(message));
    g_signal_connect(message, "finished", G_CALLBACK(on_finished), server);
    tell(message, server->version);
}

/* ---- requests ---- */

static gboolean answer_fixed(SoupServerMessage *message, const gchar *path)
{
    static const struct {
        const gchar *path, *type, *body;
    } fixed[] = {{"/", "text/html; charset=utf-8", served_html},
                 {"/view.css", "text/css; charset=utf-8", served_css},
                 {"/view.js", "text/javascript; charset=utf-8", served_js},
                 {"/favicon.ico", "image/svg+xml", served_icon}};

    for (guint i = 0; i < G_N_ELEMENTS(fixed); i++) {
        if (strcmp(path, fixed[i].path) != 0)
            continue;
        answer(message, fixed[i].type, SOUP_MEMORY_STATIC, fixed[i].body, strlen(fixed[i].body));
        return TRUE;
    }
    return FALSE;
}

static void refuse_method(SoupServerMessage *message)
{
    refuse(message, SOUP_STATUS_METHOD_NOT_ALLOWED);
    set_header(message, "Allow", "GET");
}

static gsize body_length(SoupServerMessage *message)
{
    SoupMessageHeaders *headers = soup.server_message_get_request_headers(message);

    switch (soup.message_headers_get_encoding(headers)) {
    case SOUP_ENCODING_NONE:
        return 0;
    case SOUP_ENCODING_CONTENT_LENGTH:
        return (gsize) soup.message_headers_get_content_length(headers);
    default:
        return G_MAXSIZE;
    }
}

/* Before the body is read. A GET has none: who asks first whether to send one is told no, a short
 * one is read and forgotten, and with any other the connection is closed. */
static void on_headers(SoupServer *sender, SoupServerMessage *message, const char *path,
                       GHashTable *query, gpointer data)
{
    SoupMessageHeaders *headers = soup.server_message_get_request_headers(message);

    (void) sender, (void) path, (void) query, (void) data;
    soup.message_body_set_accumulate(soup.server_message_get_request_body(message), FALSE);
    if (body_length(message) <= MOST_BODY)
        return;
    if (soup.message_headers_get_expectations(headers) & SOUP_EXPECTATION_CONTINUE) {
        set_headers(message);
        refuse_method(message);
    } else {
        g_autoptr(GIOStream) stream = soup.server_message_steal_connection(message);
        g_io_stream_close(stream, NULL, NULL);
    }
}

static void on_request(SoupServer *sender, SoupServerMessage *message, const char *path,
                       GHashTable *query, gpointer data)
{
    Server *server = data;
    guint page;

    (void) sender, (void) query;
    set_headers(message);
    if (!is_own_host(server, message)) {
        refuse(message, SOUP_STATUS_FORBIDDEN);
    } else if (strcmp(soup.server_message_get_method(message), "GET") != 0) {
        refuse_method(message);
    } else if (answer_fixed(message, path)) {
        return;
    } else if (strcmp(path, "/state") == 0) {
        answer_state(server, message);
    } else if (strcmp(path, "/events") == 0) {
        listen_to(server, message);
    } else if (find_page(server, path, &page)) {
        answer_page(server, message, page);
    } else {
        refuse(message, SOUP_STATUS_NOT_FOUND);
    }
}

/* ---- the server ---- */

static void on_gone(gpointer data, GObject *connection)
{
    Server *server = data;

    g_ptr_array_remove_fast(server->connections, connection);
}

/* The server of libsoup itself would take any number of connections, and keep those that say
 * nothing for ever. */
static gboolean on_incoming(GSocketService *service, GSocketConnection *connection, GObject *source,
                            gpointer data)
{
    Server *server = data;

    (void) service, (void) source;
    if (server->connections->len == MOST_CONNECTIONS)
        return TRUE;
    g_ptr_array_add(server->connections, connection);
    g_object_weak_ref(G_OBJECT(connection), on_gone, server);
    g_socket_set_timeout(g_socket_connection_get_socket(connection), SECONDS_IDLE);
    g_autoptr(GSocketAddress) local = g_socket_connection_get_local_address(connection, NULL);
    g_autoptr(GSocketAddress) remote = g_socket_connection_get_remote_address(connection, NULL);
    soup.server_accept_iostream(server->soup, G_IO_STREAM(connection), local, remote, NULL);
    return TRUE;
}

static gboolean start(Server *server, guint port, GError **error)
{
    g_autoptr(GInetAddress) loopback = g_inet_address_new_loopback(G_SOCKET_FAMILY_IPV4);
    g_autoptr(GSocketAddress) address = g_inet_socket_address_new(loopback, (guint16) port);
    g_autoptr(GSocketAddress) effective = NULL;

    if (!g_socket_listener_add_address(G_SOCKET_LISTENER(server->service), address,
                                       G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL,
                                       &effective, error))
        return FALSE;
    server->port = g_inet_socket_address_get_port(G_INET_SOCKET_ADDRESS(effective));
    g_signal_connect(server->service, "incoming", G_CALLBACK(on_incoming), server);
    return TRUE;
}

Server *server_new(guint port, Diagnostics *sink)
{
    if (!late_open(&soup_library, SPAN_NONE, sink))
        return NULL;
    g_autoptr(Server) server = g_new0(Server, 1);
    g_autoptr(GError) error = NULL;
    g_autofree gchar *number = g_strdup_printf("%u", port);

    server->soup = soup.server_new(NULL, NULL);
    server->service = g_socket_service_new();
    server->connections = g_ptr_array_new();
    server->listeners = g_ptr_array_new_with_free_func(g_object_unref);
    server->digests = g_ptr_array_new_with_free_func(g_free);
    server->last.messages = g_strdup("null");
    soup.server_add_early_handler(server->soup, NULL, on_headers, server, NULL);
    soup.server_add_handler(server->soup, NULL, on_request, server, NULL);
    if (!start(server, port, &error)) {
        diag_report(sink, RULE_CANNOT_SERVE, SPAN_NONE, number, error->message, NULL);
        return NULL;
    }
    server->alive = g_timeout_add_seconds(SECONDS_ALIVE, keep_alive, server);
    return g_steal_pointer(&server);
}

static void outcome_clear(Outcome *outcome)
{
    g_clear_pointer(&outcome->build, build_free);
    g_free(outcome->fonts);
    g_free(outcome->messages);
}

void server_free(Server *server)
{
    if (!server)
        return;
    if (server->alive != 0)
        g_source_remove(server->alive);
    for (guint i = 0; i < server->listeners->len; i++)
        g_signal_handlers_disconnect_by_data(server->listeners->pdata[i], server);
    for (guint i = 0; i < server->connections->len; i++)
        g_object_weak_unref(server->connections->pdata[i], on_gone, server);
    g_ptr_array_unref(server->connections);
    g_socket_listener_close(G_SOCKET_LISTENER(server->service));
    g_object_unref(server->service);
    g_ptr_array_unref(server->listeners);
    soup.server_disconnect(server->soup);
    g_object_unref(server->soup);
    g_ptr_array_unref(server->digests);
    outcome_clear(&server->last);
    g_free(server->findings);
    build_free(server->good);
    g_free(server);
}

gchar *server_address(const Server *server)
{
    return g_strdup_printf("http://127.0.0.1:%u/", server->port);
}

static void take_pages(Server *server)
{
    build_free(server->good);
    server->good = g_steal_pointer(&server->last.build);
    const Pages *pages = build_pages(server->good);
    g_ptr_array_set_size(server->digests, 0);
    for (guint i = 0; i < pages->pages->len; i++)
        g_ptr_array_add(server->digests, page_digest(pages, i, server->last.fonts));
}

void server_show(Server *server, Outcome outcome)
{
    outcome_clear(&server->last);
    server->last = outcome;
    server->version++;
    if (outcome.failed)
        g_clear_pointer(&server->findings, g_free);
    if (!outcome.failed && build_pages(outcome.build))
        take_pages(server);
    tell_all(server);
}

void server_tell(Server *server, gboolean failed, gchar *messages)
{
    g_free(server->last.messages);
    server->last.messages = messages;
    server->last.failed = failed;
    server->version++;
    tell_all(server);
}

void server_show_findings(Server *server, gchar *findings)
{
    gboolean same = g_strcmp0(server->findings, findings) == 0;

    g_free(server->findings);
    server->findings = findings;
    if (same)
        return;
    server->version++;
    tell_all(server);
}

void server_versions(GArray *versions)
{
    g_autofree gchar *compiled =
        version_text(SOUP_MAJOR_VERSION, SOUP_MINOR_VERSION, SOUP_MICRO_VERSION);
    g_autofree gchar *running = NULL;

    if (late_open(&soup_library, SPAN_NONE, NULL))
        running = version_text(soup.get_major_version(), soup.get_minor_version(),
                               soup.get_micro_version());
    versions_add_late(versions, "libsoup", compiled, running);
}

#include "lsp/wire.h"

#include "lsp/surrogates.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file has 4 MiB at most, which JSON can make three times as many bytes. */
#define MOST_BODY ((gsize) 32 * 1024 * 1024)
#define MOST_HELD ((gsize) 64 * 1024 * 1024)
#define LONGEST_LINE 4096
#define CHUNK 65536

Wire *wire_new(int in, int out)
{
    Wire *wire = g_new0(Wire, 1);

    wire->in = in;
    wire->out = out;
    wire->unread = g_byte_array_new();
    wire->queue = g_queue_new();
    return wire;
}

void wire_message_free(WireMessage *message)
{
    if (!message)
        return;
    json_decref(message->json);
    g_free(message);
}

void wire_free(Wire *wire)
{
    if (!wire)
        return;
    g_byte_array_unref(wire->unread);
    g_queue_free_full(wire->queue, (GDestroyNotify) wire_message_free);
    g_free(wire);
}

/* ---- messages ---- */

static void push(Wire *wire, json_t *json, gint error)
{
    WireMessage *message = g_new0(WireMessage, 1);

    message->json = json;
    message->error = error;
    g_queue_push_tail(wire->queue, message);
}

/* Marks the request that is waiting with this id. */
static void cancel(Wire *wire, const json_t *id)
{
    for (GList *at = wire->queue->head; id && at; at = at->next) {
        WireMessage *message = at->data;
        if (json_object_get(message->json, "method") &&
            json_equal(json_object_get(message->json, "id"), id))
            message->canceled = TRUE;
    }
}

static void take_body(Wire *wire, const gchar *text, gsize length)
{
    json_error_t fault;
    /* A document may hold anything that is in a file, U+0000 too: the check tells of it. */
    json_t *json = json_loadb(text, length, JSON_ALLOW_NUL, &fault);

    if (!json) {
        g_autofree gchar *mended = surrogates_mended(text, length);
        json = mended ? json_loadb(mended, length, JSON_ALLOW_NUL, &fault) : NULL;
    }
    const gchar *method = json_string_value(json_object_get(json, "method"));
    if (g_strcmp0(method, "$/cancelRequest") == 0)
        cancel(wire, json_object_get(json_object_get(json, "params"), "id"));
    push(wire, json, json ? 0 : WIRE_PARSE_ERROR);
    wire->held += length;
}

/* ---- framing ---- */

/* A header line without its end. Others than the length say nothing that matters. */
static void take_header(Wire *wire, const gchar *line, gsize length)
{
    static const gchar name[] = "content-length:";
    g_autofree gchar *text = g_strndup(line, MIN(length, LONGEST_LINE));
    guint64 value;

    if (g_ascii_strncasecmp(text, name, strlen(name)) != 0)
        return;
    if (g_ascii_string_to_unsigned(g_strstrip(text + strlen(name)), 10, 0, G_MAXSIZE / 2, &value,
                                   NULL)) {
        wire->length = (gsize) value;
        wire->has_length = TRUE;
    }
}

/* The empty line after the header. */
static void begin_body(Wire *wire)
{
    if (!wire->has_length) {
        push(wire, NULL, WIRE_PARSE_ERROR);
    } else if (wire->length > MOST_BODY) {
        push(wire, NULL, WIRE_INVALID_REQUEST);
        wire->skip = wire->length;
    } else {
        wire->in_body = TRUE;
    }
    wire->has_length = FALSE;
}

/* Takes a header line or a body off what is unread; FALSE when neither is complete. */
static gboolean take_part(Wire *wire)
{
    gsize left = wire->unread->len - wire->taken;

    if (left == 0 && !(wire->in_body && wire->length == 0))
        return FALSE; /* before anything has come there is no memory to point into either */
    const gchar *at = (const gchar *) wire->unread->data + wire->taken;
    if (wire->skip > 0) {
        gsize drop = MIN(wire->skip, left);
        wire->skip -= drop;
        wire->taken += drop;
        return drop > 0;
    }
    if (wire->in_body) {
        if (left < wire->length)
            return FALSE;
        take_body(wire, at, wire->length);
        wire->taken += wire->length;
        wire->in_body = FALSE;
        return TRUE;
    }
    const gchar *end = memchr(at, '\n', left);
    if (!end && left > LONGEST_LINE) { /* no header line is so long: wait for its end only */
        wire->taken += left;
        return FALSE;
    }
    if (!end)
        return FALSE;
    gsize length = (gsize) (end - at);
    wire->taken += length + 1;
    while (length > 0 && at[length - 1] == '\r')
        length--;
    if (length > 0)
        take_header(wire, at, length);
    else
        begin_body(wire);
    return TRUE;
}

static void take_parts(Wire *wire)
{
    while (take_part(wire))
        ;
    if (wire->taken > 0)
        g_byte_array_remove_range(wire->unread, 0, (guint) wire->taken);
    wire->taken = 0;
}

/* Reads what is there; FALSE when nothing is. */
static gboolean read_some(Wire *wire, gboolean wait)
{
    guint8 chunk[CHUNK];
    struct pollfd ready = {.fd = wire->in, .events = POLLIN};
    gssize got;

    if (wire->ended)
        return FALSE;
    if (poll(&ready, 1, wait ? -1 : 0) <= 0)
        return FALSE;
    do
        got = read(wire->in, chunk, sizeof(chunk));
    while (got < 0 && errno == EINTR);
    wire->ended = got <= 0;
    if (got > 0)
        g_byte_array_append(wire->unread, chunk, (guint) got);
    /* Of a body that is not complete nothing can be taken: it is looked at only then. */
    if (!wire->in_body || wire->unread->len >= wire->length)
        take_parts(wire);
    return got > 0;
}

WireMessage *wire_next(Wire *wire, gboolean wait)
{
    while (wire->held < MOST_HELD && read_some(wire, FALSE))
        ;
    while (wait && g_queue_is_empty(wire->queue) && !wire->ended)
        read_some(wire, TRUE);
    WireMessage *message = g_queue_pop_head(wire->queue);
    if (g_queue_is_empty(wire->queue))
        wire->held = 0;
    return message;
}

/* ---- sending ---- */

static gboolean write_all(int fd, const gchar *text, gsize length)
{
    while (length > 0) {
        gssize put = write(fd, text, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return FALSE;
        text += put;
        length -= (gsize) put;
    }
    return TRUE;
}

void wire_send(Wire *wire, json_t *message)
{
    char *body = json_dumps(message, JSON_COMPACT);
    gsize length = strlen(body);
    gchar head[64];

    g_snprintf(head, sizeof(head), "Content-Length: %zu\r\n\r\n", length);
    wire->broken = wire->broken || !write_all(wire->out, head, strlen(head)) ||
                   !write_all(wire->out, body, length);
    free(body);
    json_decref(message);
}

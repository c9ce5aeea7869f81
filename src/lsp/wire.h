/* JSON-RPC messages on a stream, as the base protocol of LSP frames them: header lines with a
 * Content-Length, an empty line, so many bytes of JSON. */
#ifndef MKB_LSP_WIRE_H
#define MKB_LSP_WIRE_H

#include <glib.h>
#include <jansson.h>

/* A message that was read; without JSON it is one that could not be. */
typedef struct {
    json_t *json;      /* (nullable) */
    gint error;        /* of JSON-RPC, where there is no JSON */
    gboolean canceled; /* a request that was cancelled before its turn */
} WireMessage;

typedef struct {
    int in, out;
    GByteArray *unread;
    gsize taken;  /* bytes of `unread` that are dealt with */
    gsize length; /* of the body that is being read */
    gboolean in_body, has_length;
    gsize skip;    /* bytes that are still to be thrown away */
    gsize held;    /* bytes of the messages that wait */
    GQueue *queue; /* WireMessage */
    gboolean ended, broken;
} Wire;

enum {
    WIRE_PARSE_ERROR = -32700,
    WIRE_INVALID_REQUEST = -32600,
    WIRE_METHOD_NOT_FOUND = -32601,
    WIRE_INVALID_PARAMS = -32602,
    WIRE_NOT_INITIALIZED = -32002,
    WIRE_REQUEST_CANCELED = -32800
};

Wire *wire_new(int in, int out);
void wire_free(Wire *wire);

/* The next message, waiting for one if `wait`; NULL when there is none (yet), or at the end. What
 * has come is read first, so that a cancellation is known before the turn of what it is about.
 * (transfer full) */
WireMessage *wire_next(Wire *wire, gboolean wait);
void wire_message_free(WireMessage *message);

/* Sends one, which is the callee's: (transfer full). Once that failed `broken` is set. */
void wire_send(Wire *wire, json_t *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Wire, wire_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(WireMessage, wire_message_free)

#endif

/* One client: what it can do, what it has open, and the bulletins that this belongs to. */
#ifndef MKB_LSP_SESSION_H
#define MKB_LSP_SESSION_H

#include "lsp/analysis.h"
#include "lsp/document.h"
#include "lsp/wire.h"

typedef struct {
    const LspSetup *setup;
    Wire *wire;
    Encoding encoding;
    Lang lang;
    gboolean initialized, shut_down, done;
    gboolean markdown;     /* the client shows Markdown */
    gboolean hierarchical; /* its outline is a tree */
    gboolean watches;      /* it tells of changed files when asked to */
    gint64 last_request;   /* id of the last request to the client */
    GHashTable *documents; /* Document by URI */
    GHashTable *projects;  /* Project by path */
} Session;

/* A bulletin that something is open of. */
typedef struct {
    gchar *path; /* of its folder, or of the single file */
    gboolean dirty;
    Analysis *analysis;   /* (nullable) until it is checked */
    GHashTable *sent;     /* what the client was last told: JSON text by URI */
    GHashTable *outlines; /* json_t by path: the last one that is not empty */
} Project;

Session *session_new(const LspSetup *setup, Wire *wire);
void session_free(Session *session);

/* ---- documents ---- */

/* The document that the parameters of a request or notification name, or NULL. (transfer none) */
Document *session_document(const Session *session, const json_t *params);

/* Its bulletin, or NULL. (transfer none) */
Project *session_project(const Session *session, const Document *document);

/* The document has changed: its bulletin is to be checked again, and where it now belongs to
 * another, both are. */
void session_touch(Session *session, Document *document);

/* All bulletins are to be checked again, for files may have changed on the disk. */
void session_touch_all(Session *session);

/* The document is open no more; it is freed. */
void session_close(Session *session, Document *document);

/* Checks what has changed and tells the client what was found. */
void session_check(Session *session);

/* The URI of a path: that of the document where it is open. (transfer full) (nullable) */
gchar *session_uri(const Session *session, const gchar *path);

/* ---- messages ---- */

void session_notify(Session *session, const gchar *method, json_t *params);

/* Shows a text in the client's log. */
void session_log(Session *session, const gchar *text);

/* What a request is about: a document that is open, its bulletin, checked, and a place. */
typedef struct {
    Session *session;
    Document *document;
    Project *project;     /* (nullable) */
    const Source *source; /* (nullable) the document in the analysis */
    guint32 offset;
} Place;

/* FALSE where the parameters name no open document, or no position in it. */
gboolean session_place(Session *session, const json_t *params, Place *place);

/* ---- answers; (transfer full), NULL for parameters that are none ---- */

json_t *answer_code_actions(Session *session, const json_t *params);
json_t *answer_outline(Session *session, const json_t *params);
json_t *answer_hover(Session *session, const json_t *params);
json_t *answer_completion(Session *session, const json_t *params);
json_t *answer_definition(Session *session, const json_t *params);

#endif

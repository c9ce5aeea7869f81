/* The files that the editor has open, as they are there. */
#ifndef MKB_LSP_DOCUMENT_H
#define MKB_LSP_DOCUMENT_H

#include "lsp/position.h"

typedef struct {
    gchar *uri;         /* as the client writes it */
    gchar *path;        /* (nullable) absolute, UTF-8, as sources have it; NULL: no file */
    json_int_t version; /* -1: none */
    Source *source;     /* the text */
    gchar *bulletin;    /* (nullable) the folder or file that it belongs to */
} Document;

/* (transfer full) */
Document *document_new(const gchar *uri, const json_t *text, json_int_t version);
void document_free(Document *document);

void document_set_text(Document *document, const json_t *text);

/* Applies one item of contentChanges; FALSE for what is none. */
gboolean document_change(Document *document, const json_t *change, Encoding encoding);

/* Finds out what it belongs to: the nearest folder with a bulletin.md, at or above its own; else
 * the file itself where it begins with front matter; else nothing. TRUE when that is another than
 * before. */
gboolean document_find_bulletin(Document *document);

/* Its path without symbolic links resolved, or NULL where the URI is none of a file.
 * (transfer full) */
gchar *path_of_uri(const gchar *uri);

#endif

#include "lsp/document.h"

#include <string.h>

#define MOST_BYTES ((gsize) 64 * 1024 * 1024)
#define MOST_LEVELS 200

gchar *path_of_uri(const gchar *uri)
{
    g_autofree gchar *path = g_filename_from_uri(uri, NULL, NULL);
    g_autofree gchar *plain = path ? g_canonicalize_filename(path, NULL) : NULL;

    return plain ? g_utf8_make_valid(plain, -1) : NULL;
}

static void set_source(Document *document, gchar *text, gsize length)
{
    g_clear_pointer(&document->source, source_free);
    document->source =
        source_new(g_strdup(document->path ? document->path : document->uri), text, length);
}

void document_set_text(Document *document, const json_t *text)
{
    gsize length = MIN(json_string_length(text), MOST_BYTES);

    set_source(document, g_memdup2(json_string_value(text), length), length);
}

Document *document_new(const gchar *uri, const json_t *text, json_int_t version)
{
    Document *document = g_new0(Document, 1);

    document->uri = g_strdup(uri);
    document->path = path_of_uri(uri);
    document->version = version;
    document_set_text(document, text);
    return document;
}

void document_free(Document *document)
{
    if (!document)
        return;
    source_free(document->source);
    g_free(document->bulletin);
    g_free(document->path);
    g_free(document->uri);
    g_free(document);
}

static void replace(Document *document, const Span *span, const json_t *text)
{
    const Source *old = document->source;
    gsize added = json_string_length(text), behind = old->length - span->end;

    if (span->start + added + behind > MOST_BYTES)
        return;
    gchar *bytes = g_malloc(span->start + added + behind + 1);
    memcpy(bytes, old->text, span->start);
    memcpy(bytes + span->start, json_string_value(text), added);
    memcpy(bytes + span->start + added, old->text + span->end, behind);
    set_source(document, bytes, span->start + added + behind);
}

gboolean document_change(Document *document, const json_t *change, Encoding encoding)
{
    const json_t *text = json_object_get(change, "text"), *range = json_object_get(change, "range");
    Span span;

    if (!json_is_string(text))
        return FALSE;
    if (!range || json_is_null(range))
        document_set_text(document, text);
    else if (range_span(document->source, range, encoding, &span))
        replace(document, &span, text);
    else
        return FALSE;
    return TRUE;
}

/* ---- what it belongs to ---- */

static gboolean has(const gchar *folder, const gchar *name, GFileTest test)
{
    g_autofree gchar *path = g_build_filename(folder, name, NULL);

    return g_file_test(path, test);
}

/* (transfer full) (nullable) */
static gchar *folder_above(const gchar *path)
{
    g_autofree gchar *at = g_path_get_dirname(path);

    for (guint i = 0; i < MOST_LEVELS; i++) {
        g_autofree gchar *above = g_path_get_dirname(at);
        if (has(at, "bulletin.md", G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&at);
        if (g_str_equal(above, at) || has(at, ".git", G_FILE_TEST_EXISTS))
            break;
        g_free(at);
        at = g_steal_pointer(&above);
    }
    return NULL;
}

/* A bulletin of one file has front matter; a README beside it has none. */
static gboolean begins_with_front_matter(const Source *source)
{
    const gchar *at = source->text;

    if (g_str_has_prefix(at, "\xEF\xBB\xBF"))
        at += 3;
    return strncmp(at, "---", 3) == 0 && strchr(" \t\r\n", at[3]) != NULL;
}

gboolean document_find_bulletin(Document *document)
{
    const gchar *path = document->path;
    g_autofree gchar *found = path ? folder_above(path) : NULL;

    if (!found && path && g_str_has_suffix(path, ".md") &&
        begins_with_front_matter(document->source))
        found = g_strdup(path);
    gboolean other = g_strcmp0(found, document->bulletin) != 0;
    g_free(document->bulletin);
    document->bulletin = g_steal_pointer(&found);
    return other;
}

#include "source/entity.h"

#include <cmark.h>
#include <string.h>

#define LONGEST_ENTITY 40

/* Bytes up to and with the semicolon, or 0. */
static gsize reference_length(const gchar *p, const gchar *end)
{
    if (p >= end || *p != '&')
        return 0;
    gsize length = 1;
    if (p + length < end && p[length] == '#')
        length++;
    while (p + length < end && length < LONGEST_ENTITY && g_ascii_isalnum(p[length]))
        length++;
    return p + length < end && p[length] == ';' ? length + 1 : 0;
}

/* cmark has the table of names but no function that gives it, so it is asked with a small text. */
gsize entity_read(const gchar *p, const gchar *end, gchar **text)
{
    gsize length = reference_length(p, end);
    *text = NULL;
    if (length == 0)
        return 0;
    cmark_node *document = cmark_parse_document(p, length, CMARK_OPT_DEFAULT);
    cmark_node *paragraph = cmark_node_first_child(document);
    cmark_node *literal = paragraph ? cmark_node_first_child(paragraph) : NULL;
    const gchar *decoded = literal ? cmark_node_get_literal(literal) : NULL;
    gboolean is_entity = decoded && (strlen(decoded) != length || strncmp(decoded, p, length) != 0);
    if (is_entity)
        *text = g_strdup(decoded);
    cmark_node_free(document);
    return is_entity ? length : 0;
}

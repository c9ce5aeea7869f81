/* What all JSON that is written has in common. */
#ifndef MKB_OUTPUT_JSON_PARTS_H
#define MKB_OUTPUT_JSON_PARTS_H

#include <glib.h>
#include <jansson.h>

/* Value: (transfer full) */
void json_set(json_t *object, const gchar *key, json_t *value);

/* A string, or null for NULL. (transfer full) */
json_t *json_text_or_null(const gchar *text);

/* Two blanks a level and a line's end; `flags` are jansson's, besides. Root: (transfer full).
 * (transfer full) */
gchar *json_lines(json_t *root, gsize flags);

#endif

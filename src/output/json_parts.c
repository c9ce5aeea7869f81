#include "output/json_parts.h"

#include <stdlib.h>

void json_set(json_t *object, const gchar *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

json_t *json_text_or_null(const gchar *text)
{
    return text ? json_string(text) : json_null();
}

gchar *json_lines(json_t *root, gsize flags)
{
    char *text = json_dumps(root, JSON_INDENT(2) | flags);
    gchar *lines = g_strconcat(text, "\n", NULL);

    free(text);
    json_decref(root);
    return lines;
}

#include "source/yaml_write.h"

#include <string.h>

#include "base/width.h"

/* Cells of a line. */
#define MOST_WIDTH 100

typedef struct {
    GString *out;
    YamlComment comment;
    gpointer data;
} Writing;

static gboolean is_control(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

/* Whether text needs no quotes anywhere, in brackets either. Chinese marks mean nothing to YAML. */
static gboolean is_safe(const gchar *text)
{
    gsize length = strlen(text);

    if (length == 0 || strchr(" -?:,[]{}#&*!|>'\"%@`=", text[0]) || strchr(" :", text[length - 1]))
        return FALSE;
    for (const gchar *at = text; *at; at = g_utf8_next_char(at))
        if (strchr(",[]{}", *at) || is_control(g_utf8_get_char(at)) || *at == ':' ||
            g_str_has_prefix(at, " #"))
            return FALSE;
    return TRUE;
}

static void append_quoted(GString *out, const gchar *text)
{
    g_string_append_c(out, '"');
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (c == '"' || c == '\\')
            g_string_append_printf(out, "\\%c", (gchar) c);
        else if (c == '\n')
            g_string_append(out, "\\n");
        else if (is_control(c))
            g_string_append_printf(out, "\\u%04X", c);
        else
            g_string_append_unichar(out, c);
    }
    g_string_append_c(out, '"');
}

/* What was written without quotes, a number or a word that means nothing at all, stays so. */
static void append_scalar(GString *out, const gchar *text, gboolean plain)
{
    if (plain && is_safe(text))
        g_string_append(out, text);
    else
        append_quoted(out, text);
}

/* A list or map in brackets. */
static void append_flow(GString *out, const YamlNode *node)
{
    const gchar *separator = "";

    if (node->kind == YAML_SCALAR_NODE_KIND) {
        append_scalar(out, node->text, node->plain);
        return;
    }
    g_string_append_c(out, node->kind == YAML_LIST_NODE_KIND ? '[' : '{');
    for (guint i = 0; node->items && i < node->items->len; i++, separator = ", ") {
        g_string_append(out, separator);
        append_flow(out, node->items->pdata[i]);
    }
    for (guint i = 0; node->pairs && i < node->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(node->pairs, YamlPair, i);
        if (!pair->value)
            continue;
        g_string_append(out, separator);
        append_scalar(out, pair->key, TRUE);
        g_string_append(out, ": ");
        append_flow(out, pair->value);
        separator = ", ";
    }
    g_string_append_c(out, node->kind == YAML_LIST_NODE_KIND ? ']' : '}');
}

static gboolean holds_scalars_alone(const YamlNode *node)
{
    for (guint i = 0; node->items && i < node->items->len; i++)
        if (((const YamlNode *) node->items->pdata[i])->kind != YAML_SCALAR_NODE_KIND)
            return FALSE;
    for (guint i = 0; node->pairs && i < node->pairs->len; i++) {
        const YamlNode *value = g_array_index(node->pairs, YamlPair, i).value;
        if (value && value->kind != YAML_SCALAR_NODE_KIND)
            return FALSE;
    }
    return TRUE;
}

/* Keys without a value, which leave something out, are not written. */
static gboolean is_empty(const YamlNode *node)
{
    for (guint i = 0; node->pairs && i < node->pairs->len; i++)
        if (g_array_index(node->pairs, YamlPair, i).value)
            return FALSE;
    return !node->items || node->items->len == 0;
}

/* Whether a value may stand on the line of its key, which then is `line`. Maps of the first level
 * never do, so that a reader finds their keys. */
static gboolean fits_on_line(const YamlNode *value, const gchar *line, guint depth)
{
    if (value->kind == YAML_SCALAR_NODE_KIND || is_empty(value))
        return TRUE;
    return (depth > 0 || value->kind == YAML_LIST_NODE_KIND) && holds_scalars_alone(value) &&
           text_display_width(line) <= MOST_WIDTH;
}

static void append_indent(GString *out, guint depth)
{
    g_string_append_printf(out, "%*s", (int) (2 * depth), "");
}

static void append_comment(GString *out, const gchar *comment)
{
    if (comment)
        g_string_append_printf(out, " # %s", comment);
    g_string_append_c(out, '\n');
}

/* A line an item. */
static void append_items(GString *out, const YamlNode *list, guint depth)
{
    for (guint i = 0; i < list->items->len; i++) {
        append_indent(out, depth);
        g_string_append(out, "- ");
        append_flow(out, list->items->pdata[i]);
        g_string_append_c(out, '\n');
    }
}

static void append_map(Writing *writing, const YamlNode *map, guint depth);

static void append_pair(Writing *writing, const YamlPair *pair, guint depth)
{
    const YamlNode *value = pair->value;
    GString *out = writing->out;
    gsize start = out->len;
    gboolean apart = FALSE;
    g_autofree gchar *comment =
        writing->comment ? writing->comment(pair, writing->data, &apart) : NULL;

    append_indent(out, depth);
    append_scalar(out, pair->key, TRUE);
    g_string_append_c(out, ':');
    gsize end = out->len;
    g_string_append_c(out, ' ');
    append_flow(out, value);
    if (!apart && fits_on_line(value, out->str + start, depth)) {
        append_comment(out, comment);
        return;
    }
    g_string_truncate(out, end);
    append_comment(out, comment);
    if (value->kind == YAML_LIST_NODE_KIND)
        append_items(out, value, depth + 1);
    else if (apart)
        append_map(writing, value, depth + 1);
    else
        append_map(&(Writing){.out = out}, value, depth + 1);
}

static void append_map(Writing *writing, const YamlNode *map, guint depth)
{
    for (guint i = 0; i < map->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(map->pairs, YamlPair, i);
        if (pair->value)
            append_pair(writing, pair, depth);
    }
}

void yaml_write(GString *out, const YamlNode *map, YamlComment comment, gpointer data)
{
    Writing writing = {out, comment, data};

    append_map(&writing, map, 0);
}

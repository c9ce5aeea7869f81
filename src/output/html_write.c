#include "output/html_write.h"

#include <string.h>

void html_text(GString *out, const gchar *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        switch (text[i]) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '>':
            g_string_append(out, "&gt;");
            break;
        case '\n':
            g_string_append(out, "<br>");
            break;
        default:
            g_string_append_c(out, text[i]);
        }
    }
}

void html_attribute(GString *out, const gchar *name, const gchar *value)
{
    g_string_append_printf(out, " %s=\"", name);
    for (; *value; value++) {
        if (*value == '&')
            g_string_append(out, "&amp;");
        else if (*value == '"')
            g_string_append(out, "&quot;");
        else if (*value == '<')
            g_string_append(out, "&lt;");
        else if (*value == '>')
            g_string_append(out, "&gt;");
        else
            g_string_append_c(out, *value);
    }
    g_string_append_c(out, '"');
}

gboolean html_link_allowed(const gchar *href)
{
    static const gchar *const schemes[] = {"https:", "http:", "mailto:", "tel:"};

    if (*href == '#')
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (g_ascii_strncasecmp(href, schemes[i], strlen(schemes[i])) == 0)
            return TRUE;
    return FALSE;
}

/* (nullable) (transfer none) */
static const gchar *first_id(const TextBlock *block)
{
    const Anchor *anchor =
        block && block->anchors->len > 0 ? &g_array_index(block->anchors, Anchor, 0) : NULL;

    return anchor && anchor->at == 0 ? anchor->name : NULL;
}

void html_open(GString *out, const gchar *name, const gchar *class, const TextBlock *block)
{
    const gchar *id = first_id(block);

    g_string_append_printf(out, "<%s", name);
    if (class)
        html_attribute(out, "class", class);
    if (id)
        html_attribute(out, "id", id);
    g_string_append_c(out, '>');
}

void html_element(GString *out, const gchar *name, const gchar *class, const TextBlock *block)
{
    html_open(out, name, class, block);
    html_inside(out, block, 0);
    g_string_append_printf(out, "</%s>\n", name);
}

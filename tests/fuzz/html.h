/* HTML that is as well-formed as XML, in which nothing runs and that leads nowhere but to where
 * links may lead. */
#ifndef FUZZ_HTML_H
#define FUZZ_HTML_H

#include "fuzz.h"

#include <string.h>

/* Elements that never end are ended for the reader of XML. */
static inline gchar *fuzz_html_as_xml(const gchar *html)
{
    g_autoptr(GRegex) voids =
        g_regex_new("<(meta|wbr|br|img|hr|col|link)\\b([^>]*)>", G_REGEX_OPTIMIZE, 0, NULL);

    g_assert_true(g_str_has_prefix(html, "<!DOCTYPE html>\n"));
    return g_regex_replace(voids, html + strlen("<!DOCTYPE html>\n"), -1, 0, "<\\1\\2/>", 0, NULL);
}

static inline void fuzz_html_element(GMarkupParseContext *context, const gchar *name,
                                     const gchar **names, const gchar **values, gpointer data,
                                     GError **error)
{
    static const gchar *const schemes[] = {"#", "http:", "https:", "mailto:", "tel:"};

    (void) context, (void) data, (void) error;
    g_assert_cmpstr(name, !=, "script");
    for (; *names; names++, values++) {
        gboolean good = !g_str_equal(*names, "href");
        g_assert_false(g_str_has_prefix(*names, "on") || g_str_equal(*names, "style"));
        for (guint i = 0; i < G_N_ELEMENTS(schemes); i++)
            good |= g_ascii_strncasecmp(*values, schemes[i], strlen(schemes[i])) == 0;
        if (g_str_equal(*names, "src"))
            good = g_str_has_prefix(*values, "data:image/");
        if (!good)
            FUZZ_FAIL("%s=\"%s\"\n", *names, *values);
    }
}

static inline void fuzz_check_html(const gchar *html)
{
    static const GMarkupParser parser = {.start_element = fuzz_html_element};
    g_autofree gchar *xml = fuzz_html_as_xml(html);
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
    g_autoptr(GError) error = NULL;

    if (!g_markup_parse_context_parse(context, xml, -1, &error) ||
        !g_markup_parse_context_end_parse(context, &error))
        FUZZ_FAIL("%s in:\n%s\n", error->message, html);
}

#endif

/* The document around the text. */
#include "output/reading_out.h"

#include "output/html_parts.h"

#include <string.h>

/* So many characters of the opening stand for a summary that nobody wrote. */
#define SUMMARY_LENGTH 120

static gchar *on_one_line(const gchar *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    return g_strjoinv("", lines);
}

/* Nothing is loaded, nothing runs, nothing is sent; the one style sheet is known by its hash. */
static void add_policy(GString *out, const GString *css)
{
    guint8 digest[32];
    gsize length = sizeof digest;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);

    g_checksum_update(checksum, (const guchar *) css->str, (gssize) css->len);
    g_checksum_get_digest(checksum, digest, &length);
    g_autofree gchar *base64 = g_base64_encode(digest, length);
    g_string_append_printf(out,
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                           "'none'; style-src 'sha256-%s'; img-src data:; base-uri 'none'; "
                           "form-action 'none'\">\n",
                           base64);
}

static void add_meta(GString *out, const gchar *name, const gchar *content)
{
    g_string_append(out, "<meta");
    html_attribute(out, "name", name);
    html_attribute(out, "content", content);
    g_string_append(out, ">\n");
}

/* The summary, or the beginning of the text. (transfer full) (nullable) */
static gchar *description(const Reading *reading)
{
    const gchar *summary = reading->bulletin->meta.summary.text;

    if (summary)
        return on_one_line(summary);
    for (guint i = 0; i < reading->blocks->len; i++) {
        const TextBlock *block = reading->blocks->pdata[i];
        if (block->role != STYLE_BODY || block->text->len == 0)
            continue;
        if (g_utf8_strlen(block->text->str, -1) <= SUMMARY_LENGTH)
            return on_one_line(block->text->str);
        g_autofree gchar *part = g_utf8_substring(block->text->str, 0, SUMMARY_LENGTH);
        g_autofree gchar *line = on_one_line(part);
        return g_strconcat(line, "…", NULL);
    }
    return NULL;
}

static void add_list_meta(GString *out, const gchar *name, const GArray *fields)
{
    g_autoptr(GString) list = g_string_new(NULL);

    for (guint i = 0; i < fields->len; i++)
        g_string_append_printf(list, "%s%s", i > 0 ? ", " : "",
                               g_array_index(fields, Field, i).text);
    if (list->len > 0)
        add_meta(out, name, list->str);
}

static void add_head(GString *out, const Reading *reading, const GString *css)
{
    const Metadata *meta = &reading->bulletin->meta;
    g_autofree gchar *title = on_one_line(meta->title.text);
    g_autofree gchar *about = description(reading);

    g_string_append(out, "<head>\n<meta charset=\"utf-8\">\n");
    add_policy(out, css);
    add_meta(out, "viewport", "width=device-width, initial-scale=1");
    g_string_append(out, "<title>");
    html_text(out, title, strlen(title));
    g_string_append(out, "</title>\n");
    if (about)
        add_meta(out, "description", about);
    add_list_meta(out, "author", meta->issuers);
    add_list_meta(out, "keywords", meta->keywords);
    add_meta(out, "color-scheme", "light dark");
    add_meta(out, "referrer", "no-referrer");
    g_string_append_printf(out, "<style>%s</style>\n</head>\n", css->str);
}

void html_document(GString *out, const Reading *reading, const gchar *more_style,
                   const gchar *before)
{
    const gchar *language = reading->bulletin->meta.language.text;
    g_autoptr(GString) css = html_style(reading->template);

    g_string_append(css, more_style);
    g_string_append(out, "<!DOCTYPE html>\n<html");
    html_attribute(out, "lang", language ? language : "zh-CN");
    g_string_append(out, ">\n");
    add_head(out, reading, css);
    g_string_append(out, "<body>\n");
    g_string_append(out, before);
    html_body(out, reading);
    g_string_append(out, "</body>\n</html>\n");
}

GBytes *reading_to_html(const Reading *reading)
{
    GString *out = g_string_new(NULL);

    html_document(out, reading, "", "");
    return g_string_free_to_bytes(out);
}

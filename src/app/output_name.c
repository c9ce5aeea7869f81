#include "app/output_name.h"

#include <string.h>

static gboolean ends_in(const gchar *name, const gchar *suffix)
{
    gsize length = strlen(name), suffix_length = strlen(suffix);

    return length >= suffix_length &&
           g_ascii_strcasecmp(name + length - suffix_length, suffix) == 0;
}

/* /dev/stdout, /dev/fd/63: nothing in the name says what they are. */
static gboolean has_no_ending(const gchar *name)
{
    return strcmp(name, "-") == 0 || g_str_has_prefix(name, "/dev/");
}

gboolean output_format(const gchar *name, OutputFormat *format, Diagnostics *sink)
{
    static const struct {
        const gchar *suffix;
        OutputFormat format;
    } formats[] = {{".pdf", FORMAT_PDF},
                   {".png", FORMAT_PNG},
                   {".html", FORMAT_HTML},
                   {".htm", FORMAT_HTML},
                   {".txt", FORMAT_TEXT}};

    *format = FORMAT_PDF;
    if (has_no_ending(name))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        *format = formats[i].format;
        if (ends_in(name, formats[i].suffix))
            return TRUE;
    }
    diag_report(sink, RULE_OUTPUT_FORMAT, SPAN_NONE, name, NULL);
    return FALSE;
}

gboolean output_has_pages(OutputFormat format)
{
    return format == FORMAT_PDF || format == FORMAT_PNG;
}

ExportFormat export_format(const gchar *name, Diagnostics *sink)
{
    if (ends_in(name, ".csv"))
        return EXPORT_CSV;
    if (has_no_ending(name) || ends_in(name, ".json"))
        return EXPORT_JSON;
    diag_report(sink, RULE_EXPORT_FORMAT, SPAN_NONE, name, NULL);
    return EXPORT_BY_NAME;
}

gboolean output_is_stdout(const gchar *name)
{
    return strcmp(name, "-") == 0 || strcmp(name, "/dev/stdout") == 0 ||
           strcmp(name, "/dev/fd/1") == 0;
}

/* The digits that "%d" or "%03d" asks for; *end is what follows it. */
static gboolean read_place(const gchar *place, guint *digits, const gchar **end)
{
    const gchar *at = place + 1;

    *digits = 1;
    if (at[0] == '0' && at[1] >= '1' && at[1] <= '9') {
        *digits = (guint) (at[1] - '0');
        at += 2;
    }
    *end = at + 1;
    return *at == 'd';
}

gchar *output_page_name(const gchar *name, guint page, guint pages, Diagnostics *sink)
{
    const gchar *place = strchr(name, '%');
    const gchar *end;
    guint digits;

    if (!place && pages == 1)
        return g_strdup(name);
    if (!place || !read_place(place, &digits, &end) || strchr(end, '%')) {
        diag_report(sink, RULE_PAGE_PATTERN, SPAN_NONE, name, NULL);
        return NULL;
    }
    return g_strdup_printf("%.*s%0*u%s", (int) (place - name), name, (int) digits, page, end);
}

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
    } formats[] = {{".pdf", FORMAT_PDF},    {".png", FORMAT_PNG},  {".svg", FORMAT_SVG},
                   {".html", FORMAT_HTML},  {".htm", FORMAT_HTML}, {".txt", FORMAT_PLAIN_TEXT},
                   {".md", FORMAT_MARKDOWN}};

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
    return format == FORMAT_PDF || output_is_picture(format);
}

gboolean output_is_picture(OutputFormat format)
{
    return format == FORMAT_PNG || format == FORMAT_SVG;
}

gboolean diff_format(const gchar *name, DiffFormat *format, Diagnostics *sink)
{
    static const struct {
        const gchar *suffix;
        DiffFormat format;
    } formats[] = {{".pdf", DIFF_PDF},
                   {".html", DIFF_HTML},
                   {".htm", DIFF_HTML},
                   {".json", DIFF_JSON},
                   {".txt", DIFF_TEXT}};

    *format = DIFF_PDF;
    if (has_no_ending(name))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        *format = formats[i].format;
        if (ends_in(name, formats[i].suffix))
            return TRUE;
    }
    diag_report(sink, RULE_DIFF_FORMAT, SPAN_NONE, name, NULL);
    return FALSE;
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

/* "%d", "%02d", "%03d": how many digits it asks for, and what follows it; 0: it is none of them. */
static guint read_place(const gchar *at, const gchar **end)
{
    static const gchar *const places[] = {"%d", "%02d", "%03d"};

    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        if (g_str_has_prefix(at, places[i])) {
            *end = at + strlen(places[i]);
            return i + 1;
        }
    }
    return 0;
}

/* The name with the page's number in each of its places, which are counted. NULL where a % means
 * nothing. */
static gchar *fill_places(const gchar *name, guint page, guint *places)
{
    g_autoptr(GString) filled = g_string_new(NULL);
    const gchar *end;

    *places = 0;
    for (const gchar *at = name; *at; at = end) {
        guint digits = read_place(at, &end);
        if (digits > 0) {
            g_string_append_printf(filled, "%0*u", (int) digits, page);
            (*places)++;
        } else if (*at != '%' || at[1] == '%') {
            g_string_append_c(filled, *at);
            end = at + (*at == '%' ? 2 : 1);
        } else {
            return NULL;
        }
    }
    return g_string_free(g_steal_pointer(&filled), FALSE);
}

gboolean output_page_pattern(const gchar *name, guint pages, Diagnostics *sink)
{
    guint places;
    g_autofree gchar *filled = fill_places(name, 1, &places);
    gboolean good = filled && (places == 1 || (places == 0 && pages == 1));

    if (!good)
        diag_report(sink, RULE_PAGE_PATTERN, SPAN_NONE, name, NULL);
    return good;
}

gchar *output_page_name(const gchar *name, guint page)
{
    guint places;

    return fill_places(name, page, &places);
}

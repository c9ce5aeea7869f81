#include "app/report.h"

#include "base/file_out.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* https://no-color.org: set and not empty. */
static gboolean wants_color(ColorMode mode)
{
    const gchar *no_color = g_getenv("NO_COLOR");
    const gchar *terminal = g_getenv("TERM");

    if (mode != COLOR_AUTO)
        return mode == COLOR_ALWAYS;
    return isatty(STDERR_FILENO) && !(no_color && *no_color) && g_strcmp0(terminal, "dumb") != 0;
}

gboolean report_stops(const Options *options, const Diagnostics *sink)
{
    return diagnostics_status(sink, options->strict) != STATUS_OK;
}

int report_finish(const Options *options, const Diagnostics *sink)
{
    g_autoptr(GString) out = g_string_new(NULL);
    gboolean errors = diagnostics_count(sink, SEVERITY_ERROR) > 0;
    DiagStyle style = {
        .lang = (Lang) options->lang,
        .color = wants_color((ColorMode) options->color),
        /* No run fails in silence: where warnings alone make it fail, they are shown. */
        .quiet = options->quiet && (errors || !report_stops(options, sink)),
    };

    diagnostics_print(sink, style, out);
    fwrite(out->str, 1, out->len, stderr);
    return diagnostics_status(sink, options->strict);
}

void report_text(const gchar *path, const gchar *text, gsize length, Diagnostics *sink)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, length);
    OutputFile file = {(gchar *) (path ? path : "-"), bytes};

    output_files_write(&file, 1, sink);
}

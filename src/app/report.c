#include "app/report.h"

#include "base/file_out.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* https://no-color.org: set and not empty. */
gboolean report_wants_color(const Options *options, int fd)
{
    ColorMode mode = (ColorMode) options->color;
    const gchar *no_color = g_getenv("NO_COLOR");
    const gchar *terminal = g_getenv("TERM");

    if (mode != COLOR_AUTO)
        return mode == COLOR_ALWAYS;
    return isatty(fd) && !(no_color && *no_color) && g_strcmp0(terminal, "dumb") != 0;
}

gboolean report_stops(const Options *options, const Diagnostics *sink)
{
    return diagnostics_status(sink, options->strict) != STATUS_OK;
}

DiagStyle report_style(const Options *options, const Diagnostics *sink, int fd, gboolean strict)
{
    gboolean errors = diagnostics_count(sink, SEVERITY_ERROR) > 0;
    gboolean fails = diagnostics_status(sink, strict) != STATUS_OK;

    return (DiagStyle){
        .lang = (Lang) options->lang,
        .color = report_wants_color(options, fd),
        .quiet = options->quiet && (errors || !fails),
    };
}

int report_finish(const Options *options, const Diagnostics *sink)
{
    g_autoptr(GString) out = g_string_new(NULL);

    diagnostics_print(sink, report_style(options, sink, STDERR_FILENO, options->strict), out);
    fwrite(out->str, 1, out->len, stderr);
    return diagnostics_status(sink, options->strict);
}

void report_text(const gchar *path, const gchar *text, gsize length, Diagnostics *sink)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, length);
    OutputFile file = {(gchar *) (path ? path : "-"), bytes};

    output_files_write(&file, 1, sink);
}

#include "app/outputs.h"

#include "app/output_name.h"
#include "base/file_out.h"
#include "output/output.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

static void output_file_clear(gpointer data)
{
    OutputFile *file = data;

    g_free(file->path);
    g_bytes_unref(file->bytes);
}

gboolean outputs_spare_sources(const gchar *path, const GPtrArray *sources, Diagnostics *sink)
{
    struct stat output, source;

    if (stat(path, &output) != 0)
        return TRUE;
    for (guint i = 0; i < sources->len; i++) {
        const Source *one = g_ptr_array_index(sources, i);
        if (stat(one->path, &source) == 0 && source.st_dev == output.st_dev &&
            source.st_ino == output.st_ino) {
            diag_report(sink, RULE_OUTPUT_IS_SOURCE, SPAN_NONE, path, NULL);
            return FALSE;
        }
    }
    return TRUE;
}

/* Takes the bytes. FALSE when there are none, or not here. */
static gboolean add_file(GArray *files, gchar *path, GBytes *bytes, const GPtrArray *sources,
                         Diagnostics *sink)
{
    OutputFile file = {path, bytes};

    if (bytes && outputs_spare_sources(path, sources, sink)) {
        g_array_append_val(files, file);
        return TRUE;
    }
    g_free(path);
    g_clear_pointer(&bytes, g_bytes_unref);
    return FALSE;
}

static gboolean add_pages(GArray *files, const Options *options, const Pages *pages,
                          const GPtrArray *sources, Diagnostics *sink)
{
    guint count = pages->pages->len;

    for (guint i = 0; i < count; i++) {
        gchar *name = output_page_name(options->output, i + 1, count, sink);
        if (!name)
            return FALSE;
        GBytes *bytes = pages_to_png(pages, i, options->ppi, sink);
        if (!add_file(files, name, bytes, sources, sink))
            return FALSE;
    }
    return TRUE;
}

void outputs_write(const Options *options, const Pages *pages, const GPtrArray *sources,
                   Diagnostics *sink)
{
    g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(OutputFile));
    OutputFormat format;
    gboolean made;

    g_array_set_clear_func(files, output_file_clear);
    if (!output_format(options->output, &format, sink))
        return;
    if (format == FORMAT_PDF)
        made =
            add_file(files, g_strdup(options->output),
                     pages_to_pdf(pages, (PdfStandard) options->pdf_standard, sink), sources, sink);
    else
        made = add_pages(files, options, pages, sources, sink);
    if (made)
        output_files_write((const OutputFile *) (gpointer) files->data, files->len, sink);
}

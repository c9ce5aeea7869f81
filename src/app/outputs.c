#include "app/outputs.h"

#include "app/output_name.h"
#include "base/file_out.h"
#include "output/output.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

enum { DEFAULT_PPI = 150 };

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

static guint chosen_pages(const Pages *pages, const PageChoice *choice)
{
    guint count = 0;

    for (guint i = 0; i < pages->pages->len; i++)
        count += page_choice_has(choice, i + 1);
    return count;
}

static GBytes *picture(const Pages *pages, guint page, OutputFormat format, const Options *options,
                       Diagnostics *sink)
{
    return format == FORMAT_SVG
               ? pages_to_svg(pages, page, sink)
               : pages_to_png(pages, page, options->ppi ? options->ppi : DEFAULT_PPI, sink);
}

static gboolean add_pictures(GArray *files, OutputFormat format, const Options *options,
                             const PageChoice *choice, const Pages *pages, const GPtrArray *sources,
                             Diagnostics *sink)
{
    guint count = pages->pages->len;

    if (!page_choice_check(choice, count, sink) ||
        !output_page_pattern(options->output, chosen_pages(pages, choice), sink))
        return FALSE;
    for (guint i = 0; i < count; i++) {
        if (!page_choice_has(choice, i + 1))
            continue;
        gchar *name = output_page_name(options->output, i + 1);
        if (!add_file(files, name, picture(pages, i, format, options, sink), sources, sink))
            return FALSE;
    }
    return TRUE;
}

static gboolean is_there(const gchar *path)
{
    struct stat status;

    return lstat(path, &status) == 0;
}

/* Pictures of more pages than there are now, as far as they go on from these: they stay, for
 * nothing says that it was this program that made them. */
static void tell_left_over(const gchar *pattern, guint pages, Diagnostics *sink)
{
    g_autofree gchar *first = output_page_name(pattern, pages + 1);
    g_autofree gchar *second = output_page_name(pattern, pages + 2);
    gboolean numbered = strcmp(first, second) != 0;
    guint left = 0;

    for (gboolean there = numbered; there; left += there) {
        g_autofree gchar *name = output_page_name(pattern, pages + 1 + left);
        there = is_there(name);
    }
    g_autofree gchar *last = output_page_name(pattern, pages + left);
    if (left == 1)
        diag_report(sink, RULE_OLD_PAGE, SPAN_NONE, first, NULL);
    else if (left > 1)
        diag_report(sink, RULE_OLD_PAGES, SPAN_NONE, first, last, NULL);
}

void outputs_write(const Options *options, const PageChoice *choice, const Pages *pages,
                   const GPtrArray *sources, Diagnostics *sink)
{
    g_autoptr(GArray) files = g_array_new(FALSE, FALSE, sizeof(OutputFile));
    OutputFormat format;
    gboolean made;

    g_array_set_clear_func(files, output_file_clear);
    if (!output_format(options->output, &format, sink))
        return;
    if (output_is_picture(format))
        made = add_pictures(files, format, options, choice, pages, sources, sink);
    else
        made =
            add_file(files, g_strdup(options->output),
                     pages_to_pdf(pages, (PdfStandard) options->pdf_standard, sink), sources, sink);
    if (made && output_files_write((const OutputFile *) (gpointer) files->data, files->len, sink) &&
        output_is_picture(format) && !choice)
        tell_left_over(options->output, pages->pages->len, sink);
}

void outputs_write_file(const Options *options, GBytes *bytes, const GPtrArray *sources,
                        Diagnostics *sink)
{
    OutputFile file = {g_strdup(options->output), bytes};

    if (outputs_spare_sources(file.path, sources, sink))
        output_files_write(&file, 1, sink);
    output_file_clear(&file);
}

GPtrArray *outputs_names(const Options *options, const PageChoice *choice, const Pages *pages)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    OutputFormat format;

    if (!output_format(options->output, &format, unheard) || !output_is_picture(format)) {
        g_ptr_array_add(names, g_strdup(options->output));
        return names;
    }
    for (guint i = 0; i < pages->pages->len; i++)
        if (page_choice_has(choice, i + 1))
            g_ptr_array_add(names, output_page_name(options->output, i + 1));
    return names;
}

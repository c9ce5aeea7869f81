#include "app/outputs.h"

#include "base/deps.h"
#include "base/file_out.h"
#include "base/progress.h"
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

static gboolean is_source(const gchar *path, const GPtrArray *sources)
{
    struct stat output, source;

    if (stat(path, &output) != 0)
        return FALSE;
    for (guint i = 0; i < sources->len; i++) {
        const Source *one = g_ptr_array_index(sources, i);
        if (stat(one->path, &source) == 0 && source.st_dev == output.st_dev &&
            source.st_ino == output.st_ino)
            return TRUE;
    }
    return FALSE;
}

gboolean outputs_spare_sources(const gchar *path, const GPtrArray *sources, Diagnostics *sink)
{
    gboolean spared = !is_source(path, sources) && !deps_noted(path);

    if (!spared)
        diag_report(sink, RULE_OUTPUT_IS_SOURCE, SPAN_NONE, path, NULL);
    return spared;
}

GArray *outputs_new(void)
{
    GArray *files = g_array_new(FALSE, FALSE, sizeof(OutputFile));

    g_array_set_clear_func(files, output_file_clear);
    return files;
}

gboolean outputs_add(GArray *files, const gchar *path, GBytes *bytes, const GPtrArray *sources,
                     Diagnostics *sink)
{
    if (!bytes || !outputs_spare_sources(path, sources, sink)) {
        g_clear_pointer(&bytes, g_bytes_unref);
        return FALSE;
    }
    OutputFile file = {g_strdup(path), bytes};
    g_array_append_val(files, file);
    return TRUE;
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
        g_autofree gchar *name = output_page_name(options->output, i + 1);
        progress_at(PROGRESS_DRAWING, i, count);
        if (!outputs_add(files, name, picture(pages, i, format, options, sink), sources, sink))
            return FALSE;
    }
    return TRUE;
}

static gboolean is_there(const gchar *path)
{
    struct stat status;

    return lstat(path, &status) == 0;
}

void outputs_tell_left_over(const gchar *pattern, guint pages, Diagnostics *sink)
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

gboolean outputs_add_pages(GArray *files, OutputFormat format, const Options *options,
                           const PageChoice *choice, const Pages *pages, const GPtrArray *sources,
                           Diagnostics *sink)
{
    if (output_is_picture(format))
        return add_pictures(files, format, options, choice, pages, sources, sink);
    return outputs_add(files, options->output,
                       pages_to_pdf(pages, (PdfStandard) options->pdf_standard, sink), sources,
                       sink);
}

static const OutputFile *file_at(const GArray *files, guint i)
{
    return &g_array_index(files, OutputFile, i);
}

gboolean outputs_have(const GArray *files, const gchar *path)
{
    g_autofree gchar *wanted = g_canonicalize_filename(path, NULL);
    struct stat one, other;
    gboolean there = stat(path, &one) == 0 && S_ISREG(one.st_mode);

    for (guint i = 0; i < files->len; i++) {
        g_autofree gchar *name = g_canonicalize_filename(file_at(files, i)->path, NULL);
        if (strcmp(name, wanted) == 0)
            return TRUE;
        if (there && stat(name, &other) == 0 && one.st_dev == other.st_dev &&
            one.st_ino == other.st_ino)
            return TRUE;
    }
    return FALSE;
}

GPtrArray *outputs_names(const GArray *files)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < files->len; i++)
        g_ptr_array_add(names, g_strdup(file_at(files, i)->path));
    return names;
}

gboolean outputs_write(const GArray *files, Diagnostics *sink)
{
    progress_at(PROGRESS_WRITING, 0, 0);
    return output_files_write((const OutputFile *) (gpointer) files->data, files->len, sink);
}

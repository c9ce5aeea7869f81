#include "app/version.h"

#include "app/data_folder.h"
#include "app/git_folder.h"
#include "app/report.h"
#include "app/serve.h"
#include "base/text.h"
#include "layout/font_about.h"
#include "layout/font_files.h"
#include "layout/versions.h"
#include "output/versions.h"
#include "source/versions.h"

#include <string.h>

#ifndef MKB_VERSION
#define MKB_VERSION "unknown"
#endif

gchar *version_line(void)
{
    return g_strdup("mkbulletin " MKB_VERSION);
}

GArray *library_versions(void)
{
    GArray *versions = versions_new();

    base_versions(versions);
    source_versions(versions);
    layout_versions(versions);
    output_versions(versions);
    git_versions(versions);
    server_versions(versions);
    return versions;
}

static void append_libraries(GString *out)
{
    g_autoptr(GArray) versions = library_versions();

    for (guint i = 0; i < versions->len; i++) {
        const LibraryVersion *library = &g_array_index(versions, LibraryVersion, i);
        g_string_append_printf(out, "library %s %s\n", library->name,
                               library->missing   ? "missing"
                               : library->running ? library->running
                                                  : library->compiled);
    }
}

/* A line a file, without its folder: two machines are compared by diff. */
static void append_fonts(GString *out, Diagnostics *sink)
{
    g_autofree gchar *program = data_folder_program();
    g_autofree gchar *data = data_folder_find(program);
    g_autofree gchar *folder = g_build_filename(data, "fonts", NULL);
    g_autoptr(GPtrArray) entries = font_files_new();

    if (!font_files_read_manifest(folder, entries, sink))
        return;
    for (guint i = 0; i < entries->len; i++) {
        const FontEntry *entry = entries->pdata[i];
        g_autofree gchar *digest = font_file_sha256(entry->path);
        g_autofree gchar *name = g_path_get_basename(entry->path);
        g_string_append(out, "font ");
        text_append_string(out, name);
        g_string_append_printf(out, " %s\n", digest ? digest : "missing");
    }
}

int version_run(const Options *options, Diagnostics *sink)
{
    g_autofree gchar *line = version_line();
    g_autoptr(GString) out = g_string_new(line);

    g_string_append_c(out, '\n');
    if (options->verbose) {
        append_libraries(out);
        append_fonts(out, sink);
    }
    report_text(NULL, out->str, out->len, sink);
    return report_finish(options, sink);
}

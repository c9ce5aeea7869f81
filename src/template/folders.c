#include "template/folders.h"

#include "base/deps.h"
#include "source/folder.h"

#include <errno.h>
#include <string.h>

#define SUFFIX ".yaml"

/* More than YAML may have, which says so itself at the place; what is far beyond is not read. */
#define MOST_BYTES ((gsize) 1024 * 1024)

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(gchar *const *) a, *(gchar *const *) b);
}

/* A name is a file's name without its ending. */
static gboolean name_is_safe(const gchar *name)
{
    return name[0] != '\0' && name[0] != '.' && !strpbrk(name, "/\\");
}

static gchar *path_of(const TemplateFolder *folder, const gchar *name)
{
    g_autofree gchar *file = g_strconcat(name, SUFFIX, NULL);

    return g_build_filename(folder->path, file, NULL);
}

/* Where a template really stands below the root of its folder; NULL for what is no file in it. Who
 * reads the root's own files tells of links that lead out. (transfer full) */
static gchar *target_below(const FolderRoot *root, const TemplateFolder *folder, const gchar *name)
{
    g_autofree gchar *base = g_path_get_basename(folder->path);
    g_autofree gchar *file = g_strconcat(name, SUFFIX, NULL);
    g_autofree gchar *within = NULL, *target = NULL;

    if (folder_look(root, "", base, &within) == FOUND_FOLDER &&
        folder_look(root, within, file, &target) == FOUND_FILE)
        return g_steal_pointer(&target);
    return NULL;
}

static gboolean folder_has(const TemplateFolder *folder, const gchar *name)
{
    g_autofree gchar *path = path_of(folder, name);
    g_autofree gchar *target = NULL;
    FolderRoot root;

    if (!folder->root) {
        deps_note_place(path);
        return g_file_test(path, G_FILE_TEST_IS_REGULAR);
    }
    if (!folder_root_open(&root, folder->root))
        return FALSE;
    target = target_below(&root, folder, name);
    folder_root_close(&root);
    return target != NULL;
}

/* What is left out could not be loaded by any name. */
static void add_name(GPtrArray *names, const TemplateFolder *folder, const gchar *file)
{
    g_autofree gchar *name = g_strndup(file, strlen(file) - MIN(strlen(file), strlen(SUFFIX)));

    if (g_str_has_suffix(file, SUFFIX) && g_utf8_validate(file, -1, NULL) && name_is_safe(name) &&
        folder_has(folder, name))
        g_ptr_array_add(names, g_steal_pointer(&name));
}

GPtrArray *template_folder_names(const TemplateFolder *folder)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    deps_note_folder(folder->path, SUFFIX);
    g_autoptr(GDir) dir = g_dir_open(folder->path, 0, NULL);

    for (const gchar *file = dir ? g_dir_read_name(dir) : NULL; file; file = g_dir_read_name(dir))
        add_name(names, folder, file);
    g_ptr_array_sort(names, compare_names);
    return names;
}

GPtrArray *template_names(const TemplateFolder *folders)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GPtrArray *all = g_ptr_array_new_with_free_func(g_free);

    for (; folders->path; folders++) {
        g_autoptr(GPtrArray) names = template_folder_names(folders);
        for (guint i = 0; i < names->len; i++)
            if (g_hash_table_add(seen, g_strdup(names->pdata[i])))
                g_ptr_array_add(all, g_strdup(names->pdata[i]));
    }
    g_ptr_array_sort(all, compare_names);
    g_ptr_array_add(all, NULL);
    return all;
}

const TemplateFolder *template_folder_of(const gchar *name, const TemplateFolder *folders)
{
    for (; name_is_safe(name) && folders->path; folders++)
        if (folder_has(folders, name))
            return folders;
    return NULL;
}

static ReadResult read_text_of(const TemplateFolder *folder, const gchar *name, gchar **text,
                               gsize *length)
{
    g_autofree gchar *path = path_of(folder, name);
    ReadResult result = READ_FAILED;
    FolderRoot root;

    if (!folder->root)
        return file_read(path, MOST_BYTES, text, length);
    if (!folder_root_open(&root, folder->root))
        return READ_FAILED;
    g_autofree gchar *target = target_below(&root, folder, name);
    if (target)
        result = folder_read(&root, target, MOST_BYTES, text, length);
    folder_root_close(&root);
    return result;
}

static void report_read(ReadResult result, int error, const gchar *path, Diagnostics *sink)
{
    if (result == READ_TOO_LONG) {
        g_autofree gchar *zh = g_strdup_printf("“%s”大于 1 MiB", path);
        g_autofree gchar *en = g_strdup_printf("'%s' is larger than 1 MiB", path);
        diag_report(sink, RULE_LIMIT, SPAN_NONE, zh, en, NULL);
    } else if (result == READ_NOT_REGULAR) {
        diag_report(sink, RULE_NOT_REGULAR_FILE, SPAN_NONE, path, NULL);
    } else {
        diag_report(sink, RULE_UNREADABLE, SPAN_NONE, path, g_strerror(error), NULL);
    }
}

const Source *template_source(const TemplateFolder *folder, const gchar *name, GPtrArray *sources,
                              Diagnostics *sink)
{
    g_autofree gchar *path = path_of(folder, name);
    g_autofree gchar *shown = g_utf8_make_valid(path, -1);
    gchar *text = NULL;
    gsize length = 0;

    for (guint i = 0; i < sources->len; i++) {
        const Source *known = sources->pdata[i];
        if (g_str_equal(known->path, shown))
            return known;
    }
    ReadResult result = read_text_of(folder, name, &text, &length);
    if (result != READ_OK) {
        report_read(result, errno, shown, sink);
        return NULL;
    }
    Source *source = source_new(g_steal_pointer(&shown), text, length);
    g_ptr_array_add(sources, source);
    return source;
}

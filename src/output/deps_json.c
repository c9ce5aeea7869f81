#include "output/deps_out.h"

#include "output/json_parts.h"

#define FORMAT_NAME "mkbulletin-deps"
#define FORMAT_VERSION 1

/* A name that is no UTF-8 is told as far as it is. */
static void append_path(json_t *array, const gchar *path)
{
    g_autofree gchar *text = g_filename_display_name(path);

    json_array_append_new(array, json_string(text));
}

static void append_paths(json_t *found, json_t *missing, const Deps *deps, DepKind kind)
{
    g_autoptr(GPtrArray) paths = deps_paths(deps, kind);

    for (guint i = 0; i + 1 < paths->len; i++) {
        const gchar *path = paths->pdata[i];
        json_t *array = g_file_test(path, G_FILE_TEST_EXISTS) ? found : missing;
        if (array)
            append_path(array, path);
    }
}

static json_t *outputs_json(const GPtrArray *outputs)
{
    json_t *array = json_array();

    for (guint i = 0; i < outputs->len; i++) {
        g_autofree gchar *path = g_canonicalize_filename(outputs->pdata[i], NULL);
        append_path(array, path);
    }
    return array;
}

gchar *deps_to_json(const Deps *deps, const GPtrArray *outputs)
{
    json_t *root = json_object(), *files = json_array(), *folders = json_array();
    json_t *missing = json_array();

    append_paths(files, missing, deps, DEP_FILE);
    append_paths(folders, missing, deps, DEP_FOLDER);
    append_paths(NULL, missing, deps, DEP_PLACE);
    json_set(root, "format", json_string(FORMAT_NAME));
    json_set(root, "version", json_integer(FORMAT_VERSION));
    json_set(root, "outputs", outputs_json(outputs));
    json_set(root, "files", files);
    json_set(root, "folders", folders);
    json_set(root, "missing", missing);
    return json_lines(root, 0);
}

#include "base/folder_make.h"

#include "base/file_out.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean is_folder(const gchar *path)
{
    return g_file_test(path, G_FILE_TEST_IS_DIR);
}

static gboolean make_one(const gchar *path, GPtrArray *made)
{
    if (TEMP_FAILURE_RETRY(mkdir(path, 0777)) == 0) {
        g_ptr_array_add(made, g_strdup(path));
        return TRUE;
    }
    int error = errno;
    gboolean there = error == EEXIST && is_folder(path);
    errno = error;
    return there;
}

gboolean folder_make(const gchar *path, GPtrArray *made)
{
    if (is_folder(path))
        return TRUE;
    g_autofree gchar *parent = g_path_get_dirname(path);
    return (g_str_equal(parent, path) || folder_make(parent, made)) && make_one(path, made);
}

/* The part of a path that is there and no folder. (transfer full) (nullable) */
static gchar *file_in_the_way(const gchar *path)
{
    g_autofree gchar *parent = g_path_get_dirname(path);

    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return is_folder(path) ? NULL : g_strdup(path);
    return g_str_equal(parent, path) ? NULL : file_in_the_way(parent);
}

gboolean folder_make_or_report(const gchar *path, GPtrArray *made, Diagnostics *sink)
{
    if (folder_make(path, made))
        return TRUE;
    int error = errno;
    g_autofree gchar *file = file_in_the_way(path);
    if (file)
        diag_report(sink, RULE_FILE_IN_THE_WAY, SPAN_NONE, path, file, NULL);
    else
        diag_report(sink, RULE_MAKE_FOLDER, SPAN_NONE, path, error_in_chinese(error),
                    g_strerror(error), NULL);
    return FALSE;
}

void folders_unmake(const GPtrArray *made)
{
    for (guint i = made->len; i-- > 0;)
        TEMP_FAILURE_RETRY(rmdir(made->pdata[i]));
}

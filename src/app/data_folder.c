#include "app/data_folder.h"

#ifndef MKB_DATADIR
#define MKB_DATADIR "/usr/local/share/mkbulletin"
#endif

gchar *data_folder_program(void)
{
    return g_file_read_link("/proc/self/exe", NULL);
}

static gboolean holds_data(const gchar *folder)
{
    g_autofree gchar *templates = g_build_filename(folder, "templates", NULL);
    g_autofree gchar *manifest = g_build_filename(folder, "fonts", "manifest", NULL);

    return g_file_test(templates, G_FILE_TEST_IS_DIR) && g_file_test(manifest, G_FILE_TEST_EXISTS);
}

gchar *data_folder_find(const gchar *program)
{
    /* build/mkbulletin, build/asan/mkbulletin, bin/mkbulletin */
    static const gchar *const places[] = {"..", "../..", "../share/mkbulletin"};
    g_autofree gchar *beside = program ? g_path_get_dirname(program) : NULL;

    for (guint i = 0; beside && i < G_N_ELEMENTS(places); i++) {
        g_autofree gchar *folder = g_canonicalize_filename(places[i], beside);
        if (holds_data(folder))
            return g_steal_pointer(&folder);
    }
    return g_strdup(MKB_DATADIR);
}

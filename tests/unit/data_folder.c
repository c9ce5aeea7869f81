#include "app/data_folder.h"

#include <glib/gstdio.h>

/* A folder with templates/ and fonts/manifest. */
static void make_data(const gchar *root, const gchar *place)
{
    g_autofree gchar *templates = g_build_filename(root, place, "templates", NULL);
    g_autofree gchar *fonts = g_build_filename(root, place, "fonts", NULL);
    g_autofree gchar *manifest = g_build_filename(fonts, "manifest", NULL);

    g_assert_cmpint(g_mkdir_with_parents(templates, 0700), ==, 0);
    g_assert_cmpint(g_mkdir_with_parents(fonts, 0700), ==, 0);
    g_assert_true(g_file_set_contents(manifest, "", 0, NULL));
}

static void remove_data(const gchar *root, const gchar *place)
{
    static const gchar *const parts[] = {"templates", "fonts/manifest", "fonts", ""};

    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree gchar *path = g_build_filename(root, place, parts[i], NULL);
        g_remove(path);
    }
}

static void assert_found(const gchar *root, const gchar *program, const gchar *place)
{
    g_autofree gchar *path = g_build_filename(root, program, NULL);
    g_autofree gchar *expected = g_build_filename(root, place, NULL);
    g_autofree gchar *found = data_folder_find(path);

    g_assert_cmpstr(found, ==, expected);
}

static void test_places(void)
{
    g_autofree gchar *root = g_dir_make_tmp("mkb-XXXXXX", NULL);

    make_data(root, "tree");
    assert_found(root, "tree/build/mkbulletin", "tree");
    assert_found(root, "tree/build/asan/mkbulletin", "tree");
    remove_data(root, "tree");

    make_data(root, "share/mkbulletin");
    assert_found(root, "bin/mkbulletin", "share/mkbulletin");
    remove_data(root, "share/mkbulletin");
    g_autofree gchar *share = g_build_filename(root, "share", NULL);
    g_rmdir(share);

    /* Nothing there: the folder of the installation, for the message that will name it. */
    g_autofree gchar *program = g_build_filename(root, "bin", "mkbulletin", NULL);
    g_autofree gchar *fallback = data_folder_find(program), *unknown = data_folder_find(NULL);
    g_assert_false(g_str_has_prefix(fallback, root));
    g_assert_cmpstr(fallback, ==, unknown);
    g_assert_true(g_path_is_absolute(unknown));
    g_assert_cmpint(g_rmdir(root), ==, 0);
}

/* Either alone is not enough: /usr/share has folders of those names for other ends. */
static void test_both_are_needed(void)
{
    g_autofree gchar *root = g_dir_make_tmp("mkb-XXXXXX", NULL);
    g_autofree gchar *templates = g_build_filename(root, "templates", NULL);
    g_autofree gchar *program = g_build_filename(root, "build", "mkbulletin", NULL);

    g_assert_cmpint(g_mkdir(templates, 0700), ==, 0);
    g_autofree gchar *found = data_folder_find(program);
    g_assert_cmpstr(found, !=, root);
    g_rmdir(templates);
    g_assert_cmpint(g_rmdir(root), ==, 0);
}

static void test_program(void)
{
    g_autofree gchar *program = data_folder_program();

    g_assert_nonnull(program);
    g_assert_true(g_str_has_suffix(program, "data_folder"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/data-folder/places", test_places);
    g_test_add_func("/data-folder/both-are-needed", test_both_are_needed);
    g_test_add_func("/data-folder/program", test_program);
    return g_test_run();
}

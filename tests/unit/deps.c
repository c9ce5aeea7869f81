/* What a build depends on: states of files, folders and places. */
#include "base/deps.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static gchar *folder;

static gchar *in_folder(const gchar *name)
{
    return g_build_filename(folder, name, NULL);
}

static void put(const gchar *name, const gchar *text)
{
    g_autofree gchar *path = in_folder(name);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* Longer than a tick, so that what was written before is trusted. */
static void let_time_pass(void)
{
    g_usleep(40 * G_TIME_SPAN_MILLISECOND);
}

static gboolean is_changed(const Deps *deps)
{
    g_autofree gchar *noted = deps_state_noted(deps), *now = deps_state_now(deps);

    return !g_str_equal(noted, now);
}

static Deps *set_of(DepKind kind, const gchar *name, const gchar *suffix)
{
    g_autofree gchar *path = in_folder(name);
    Deps *deps = deps_new();

    deps_add(deps, kind, path, suffix);
    return deps;
}

static void test_file(void)
{
    put("a.md", "one");
    let_time_pass();
    g_autoptr(Deps) deps = set_of(DEP_FILE, "a.md", NULL);
    g_assert_false(is_changed(deps));
    put("b.md", "other");
    g_assert_false(is_changed(deps));
    put("a.md", "two");
    g_assert_true(is_changed(deps));
}

/* Two changes within a tick may leave the same size and times. */
static void test_fresh_file(void)
{
    put("fresh.md", "one");
    g_autoptr(Deps) deps = set_of(DEP_FILE, "fresh.md", NULL);
    g_assert_true(is_changed(deps));
}

static void test_file_that_comes_and_goes(void)
{
    g_autofree gchar *path = in_folder("later.md");
    g_autoptr(Deps) missing = set_of(DEP_FILE, "later.md", NULL);

    g_assert_false(is_changed(missing));
    put("later.md", "here");
    g_assert_true(is_changed(missing));
    let_time_pass();
    g_autoptr(Deps) there = set_of(DEP_FILE, "later.md", NULL);
    g_assert_false(is_changed(there));
    g_unlink(path);
    g_assert_true(is_changed(there));
}

static void test_folder(void)
{
    g_autofree gchar *sub = in_folder("sub");
    g_autoptr(Deps) deps = set_of(DEP_FOLDER, "", ".md");

    put("out.pdf", "an output");
    put(".hidden.md", "an editor's");
    g_assert_false(is_changed(deps));
    g_mkdir(sub, 0777);
    g_assert_true(is_changed(deps));
    g_autoptr(Deps) again = set_of(DEP_FOLDER, "", ".md");
    g_assert_false(is_changed(again));
    put("new.md", "");
    g_assert_true(is_changed(again));
}

static void test_place(void)
{
    g_autofree gchar *link = in_folder("link");
    g_autoptr(Deps) missing = set_of(DEP_PLACE, "link", NULL);

    put("x", "");
    put("y", "");
    g_assert_false(is_changed(missing));
    g_assert_cmpint(symlink("x", link), ==, 0);
    g_assert_true(is_changed(missing));
    g_autoptr(Deps) there = set_of(DEP_PLACE, "link", NULL);
    g_assert_false(is_changed(there));
    g_unlink(link);
    g_assert_cmpint(symlink("y", link), ==, 0);
    g_assert_true(is_changed(there));
}

/* What was noted first stands, and each path is told once, whatever for. */
static void test_paths(void)
{
    g_autofree gchar *a = in_folder("a.md"), *b = in_folder("b.md");
    g_autoptr(Deps) deps = deps_new();

    g_assert_null(deps_record(deps));
    deps_note_file(b);
    deps_note_file(a);
    deps_note_file(b);
    deps_note_folder(folder, ".md");
    deps_note_folder(folder, NULL);
    g_assert_true(deps_record(NULL) == deps);
    deps_note_file("/nowhere");
    g_autoptr(GPtrArray) files = deps_paths(deps, DEP_FILE);
    g_autoptr(GPtrArray) folders = deps_paths(deps, DEP_FOLDER);
    g_autoptr(GPtrArray) places = deps_paths(deps, DEP_PLACE);
    g_assert_cmpuint(files->len, ==, 3);
    g_assert_cmpstr(files->pdata[0], ==, a);
    g_assert_cmpstr(files->pdata[1], ==, b);
    g_assert_null(files->pdata[2]);
    g_assert_cmpuint(folders->len, ==, 2);
    g_assert_cmpuint(places->len, ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    folder = g_dir_make_tmp(NULL, NULL);
    g_test_add_func("/deps/file", test_file);
    g_test_add_func("/deps/fresh-file", test_fresh_file);
    g_test_add_func("/deps/comes-and-goes", test_file_that_comes_and_goes);
    g_test_add_func("/deps/folder", test_folder);
    g_test_add_func("/deps/place", test_place);
    g_test_add_func("/deps/paths", test_paths);
    int status = g_test_run();
    g_autofree gchar *remove = g_strdup_printf("rm -rf '%s'", folder);
    g_spawn_command_line_sync(remove, NULL, NULL, NULL, NULL);
    g_free(folder);
    return status;
}

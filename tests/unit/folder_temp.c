#include "base/folder_temp.h"
#include "base/ending.h"
#include "failing_calls.h"

#include <glib/gstdio.h>
#include <string.h>

/* The folder of temporary files, of this program alone. */
static gchar *above;

static void make_folder(const gchar *path)
{
    g_assert_cmpint(g_mkdir(path, 0700), ==, 0);
}

static void put(const gchar *parent, const gchar *name)
{
    g_autofree gchar *path = g_build_filename(parent, name, NULL);

    g_assert_true(g_file_set_contents(path, "x", 1, NULL));
}

/* More than one reading of the folder tells of, folders in it, a link out of it. */
static void fill(const gchar *path)
{
    g_autofree gchar *below = g_build_filename(path, "1", NULL);
    g_autofree gchar *deeper = g_build_filename(below, "2", NULL);
    g_autofree gchar *link = g_build_filename(path, "link", NULL);

    make_folder(below);
    make_folder(deeper);
    put(deeper, "file");
    g_assert_cmpint(symlink(above, link), ==, 0);
    for (guint i = 0; i < 200; i++) {
        g_autofree gchar *name = g_strdup_printf("a file with a long name %u", i);
        put(path, name);
    }
}

/* It comes to a folder in spite of the fault. */
static void assert_overcome(void)
{
    FolderTemp *folder = folder_temp_new();
    struct stat status;

    fail_none();
    g_assert_nonnull(folder);
    g_assert_cmpint(stat(folder_temp_path(folder), &status), ==, 0);
    g_assert_cmphex(status.st_mode & 07777, ==, 0700);
    g_assert_cmpuint(count_files(above), ==, 1);
    folder_temp_free(folder);
    g_assert_cmpuint(count_files(above), ==, 0);
}

static void assert_refused(int error)
{
    FolderTemp *folder = folder_temp_new();

    g_assert_cmpint(errno, ==, error);
    fail_none();
    g_assert_null(folder);
    g_assert_cmpuint(count_files(above), ==, 0);
}

static void test_removed(void)
{
    FolderTemp *folder = folder_temp_new();

    g_assert_nonnull(folder);
    fill(folder_temp_path(folder));
    folder_temp_free(folder);
    g_assert_cmpuint(count_files(above), ==, 0);
}

static void test_end(void)
{
    FolderTemp *folder = folder_temp_new();

    g_assert_nonnull(folder);
    fill(folder_temp_path(folder));
    ending_undo();
    g_assert_cmpuint(count_files(above), ==, 0);
    folder_temp_free(folder);
}

static void test_refused(void)
{
    fail_one(CALL_OPEN, 0, ENOENT);
    assert_refused(ENOENT);
    fail_one(CALL_MKDIR, 0, ENOSPC);
    assert_refused(ENOSPC);
    fail_one(CALL_OPENAT, 1, EMFILE); /* the first lists the folder */
    assert_refused(EMFILE);
}

static void test_names_taken(void)
{
    fail_more(CALL_MKDIR, 0, EEXIST, 3);
    assert_overcome();
    fail_more(CALL_MKDIR, 0, EEXIST, FOR_EVER);
    assert_refused(EEXIST);
}

static void remove_all(void)
{
    g_autoptr(GDir) dir = g_dir_open(above, 0, NULL);
    const gchar *name;

    while ((name = g_dir_read_name(dir))) {
        g_autofree gchar *path = g_build_filename(above, name, NULL);
        g_assert_cmpint(g_remove(path), ==, 0);
    }
}

/* Another run sweeps it away before it is opened, locked, or looked at. */
static void test_swept(void)
{
    fail_one(CALL_OPENAT, 1, ENOENT);
    fault.meanwhile = remove_all;
    assert_overcome();
    fail_one(CALL_LOCK, 0, EWOULDBLOCK);
    fault.meanwhile = remove_all;
    assert_overcome();
    fail_one(CALL_LOCK, 0, 0);
    fault.meanwhile = remove_all;
    assert_overcome();
}

static void test_leftovers(void)
{
    g_autofree gchar *dead = g_build_filename(above, ".mkbulletin-1.folder", NULL);
    g_autofree gchar *living = g_build_filename(above, ".mkbulletin-2.folder", NULL);

    make_folder(dead);
    fill(dead);
    make_folder(living);
    put(above, ".mkbulletin-3.folder"); /* no folder: not of ours */
    int fd = open(living, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    g_assert_cmpint(flock(fd, LOCK_EX), ==, 0);
    folder_temp_free(folder_temp_new());
    g_assert_false(g_file_test(dead, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(living, G_FILE_TEST_EXISTS));
    close(fd);
    folder_temp_free(folder_temp_new());
    g_assert_cmpuint(count_files(above), ==, 1);
    remove_all();
}

/* What the disk does not let go stays, and is no endless work; the next run removes it. */
static void test_not_removed(void)
{
    FolderTemp *folder = folder_temp_new();

    g_assert_nonnull(folder);
    put(folder_temp_path(folder), "file");
    fail_more(CALL_REMOVE, 0, EPERM, FOR_EVER);
    folder_temp_free(folder);
    fail_none();
    g_assert_cmpuint(count_files(above), ==, 1);
    assert_overcome();
}

int main(int argc, char **argv)
{
    const gchar *outside = g_getenv("TMPDIR"); /* g_get_tmp_dir() would keep it */

    above = g_mkdtemp(g_build_filename(outside ? outside : "/tmp", "mkb-XXXXXX", NULL));
    g_assert_nonnull(above);
    g_setenv("TMPDIR", above, TRUE);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/folder-temp/removed", test_removed);
    g_test_add_func("/folder-temp/end", test_end);
    g_test_add_func("/folder-temp/refused", test_refused);
    g_test_add_func("/folder-temp/names-taken", test_names_taken);
    g_test_add_func("/folder-temp/swept", test_swept);
    g_test_add_func("/folder-temp/leftovers", test_leftovers);
    g_test_add_func("/folder-temp/not-removed", test_not_removed);
    int failed = g_test_run();
    g_rmdir(above);
    g_free(above);
    return failed;
}

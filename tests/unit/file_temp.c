#include "base/file_temp.h"
#include "failing_calls.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of the test that runs. */
static gchar *place;
static int folder;

static void set_up(gpointer *unused, gconstpointer data)
{
    (void) unused, (void) data;
    place = g_dir_make_tmp("mkb-XXXXXX", NULL);
    folder = temp_folder_open(place);
    g_assert_cmpint(folder, >=, 0);
}

static guint remove_all(void)
{
    g_autoptr(GDir) dir = g_dir_open(place, 0, NULL);
    const gchar *name;
    guint count = 0;

    for (; (name = g_dir_read_name(dir)); count++) {
        g_autofree gchar *path = g_build_filename(place, name, NULL);
        g_assert_cmpint(g_remove(path), ==, 0);
    }
    return count;
}

static void tear_down(gpointer *unused, gconstpointer data)
{
    (void) unused, (void) data;
    fail_none();
    remove_all();
    close(folder);
    g_assert_cmpint(g_rmdir(place), ==, 0);
    g_clear_pointer(&place, g_free);
}

static void put(const gchar *name, const gchar *text)
{
    g_autofree gchar *path = g_build_filename(place, name, NULL);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void assert_text(const gchar *name, const gchar *wanted)
{
    g_autofree gchar *path = g_build_filename(place, name, NULL), *text = NULL;

    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, wanted);
}

static gboolean there(const gchar *name)
{
    g_autofree gchar *path = g_build_filename(place, name, NULL);

    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static gboolean write_new(TempFile *temp, mode_t mode)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("new", 3);

    *temp = TEMP_FILE_NONE;
    return temp_write(temp, folder, mode, bytes);
}

/* It comes to a file in spite of the fault. */
static void assert_overcome(mode_t mode)
{
    TempFile temp;
    struct stat status;

    g_assert_true(write_new(&temp, mode));
    fail_none();
    g_assert_true(temp_rename(&temp, "a"));
    g_assert_cmpint(fstat(temp.fd, &status), ==, 0);
    if (mode != TEMP_MODE_NEW)
        g_assert_cmphex(status.st_mode & 07777, ==, mode);
    temp_discard(&temp);
    assert_text("a", "new");
    g_assert_cmpuint(remove_all(), ==, 1);
}

/* It does not, which is told; nothing is left. */
static void assert_refused(mode_t mode, int error)
{
    TempFile temp;

    g_assert_false(write_new(&temp, mode));
    g_assert_cmpint(errno, ==, error);
    fail_none();
    temp_discard(&temp);
    g_assert_cmpuint(count_files(place), ==, 0);
}

/* ---- bytes ---- */

static void test_nothing_written(void)
{
    fail_one(CALL_WRITE, 0, WROTE_NOTHING);
    assert_refused(TEMP_MODE_NEW, EIO);
}

static void test_cannot_wait(void)
{
    fail_one(CALL_WRITE, 0, EAGAIN);
    assert_overcome(TEMP_MODE_NEW); /* a file is ready at once */
}

/* Reads a pipe to its end, slowly at first. */
static gpointer read_all(gpointer data)
{
    gchar some[4096];
    gsize count = 0;

    g_usleep(20000);
    for (gssize length; (length = read(GPOINTER_TO_INT(data), some, sizeof some)) > 0;)
        count += (gsize) length;
    return GSIZE_TO_POINTER(count);
}

static void test_pipe_that_does_not_block(void)
{
    enum { LENGTH = 1 << 20 };
    g_autofree gchar *text = g_strnfill(LENGTH, 'x');
    g_autoptr(GBytes) bytes = g_bytes_new_static(text, LENGTH);
    int ends[2];

    g_assert_cmpint(pipe2(ends, O_NONBLOCK | O_CLOEXEC), ==, 0);
    fail_one(CALL_POLL, 0, ENOMEM);
    g_assert_false(write_all(ends[1], bytes)); /* it is full, and cannot be waited for */
    g_assert_cmpint(errno, ==, ENOMEM);
    close(ends[0]);
    close(ends[1]);
    g_assert_cmpint(pipe2(ends, O_CLOEXEC), ==, 0);
    g_assert_cmpint(fcntl(ends[1], F_SETFL, O_NONBLOCK), ==, 0);
    fail_one(CALL_POLL, 0, EINTR);
    GThread *reader = g_thread_new("reader", read_all, GINT_TO_POINTER(ends[0]));
    g_assert_true(write_all(ends[1], bytes));
    close(ends[1]);
    g_assert_cmpuint(GPOINTER_TO_SIZE(g_thread_join(reader)), ==, LENGTH);
    g_assert_cmpuint(fault.count, >, 0);
    close(ends[0]);
}

static void test_mode_and_disk(void)
{
    fail_one(CALL_FCHMOD, 0, EPERM);
    assert_refused(0640, EPERM);
    fail_one(CALL_FCHMOD, 0, EINTR);
    assert_overcome(0640);
    fail_one(CALL_FSYNC, 0, EIO);
    assert_refused(TEMP_MODE_NEW, EIO);
    fail_one(CALL_FSYNC, 0, EINVAL); /* some file systems cannot be asked */
    assert_overcome(TEMP_MODE_NEW);
    fail_one(CALL_COPY, 0, EMFILE);
    assert_refused(TEMP_MODE_NEW, EMFILE);
    fail_one(CALL_CLOSE, 0, EDQUOT);
    assert_refused(TEMP_MODE_NEW, EDQUOT);
    fail_one(CALL_CLOSE, 0, EINTR);
    assert_overcome(TEMP_MODE_NEW);
}

/* ---- names ---- */

static void test_no_unnamed_files(void)
{
    fail_one(CALL_OPENAT, 0, EOPNOTSUPP);
    assert_overcome(TEMP_MODE_NEW);
    fail_one(CALL_OPENAT, 0, EOPNOTSUPP);
    assert_overcome(0604);
    fail_one(CALL_LOCK, 0, ENOLCK);
    assert_overcome(TEMP_MODE_NEW);
    fail_more(CALL_OPENAT, 0, EROFS, 1);
    assert_refused(TEMP_MODE_NEW, EROFS);
}

static void test_no_links(void)
{
    fail_one(CALL_LINK, 0, EPERM);
    assert_overcome(TEMP_MODE_NEW);
    fail_more(CALL_LINK, 0, EEXIST, 2); /* names that are taken */
    assert_overcome(TEMP_MODE_NEW);
    fail_more(CALL_LINK, 0, EEXIST, FOR_EVER);
    assert_overcome(TEMP_MODE_NEW);
}

static void test_names_taken(void)
{
    fail_more(CALL_OPENAT, 0, EEXIST, 3);
    assert_overcome(TEMP_MODE_NEW);
    fail_more(CALL_OPENAT, 0, EEXIST, FOR_EVER);
    assert_refused(TEMP_MODE_NEW, EEXIST);
}

static void sweep(void)
{
    remove_all();
}

/* The first lock is of a file without a name: there it only fails. */
static void sweep_and_let_go(void)
{
    if (fault.count < 2)
        return;
    remove_all();
    fault.error = 0;
}

/* Another run sweeps the folder between the making of a file and its lock. */
static void test_swept(void)
{
    fail_more(CALL_LOCK, 0, EWOULDBLOCK, 1);
    fault.meanwhile = sweep;
    assert_overcome(TEMP_MODE_NEW);
    fail_more(CALL_LOCK, 0, EWOULDBLOCK, 1);
    fault.meanwhile = sweep_and_let_go;
    assert_overcome(TEMP_MODE_NEW);
    g_assert_cmpint(fault.error, ==, 0);
    fail_more(CALL_LOCK, 0, EWOULDBLOCK, FOR_EVER);
    fault.meanwhile = sweep;
    assert_refused(TEMP_MODE_NEW, EEXIST);
}

/* ---- the folder ---- */

static void test_leftovers(void)
{
    put(".mkbulletin-0.tmp", "x");
    fail_one(CALL_OPENAT, 1, EACCES); /* in a sandbox it may be written, not read */
    close(temp_folder_open(place));
    g_assert_cmpuint(count_files(place), ==, 0);
    put(".mkbulletin-0.tmp", "x");
    fail_one(CALL_OPENAT, 1, ENOENT); /* another was faster */
    close(temp_folder_open(place));
    g_assert_cmpuint(count_files(place), ==, 1);
    fail_one(CALL_OPENAT, 0, EACCES); /* a folder that cannot be listed */
    close(temp_folder_open(place));
    fail_one(CALL_LIST, 0, ENOMEM);
    close(temp_folder_open(place));
    g_assert_cmpuint(count_files(place), ==, 1);
    fail_none();
    close(temp_folder_open(place));
    g_assert_cmpuint(count_files(place), ==, 0);
}

/* It can be written in, not read. */
static void test_folder_not_read(void)
{
    close(folder);
    fail_one(CALL_OPEN, 0, EACCES);
    folder = temp_folder_open(place);
    fail_none();
    g_assert_cmpint(folder, >=, 0);
    g_assert_cmpint(fcntl(folder, F_GETFL) & O_PATH, ==, O_PATH);
    assert_overcome(TEMP_MODE_NEW);
    g_assert_true(temp_folder_confirm(folder));
}

/* ---- a sudden end ---- */

static void test_end_before_rename(void)
{
    TempFile temp;

    g_assert_true(write_new(&temp, TEMP_MODE_NEW));
    g_assert_cmpuint(count_files(place), ==, 1);
    ending_undo();
    g_assert_cmpuint(count_files(place), ==, 0);
    temp_discard(&temp);
}

static void test_end_after_rename(void)
{
    TempFile temp;

    g_assert_true(write_new(&temp, TEMP_MODE_NEW));
    g_assert_true(temp_rename(&temp, "a"));
    ending_undo();
    temp_discard(&temp);
    assert_text("a", "new");
}

static void test_end_after_exchange(void)
{
    TempFile temps[2];

    put("a", "old");
    for (guint i = 0; i < 2; i++) {
        g_assert_true(write_new(&temps[i], TEMP_MODE_NEW));
        g_assert_true(temp_exchange(&temps[i], i == 0 ? "a" : "b"));
    }
    assert_text("a", "new");
    assert_text("b", "new");
    ending_undo();
    temp_discard(&temps[0]);
    temp_discard(&temps[1]);
    assert_text("a", "old");
    g_assert_false(there("b"));
    g_assert_cmpuint(count_files(place), ==, 1);
}

typedef struct {
    const gchar *name;
    void (*test)(void);
} Test;

static void run(gpointer *unused, gconstpointer data)
{
    const Test *test = data;

    (void) unused;
    test->test();
}

int main(int argc, char **argv)
{
    static const Test tests[] = {
        {"/file-temp/nothing-written", test_nothing_written},
        {"/file-temp/cannot-wait", test_cannot_wait},
        {"/file-temp/pipe-that-does-not-block", test_pipe_that_does_not_block},
        {"/file-temp/mode-and-disk", test_mode_and_disk},
        {"/file-temp/no-unnamed-files", test_no_unnamed_files},
        {"/file-temp/no-links", test_no_links},
        {"/file-temp/names-taken", test_names_taken},
        {"/file-temp/swept", test_swept},
        {"/file-temp/leftovers", test_leftovers},
        {"/file-temp/folder-not-read", test_folder_not_read},
        {"/file-temp/end-before-rename", test_end_before_rename},
        {"/file-temp/end-after-rename", test_end_after_rename},
        {"/file-temp/end-after-exchange", test_end_after_exchange},
    };

    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, gpointer, &tests[i], set_up, run, tear_down);
    return g_test_run();
}

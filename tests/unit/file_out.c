#include "base/file_out.h"
#include "failing_calls.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

typedef struct {
    gchar *folder;
    Diagnostics *sink;
} Fixture;

static void set_up(Fixture *f, gconstpointer data)
{
    (void) data;
    f->folder = g_dir_make_tmp("mkb-XXXXXX", NULL);
    f->sink = diagnostics_new();
    g_assert_nonnull(f->folder);
}

static void tear_down(Fixture *f, gconstpointer data)
{
    g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
    const gchar *name;

    (void) data;
    while ((name = g_dir_read_name(dir))) {
        g_autofree gchar *path = g_build_filename(f->folder, name, NULL);
        g_assert_cmpint(g_remove(path), ==, 0);
    }
    g_rmdir(f->folder);
    g_free(f->folder);
    diagnostics_free(f->sink);
}

static gchar *in_folder(const Fixture *f, const gchar *name)
{
    return g_build_filename(f->folder, name, NULL);
}

static guint files_in(const Fixture *f)
{
    g_autoptr(GDir) dir = g_dir_open(f->folder, 0, NULL);
    guint count = 0;

    while (g_dir_read_name(dir))
        count++;
    return count;
}

static gboolean write_text(const Fixture *f, const gchar *path, const gchar *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    OutputFile file = {(gchar *) path, bytes};

    return output_files_write(&file, 1, f->sink);
}

static void assert_text(const gchar *path, const gchar *expected)
{
    g_autofree gchar *text = NULL;

    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, expected);
}

static void assert_reported(const Fixture *f, const gchar *id)
{
    g_autoptr(GString) out = g_string_new(NULL);

    diagnostics_print(f->sink, (DiagStyle){.lang = LANG_EN}, out);
    g_assert_nonnull(strstr(out->str, id));
    g_assert_cmpint(diagnostics_status(f->sink, FALSE), ==, STATUS_ENVIRONMENT);
}

static guint mode_of(const gchar *path)
{
    struct stat status;

    g_assert_cmpint(stat(path, &status), ==, 0);
    return status.st_mode & 07777;
}

static void test_new_file(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "a.pdf");
    mode_t before = umask(027);

    g_assert_true(write_text(f, path, "new"));
    umask(before);
    assert_text(path, "new");
    g_assert_cmphex(mode_of(path), ==, 0640);
    g_assert_cmpuint(files_in(f), ==, 1);
    g_assert_cmpuint(diagnostics_count(f->sink, SEVERITY_NOTE), ==, 0);
}

static void test_replaced_file_keeps_mode(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "a.pdf");

    g_assert_true(write_text(f, path, "old"));
    g_assert_cmpint(chmod(path, 0604), ==, 0);
    g_assert_true(write_text(f, path, "new"));
    assert_text(path, "new");
    g_assert_cmphex(mode_of(path), ==, 0604);
}

static void test_empty_and_large(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "a.pdf");
    g_autofree gchar *large = g_strnfill(3 * 1024 * 1024, 'x');

    g_assert_true(write_text(f, path, ""));
    assert_text(path, "");
    g_assert_true(write_text(f, path, large));
    assert_text(path, large);
}

static void test_symbolic_link(Fixture *f)
{
    g_autofree gchar *link = in_folder(f, "link.pdf"), *path = in_folder(f, "a.pdf");

    g_assert_cmpint(symlink("a.pdf", link), ==, 0);
    g_assert_true(write_text(f, link, "first"));
    assert_text(path, "first");
    g_assert_true(write_text(f, link, "second"));
    assert_text(path, "second");
    g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    g_assert_cmpuint(files_in(f), ==, 2);
}

static void test_link_to_itself(Fixture *f)
{
    g_autofree gchar *link = in_folder(f, "link.pdf");

    g_assert_cmpint(symlink("link.pdf", link), ==, 0);
    g_assert_false(write_text(f, link, "x"));
    assert_reported(f, "[output-write]");
}

static void test_missing_folder(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "none/a.pdf"), *slash = in_folder(f, "none/");

    g_assert_false(write_text(f, path, "x"));
    g_assert_false(write_text(f, slash, "x"));
    assert_reported(f, "[output-folder]");
    g_assert_cmpuint(diagnostics_count(f->sink, SEVERITY_ERROR), ==, 1); /* the same folder */
}

static void test_folder(Fixture *f)
{
    g_assert_false(write_text(f, f->folder, "x"));
    assert_reported(f, "[output-is-folder]");
}

static void test_long_name(Fixture *f)
{
    g_autofree gchar *longest = g_strnfill(255, 'n'), *beyond = g_strnfill(256, 'n');
    g_autofree gchar *path = in_folder(f, longest), *bad = in_folder(f, beyond);

    g_assert_true(write_text(f, path, "x"));
    g_assert_false(write_text(f, bad, "x"));
    assert_reported(f, "[output-write]");
    g_assert_cmpuint(files_in(f), ==, 1);
}

static void test_full_device(Fixture *f)
{
    g_autoptr(GString) out = g_string_new(NULL);

    g_assert_true(write_text(f, "/dev/null", "x"));
    g_assert_false(write_text(f, "/dev/full", "x"));
    assert_reported(f, "[output-write]");
    diagnostics_print(f->sink, (DiagStyle){.lang = LANG_ZH}, out);
    g_assert_nonnull(strstr(out->str, "无法写入“/dev/full”：磁盘已满"));
}

static void test_standard_output(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "out");
    int kept = dup(STDOUT_FILENO);

    fflush(stdout);
    int fd = open(path, O_CREAT | O_WRONLY, 0600);
    dup2(fd, STDOUT_FILENO);
    gboolean good = write_text(f, "-", "to stdout");
    dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
    gboolean full = write_text(f, "-", "to stdout");
    dup2(kept, STDOUT_FILENO);
    close(kept);
    g_assert_true(good);
    assert_text(path, "to stdout");
    g_assert_false(full);
    assert_reported(f, "cannot write 'stdout'");
}

static void test_all_or_none(Fixture *f)
{
    g_autofree gchar *one = in_folder(f, "1.png"), *other = in_folder(f, "none/2.png");
    g_autoptr(GBytes) bytes = g_bytes_new_static("new", 3);
    OutputFile files[] = {{one, bytes}, {other, bytes}};

    g_assert_true(write_text(f, one, "old"));
    g_assert_false(output_files_write(files, 2, f->sink));
    assert_text(one, "old");
    files[1].path = (gchar *) "/dev/full";
    g_assert_false(output_files_write(files, 2, f->sink));
    assert_text(one, "old");
    files[1].path = (gchar *) "/dev/null";
    g_assert_true(output_files_write(files, 2, f->sink));
    assert_text(one, "new");
    g_assert_cmpuint(files_in(f), ==, 1);
}

static void test_many_files(Fixture *f)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("x", 1);
    OutputFile files[300];

    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree gchar *name = g_strdup_printf("%u.png", i);
        files[i] = (OutputFile){in_folder(f, name), bytes};
    }
    g_assert_true(output_files_write(files, G_N_ELEMENTS(files), f->sink));
    g_assert_cmpuint(files_in(f), ==, G_N_ELEMENTS(files));
    for (guint i = 0; i < G_N_ELEMENTS(files); i++)
        g_free(files[i].path);
}

/* What a killed run left goes; what a living one still writes stays. */
static void test_leftovers(Fixture *f)
{
    g_autofree gchar *dead = in_folder(f, ".mkbulletin-1.tmp");
    g_autofree gchar *living = in_folder(f, ".mkbulletin-2.tmp");
    g_autofree gchar *path = in_folder(f, "a.pdf");

    g_assert_true(g_file_set_contents(dead, "x", 1, NULL));
    g_assert_true(g_file_set_contents(living, "x", 1, NULL));
    int fd = open(living, O_RDONLY);
    g_assert_cmpint(flock(fd, LOCK_EX), ==, 0);
    g_assert_true(write_text(f, path, "x"));
    close(fd);
    g_assert_false(g_file_test(dead, G_FILE_TEST_EXISTS));
    g_assert_true(g_file_test(living, G_FILE_TEST_EXISTS));
}

static void test_read_only_file(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "a.pdf");

    if (geteuid() == 0) {
        g_test_skip("root may write everything");
        return;
    }
    g_assert_true(write_text(f, path, "old"));
    g_assert_cmpint(chmod(path, 0444), ==, 0);
    g_assert_false(write_text(f, path, "new"));
    assert_text(path, "old");
}

static void test_halting_writes(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "a.pdf");

    fault.halting = TRUE;
    gboolean written = write_text(f, path, "byte by byte");
    fault.halting = FALSE;
    g_assert_true(written);
    assert_text(path, "byte by byte");
}

/* One fault at each place in turn: no success that is none, no half file, nothing left behind. */
static gboolean check_fault(Fixture *f, const gchar *path)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GBytes) bytes = g_bytes_new_static("new", 3);
    OutputFile file = {(gchar *) path, bytes};
    g_autofree gchar *text = NULL;

    gboolean written = output_files_write(&file, 1, sink);
    Call call = fault.call;
    fail_none();
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    gboolean unconfirmed = call == CALL_FSYNC && strcmp(text, "new") == 0;
    g_assert_cmpstr(text, ==, written || unconfirmed ? "new" : "old");
    g_assert_cmpint(diagnostics_status(sink, FALSE), ==, written ? STATUS_OK : STATUS_ENVIRONMENT);
    g_assert_cmpuint(files_in(f), ==, 1);
    return written;
}

/* How many faults of a kind there can be, and how many of them end in a file all the same. */
static void count_faults(Fixture *f, Call call, int error, guint *faults, guint *overcome)
{
    g_autofree gchar *path = in_folder(f, "a.pdf");

    *faults = *overcome = 0;
    for (guint at = 0;; at++) {
        g_assert_true(g_file_set_contents(path, "old", 3, NULL));
        fail_one(call, at, error);
        gboolean written = check_fault(f, path);
        if (fault.count <= at)
            return;
        ++*faults;
        *overcome += written;
    }
}

static void test_faults(Fixture *f)
{
    static const int errors[] = {ENOSPC, EIO, EDQUOT};
    guint faults, overcome;

    for (guint i = 0; i < G_N_ELEMENTS(errors); i++) {
        count_faults(f, CALL_WRITE, errors[i], &faults, &overcome);
        g_assert_cmpuint(faults, >=, 1);
        g_assert_cmpuint(overcome, ==, 0);
        count_faults(f, CALL_FSYNC, errors[i], &faults, &overcome);
        g_assert_cmpuint(faults, >=, 2); /* the file and its folder */
        g_assert_cmpuint(overcome, ==, 0);
        count_faults(f, CALL_RENAME, errors[i], &faults, &overcome);
        g_assert_cmpuint(faults, ==, 1);
        g_assert_cmpuint(overcome, ==, 0);
        /* Where no link can be made, the file has a name from the start. */
        count_faults(f, CALL_LINK, errors[i], &faults, &overcome);
        g_assert_cmpuint(overcome, ==, faults);
        /* One close tells of a full disk; the others only give back what is done with. */
        count_faults(f, CALL_CLOSE, errors[i], &faults, &overcome);
        g_assert_cmpuint(overcome, ==, faults - 1);
    }
}

/* Of three files two are there already. The first rename is an exchange, the second a rename after
 * an exchange that finds nothing, the third an exchange again. */
static void test_undone(Fixture *f)
{
    static const gchar *const names[] = {"1.png", "2.png", "3.png"};
    g_autoptr(GBytes) bytes = g_bytes_new_static("new", 3);
    OutputFile files[G_N_ELEMENTS(names)];
    g_autofree gchar *absent = in_folder(f, names[1]);

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        files[i] = (OutputFile){in_folder(f, names[i]), bytes};
        if (i != 1)
            g_assert_true(g_file_set_contents(files[i].path, "old", 3, NULL));
    }
    /* Exchange; exchange, rename; exchange. Where an exchange fails a rename is tried. */
    for (guint at = 0; at < 4; at++) {
        fail_more(CALL_RENAME, at, EIO, at == 2 ? 0 : 1);
        g_assert_false(output_files_write(files, G_N_ELEMENTS(names), f->sink));
        fail_none();
        assert_text(files[0].path, "old");
        assert_text(files[2].path, "old");
        g_assert_false(g_file_test(absent, G_FILE_TEST_EXISTS));
        g_assert_cmpuint(files_in(f), ==, 2);
    }
    assert_reported(f, "[output-write]");
    g_assert_true(output_files_write(files, G_N_ELEMENTS(names), f->sink));
    g_assert_cmpuint(files_in(f), ==, 3);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_text(files[i].path, "new");
        g_free(files[i].path);
    }
}

/* What was renamed first cannot be put back: that is told, with the file that is new. */
static void test_not_undone(Fixture *f)
{
    g_autofree gchar *one = in_folder(f, "1.png"), *other = in_folder(f, "2.png");
    g_autoptr(GBytes) bytes = g_bytes_new_static("new", 3);
    OutputFile files[] = {{one, bytes}, {other, bytes}};

    g_assert_true(g_file_set_contents(one, "old", 3, NULL));
    g_assert_true(g_file_set_contents(other, "old", 3, NULL));
    fail_more(CALL_RENAME, 1, EIO, FOR_EVER);
    g_assert_false(output_files_write(files, 2, f->sink));
    fail_none();
    assert_text(one, "new");
    assert_text(other, "old");
    assert_reported(f, "the old one cannot be put back");
    g_assert_cmpuint(files_in(f), ==, 2);
}

static void assert_reported_in_chinese(const Fixture *f, const gchar *text)
{
    g_autoptr(GString) out = g_string_new(NULL);

    diagnostics_print(f->sink, (DiagStyle){.lang = LANG_ZH}, out);
    g_assert_nonnull(strstr(out->str, text));
}

static void test_no_right(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "a.pdf");

    fail_more(CALL_OPENAT, 0, EACCES, FOR_EVER);
    g_assert_false(write_text(f, path, "x"));
    fail_none();
    assert_reported(f, "Permission denied");
    assert_reported_in_chinese(f, "没有写入权限");
    g_assert_cmpuint(files_in(f), ==, 0);
}

static void test_no_descriptors(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "a.pdf");

    fail_one(CALL_OPEN, 0, EMFILE);
    g_assert_false(write_text(f, path, "x"));
    fail_none();
    assert_reported(f, "Too many open files");
}

/* There is nobody to open it for. */
static void test_socket(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "socket");
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

    g_strlcpy(address.sun_path, path, sizeof address.sun_path);
    g_assert_cmpint(bind(fd, (const struct sockaddr *) &address, sizeof address), ==, 0);
    g_assert_false(write_text(f, path, "x"));
    close(fd);
    assert_reported(f, "No such device or address");
}

/* A copy is closed first, which tells of errors too. */
static void test_device_closed(Fixture *f)
{
    fail_one(CALL_CLOSE, 1, EIO);
    g_assert_false(write_text(f, "/dev/null", "x"));
    fail_one(CALL_CLOSE, 1, EINTR);
    g_assert_true(write_text(f, "/dev/null", "x"));
    fail_none();
    assert_reported(f, "Input/output error");
    g_assert_cmpuint(diagnostics_count(f->sink, SEVERITY_ERROR), ==, 1);
}

static void test_folder_check(Fixture *f)
{
    g_autofree gchar *path = in_folder(f, "a.pdf"), *missing = in_folder(f, "none/a.pdf");

    g_assert_true(output_folder_check(path, f->sink));
    g_assert_cmpuint(diagnostics_count(f->sink, SEVERITY_NOTE), ==, 0);
    g_assert_false(output_folder_check(missing, f->sink));
    assert_reported(f, "[output-folder]");
}

typedef struct {
    const gchar *name;
    void (*test)(Fixture *f);
} Test;

static void run(Fixture *f, gconstpointer data)
{
    const Test *test = data;

    test->test(f);
}

int main(int argc, char **argv)
{
    static const Test tests[] = {
        {"/file-out/new-file", test_new_file},
        {"/file-out/replaced-file-keeps-mode", test_replaced_file_keeps_mode},
        {"/file-out/empty-and-large", test_empty_and_large},
        {"/file-out/symbolic-link", test_symbolic_link},
        {"/file-out/link-to-itself", test_link_to_itself},
        {"/file-out/missing-folder", test_missing_folder},
        {"/file-out/folder", test_folder},
        {"/file-out/long-name", test_long_name},
        {"/file-out/full-device", test_full_device},
        {"/file-out/standard-output", test_standard_output},
        {"/file-out/all-or-none", test_all_or_none},
        {"/file-out/many-files", test_many_files},
        {"/file-out/leftovers", test_leftovers},
        {"/file-out/read-only-file", test_read_only_file},
        {"/file-out/halting-writes", test_halting_writes},
        {"/file-out/faults", test_faults},
        {"/file-out/undone", test_undone},
        {"/file-out/not-undone", test_not_undone},
        {"/file-out/no-right", test_no_right},
        {"/file-out/no-descriptors", test_no_descriptors},
        {"/file-out/socket", test_socket},
        {"/file-out/device-closed", test_device_closed},
        {"/file-out/folder-check", test_folder_check},
    };

    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].name, Fixture, &tests[i], set_up, run, tear_down);
    return g_test_run();
}

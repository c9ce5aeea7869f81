#include "source/asset.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "content.h"
#include "reports.h"

/* A folder of its own for each test, entered: the bulletin is content/, what is beside it is not to
 * be read. */
typedef struct {
    gchar *folder, *before;
    Source *source; /* content/2-二/1.md, which names the files */
} Place;

static void place_enter(Place *place, gconstpointer data)
{
    (void) data;
    place->before = g_get_current_dir();
    place->folder = g_dir_make_tmp("asset-XXXXXX", NULL);
    g_assert_cmpint(chdir(place->folder), ==, 0);
    content_write("content/2-二", "1.md", "x");
    place->source = source_new(g_strdup("content/2-二/1.md"), g_strdup("x"), 1);
}

static void place_leave(Place *place, gconstpointer data)
{
    (void) data;
    source_free(place->source);
    g_assert_cmpint(chdir(place->before), ==, 0);
    content_remove(place->folder);
    g_free(place->folder);
    g_free(place->before);
}

/* What comes of a path: "NAME: CONTENT", or what is reported. */
static gchar *reading(const Place *place, const gchar *root, const gchar *path, gsize most)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autofree gchar *name = NULL;
    g_autoptr(GBytes) bytes =
        asset_read(root, place->source, path, (Span){place->source, 0, 1}, most, &name, sink);
    if (!bytes) {
        g_assert_null(name);
        g_autoptr(GString) printed = g_string_new(NULL);
        diagnostics_print(sink, (DiagStyle){LANG_EN, FALSE, FALSE}, printed);
        g_assert_true(g_str_has_prefix(printed->str, "content/2-二/1.md:1:1: error: "));
        const gchar *words = strchr(printed->str, ' ') + strlen("error: ") + 1;
        const gchar *hint = strstr(words, "did you mean");
        return hint ? g_strdup_printf("%.*s, %.*s", (int) strcspn(words, "["), words,
                                      (int) strcspn(hint, "\n"), hint)
                    : g_strndup(words, strcspn(words, "\n"));
    }
    g_assert_cmpuint(diagnostics_count(sink, SEVERITY_NOTE), ==, 0);
    gsize length;
    const gchar *text = g_bytes_get_data(bytes, &length);
    return g_strdup_printf("%s: %.*s", name, (int) length, text);
}

static void assert_reads(const Place *place, const gchar *path, const gchar *expected)
{
    g_autofree gchar *read = reading(place, "content", path, 100);
    g_assert_cmpstr(read, ==, expected);
}

static void test_names(Place *place, gconstpointer data)
{
    (void) data;
    content_write("content/2-二", "a.png", "A");
    content_write("content/images", "现场 照片.png", "B");
    content_write("content/2-二", "a%20b.png", "C");
    content_write("content/2-二", "a b.png", "D");
    content_write("content/2-二", "100%.png", "E");
    content_write("content/2-二", ".hidden", "F");
    assert_reads(place, "a.png", "2-二/a.png: A");
    assert_reads(place, "./a.png", "2-二/a.png: A");
    assert_reads(place, "../2-二//a.png", "2-二/a.png: A");
    assert_reads(place, "../images/现场 照片.png", "images/现场 照片.png: B");
    assert_reads(place, "../images/%E7%8E%B0%E5%9C%BA%20%e7%85%a7片.png",
                 "images/现场 照片.png: B");
    assert_reads(place, "..%2Fimages%2F现场 照片.png", "images/现场 照片.png: B");
    assert_reads(place, "a%20b.png", "2-二/a%20b.png: C");
    assert_reads(place, "a b.png", "2-二/a b.png: D");
    assert_reads(place, "100%.png", "2-二/100%.png: E");
    assert_reads(place, "100%25.png", "2-二/100%.png: E");
    assert_reads(place, ".hidden", "2-二/.hidden: F");
    assert_reads(place, "../../content/2-二/a.png", "2-二/a.png: A");
}

#define MISSING(path) "there is no file '" path "' [no-such-file]"

static void test_missing(Place *place, gconstpointer data)
{
    (void) data;
    content_write("content/images", "photo.png", "A");
    assert_reads(place, "", "there is no text here [empty-text]");
    assert_reads(place, "z.png", MISSING("z.png"));
    assert_reads(place, "images/photo.png", MISSING("images/photo.png"));
    assert_reads(place, "../images/photo.png/x", MISSING("../images/photo.png/x"));
    assert_reads(place, "../images\\photo.png", MISSING("../images\\photo.png"));
    assert_reads(place, "../images/phto.png",
                 "there is no file '../images/phto.png' , did you mean '../images/photo.png'?");
    assert_reads(place, "../images/PHOTO%2Epng", MISSING("../images/PHOTO%2Epng"));
    assert_reads(place, "a\xFF.png", MISSING("a�.png"));
    assert_reads(place, "a%00.png", MISSING("a%00.png"));
    g_autofree gchar *name = g_strnfill(300, 'x');
    g_autofree gchar *message = g_strdup_printf(MISSING("%s"), name);
    assert_reads(place, name, message);
}

#define OUTSIDE(path) "'" path "' leads out of the folder and is not read [link-outside]"

static void test_outside(Place *place, gconstpointer data)
{
    (void) data;
    content_write("other", "secret.png", "S");
    content_write("content-x", "a.png", "S");
    g_autofree gchar *absolute = g_build_filename(place->folder, "other/secret.png", NULL);
    g_autofree gchar *message = g_strdup_printf(OUTSIDE("%s"), absolute);
    assert_reads(place, absolute, message);
    assert_reads(place, "../../other/secret.png", OUTSIDE("../../other/secret.png"));
    assert_reads(place, "..%2F..%2Fother/secret.png", OUTSIDE("..%2F..%2Fother/secret.png"));
    assert_reads(place, "../../content-x/a.png", OUTSIDE("../../content-x/a.png"));
    /* Whether there is such a file is nobody's business. */
    assert_reads(place, "../../nothing.png", OUTSIDE("../../nothing.png"));
    assert_reads(place, "../../content-x/b.png", OUTSIDE("../../content-x/b.png"));
    assert_reads(place, "/etc/hostname", OUTSIDE("/etc/hostname"));
    assert_reads(place, "/nothing", OUTSIDE("/nothing"));
    assert_reads(place, "https://example.cn/a.png", OUTSIDE("https://example.cn/a.png"));
    assert_reads(place, "file:///etc/hostname", OUTSIDE("file:///etc/hostname"));
    assert_reads(place, "C:\\a.png", OUTSIDE("C:\\a.png"));
    assert_reads(place, "%2Fetc%2Fhostname", MISSING("%2Fetc%2Fhostname"));
}

static void test_links(Place *place, gconstpointer data)
{
    (void) data;
    content_write("other", "secret.png", "S");
    content_write("content/images", "a.png", "A");
    g_assert_cmpint(symlink("../images/a.png", "content/2-二/a.png"), ==, 0);
    g_assert_cmpint(symlink("../images", "content/2-二/pictures"), ==, 0);
    g_assert_cmpint(symlink("../../other/secret.png", "content/2-二/s.png"), ==, 0);
    g_assert_cmpint(symlink("../../other", "content/2-二/out"), ==, 0);
    g_assert_cmpint(symlink("loop", "content/2-二/loop"), ==, 0);
    g_assert_cmpint(symlink("nowhere", "content/2-二/dangling"), ==, 0);
    assert_reads(place, "a.png", "images/a.png: A");
    assert_reads(place, "pictures/a.png", "images/a.png: A");
    assert_reads(place, "pictures/../images/a.png", "images/a.png: A");
    assert_reads(place, "s.png", OUTSIDE("s.png"));
    assert_reads(place, "out/secret.png", OUTSIDE("out/secret.png"));
    assert_reads(place, "out/../content/images/a.png", "images/a.png: A");
    assert_reads(place, "loop",
                 "cannot read 'loop': Too many levels of symbolic links [unreadable]");
    assert_reads(place, "dangling", MISSING("dangling"));
}

/* Opening a FIFO for reading would wait for a writer for ever. */
static void test_special_files(Place *place, gconstpointer data)
{
    (void) data;
    g_assert_cmpint(mkfifo("content/2-二/pipe", 0600), ==, 0);
    g_assert_cmpint(symlink("/dev/zero", "content/2-二/zero"), ==, 0);
    assert_reads(place, "pipe", "'pipe' is not a regular file [not-regular-file]");
    assert_reads(place, "..", "'..' is not a regular file [not-regular-file]");
    assert_reads(place, "../2-二", "'../2-二' is not a regular file [not-regular-file]");
    assert_reads(place, "zero", OUTSIDE("zero"));
}

static void test_unreadable(Place *place, gconstpointer data)
{
    (void) data;
    if (geteuid() == 0) {
        g_test_skip("root may read everything");
        return;
    }
    content_write("content/2-二", "a.png", "A");
    g_assert_cmpint(chmod("content/2-二/a.png", 0), ==, 0);
    assert_reads(place, "a.png", "cannot read '2-二/a.png': Permission denied [unreadable]");
}

static void test_sizes(Place *place, gconstpointer data)
{
    (void) data;
    content_write("content/2-二", "a.png", "0123456789");
    content_write("content/2-二", "empty.png", "");
    g_assert_cmpint(truncate("content/2-二/empty.png", 0), ==, 0);
    g_autofree gchar *all = reading(place, "content", "a.png", 10);
    g_assert_cmpstr(all, ==, "2-二/a.png: 0123456789");
    g_autofree gchar *more = reading(place, "content", "a.png", 9);
    g_assert_cmpstr(more, ==, "past a limit: '2-二/a.png' is larger than 9 B [limit]");
    assert_reads(place, "empty.png", "2-二/empty.png: ");
    g_assert_cmpint(truncate("content/2-二/a.png", 3 * 1024 * 1024 + 1), ==, 0);
    g_autofree gchar *large = reading(place, "content", "a.png", 3 * 1024 * 1024);
    g_assert_cmpstr(large, ==, "past a limit: '2-二/a.png' is larger than 3 MiB [limit]");
}

static void test_roots(Place *place, gconstpointer data)
{
    (void) data;
    content_write("content/2-二", "a.png", "A");
    g_assert_cmpint(symlink("content", "alias"), ==, 0);
    const gchar *const roots[] = {"content/", "./content", "alias", "content/2-二/.."};
    for (guint i = 0; i < G_N_ELEMENTS(roots); i++) {
        g_autofree gchar *read = reading(place, roots[i], "a.png", 100);
        g_assert_cmpstr(read, ==, "2-二/a.png: A");
    }
    g_autofree gchar *narrow = reading(place, "content/2-二", "../1.md", 100);
    g_assert_cmpstr(narrow, ==, OUTSIDE("../1.md"));
    g_autofree gchar *whole = reading(place, "/", "a.png", 100);
    g_assert_true(g_str_has_suffix(whole, "/content/2-二/a.png: A"));
    g_autofree gchar *none = reading(place, "nowhere", "a.png", 100);
    g_assert_cmpstr(none, ==, "cannot read 'nowhere': No such file or directory [unreadable]");
}

/* The folder that the tree tells of is the root for whatever its files name. */
static void test_root_of_a_tree(void)
{
    g_auto(Content) content = content_read(FILES({"1-a/index.md", "# 标题"}));
    g_assert_cmpstr(content.tree->folder, ==, content.folder);
    g_auto(Content) single = content_read_file(CONTENT_FRONT "正文。");
    g_assert_cmpstr(single.tree->folder, ==, single.folder);
}

#define TEST(name, function) \
    g_test_add("/asset/" name, Place, NULL, place_enter, function, place_leave)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST("names", test_names);
    TEST("missing", test_missing);
    TEST("outside", test_outside);
    TEST("links", test_links);
    TEST("special-files", test_special_files);
    TEST("unreadable", test_unreadable);
    TEST("sizes", test_sizes);
    TEST("roots", test_roots);
    g_test_add_func("/asset/root-of-a-tree", test_root_of_a_tree);
    return g_test_run();
}

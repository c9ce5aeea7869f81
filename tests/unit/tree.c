#include "source/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "reports.h"

/* A folder of its own for each test, entered, so that paths are short: content/… and other/… . */
typedef struct {
    gchar *folder, *before;
} Place;

static void place_enter(Place *place, gconstpointer data)
{
    (void) data;
    place->before = g_get_current_dir();
    place->folder = g_dir_make_tmp("tree-XXXXXX", NULL);
    g_assert_cmpint(chdir(place->folder), ==, 0);
    g_assert_cmpint(g_mkdir("content", 0700), ==, 0);
}

static void remove_all(const gchar *path)
{
    struct stat at;
    if (lstat(path, &at) == 0 && S_ISDIR(at.st_mode)) {
        g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
        for (const gchar *name; folder && (name = g_dir_read_name(folder)) != NULL;) {
            g_autofree gchar *below = g_build_filename(path, name, NULL);
            remove_all(below);
        }
    }
    g_remove(path);
}

static void place_leave(Place *place, gconstpointer data)
{
    (void) data;
    g_assert_cmpint(chdir(place->before), ==, 0);
    remove_all(place->folder);
    g_free(place->folder);
    g_free(place->before);
}

static void put_bytes(const gchar *path, const gchar *bytes, gssize length)
{
    g_autofree gchar *folder = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, bytes, length, NULL));
}

static void put(const gchar *path, const gchar *text)
{
    put_bytes(path, text, -1);
}

static void add_entry(const SourceEntry *entry, GString *out)
{
    g_string_append(out, entry->name);
    if (!entry->children)
        return;
    g_string_append(out, entry->source ? "(+" : "(-");
    for (guint i = 0; i < entry->children->len; i++) {
        g_string_append_c(out, ' ');
        add_entry(g_ptr_array_index(entry->children, i), out);
    }
    g_string_append_c(out, ')');
}

/* The tree in short, name(+ child child) with + or - for a source of its own, and the reports. */
static void assert_tree(const gchar *path, const gchar *expected, const gchar *reports)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(SourceTree) tree = source_tree_read(path, sink);
    g_autoptr(GString) names = g_string_new(NULL);
    if (tree) {
        add_entry(tree->root, names);
        if (tree->closing)
            g_string_append_printf(names, " %s", tree->closing->name);
        if (tree->annexes) {
            g_string_append_c(names, ' ');
            add_entry(tree->annexes, names);
        }
    }
    g_assert_cmpstr(names->str, ==, expected);
    assert_reports(sink, reports);
}

static void test_roles(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "a");
    put("content/closing.md", "b");
    put("content/2-二/index.md", "c");
    put("content/2-二/1-一.md", "d");
    put("content/2-二/closing.md", "e");
    put("content/1-one.md", "f");
    put("content/.hidden.md", "\xFF");
    put("content/_draft/index.md", "\xFF");
    put("content/notes.txt", "\xFF");
    put("content/photos/a.png", "\xFF");
    assert_tree("content", "content(+ 1-one.md 2-二(+ 1-一.md closing.md)) closing.md", "");
    assert_tree("content/", "content/(+ 1-one.md 2-二(+ 1-一.md closing.md)) closing.md", "");
}

static void test_paths_are_as_typed(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "a");
    put("content/1-a/index.md", "b");
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(SourceTree) tree = source_tree_read("./content", sink);
    g_assert_cmpstr(tree->root->source->path, ==, "./content/bulletin.md");
    const SourceEntry *child = g_ptr_array_index(tree->root->children, 0);
    g_assert_cmpstr(child->source->path, ==, "./content/1-a/index.md");
    g_assert_cmpuint(tree->sources->len, ==, 2);
}

static void test_order(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    static const gchar *const names[] = {
        "bulletin.md",
        "10-b.md",
        "2-c.md",
        "二.md",
        "一.md",
        "a.md",
        "B.md",
        "007.md",
        "8.md",
        "100000000000000000000000001.md",
        "99999999999999999999999999.md",
        "2-a.md",
        "0.md",
    };
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree gchar *path = g_build_filename("content", names[i], NULL);
        put(path, "x");
    }
    assert_tree("content",
                "content(+ 0.md 2-a.md 2-c.md 007.md 8.md 10-b.md 99999999999999999999999999.md "
                "100000000000000000000000001.md B.md a.md 一.md 二.md)",
                "");
}

static void test_missing_files(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    assert_tree("content", "", "empty-folder: folder 'content' holds no .md file\n");
    assert_tree("none", "", "no-such-source: cannot find 'none'\n");
    put("content/1-a/2-b/3.md", "x");
    put("content/1-a/index.md", "x");
    assert_tree("content", "content(- 1-a(+ 2-b(- 3.md)))",
                "no-bulletin-file: folder 'content' has no bulletin.md\n"
                "no-index-file: folder 'content/1-a/2-b' has no index.md\n");
}

static void test_single_file(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/one.md", "---\na: b\n---\n# x");
    assert_tree("content/one.md", "one.md", "");
    put("content/bad.md", "\xFF");
    assert_tree("content/bad.md", "bad.md", "1:1 not-utf-8\n");
}

static void test_bad_file_is_left_out(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "x");
    put("content/1.md", "\xB9\xD8\xD3\xDA\xD1\xB2\xB2\xEC\xD5\xFB\xB8\xC4");
    put("content/2.md", "y");
    assert_tree("content", "content(+ 2.md)", "1:1 looks-like-gbk\n");
}

static void test_annexes(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "x");
    put("content/annexes/1.md", "x");
    put("content/annexes/10-b.md", "x");
    put("content/annexes/2-甲.md", "x");
    put("content/annexes/photos/a.png", "x");
    put("content/1-a/index.md", "x");
    put("content/1-a/annexes/index.md", "x");
    assert_tree("content", "content(+ 1-a(+ annexes(+))) annexes(- 1.md 2-甲.md 10-b.md)", "");
    put("content/annexes/index.md", "x");
    put("content/annexes/3-c/1.md", "x");
    assert_tree("content",
                "content(+ 1-a(+ annexes(+))) annexes(+ 1.md 2-甲.md 3-c(- 1.md) 10-b.md)", "");
}

static void test_annexes_alone(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/annexes/1.md", "x");
    assert_tree("content", "content(-) annexes(- 1.md)",
                "no-bulletin-file: folder 'content' has no bulletin.md\n");
    put("content/bulletin.md", "x");
    remove_all("content/annexes/1.md");
    put("content/annexes/a.png", "x");
    assert_tree("content", "content(+)", "");
}

static void test_links(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "x");
    put("content/1-a/index.md", "x");
    put("content/_shared.md", "y");
    put("other/secret.md", "\xFF");
    g_assert_cmpint(symlink("_shared.md", "content/2.md"), ==, 0);
    g_assert_cmpint(symlink("1-a", "content/3-a"), ==, 0);
    g_assert_cmpint(symlink("../other/secret.md", "content/4.md"), ==, 0);
    g_assert_cmpint(symlink("../other", "content/5"), ==, 0);
    g_assert_cmpint(symlink("/etc/passwd", "content/1-a/6.md"), ==, 0);
    g_assert_cmpint(symlink("../../content-not", "content/7.md"), ==, 0);
    g_assert_cmpint(symlink("../content/1-a/../_shared.md", "content/8.md"), ==, 0);
    assert_tree("content", "content(+ 1-a(+) 2.md 3-a(+) 8.md)",
                "link-outside: 'content/1-a/6.md' leads out of the folder and is not read\n"
                "link-outside: 'content/3-a/6.md' leads out of the folder and is not read\n"
                "link-outside: 'content/4.md' leads out of the folder and is not read\n"
                "link-outside: 'content/5' leads out of the folder and is not read\n"
                "unreadable: cannot read 'content/7.md': No such file or directory\n");
}

/* content-x begins as the root's name does and is not in it. */
static void test_link_to_a_neighbour(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "x");
    put("content-x/a.md", "x");
    g_assert_cmpint(symlink("../content-x/a.md", "content/a.md"), ==, 0);
    assert_tree("content", "content(+)",
                "link-outside: 'content/a.md' leads out of the folder and is not read\n");
}

static void test_link_loops(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "x");
    put("content/1-a/index.md", "x");
    g_assert_cmpint(symlink("..", "content/1-a/up"), ==, 0);
    g_assert_cmpint(symlink("self.md", "content/self.md"), ==, 0);
    assert_tree("content", "content(+ 1-a(+))",
                "unreadable: cannot read 'content/1-a/up': Too many levels of symbolic links\n"
                "unreadable: cannot read 'content/self.md': Too many levels of symbolic links\n");
}

static void test_root_may_be_a_link(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "x");
    g_assert_cmpint(symlink("content", "alias"), ==, 0);
    assert_tree("alias", "alias(+)", "");
}

/* Opening a FIFO for reading would wait for a writer for ever. */
static void test_special_files(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "x");
    g_assert_cmpint(mkfifo("content/1.md", 0600), ==, 0);
    g_assert_cmpint(mkfifo("content/pipe", 0600), ==, 0);
    g_assert_cmpint(symlink("1.md", "content/2.md"), ==, 0);
    assert_tree("content", "content(+)",
                "not-regular-file: 'content/1.md' is not a regular file\n"
                "not-regular-file: 'content/2.md' is not a regular file\n");
    assert_tree("content/1.md", "", "not-regular-file: 'content/1.md' is not a regular file\n");
}

static void test_unreadable(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    if (geteuid() == 0) {
        g_test_skip("root may read everything");
        return;
    }
    put("content/bulletin.md", "x");
    put("content/1.md", "x");
    g_assert_cmpint(chmod("content/1.md", 0), ==, 0);
    assert_tree("content", "content(+)",
                "unreadable: cannot read 'content/1.md': Permission denied\n");
}

static void test_limits(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    const gsize most = 4 * 1024 * 1024;
    g_autofree gchar *bytes = g_strnfill(most + 1, 'a');
    put("content/bulletin.md", "x");
    put_bytes("content/1.md", bytes, (gssize) most);
    put_bytes("content/2.md", bytes, (gssize) most + 1);
    g_autoptr(GString) path = g_string_new("content");
    for (guint depth = 1; depth <= 101; depth++)
        g_string_append(path, "/d");
    g_string_append(path, "/a.md");
    put(path->str, "x");
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(SourceTree) tree = source_tree_read("content", sink);
    const SourceEntry *first = g_ptr_array_index(tree->root->children, 0);
    g_assert_cmpstr(first->name, ==, "1.md");
    g_autofree gchar *reports = reports_in_short(sink);
    g_assert_nonnull(strstr(reports, "limit: past a limit: 'content/2.md' is larger than 4 MiB\n"));
    g_assert_nonnull(strstr(reports, "/d/d' is nested in more than 100 folders\n"));
}

static void test_total_limit(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    const gsize most = 4 * 1024 * 1024;
    g_autofree gchar *bytes = g_strnfill(most, 'a');
    put("content/bulletin.md", "x");
    for (guint i = 1; i <= 18; i++) {
        g_autofree gchar *path = g_strdup_printf("content/%u.md", i);
        put_bytes(path, bytes, (gssize) most);
    }
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(SourceTree) tree = source_tree_read("content", sink);
    assert_reports(sink, "limit: past a limit: 'content' is larger than 64 MiB in all\n");
    g_assert_cmpuint(tree->root->children->len, ==, 16);
}

/* Each folder holds two links to the next: 2^50 ways down. */
static void test_links_that_multiply(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "x");
    for (guint i = 1; i <= 50; i++) {
        g_autofree gchar *folder = g_strdup_printf("content/%u", i);
        g_autofree gchar *next = g_strdup_printf("../%u", i + 1);
        g_autofree gchar *a = g_build_filename(folder, "a", NULL);
        g_autofree gchar *b = g_build_filename(folder, "b", NULL);
        g_assert_cmpint(g_mkdir(folder, 0700), ==, 0);
        if (i == 50)
            break;
        g_assert_cmpint(symlink(next, a), ==, 0);
        g_assert_cmpint(symlink(next, b), ==, 0);
    }
    assert_tree("content", "",
                "limit: past a limit: 'content' holds more than 10000 files and folders\n");
}

typedef struct {
    const gchar *text, *front, *body, *reports;
} FrontCase;

static void test_front_matter(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    static const FrontCase cases[] = {
        {"---\na: b\n---\n# x\n", "a: b\n", "# x\n", ""},
        {"--- \t\r\na: b\r\n---  \r\n# x\r\n", "a: b\r\n", "# x\r\n", ""},
        {"---\ra: b\r---\r# x", "a: b\r", "# x", ""},
        {"\xEF\xBB\xBF---\na: b\n...\n# x", "a: b\n", "# x", ""},
        {"---\n---\nx", "", "x", ""},
        {"---\na: b\n---", "a: b\n", "", ""},
        {"# x\n---\na: b\n---\n", "", "# x\n---\na: b\n---\n", ""},
        {"\n---\na: b\n---\n", "", "\n---\na: b\n---\n", ""},
        {"----\nx", "", "----\nx", ""},
        {" ---\nx", "", " ---\nx", ""},
        {"\xEF\xBB\xBFx", "", "x", ""},
        {"", "", "", ""},
        {"---\na: b\n\n# x\n", "a: b\n", "\n# x\n", "1:1 front-matter-open\n"},
        {"---\na: b\n# x\n", "a: b\n", "# x\n", "1:1 front-matter-open\n"},
        {"---", "", "", "1:1 front-matter-open\n"},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        put("content/one.md", cases[i].text);
        g_autoptr(Diagnostics) sink = diagnostics_new();
        g_autoptr(SourceTree) tree = source_tree_read("content/one.md", sink);
        const SourceEntry *root = tree->root;
        g_assert_cmpmem(root->source->text + root->front_start, root->front_end - root->front_start,
                        cases[i].front, strlen(cases[i].front));
        g_assert_cmpstr(root->source->text + root->body_start, ==, cases[i].body);
        assert_reports(sink, cases[i].reports);
    }
}

static void test_long_front_matter(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    g_autofree gchar *filler = g_strnfill(64 * 1024, '#');
    g_autofree gchar *text = g_strconcat("---\n", filler, "\n---\nx", NULL);
    put("content/one.md", text);
    assert_tree("content/one.md", "one.md", "2:1 limit\n");
}

static void test_names_that_are_no_utf8(Place *place, gconstpointer data)
{
    (void) place, (void) data;
    put("content/bulletin.md", "x");
    put("content/1-\xB9\xD8.md", "y");
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(SourceTree) tree = source_tree_read("content", sink);
    const SourceEntry *child = g_ptr_array_index(tree->root->children, 0);
    g_assert_true(g_utf8_validate(child->name, -1, NULL));
    g_assert_true(g_utf8_validate(child->source->path, -1, NULL));
    g_assert_cmpstr(child->source->text, ==, "y");
}

#define ADD(name, function) g_test_add(name, Place, NULL, place_enter, function, place_leave)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/tree/roles", test_roles);
    ADD("/tree/paths-are-as-typed", test_paths_are_as_typed);
    ADD("/tree/order", test_order);
    ADD("/tree/missing-files", test_missing_files);
    ADD("/tree/single-file", test_single_file);
    ADD("/tree/bad-file-is-left-out", test_bad_file_is_left_out);
    ADD("/tree/annexes", test_annexes);
    ADD("/tree/annexes-alone", test_annexes_alone);
    ADD("/tree/links", test_links);
    ADD("/tree/link-to-a-neighbour", test_link_to_a_neighbour);
    ADD("/tree/link-loops", test_link_loops);
    ADD("/tree/root-may-be-a-link", test_root_may_be_a_link);
    ADD("/tree/special-files", test_special_files);
    ADD("/tree/unreadable", test_unreadable);
    ADD("/tree/limits", test_limits);
    ADD("/tree/total-limit", test_total_limit);
    ADD("/tree/links-that-multiply", test_links_that_multiply);
    ADD("/tree/front-matter", test_front_matter);
    ADD("/tree/long-front-matter", test_long_front_matter);
    ADD("/tree/names-that-are-no-utf-8", test_names_that_are_no_utf8);
    return g_test_run();
}

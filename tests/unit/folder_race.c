/* Folders and files that change while they are read: somebody swaps them for links that lead out,
 * for FIFOs, and lets them grow and shrink. Whatever is read, it is never from outside. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check/config.h"
#include "content.h"
#include "source/asset.h"
#include "source/tree.h"
#include "template/folders.h"

/* Seconds; the alarm is for what would wait for ever. */
enum { RACE = 1, HANGS = 30 };

#define INSIDE "里面"
#define SECRET "SECRET"

typedef struct {
    gchar *folder, *before;
    GThread *other;
    gint stop;
    guint inside, refused; /* readings that found what is inside, and that were told of a link */
} Race;

static void put(const gchar *folder, const gchar *words)
{
    g_autofree gchar *part = g_build_filename(folder, "1-part", NULL);
    g_autofree gchar *templates = g_build_filename(folder, "templates", NULL);
    g_autofree gchar *heading = g_strdup_printf("# %s\n\n1. %s。\n", words, words);
    g_autofree gchar *cells = g_strdup_printf("%s,1\n", words);
    g_autofree gchar *comment = g_strdup_printf("name: own\ndescription: %s\n", words);
    g_autofree gchar *vocabulary = g_strdup_printf("names:\n  - %s\n", words);

    content_write(part, "index.md", heading);
    content_write(part, "data.csv", cells);
    content_write(folder, "2.md", heading);
    content_write(folder, "vocabulary.yaml", vocabulary);
    content_write(templates, "own.yaml", comment);
}

static void race_enter(Race *race, gconstpointer data)
{
    static const gchar *const links[] = {"1-part", "2.md", "templates", "vocabulary.yaml"};

    (void) data;
    race->before = g_get_current_dir();
    race->folder = g_dir_make_tmp("race-XXXXXX", NULL);
    g_assert_cmpint(chdir(race->folder), ==, 0);
    content_write(
        "content", "bulletin.md",
        "---\ntitle: 关于检查情况的通报\nissuer: 某街道\ndate: 2023-09-15\n---\n正文。\n");
    content_write("content", "3.md", "# 长短\n");
    put("content", INSIDE);
    put("other", SECRET);
    for (guint i = 0; i < G_N_ELEMENTS(links); i++) {
        g_autofree gchar *target = g_strconcat("../other/", links[i], NULL);
        g_autofree gchar *link = g_strconcat("content/_", links[i], NULL);
        g_assert_cmpint(symlink(target, link), ==, 0);
    }
    g_assert_cmpint(mkfifo("content/_fifo", 0600), ==, 0);
}

static void race_leave(Race *race, gconstpointer data)
{
    (void) data;
    g_assert_cmpint(chdir(race->before), ==, 0);
    content_remove(race->folder);
    g_free(race->folder);
    g_free(race->before);
}

static void swap(int folder, const gchar *name, const gchar *with)
{
    g_assert_cmpint(renameat2(folder, name, folder, with, RENAME_EXCHANGE), ==, 0);
}

static void grow_or_shrink(int folder)
{
    int fd = openat(folder, "3.md", O_WRONLY | O_APPEND | O_CLOEXEC);
    struct stat at;

    g_assert_cmpint(fstat(fd, &at), ==, 0);
    if (at.st_size > 100000)
        g_assert_cmpint(ftruncate(fd, 9), ==, 0);
    else
        g_assert_cmpint(write(fd, "又一段。\n\n", 14), ==, 14);
    close(fd);
}

static gpointer change(gpointer data)
{
    Race *race = data;
    int folder = open("content", O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    while (!g_atomic_int_get(&race->stop)) {
        swap(folder, "1-part", "_1-part");
        swap(folder, "2.md", g_random_boolean() ? "_2.md" : "_fifo");
        swap(folder, "templates", "_templates");
        swap(folder, "vocabulary.yaml", "_vocabulary.yaml");
        grow_or_shrink(folder);
    }
    close(folder);
    return NULL;
}

static void look_at(Race *race, const gchar *text, gsize length)
{
    g_assert_null(g_strstr_len(text, (gssize) length, SECRET));
    race->inside += g_strstr_len(text, (gssize) length, INSIDE) != NULL;
}

static void read_tree(Race *race, Diagnostics *sink)
{
    g_autoptr(SourceTree) tree = source_tree_read("content", sink);

    g_assert_nonnull(tree);
    for (guint i = 0; i < tree->sources->len; i++) {
        const Source *source = tree->sources->pdata[i];
        look_at(race, source->text, source->length);
    }
    g_autofree gchar *found =
        asset_find("content", tree->sources->pdata[0], "1-part/data.csv", SPAN_NONE, sink);
    g_autoptr(GBytes) bytes = found ? asset_load("content", found, SPAN_NONE, 1000, sink) : NULL;
    if (bytes)
        look_at(race, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

static void read_template(Race *race, GPtrArray *sources, Diagnostics *sink)
{
    const TemplateFolder folder = {"content/templates", "content"};
    const Source *source = template_source(&folder, "own", sources, sink);

    if (source)
        look_at(race, source->text, source->length);
}

static void read_once(Race *race)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(GPtrArray) sources = sources_new();

    read_tree(race, sink);
    read_template(race, sources, sink);
    CheckConfig *config = check_config_read_vocabulary("content", sink);
    for (guint i = 0; i < config->sources->len; i++) {
        const Source *source = config->sources->pdata[i];
        look_at(race, source->text, source->length);
    }
    check_config_free(config);
    race->refused += diagnostics_count(sink, SEVERITY_ERROR) > 0;
}

static void test_race(Race *race, gconstpointer data)
{
    gint64 end = g_get_monotonic_time() + RACE * G_TIME_SPAN_SECOND;

    (void) data;
    alarm(HANGS);
    race->other = g_thread_new("other", change, race);
    while (g_get_monotonic_time() < end)
        read_once(race);
    g_atomic_int_set(&race->stop, 1);
    g_thread_join(race->other);
    alarm(0);
    g_assert_cmpuint(race->inside, >, 0);
    g_assert_cmpuint(race->refused, >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/folder_race/never from outside", Race, NULL, race_enter, test_race, race_leave);
    return g_test_run();
}

/* Small bulletins written to a folder of their own, and what came of them. */
#ifndef MKB_TESTS_CONTENT_H
#define MKB_TESTS_CONTENT_H

#include <glib/gstdio.h>
#include <string.h>

#include "model/bulletin.h"

typedef struct {
    gchar *folder;
    SourceTree *tree;
    Diagnostics *sink;
    Bulletin *bulletin;
} Content;

#define CONTENT_FRONT "---\ntitle: 通报\nissuer: 某街道\ndate: 2023-09-15\n---\n"

static inline void content_write(const gchar *folder, const gchar *name, const gchar *text)
{
    g_autofree gchar *path = g_build_filename(folder, name, NULL);
    g_autofree gchar *parent = g_path_get_dirname(path);

    g_assert_cmpint(g_mkdir_with_parents(parent, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static inline void content_remove(const gchar *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const gchar *name;

    while (folder && (name = g_dir_read_name(folder))) {
        g_autofree gchar *below = g_build_filename(path, name, NULL);
        content_remove(below);
    }
    g_remove(path);
}

/* A folder of files {name, text}; bulletin.md is written as CONTENT_FRONT unless given. */
static inline Content content_read(const gchar *const files[][2])
{
    Content content = {g_dir_make_tmp("content-XXXXXX", NULL), NULL, diagnostics_new(), NULL};

    g_assert_nonnull(content.folder);
    content_write(content.folder, "bulletin.md", CONTENT_FRONT);
    for (; (*files)[0]; files++)
        content_write(content.folder, (*files)[0], (*files)[1]);
    content.tree = source_tree_read(content.folder, content.sink);
    g_assert_nonnull(content.tree);
    content.bulletin = bulletin_build(content.tree, content.sink);
    return content;
}

/* The same for a bulletin in one file. */
static inline Content content_read_file(const gchar *text)
{
    Content content = {g_dir_make_tmp("content-XXXXXX", NULL), NULL, diagnostics_new(), NULL};
    g_autofree gchar *path = g_build_filename(content.folder, "bulletin.md", NULL);

    content_write(content.folder, "bulletin.md", text);
    content.tree = source_tree_read(path, content.sink);
    g_assert_nonnull(content.tree);
    content.bulletin = bulletin_build(content.tree, content.sink);
    g_assert_nonnull(content.bulletin);
    return content;
}

static inline void content_clear(Content *content)
{
    bulletin_free(content->bulletin);
    source_tree_free(content->tree);
    diagnostics_free(content->sink);
    content_remove(content->folder);
    g_free(content->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Content, content_clear)

/* All that was reported, in full. */
static inline gchar *content_report(const Content *content, Lang lang)
{
    GString *out = g_string_new(NULL);

    diagnostics_print(content->sink, (DiagStyle){lang, FALSE, FALSE}, out);
    return g_string_free(out, FALSE);
}

/* "bulletin.md:2:1 unknown-key" for each that was reported, a line each. */
static inline gchar *content_faults(const Content *content)
{
    g_autofree gchar *report = content_report(content, LANG_EN);
    g_auto(GStrv) lines = g_strsplit(report, "\n", -1);
    g_autofree gchar *prefix = g_strconcat(content->folder, "/", NULL);
    GString *out = g_string_new(NULL);

    for (gchar **line = lines; *line; line++) {
        const gchar *colon = strstr(*line, ": "), *rule = strrchr(*line, '[');
        if (!colon || !rule || !g_str_has_suffix(*line, "]") || **line == ' ')
            continue;
        const gchar *place = g_str_has_prefix(*line, prefix) ? *line + strlen(prefix) : *line;
        g_string_append_printf(out, "%s%.*s %.*s", out->len > 0 ? "\n" : "", (int) (colon - place),
                               place, (int) strlen(rule) - 2, rule + 1);
    }
    return g_string_free(out, FALSE);
}

#define assert_faults(content, expected) \
    do { \
        g_autofree gchar *found_faults = content_faults(content); \
        g_assert_cmpstr(found_faults, ==, expected); \
    } while (0)

static inline gchar *content_dump(const Content *content)
{
    GString *out = g_string_new(NULL);

    bulletin_dump(content->bulletin, out);
    return g_string_free(out, FALSE);
}

/* The dump without places, from the first line that begins with `from`. */
static inline gchar *content_outline(const Content *content, const gchar *from)
{
    g_autofree gchar *text = content_dump(content);
    g_autoptr(GRegex) place = g_regex_new(" [^ \\n]*:\\d+:\\d+$", G_REGEX_MULTILINE, 0, NULL);
    g_autofree gchar *bare = g_regex_replace_literal(place, text, -1, 0, "", 0, NULL);
    const gchar *start = g_str_has_prefix(bare, from) ? bare : NULL;

    for (const gchar *at = bare; !start && (at = strchr(at, '\n')); at++)
        if (g_str_has_prefix(at + 1, from))
            start = at + 1;
    return g_strdup(start ? start : "");
}

#define assert_outline(content, from, expected) \
    do { \
        g_autofree gchar *found_outline = content_outline(content, from); \
        g_assert_cmpstr(found_outline, ==, expected); \
    } while (0)

#define assert_says(content, lang, words) \
    do { \
        g_autofree gchar *found_report = content_report(content, lang); \
        if (!strstr(found_report, words)) \
            g_error("no \"%s\" in\n%s", words, found_report); \
    } while (0)

#define FILES(...) ((const gchar *const[][2]){__VA_ARGS__, {NULL, NULL}})

#endif

/* Bulletins made of any bytes, for the targets that need one: a single file, or a folder whose
 * files are divided by form feeds, which no source may have in it. Files that the bytes are too few
 * for are as they stand in a folder on the disk, beside images to be named. */
#ifndef FUZZ_BULLETIN_H
#define FUZZ_BULLETIN_H

#include "base/diag_rows.h"
#include "base/text.h"
#include "fuzz.h"
#include "model/bulletin.h"
#include "output/diag_out.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define FUZZ_DIVIDER '\f'
#define FUZZ_FRONT "---\ntitle: 关于检查情况的通报\nissuer: 某市某局\ndate: 2023-09-15\n---\n"

/* In the order in which the bytes give them. */
static const struct {
    const gchar *name, *text;
} fuzz_files[] = {
    {"bulletin.md", FUZZ_FRONT "\n正文。\n"},
    {"1/index.md", "# 方面\n\n引言。\n"},
    {"1/1.md", "# 第一项不到位\n\n1. 措施一。\n2. 措施二。\n"},
    {"1/2/index.md", "# 第二项不到位 {#second}\n\n核查情况。\n"},
    {"1/2/1.md", "---\nstatus: done\n---\n# 完善制度\n\n已修订。\n"},
    {"2/index.md", "# 另一方面\n"},
    {"2/1.md", "# 第三项不到位\n\n1. 见[](#second)。\n"},
    {"annexes/1.md", "# 办法\n\n## 总则\n\n条文。\n"},
    {"closing.md", "特此通报。\n"},
    {"data.csv", "项目,数\n甲,1\n"},
};

/* A point that is clear in half of its area, and the same as a photo of an office. */
static const gchar fuzz_svg[] =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\" viewBox=\"0 0 40 30\">"
    "<path d=\"M0 0h20v30H0z\" fill=\"#c00\"/></svg>";
static const gchar fuzz_png[] = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAADklEQVR4nGNgYGD4"
                                "DwABBAEAfbLI3wAAAABJRU5ErkJggg==";

static gchar *fuzz_folder;

static void fuzz_write(const gchar *name, const gchar *bytes, gsize length)
{
    g_autofree gchar *path = g_build_filename(fuzz_folder, name, NULL);
    g_autofree gchar *folder = g_path_get_dirname(path);

    g_assert_cmpint(g_mkdir_with_parents(folder, 0777), ==, 0);
    g_assert_true(g_file_set_contents(path, bytes, (gssize) length, NULL));
}

static void fuzz_remove_below(const gchar *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);

    for (const gchar *name = folder ? g_dir_read_name(folder) : NULL; name;
         name = g_dir_read_name(folder)) {
        g_autofree gchar *below = g_build_filename(path, name, NULL);
        fuzz_remove_below(below);
    }
    g_remove(path);
}

static void fuzz_remove_folder(void)
{
    fuzz_remove_below(fuzz_folder);
}

/* Made when it is asked for first. It also has the file one.md, for bulletins that are one. */
static inline const gchar *fuzz_bulletin_folder(void)
{
    if (fuzz_folder)
        return fuzz_folder;
    setlocale(LC_CTYPE, "C.UTF-8"); /* for texts that are told */
    fuzz_folder = g_dir_make_tmp("fuzz-XXXXXX", NULL);
    g_assert_nonnull(fuzz_folder);
    atexit(fuzz_remove_folder);
    for (guint i = 0; i < G_N_ELEMENTS(fuzz_files); i++)
        fuzz_write(fuzz_files[i].name, fuzz_files[i].text, strlen(fuzz_files[i].text));
    fuzz_write("one.md", "", 0);
    fuzz_write("a.svg", fuzz_svg, strlen(fuzz_svg));
    gsize length;
    g_autofree guchar *png = g_base64_decode(fuzz_png, &length);
    fuzz_write("a.png", (const gchar *) png, length);
    return fuzz_folder;
}

/* ---- texts ---- */

typedef struct {
    gchar *path;       /* of the folder or the file */
    GHashTable *texts; /* GBytes by path */
} FuzzTexts;

static inline void fuzz_add_text(FuzzTexts *in, const gchar *name, const guint8 *data, gsize size,
                                 gboolean with_front)
{
    GString *text = g_string_new(with_front ? FUZZ_FRONT "\n" : NULL);

    g_string_append_len(text, (const gchar *) data, (gssize) size);
    g_hash_table_insert(in->texts, g_build_filename(fuzz_bulletin_folder(), name, NULL),
                        g_string_free_to_bytes(text));
}

static inline gboolean fuzz_has_front(const guint8 *data, gsize size)
{
    return size >= 3 && memcmp(data, "---", 3) == 0;
}

/* Text that has no front matter of its own is given some. */
static inline void fuzz_texts_init(FuzzTexts *in, const guint8 *data, gsize size)
{
    const guint8 *divider = size > 0 ? memchr(data, FUZZ_DIVIDER, size) : NULL;

    in->texts =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
    in->path = divider ? g_strdup(fuzz_bulletin_folder())
                       : g_build_filename(fuzz_bulletin_folder(), "one.md", NULL);
    if (!divider)
        fuzz_add_text(in, "one.md", data, size, !fuzz_has_front(data, size));
    for (guint i = 0; divider && i < G_N_ELEMENTS(fuzz_files); i++) {
        gsize length = (gsize) (divider - data);
        gboolean front = i == 0 && !fuzz_has_front(data, length);
        fuzz_add_text(in, fuzz_files[i].name, data, length, front);
        size -= MIN(length + 1, size);
        data = divider + 1;
        if (size == 0)
            break;
        divider = memchr(data, FUZZ_DIVIDER, size);
        divider = divider ? divider : data + size;
    }
}

static inline void fuzz_texts_clear(FuzzTexts *in)
{
    g_hash_table_unref(in->texts);
    g_free(in->path);
}

/* ---- a bulletin ---- */

typedef struct {
    Diagnostics *sink;
    SourceTree *tree;   /* (nullable) */
    Bulletin *bulletin; /* (nullable) */
} FuzzBulletin;

static inline void fuzz_bulletin_read(FuzzBulletin *one, const FuzzTexts *from)
{
    one->sink = diagnostics_new();
    one->tree = source_tree_read_instead(from->path, from->texts, one->sink);
    one->bulletin = one->tree ? bulletin_build(one->tree, one->sink) : NULL;
}

static inline void fuzz_bulletin_clear(FuzzBulletin *one)
{
    g_clear_pointer(&one->bulletin, bulletin_free);
    g_clear_pointer(&one->tree, source_tree_free);
    g_clear_pointer(&one->sink, diagnostics_free);
}

static inline gboolean fuzz_is_good(const FuzzBulletin *one)
{
    return one->bulletin && diagnostics_count(one->sink, SEVERITY_ERROR) == 0;
}

/* ---- what is told ---- */

/* What a terminal or a log may have: lines of visible characters. */
static inline void fuzz_check_printed(const gchar *text, gsize length)
{
    g_assert_true(g_utf8_validate_len(text, length, NULL));
    for (const gchar *at = text; at < text + length; at = g_utf8_next_char(at))
        if (*at != '\n' && !text_is_visible(g_utf8_get_char(at)))
            FUZZ_FAIL("U+%04X is printed in: %s\n", g_utf8_get_char(at), text);
}

static inline void fuzz_check_places(const Diagnostics *sink)
{
    g_autoptr(GPtrArray) all = diagnostics_sorted(sink, FALSE);

    for (guint i = 0; i < all->len; i++) {
        const Diagnostic *one = all->pdata[i];
        const Span *spans[] = {&one->where, &one->fix};
        for (guint k = 0; k < 2; k++) {
            if (!spans[k]->source)
                continue;
            g_assert_cmpuint(spans[k]->start, <=, spans[k]->end);
            g_assert_cmpuint(spans[k]->end, <=, spans[k]->source->length);
        }
    }
}

static inline void fuzz_check_diagnostics(const Diagnostics *sink)
{
    fuzz_check_places(sink);
    for (guint lang = LANG_EN; lang <= LANG_ZH; lang++) {
        DiagStyle style = {.lang = (Lang) lang};
        g_autoptr(GString) out = g_string_new(NULL);
        diagnostics_print(sink, style, out);
        diagnostics_print_lines(sink, FORMAT_SHORT, style, out);
        diagnostics_print_lines(sink, FORMAT_GITHUB, style, out);
        fuzz_check_printed(out->str, out->len);
        g_autofree gchar *json = diagnostics_to_json(sink, style);
        g_autofree gchar *sarif = diagnostics_to_sarif(sink, style);
        g_assert_true(json && g_utf8_validate(json, -1, NULL));
        g_assert_true(sarif && g_utf8_validate(sarif, -1, NULL));
    }
}

static inline void fuzz_fail(const Diagnostics *sink, const gchar *what)
{
    g_autoptr(GString) said = g_string_new(NULL);

    diagnostics_print(sink, (DiagStyle){.lang = LANG_ZH}, said);
    FUZZ_FAIL("%s:\n%s\n", what, said->str);
}

#endif

#include "layout/font_files.h"

#include "base/deps.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

static void entry_free(gpointer data)
{
    FontEntry *entry = data;

    g_ptr_array_unref(entry->families);
    g_free(entry->path);
    g_free(entry->sha256);
    g_free(entry);
}

GPtrArray *font_files_new(void)
{
    return g_ptr_array_new_with_free_func(entry_free);
}

static FontEntry *entry_new(gchar *path, guint index, guint weight)
{
    FontEntry *entry = g_new0(FontEntry, 1);

    entry->families = g_ptr_array_new_with_free_func(g_free);
    entry->path = path;
    entry->index = index;
    entry->weight = weight;
    return entry;
}

/* A line of the manifest: sha256 file face weight package licence member family… */
static FontEntry *entry_from_manifest(const gchar *folder, const gchar *line)
{
    enum { FILE_NAME = 1, FACE = 2, WEIGHT = 3, FAMILY = 7, COLUMNS = 8 };
    const gchar *column[COLUMNS] = {line};

    for (guint i = 1; i < COLUMNS; i++) {
        column[i] = column[i - 1] + strcspn(column[i - 1], " \t");
        column[i] += strspn(column[i], " \t");
        if (*column[i] == '\0')
            return NULL;
    }
    g_autofree gchar *file = g_strndup(column[FILE_NAME], strcspn(column[FILE_NAME], " \t"));
    FontEntry *entry = entry_new(g_build_filename(folder, file, NULL),
                                 (guint) g_ascii_strtoull(column[FACE], NULL, 10),
                                 (guint) g_ascii_strtoull(column[WEIGHT], NULL, 10));
    entry->sha256 = g_strndup(line, strcspn(line, " \t"));
    g_ptr_array_add(entry->families, g_strchomp(g_strdup(column[FAMILY])));
    return entry;
}

gboolean font_files_read_manifest(const gchar *folder, GPtrArray *entries, Diagnostics *sink)
{
    g_autofree gchar *path = g_build_filename(folder, "manifest", NULL);
    g_autofree gchar *text = NULL;

    deps_note_file(path);
    if (!g_file_get_contents(path, &text, NULL, NULL)) {
        diag_report(sink, RULE_NO_FONT_MANIFEST, SPAN_NONE, path, NULL);
        return FALSE;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        FontEntry *entry = lines[i][0] == '#' ? NULL : entry_from_manifest(folder, lines[i]);
        if (entry)
            g_ptr_array_add(entries, entry);
    }
    return TRUE;
}

static void add_pattern(FcPattern *pattern, const gchar *path, GPtrArray *entries)
{
    int weight = FC_WEIGHT_REGULAR, index = 0;
    FcChar8 *family;

    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    FontEntry *entry =
        entry_new(g_strdup(path), (guint) index & 0xFFFF, (guint) FcWeightToOpenType(weight));
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &family) == FcResultMatch; i++)
        g_ptr_array_add(entry->families, g_strdup((const gchar *) family));
    g_ptr_array_add(entries, entry);
}

gboolean font_files_has_suffix(const gchar *name)
{
    static const gchar *const suffixes[] = {".ttf", ".otf", ".ttc", ".otc"};
    g_autofree gchar *lower = g_ascii_strdown(name, -1);

    for (guint i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(lower, suffixes[i]))
            return TRUE;
    return FALSE;
}

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(gchar *const *) a, *(gchar *const *) b);
}

/* File names in code point order: no output may depend on the order of a directory. */
static GPtrArray *font_names(const gchar *folder, GError **error)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, error);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const gchar *name;

    while (dir && (name = g_dir_read_name(dir)))
        if (font_files_has_suffix(name))
            g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, by_name);
    return names;
}

gboolean font_files_read_folder(const gchar *folder, GPtrArray *entries, Diagnostics *sink)
{
    g_autoptr(GError) error = NULL;
    deps_note_folder(folder, NULL);
    g_autoptr(GPtrArray) names = font_names(folder, &error);

    if (error) {
        diag_report(sink, RULE_FONT_FOLDER, SPAN_NONE, folder, NULL);
        return FALSE;
    }
    for (guint i = 0; i < names->len; i++) {
        g_autofree gchar *path = g_build_filename(folder, names->pdata[i], NULL);
        deps_note_file(path);
        if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) /* opening a FIFO would wait */
            continue;
        FcFontSet *set = FcFontSetCreate();
        int count = 0;
        FcFreeTypeQueryAll((const FcChar8 *) path, (unsigned) -1, NULL, &count, set);
        for (int k = 0; k < set->nfont; k++)
            add_pattern(set->fonts[k], path, entries);
        FcFontSetDestroy(set);
    }
    return TRUE;
}

const FontEntry *font_files_find(const GPtrArray *entries, const gchar *family, guint weight)
{
    for (guint i = 0; i < entries->len; i++) {
        const FontEntry *entry = entries->pdata[i];
        if (entry->weight != weight)
            continue;
        for (guint k = 0; k < entry->families->len; k++)
            if (g_ascii_strcasecmp(entry->families->pdata[k], family) == 0)
                return entry;
    }
    return NULL;
}

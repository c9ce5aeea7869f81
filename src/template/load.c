#include "template/load.h"

#include "source/tree.h"
#include "template/merge.h"
#include "template/sections.h"

#include <string.h>

#define SUFFIX ".yaml"

/* A template that extends one that extends one … */
#define MOST_FILES 8

typedef struct {
    const gchar *const *folders;
    GPtrArray *sources; /* Source: all that were read in this run */
    GPtrArray *files;   /* Source: what this template is made of */
    GPtrArray *names;   /* gchar *: of those files */
    Diagnostics *sink;
    gboolean failed;
} Loading;

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(gchar *const *) a, *(gchar *const *) b);
}

/* The names of all templates in the folders, sorted, each once, ended by NULL. */
static GPtrArray *template_names(const gchar *const *folders)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

    for (; *folders; folders++) {
        GDir *dir = g_dir_open(*folders, 0, NULL);
        for (const gchar *file = dir ? g_dir_read_name(dir) : NULL; file;
             file = g_dir_read_name(dir)) {
            gchar *name = g_strndup(file, strlen(file) - MIN(strlen(file), strlen(SUFFIX)));
            gboolean is_new =
                file[0] != '.' && g_str_has_suffix(file, SUFFIX) && g_hash_table_add(seen, name);
            if (is_new)
                g_ptr_array_add(names, name);
            else
                g_free(name);
        }
        g_clear_pointer(&dir, g_dir_close);
    }
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return names;
}

static void report_no_template(Loading *loading, const gchar *name, Span where)
{
    g_autoptr(GPtrArray) names = template_names(loading->folders);
    g_autofree gchar *list = g_strjoinv(" ", (gchar **) names->pdata);
    const gchar *near = nearest_word(name, (const gchar *const *) names->pdata);

    if (near)
        diag_report(loading->sink, RULE_NO_TEMPLATE_NEAR, where, name, near, list, NULL);
    else
        diag_report(loading->sink, RULE_NO_TEMPLATE, where, name, list, NULL);
}

/* A name is a file's name without its ending; it never leads out of the folders. */
static gboolean name_is_safe(const gchar *name)
{
    return name[0] != '\0' && name[0] != '.' && !strpbrk(name, "/\\");
}

static gchar *find_file(const gchar *name, const gchar *const *folders)
{
    g_autofree gchar *file = g_strconcat(name, SUFFIX, NULL);

    for (; name_is_safe(name) && *folders; folders++) {
        g_autofree gchar *path = g_build_filename(*folders, file, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&path);
    }
    return NULL;
}

/* Reads a file, or finds it among those that were read: what is wrong in it is told once. */
static const Source *read_source(Loading *loading, const gchar *path)
{
    g_autoptr(GError) error = NULL;
    gchar *text;
    gsize length;

    for (guint i = 0; i < loading->sources->len; i++) {
        const Source *known = loading->sources->pdata[i];
        if (g_str_equal(known->path, path))
            return known;
    }
    if (!g_file_get_contents(path, &text, &length, &error)) {
        diag_report(loading->sink, RULE_UNREADABLE, SPAN_NONE, path, error->message, NULL);
        return NULL;
    }
    Source *source = source_new(g_strdup(path), text, length);
    g_ptr_array_add(loading->sources, source);
    return source;
}

static YamlNode *read_file(Loading *loading, const gchar *path)
{
    const Source *source = read_source(loading, path);

    if (!source || !source_validate(source, loading->sink))
        return NULL;
    g_autoptr(YamlNode) root = yaml_read(source, 0, (guint32) source->length, loading->sink);
    Reader reader = {.sink = loading->sink};
    g_autofree gchar *name = g_path_get_basename(path);
    YamlPair document = {name, {source, 0, 0}, root};
    if (!root || !value_is(&reader, &document, YAML_MAP_NODE_KIND))
        return NULL;
    g_ptr_array_add(loading->files, (gpointer) source);
    return g_steal_pointer(&root);
}

static void check_name(Loading *loading, const YamlNode *root, const gchar *name)
{
    const YamlNode *given = yaml_get(root, "name");
    Reader reader = {.sink = loading->sink};

    if (!given) {
        report_missing(&reader, (Span){root->span.source, 0, 0}, "name");
    } else if (given->kind == YAML_SCALAR_NODE_KIND && !g_str_equal(given->text, name)) {
        g_autofree gchar *zh = g_strdup_printf("“%s”与文件名“%s”不同", given->text, name);
        g_autofree gchar *en =
            g_strdup_printf("'%s' is not the file's name '%s'", given->text, name);
        report_template(&reader, given->span, zh, en);
    }
    loading->failed |= reader.failed;
}

/* "document → notice → document", from where the circle begins. */
static gboolean closes_circle(Loading *loading, const YamlNode *extends)
{
    GPtrArray *names = loading->names;
    guint first = 0;

    while (first < names->len && !g_str_equal(names->pdata[first], extends->text))
        first++;
    if (first == names->len)
        return FALSE;
    g_autoptr(GString) circle = g_string_new(NULL);
    for (guint i = first; i < names->len; i++)
        g_string_append_printf(circle, "%s → ", (gchar *) names->pdata[i]);
    g_string_append(circle, extends->text);
    diag_report(loading->sink, RULE_EXTENDS_CIRCLE, extends->span, circle->str, NULL);
    return TRUE;
}

/* The template that one builds on, if it says so; FALSE after reporting. */
static gboolean find_base(Loading *loading, const YamlNode *own, const gchar **base, Span *where)
{
    const YamlNode *extends = yaml_get(own, "extends");
    Reader reader = {.sink = loading->sink};

    *base = NULL;
    if (!extends)
        return TRUE;
    YamlPair pair = {(gchar *) "extends", extends->span, (YamlNode *) extends};
    if (!value_is(&reader, &pair, YAML_SCALAR_NODE_KIND) || closes_circle(loading, extends))
        return FALSE;
    if (loading->names->len == MOST_FILES) {
        diag_report(loading->sink, RULE_LIMIT, extends->span, "extends 超过 8 层",
                    "more than 8 templates extend one another", NULL);
        return FALSE;
    }
    *base = extends->text;
    *where = extends->span;
    return TRUE;
}

/* What a template says of itself is not handed down. */
static void remove_own_keys(YamlNode *root)
{
    static const gchar *const own[] = {"name", "description", "extends", NULL};

    for (guint i = root->pairs->len; i > 0; i--)
        if (g_strv_contains(own, g_array_index(root->pairs, YamlPair, i - 1).key))
            g_array_remove_index(root->pairs, i - 1);
}

static YamlNode *read_tree(Loading *loading, const gchar *name, Span where)
{
    g_autofree gchar *path = find_file(name, loading->folders);
    const gchar *base_name;
    Span base_place;

    if (!path) {
        report_no_template(loading, name, where);
        return NULL;
    }
    g_autoptr(YamlNode) own = read_file(loading, path);
    if (!own)
        return NULL;
    check_name(loading, own, name);
    g_ptr_array_add(loading->names, g_strdup(name));
    if (!find_base(loading, own, &base_name, &base_place))
        return NULL;
    if (!base_name)
        return g_steal_pointer(&own);
    YamlNode *base = read_tree(loading, base_name, base_place);
    if (!base)
        return NULL;
    remove_own_keys(base);
    return template_merge(base, g_steal_pointer(&own), loading->sink, &loading->failed);
}

YamlNode *template_tree(const gchar *name, Span where, const gchar *const *folders,
                        GPtrArray *sources, GPtrArray *files, Diagnostics *sink, gboolean *failed)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    Loading loading = {folders, sources, files, names, sink, FALSE};
    YamlNode *root = read_tree(&loading, name, where);

    *failed = loading.failed || !root;
    return root;
}

Template *template_load(const gchar *name, Span where, const gchar *const *folders,
                        GPtrArray *sources, Diagnostics *sink)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    Reader reader = {.sink = sink};
    g_autoptr(YamlNode) root =
        template_tree(name, where, folders, sources, files, sink, &reader.failed);

    if (!root)
        return NULL;
    g_autoptr(Template) template = template_new();
    rows_read(&reader, template_rows, root, (Span){files->pdata[0], 0, 0}, template);
    return reader.failed ? NULL : g_steal_pointer(&template);
}

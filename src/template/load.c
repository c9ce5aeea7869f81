#include "template/load.h"

#include "source/tree.h"
#include "template/folders.h"
#include "template/merge.h"
#include "template/sections.h"

#include <string.h>

/* A template that extends one that extends one … */
#define MOST_FILES 8

void loading_init(Loading *loading, const TemplateFolder *folders, GPtrArray *sources,
                  Diagnostics *sink)
{
    *loading = (Loading){.folders = folders, .sources = sources, .sink = sink};
    loading->files = g_ptr_array_new();
    loading->names = g_ptr_array_new_with_free_func(g_free);
}

void loading_clear(Loading *loading)
{
    g_ptr_array_unref(loading->files);
    g_ptr_array_unref(loading->names);
}

static void report_no_template(Loading *loading, const gchar *name, Span where)
{
    g_autoptr(GPtrArray) names = template_names(loading->folders);
    g_autofree gchar *list = g_strjoinv(" ", (gchar **) names->pdata);
    const gchar *near = nearest_word(name, (const gchar *const *) names->pdata);

    /* A name that stands in no text was given on the command line. */
    if (!where.source && (strchr(name, '/') || g_str_has_suffix(name, ".yaml")))
        diag_report(loading->sink, RULE_TEMPLATE_AS_PATH, where, name, NULL);
    else if (near)
        diag_report(loading->sink,
                    where.source ? RULE_NO_TEMPLATE_NEAR : RULE_NO_SUCH_TEMPLATE_NEAR, where, name,
                    near, list, NULL);
    else
        diag_report(loading->sink, where.source ? RULE_NO_TEMPLATE : RULE_NO_SUCH_TEMPLATE, where,
                    name, list, NULL);
}

YamlNode *template_file(Loading *loading, const TemplateFolder *folder, const gchar *name)
{
    const Source *source = template_source(folder, name, loading->sources, loading->sink);

    if (!source || !source_validate(source, loading->sink))
        return NULL;
    g_autoptr(YamlNode) root = yaml_read(source, 0, (guint32) source->length, loading->sink);
    Reader reader = {.sink = loading->sink};
    YamlPair document = {(gchar *) name, {source, 0, 0}, root};
    if (!root || !value_is(&reader, &document, YAML_MAP_NODE_KIND))
        return NULL;
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
    const TemplateFolder *folder = template_folder_of(name, loading->folders);
    const gchar *base_name;
    Span base_place;

    if (!folder) {
        report_no_template(loading, name, where);
        return NULL;
    }
    g_autoptr(YamlNode) own = template_file(loading, folder, name);
    if (!own)
        return NULL;
    check_name(loading, own, name);
    g_ptr_array_add(loading->files, (gpointer) own->span.source);
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

YamlNode *template_tree(Loading *loading, const gchar *name, Span where)
{
    YamlNode *root = read_tree(loading, name, where);

    loading->failed |= !root;
    return root;
}

Template *template_load(const gchar *name, Span where, const TemplateFolder *folders,
                        GPtrArray *sources, Diagnostics *sink)
{
    Reader reader = {.sink = sink};
    g_auto(Loading) loading;

    loading_init(&loading, folders, sources, sink);
    g_autoptr(YamlNode) root = template_tree(&loading, name, where);
    if (!root)
        return NULL;
    g_autoptr(Template) template = template_new();
    reader.failed = loading.failed;
    reader.root = root;
    reader.files = loading.files;
    rows_read(&reader, template_rows, root, (Span){loading.files->pdata[0], 0, 0}, template);
    return reader.failed ? NULL : g_steal_pointer(&template);
}

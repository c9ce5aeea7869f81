#include "template/library.h"

#include "base/text.h"
#include "source/yaml_write.h"
#include "template/folders.h"
#include "template/load.h"
#include "template/sections.h"

#include <string.h>

/* --- the list --- */

static void entry_free(gpointer data)
{
    TemplateEntry *entry = data;

    g_free(entry->name);
    g_free(entry->description[LANG_ZH]);
    g_free(entry->description[LANG_EN]);
    g_free(entry->extends);
    g_free(entry);
}

static gchar *text_of(const YamlNode *root, const gchar *key)
{
    const YamlNode *value = yaml_get(root, key);

    return value && value->kind == YAML_SCALAR_NODE_KIND ? g_strdup(value->text) : NULL;
}

/* What the file says of itself, whatever else it says. */
static void describe(TemplateEntry *entry, const YamlNode *root)
{
    const YamlNode *description = yaml_get(root, "description");

    entry->extends = text_of(root, "extends");
    entry->description[LANG_ZH] = text_of(description, "zh");
    entry->description[LANG_EN] = text_of(description, "en");
    for (guint lang = 0; lang < G_N_ELEMENTS(entry->description); lang++)
        if (!entry->description[lang])
            entry->description[lang] = text_of(root, "description");
}

static TemplateEntry *entry_new(const gchar *name, const TemplateFolder *folder,
                                const TemplateFolder *folders, GPtrArray *sources,
                                Diagnostics *sink)
{
    TemplateEntry *entry = g_new0(TemplateEntry, 1);
    const TemplateFolder *first = template_folder_of(name, folders);
    g_auto(Loading) loading;

    loading_init(&loading, folders, sources, sink);
    entry->folder = folder;
    entry->name = g_strdup(name);
    entry->hidden_by = first == folder ? NULL : first;
    if (entry->hidden_by)
        return entry;
    g_autoptr(Template) template = template_load(name, SPAN_NONE, folders, sources, sink);
    entry->faulty = !template;
    /* Faults of its YAML have been told: the sink knows one that comes again. */
    g_autoptr(YamlNode) root = template_file(&loading, folder, name);
    if (root)
        describe(entry, root);
    return entry;
}

GPtrArray *templates_list(const TemplateFolder *folders, GPtrArray *sources, Diagnostics *sink)
{
    GPtrArray *list = g_ptr_array_new_with_free_func(entry_free);

    for (const TemplateFolder *folder = folders; folder->path; folder++) {
        g_autoptr(GPtrArray) names = template_folder_names(folder);
        for (guint i = 0; i < names->len; i++)
            g_ptr_array_add(list, entry_new(names->pdata[i], folder, folders, sources, sink));
    }
    return list;
}

/* --- one of them --- */

/* Adds the files that a value comes from, each once. */
static void add_origins(GPtrArray *origins, const YamlNode *node)
{
    gboolean leaf = TRUE;

    for (guint i = 0; node->items && i < node->items->len; i++, leaf = FALSE)
        add_origins(origins, node->items->pdata[i]);
    for (guint i = 0; node->pairs && i < node->pairs->len; i++) {
        const YamlPair *pair = &g_array_index(node->pairs, YamlPair, i);
        if (pair->value)
            add_origins(origins, pair->value);
        leaf = leaf && !pair->value;
    }
    if (leaf && !g_ptr_array_find(origins, node->span.source, NULL))
        g_ptr_array_add(origins, (gpointer) node->span.source);
}

/* "document, notice" */
static gchar *name_origins(const YamlPair *pair, gpointer data, gboolean *apart)
{
    const Loading *all = data;
    g_autoptr(GPtrArray) origins = g_ptr_array_new();
    GString *text = g_string_new(NULL);

    add_origins(origins, pair->value);
    *apart = origins->len > 1 && pair->value->kind == YAML_MAP_NODE_KIND;
    for (guint i = 0; i < all->files->len; i++)
        if (g_ptr_array_find((GPtrArray *) origins, all->files->pdata[i], NULL))
            g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "",
                                   (const gchar *) all->names->pdata[i]);
    return g_string_free(text, FALSE);
}

/* The keys in the order of the table. */
static void sort_keys(YamlNode *root)
{
    guint sorted = 0;

    for (const Row *row = template_rows; row->key; row++) {
        for (guint i = sorted; i < root->pairs->len; i++) {
            YamlPair *pairs = (YamlPair *) (gpointer) root->pairs->data, found = pairs[i];
            if (!g_str_equal(found.key, row->key))
                continue;
            memmove(&pairs[sorted + 1], &pairs[sorted], (i - sorted) * sizeof(YamlPair));
            pairs[sorted++] = found;
            break;
        }
    }
}

static void append_path(GString *out, const gchar *before, const Source *source)
{
    g_string_append_printf(out, "# %s", before);
    text_append_string(out, source->path);
    g_string_append_c(out, '\n');
}

static void append_head(GString *out, const Loading *all, Lang lang)
{
    const GPtrArray *names = all->names;

    append_path(out, "", all->files->pdata[0]);
    for (guint i = 1; i < names->len; i++) {
        g_autofree gchar *before = g_strdup_printf(lang == LANG_ZH ? "扩展 %s：" : "extends %s: ",
                                                   (const gchar *) names->pdata[i]);
        append_path(out, before, all->files->pdata[i]);
    }
    if (names->len > 1)
        g_string_append(out, lang == LANG_ZH ? "# 各项之后写明出自哪个模板\n"
                                             : "# beside each key: the template that it is from\n");
}

static void remove_key(YamlNode *root, const gchar *key)
{
    for (guint i = root->pairs->len; i > 0; i--)
        if (g_str_equal(g_array_index(root->pairs, YamlPair, i - 1).key, key))
            g_array_remove_index(root->pairs, i - 1);
}

gchar *template_show(const gchar *name, Lang lang, const TemplateFolder *folders,
                     GPtrArray *sources, Diagnostics *sink)
{
    g_autoptr(Template) template = template_load(name, SPAN_NONE, folders, sources, sink);
    g_auto(Loading) loading;

    loading_init(&loading, folders, sources, sink);
    if (!template)
        return NULL;
    g_autoptr(YamlNode) root = template_tree(&loading, name, SPAN_NONE);
    GString *out = g_string_new(NULL);
    remove_key(root, "extends");
    sort_keys(root);
    append_head(out, &loading, lang);
    yaml_write(out, root, loading.names->len > 1 ? name_origins : NULL, &loading);
    return g_string_free(out, FALSE);
}

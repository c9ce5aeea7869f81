#include "template/template.h"

#include "source/tree.h"
#include "source/yaml.h"
#include "template/parts.h"

#include <string.h>

#define SUFFIX ".yaml"

const gchar *style_role_name(StyleRole role)
{
    static const gchar *const names[] = {
#define ROLE(symbol, name) name,
        STYLE_ROLES(ROLE)
#undef ROLE
    };

    return names[role];
}

static void font_role_free(gpointer data)
{
    FontRole *role = data;

    g_free(role->name);
    g_free(role->label);
    g_array_unref(role->han);
    g_array_unref(role->latin);
    g_free(role);
}

/* For a template that says nothing of marks. */
static const MarkStyle default_marks = {
    .dot_diameter = 150,
    .dot_centre = 200,
    .line_weight = 50,
    .line_distance = 100,
    .wave_weight = 40,
    .wave_distance = 100,
    .wave_amplitude = 60,
    .wave_length = 250,
    .separation = 125,
};

static Template *template_new(void)
{
    Template *template = g_new0(Template, 1);

    template->fonts = g_ptr_array_new_with_free_func(font_role_free);
    for (guint list = 0; list < TITLE_LISTS; list++)
        template->title[list] = g_ptr_array_new_with_free_func(g_free);
    template->order = g_array_new(FALSE, FALSE, sizeof(Element));
    template->marks = default_marks;
    return template;
}

static void free_all(gchar **texts, gsize n)
{
    for (gsize i = 0; i < n; i++)
        g_free(texts[i]);
}

void template_free(Template *template)
{
    FindingStyle *finding = &template->finding;

    g_free(template->name);
    g_ptr_array_unref(template->fonts);
    free_all(template->numbering.heading, G_N_ELEMENTS(template->numbering.heading));
    free_all(template->numbering.reference_heading,
             G_N_ELEMENTS(template->numbering.reference_heading));
    g_free(template->numbering.measure);
    g_free(template->numbering.item);
    g_free(template->numbering.list);
    g_free(template->numbering.reference_finding);
    g_free(template->numbering.reference_measure);
    g_free(finding->lead_in);
    g_free(finding->lead_in_prefix);
    g_free(finding->measure_separator);
    g_free(finding->measure_end);
    g_free(finding->closing_marks);
    g_free(finding->list_separator);
    g_free(finding->list_end);
    g_free(template->contact.lead);
    g_free(template->contact.separator);
    g_free(template->contact.end);
    free_all(template->contact.labels, G_N_ELEMENTS(template->contact.labels));
    g_free(template->page_number.format);
    for (guint list = 0; list < TITLE_LISTS; list++)
        g_ptr_array_unref(template->title[list]);
    g_array_unref(template->order);
    g_free(template);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(gchar *const *) a, *(gchar *const *) b);
}

/* The names of all templates in the folders, sorted, each once. */
static gchar *template_names(const gchar *const *folders)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GString *list = g_string_new(NULL);

    for (; *folders; folders++) {
        GDir *dir = g_dir_open(*folders, 0, NULL);
        for (const gchar *file = dir ? g_dir_read_name(dir) : NULL; file;
             file = g_dir_read_name(dir))
            if (file[0] != '.' && g_str_has_suffix(file, SUFFIX))
                g_ptr_array_add(names, g_strndup(file, strlen(file) - strlen(SUFFIX)));
        g_clear_pointer(&dir, g_dir_close);
    }
    g_ptr_array_sort(names, compare_names);
    for (guint i = 0; i < names->len; i++)
        if (g_hash_table_add(seen, names->pdata[i]))
            g_string_append_printf(list, "%s%s", list->len ? " " : "", (gchar *) names->pdata[i]);
    return g_string_free(list, FALSE);
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

static const Source *read_source(const gchar *path, GPtrArray *sources, Diagnostics *sink)
{
    g_autoptr(GError) error = NULL;
    gchar *text;
    gsize length;

    if (!g_file_get_contents(path, &text, &length, &error)) {
        diag_report(sink, RULE_UNREADABLE, SPAN_NONE, path, error->message, NULL);
        return NULL;
    }
    Source *source = source_new(g_strdup(path), text, length);
    g_ptr_array_add(sources, source);
    return source_validate(source, sink) ? source : NULL;
}

static void check_name(Reader *reader, const YamlNode *root, const gchar *name)
{
    const YamlNode *given = yaml_get(root, "name");

    if (given && given->kind == YAML_SCALAR_NODE_KIND && !g_str_equal(given->text, name)) {
        g_autofree gchar *zh = g_strdup_printf("“%s”与文件名“%s”不同", given->text, name);
        g_autofree gchar *en =
            g_strdup_printf("'%s' is not the file's name '%s'", given->text, name);
        report_template(reader, given->span, zh, en);
    }
}

Template *template_load(const gchar *name, Span where, const gchar *const *folders,
                        GPtrArray *sources, Diagnostics *sink)
{
    g_autofree gchar *path = find_file(name, folders);
    Reader reader = {.sink = sink};

    if (!path) {
        g_autofree gchar *names = template_names(folders);
        diag_report(sink, RULE_NO_TEMPLATE, where, name, names, NULL);
        return NULL;
    }
    const Source *source = read_source(path, sources, sink);
    if (!source)
        return NULL;
    g_autoptr(YamlNode) root = yaml_read(source, 0, (guint32) source->length, sink);
    if (!root)
        return NULL;
    g_autoptr(Template) template = template_new();
    Span top = {source, 0, 0};
    YamlPair document = {(gchar *) name, top, root};
    if (value_is(&reader, &document, YAML_MAP_NODE_KIND)) {
        check_name(&reader, root, name);
        rows_read(&reader, template_rows, root, top, template);
    }
    return reader.failed ? NULL : g_steal_pointer(&template);
}

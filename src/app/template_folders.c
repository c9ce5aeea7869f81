#include "app/template_folders.h"

#include "base/deps.h"

#define FOLDER_NAME "templates"

struct TemplateFolders {
    GArray *list; /* TemplateFolder */
    gchar *own;   /* of the bulletin */
    gchar *data;  /* of the program */
};

static void add(TemplateFolders *folders, const gchar *path, const gchar *root)
{
    TemplateFolder folder = {path, root};

    g_array_append_val(folders->list, folder);
}

/* FALSE after reporting one that is not there. */
static gboolean add_named(TemplateFolders *folders, const Options *options, Diagnostics *sink)
{
    gboolean all = TRUE;

    for (guint i = 0; i + 1 < options->template_paths->len; i++) {
        const gchar *path = options->template_paths->pdata[i];
        deps_note_place(path);
        gboolean there = g_file_test(path, G_FILE_TEST_IS_DIR);
        if (there)
            add(folders, path, NULL);
        else
            diag_report(sink, RULE_TEMPLATE_FOLDER, SPAN_NONE, path, NULL);
        all &= there;
    }
    return all;
}

/* A bulletin that is a single file has no folder of its own: what stands beside it may be anyone's.
 */
static void add_own(TemplateFolders *folders, const gchar *bulletin)
{
    if (!bulletin || !g_file_test(bulletin, G_FILE_TEST_IS_DIR))
        return;
    folders->own = g_build_filename(bulletin, FOLDER_NAME, NULL);
    deps_note_place(folders->own);
    if (g_file_test(folders->own, G_FILE_TEST_IS_DIR))
        add(folders, folders->own, bulletin);
}

TemplateFolders *template_folders_new(const Options *options, const gchar *data_folder,
                                      const gchar *bulletin, Diagnostics *sink)
{
    g_autoptr(TemplateFolders) folders = g_new0(TemplateFolders, 1);
    gboolean all;

    folders->list = g_array_new(TRUE, TRUE, sizeof(TemplateFolder));
    folders->data = g_build_filename(data_folder, FOLDER_NAME, NULL);
    all = add_named(folders, options, sink);
    add_own(folders, bulletin);
    deps_note_place(folders->data);
    if (!g_file_test(folders->data, G_FILE_TEST_IS_DIR)) {
        diag_report(sink, RULE_NO_DATA, SPAN_NONE, folders->data, NULL);
        return NULL;
    }
    add(folders, folders->data, NULL);
    return all ? g_steal_pointer(&folders) : NULL;
}

void template_folders_free(TemplateFolders *folders)
{
    if (!folders)
        return;
    g_array_unref(folders->list);
    g_free(folders->own);
    g_free(folders->data);
    g_free(folders);
}

const TemplateFolder *template_folders_list(const TemplateFolders *folders)
{
    return (const TemplateFolder *) (gpointer) folders->list->data;
}

Template *template_chosen(const TemplateFolders *folders, const Options *options,
                          const Bulletin *bulletin, GPtrArray *sources, Diagnostics *sink)
{
    Field named = {(gchar *) options->template_name, SPAN_NONE};

    if (!named.text && bulletin)
        named = bulletin->meta.template_name;
    return named.text ? template_load(named.text, named.span, template_folders_list(folders),
                                      sources, sink)
                      : NULL;
}

#include "app/checked.h"

#include "app/data_folder.h"
#include "app/template_folders.h"
#include "check/check.h"
#include "output/output.h"

void checked_clear(Checked *checked)
{
    g_clear_pointer(&checked->bulletin, bulletin_free);
    g_clear_pointer(&checked->tree, source_tree_free);
    g_clear_pointer(&checked->config, check_config_free);
    g_clear_pointer(&checked->template_sources, g_ptr_array_unref);
}

/* The file first, so that the command line comes before it. */
gboolean checked_configure(Checked *checked, const gchar *folder, const Options *options,
                           Diagnostics *sink)
{
    checked->config = check_config_read(folder, sink);
    for (guint i = 0; i + 1 < options->rules->len; i++)
        check_config_set_rule(options->rules->pdata[i], sink);
    return diagnostics_count(sink, SEVERITY_ERROR) == 0;
}

/* Its faults are told as those of the text are. */
static void load_template(Checked *checked, const gchar *folder, const Options *options,
                          Diagnostics *sink)
{
    g_autofree gchar *program = data_folder_program();
    g_autofree gchar *data = data_folder_find(program);
    g_autoptr(TemplateFolders) folders = template_folders_new(options, data, folder, sink);

    checked->template_sources = sources_new();
    if (folders)
        template_free(
            template_chosen(folders, options, checked->bulletin, checked->template_sources, sink));
}

void checked_run(Checked *checked, const gchar *folder, const Options *options, Diagnostics *sink)
{
    checked->tree = source_tree_read(folder, sink);
    checked->bulletin = checked->tree ? bulletin_build(checked->tree, sink) : NULL;
    if (!checked->bulletin)
        return;
    check_seal_shapes(checked->bulletin, sink);
    load_template(checked, folder, options, sink);
    check_run(checked->tree, checked->bulletin, checked->config->vocabulary, sink);
}

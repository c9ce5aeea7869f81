#include "app/lsp_command.h"

#include "app/data_folder.h"
#include "app/report.h"
#include "app/template_folders.h"
#include "check/config.h"
#include "lsp/lsp.h"
#include "template/library.h"

#include <unistd.h>

static void set_levels(gpointer data, Diagnostics *sink)
{
    const Options *options = data;

    for (guint i = 0; i + 1 < options->rules->len; i++)
        check_config_set_rule(options->rules->pdata[i], sink);
}

static TemplateFolders *folders_of(const Options *options, const gchar *path, Diagnostics *sink)
{
    g_autofree gchar *program = data_folder_program();
    g_autofree gchar *data = data_folder_find(program);

    return template_folders_new(options, data, path, sink);
}

/* As check does. */
static void check_template(gpointer data, const gchar *path, const Bulletin *bulletin,
                           GPtrArray *sources, Diagnostics *sink)
{
    g_autoptr(TemplateFolders) folders = folders_of(data, path, sink);

    if (folders)
        template_free(template_chosen(folders, data, bulletin, sources, sink));
}

static GPtrArray *template_names(gpointer data, const gchar *path)
{
    g_autoptr(GPtrArray) sources = sources_new();
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    g_autoptr(TemplateFolders) folders = folders_of(data, path, unheard);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) entries =
        folders ? templates_list(template_folders_list(folders), sources, unheard)
                : g_ptr_array_new();

    for (guint i = 0; i < entries->len; i++) {
        const TemplateEntry *entry = entries->pdata[i];
        if (!entry->hidden_by)
            g_ptr_array_add(names, g_strdup(entry->name));
    }
    return names;
}

int lsp_command_run(const Options *options, Diagnostics *sink)
{
    LspSetup setup = {
        .lang = (Lang) options->lang,
        .lang_given = options_given(options, "lang"),
        .set_levels = set_levels,
        .check_more = check_template,
        .template_names = template_names,
        .data = (gpointer) options,
    };

    for (guint i = 0; i < options->operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE,
                    (const gchar *) options->operands->pdata[i], "lsp", NULL);
    set_levels((gpointer) options, sink);
    return report_stops(options, sink) ? report_finish(options, sink)
                                       : lsp_serve(&setup, STDIN_FILENO, STDOUT_FILENO);
}

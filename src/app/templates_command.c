#include "app/templates_command.h"

#include "app/data_folder.h"
#include "app/report.h"
#include "app/template_folders.h"
#include "base/text.h"
#include "base/width.h"
#include "template/library.h"

#include <string.h>

typedef struct {
    GString *out;
    Lang lang;
    guint name_width, description_width; /* cells */
} NameTable;

static void append_cell(NameTable *table, const gchar *text, guint width)
{
    guint cells = text_display_width(text);

    text_append_string(table->out, text);
    g_string_append_printf(table->out, "%*s", (int) (width - MIN(width, cells)), "");
}

/* "（以 notice 为基础）", "(hidden by content/templates)" */
static void append_note(NameTable *table, const gchar *zh, const gchar *en, const gchar *what)
{
    g_string_append_printf(table->out, table->lang == LANG_ZH ? "（%s" : "(%s",
                           table->lang == LANG_ZH ? zh : en);
    text_append_string(table->out, what);
    g_string_append(table->out, table->lang == LANG_ZH ? "）" : ")");
}

static const gchar *description_of(const TemplateEntry *entry, Lang lang)
{
    return entry->description[lang] ? entry->description[lang] : "";
}

static void append_entry(NameTable *table, const TemplateEntry *entry)
{
    g_string_append(table->out, "  ");
    append_cell(table, entry->name, table->name_width + 2);
    append_cell(table, description_of(entry, table->lang), table->description_width + 2);
    if (entry->extends)
        append_note(table, "扩展 ", "extends ", entry->extends);
    if (entry->faulty)
        append_note(table, "有错误", "with faults", "");
    if (entry->hidden_by)
        append_note(table, "让位于 ", "hidden by the one in ", entry->hidden_by->path);
    while (table->out->str[table->out->len - 1] == ' ')
        g_string_truncate(table->out, table->out->len - 1);
    g_string_append_c(table->out, '\n');
}

/* Folder by folder, in the order in which they are looked in. */
static void print_list(const GPtrArray *entries, Lang lang, GString *out)
{
    NameTable table = {.out = out, .lang = lang};
    const TemplateFolder *folder = NULL;

    for (guint i = 0; i < entries->len; i++) {
        const TemplateEntry *entry = entries->pdata[i];
        table.name_width = MAX(table.name_width, text_display_width(entry->name));
        table.description_width =
            MAX(table.description_width, text_display_width(description_of(entry, lang)));
    }
    for (guint i = 0; i < entries->len; i++) {
        const TemplateEntry *entry = entries->pdata[i];
        if (entry->folder != folder)
            g_string_append_printf(out, "%s", folder ? "\n" : "");
        if (entry->folder != folder) {
            text_append_string(out, entry->folder->path);
            g_string_append_c(out, '\n');
        }
        folder = entry->folder;
        append_entry(&table, entry);
    }
}

static void print_all(const Options *options, const TemplateFolder *folders, GPtrArray *sources,
                      Diagnostics *sink)
{
    g_autoptr(GPtrArray) entries = templates_list(folders, sources, sink);
    g_autoptr(GString) out = g_string_new(NULL);

    print_list(entries, (Lang) options->lang, out);
    report_text(NULL, out->str, out->len, sink);
}

static void print_one(const Options *options, const TemplateFolder *folders, GPtrArray *sources,
                      Diagnostics *sink)
{
    const gchar *name = options->operands->pdata[0];
    g_autofree gchar *text = template_show(name, (Lang) options->lang, folders, sources, sink);

    if (text && !report_stops(options, sink))
        report_text(NULL, text, strlen(text), sink);
}

static void print(const Options *options, GPtrArray *sources, Diagnostics *sink)
{
    g_autofree gchar *program = data_folder_program();
    g_autofree gchar *data = data_folder_find(program);
    g_autoptr(TemplateFolders) folders = template_folders_new(options, data, NULL, sink);

    if (!folders)
        return;
    if (options->operands->len == 0)
        print_all(options, template_folders_list(folders), sources, sink);
    else
        print_one(options, template_folders_list(folders), sources, sink);
}

int templates_run(const Options *options, Diagnostics *sink)
{
    g_autoptr(GPtrArray) sources = sources_new();

    for (guint i = 1; i < options->operands->len; i++)
        diag_report(sink, RULE_EXTRA_ARGUMENT, SPAN_NONE,
                    (const gchar *) options->operands->pdata[i], "templates", NULL);
    if (!report_stops(options, sink))
        print(options, sources, sink);
    return report_finish(options, sink);
}

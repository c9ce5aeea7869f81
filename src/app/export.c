#include "app/export.h"

#include "app/data_folder.h"
#include "app/output_name.h"
#include "app/outputs.h"
#include "app/report.h"
#include "app/sandboxed.h"
#include "app/template_folders.h"
#include "base/deps.h"
#include "base/file_out.h"
#include "output/ledger_out.h"

#define EXAMPLE "mkbulletin export content -o ledger.csv"

typedef struct {
    const Options *options;
    Diagnostics *sink;
    ExportFormat format;
    SourceTree *tree;
    Bulletin *bulletin;
    GPtrArray *template_sources; /* Source */
    Template *template;
    const Annex *annex; /* (nullable) */
} Export;

static void export_clear(Export *export)
{
    g_clear_pointer(&export->template, template_free);
    g_clear_pointer(&export->bulletin, bulletin_free);
    g_clear_pointer(&export->tree, source_tree_free);
    g_ptr_array_unref(export->template_sources);
}

static void check_usage(Export *export)
{
    const Options *options = export->options;
    const GPtrArray *operands = options->operands;

    if (operands->len == 0)
        diag_report(export->sink, RULE_NO_SOURCE, SPAN_NONE, EXAMPLE, NULL);
    for (guint i = 1; i < operands->len; i++)
        diag_report(export->sink, RULE_EXTRA_ARGUMENT, SPAN_NONE,
                    (const gchar *) g_ptr_array_index(operands, i), "export", NULL);
    export->format = (ExportFormat) options->export_as;
    if (!options->output)
        diag_report(export->sink, RULE_NO_OUTPUT, SPAN_NONE, EXAMPLE, NULL);
    else if (export->format == EXPORT_BY_NAME)
        export->format = export_format(options->output, export->sink);
}

static gboolean load_template(Export *export)
{
    g_autofree gchar *program = data_folder_program();
    g_autofree gchar *data = data_folder_find(program);
    g_autoptr(TemplateFolders) folders = template_folders_new(
        export->options, data, g_ptr_array_index(export->options->operands, 0), export->sink);

    if (!folders)
        return FALSE;
    export->template = template_chosen(folders, export->options, export->bulletin,
                                       export->template_sources, export->sink);
    return export->template != NULL;
}

static gboolean read_all(Export *export)
{
    const gchar *const sources[] = {export->options->operands->pdata[0], NULL};

    if (!sandboxed(export->options, sources, NULL, export->sink))
        return FALSE;
    export->tree = source_tree_read(sources[0], export->sink);
    if (!export->tree)
        return FALSE;
    export->bulletin = bulletin_build(export->tree, export->sink);
    return export->bulletin && load_template(export) &&
           !report_stops(export->options, export->sink);
}

/* Finds the annex that chooses; FALSE after reporting. */
static gboolean find_ledger(Export *export)
{
    const gchar *id = export->options->ledger;
    g_autoptr(GString) ids = g_string_new(NULL);

    for (guint i = 0; id && i < export->bulletin->annexes->len; i++) {
        const Annex *annex = export->bulletin->annexes->pdata[i];
        if (annex->kind != ANNEX_LEDGER || !annex->id.text)
            continue;
        if (g_str_equal(annex->id.text, id))
            export->annex = annex;
        g_string_append_printf(ids, "%s%s", ids->len > 0 ? " " : "", annex->id.text);
    }
    if (!id || export->annex)
        return TRUE;
    if (ids->len > 0)
        diag_report(export->sink, RULE_UNKNOWN_LEDGER, SPAN_NONE, id, ids->str, NULL);
    else
        diag_report(export->sink, RULE_UNKNOWN_LEDGER_NO_ID, SPAN_NONE, id, NULL);
    return FALSE;
}

static gboolean has_findings(const Bulletin *bulletin)
{
    g_autoptr(GArray) rows = ledger_rows(bulletin, NULL);

    return rows->len > 0;
}

static void write_ledger(const Export *export)
{
    LedgerExport ledger = {export->bulletin, export->template, export->annex};
    const gchar *path = export->options->output;

    if (!has_findings(export->bulletin))
        diag_report(export->sink, RULE_NO_FINDINGS, SPAN_NONE, NULL);
    if (!outputs_spare_sources(path, export->tree->sources, export->sink))
        return;
    g_autoptr(GBytes) bytes =
        export->format == EXPORT_CSV ? ledger_to_csv(&ledger) : ledger_to_json(&ledger);
    OutputFile file = {(gchar *) path, bytes};
    output_files_write(&file, 1, export->sink);
}

int export_run(const Options *options, Diagnostics *sink)
{
    Export export = {.options = options, .sink = sink};
    g_autoptr(Deps) deps = deps_new();
    Deps *before = deps_record(deps);

    export.template_sources = sources_new();
    check_usage(&export);
    if (!report_stops(options, sink) && read_all(&export) && find_ledger(&export))
        write_ledger(&export);
    deps_record(before);
    int status = report_finish(options, sink);
    export_clear(&export);
    return status;
}

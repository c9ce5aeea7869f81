#include "lsp/analysis.h"

#include "base/diag_rows.h"
#include "lsp/position.h"
#include "output/output.h"

Analysis *analysis_new(const gchar *bulletin, GHashTable *texts, const LspSetup *setup)
{
    Analysis *analysis = g_new0(Analysis, 1);
    Diagnostics *sink = analysis->sink = diagnostics_new();

    analysis->texts = texts;
    analysis->sources = sources_new();
    analysis->config = check_config_read(bulletin, sink);
    setup->set_levels(setup->data, sink);
    analysis->tree = source_tree_read_instead(bulletin, texts, sink);
    analysis->bulletin = analysis->tree ? bulletin_build(analysis->tree, sink) : NULL;
    if (analysis->bulletin) {
        check_seal_shapes(analysis->bulletin, sink);
        setup->check_more(setup->data, bulletin, analysis->bulletin, analysis->sources, sink);
        check_run(analysis->tree, analysis->bulletin, analysis->config->vocabulary, sink);
    }
    analysis->diagnostics = diagnostics_sorted(sink, FALSE);
    return analysis;
}

void analysis_free(Analysis *analysis)
{
    if (!analysis)
        return;
    g_clear_pointer(&analysis->units, g_ptr_array_unref);
    g_ptr_array_unref(analysis->diagnostics);
    g_clear_pointer(&analysis->bulletin, bulletin_free);
    g_clear_pointer(&analysis->tree, source_tree_free);
    check_config_free(analysis->config);
    diagnostics_free(analysis->sink);
    g_ptr_array_unref(analysis->sources);
    g_hash_table_unref(analysis->texts);
    g_free(analysis);
}

const GPtrArray *analysis_units(Analysis *analysis)
{
    if (!analysis->units)
        analysis->units = analysis->bulletin ? units_new(analysis->bulletin) : g_ptr_array_new();
    return analysis->units;
}

const Source *analysis_source(const Analysis *analysis, const gchar *path)
{
    const GPtrArray *sources = analysis->tree ? analysis->tree->sources : NULL;

    for (guint i = 0; sources && i < sources->len; i++) {
        const Source *source = sources->pdata[i];
        if (g_strcmp0(source->path, path) == 0)
            return source;
    }
    return NULL;
}

Span diagnostic_place(const Diagnostic *diagnostic)
{
    Span place = diagnostic->where;

    if (!place.source)
        return SPAN_NONE;
    Span line = line_span(place.source, place.start);
    place.end = MAX(place.start, MIN(place.end, line.end));
    return place;
}

gchar *source_full_path(const Source *source)
{
    return g_canonicalize_filename(source->path, NULL);
}

gboolean analysis_has_error(const Analysis *analysis, const Source *source)
{
    for (guint i = 0; i < analysis->diagnostics->len; i++) {
        const Diagnostic *one = analysis->diagnostics->pdata[i];
        if (diagnostics_severity(analysis->sink, one->rule) == SEVERITY_ERROR &&
            (!one->where.source || one->where.source == source))
            return TRUE;
    }
    return FALSE;
}

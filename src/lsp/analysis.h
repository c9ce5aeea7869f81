/* A bulletin as it stands, what is open in the editor instead of what is on the disk, read and
 * checked. */
#ifndef MKB_LSP_ANALYSIS_H
#define MKB_LSP_ANALYSIS_H

#include "check/check.h"
#include "check/config.h"
#include "lsp/lsp.h"

typedef struct {
    Diagnostics *sink;
    CheckConfig *config;
    SourceTree *tree;       /* (nullable) */
    Bulletin *bulletin;     /* (nullable) */
    GPtrArray *sources;     /* Source: templates */
    GHashTable *texts;      /* GBytes by path: what is open */
    GPtrArray *units;       /* (nullable) made when asked for */
    GPtrArray *diagnostics; /* const Diagnostic, sorted */
} Analysis;

/* Takes the texts: (transfer full). (transfer full) */
Analysis *analysis_new(const gchar *bulletin, GHashTable *texts, const LspSetup *setup);
void analysis_free(Analysis *analysis);

/* All texts. (transfer none) (element-type TextUnit) */
const GPtrArray *analysis_units(Analysis *analysis);

/* The source of a path, or NULL where none was read. (transfer none) */
const Source *analysis_source(const Analysis *analysis, const gchar *path);

/* Where a diagnostic is shown: its first line; SPAN_NONE for what stands nowhere. */
Span diagnostic_place(const Diagnostic *diagnostic);

/* The path of a source, absolute. (transfer full) */
gchar *source_full_path(const Source *source);

/* Whether there is an error in a source, or one that stands nowhere. */
gboolean analysis_has_error(const Analysis *analysis, const Source *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Analysis, analysis_free)

#endif

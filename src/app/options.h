/* The command line. */
#ifndef MKB_APP_OPTIONS_H
#define MKB_APP_OPTIONS_H

#include "base/diag.h"

typedef enum { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER } ColorMode;
typedef enum { EXPORT_BY_NAME, EXPORT_CSV, EXPORT_JSON } ExportFormat;
typedef enum { REPORT_TEXT, REPORT_SHORT, REPORT_JSON, REPORT_SARIF, REPORT_GITHUB } ReportFormat;
typedef enum { SANDBOX_NONE, SANDBOX_REQUIRE, SANDBOX_TRY } SandboxMode;
typedef enum { STATS_NONE, STATS_TEXT, STATS_JSON } StatsFormat;
typedef enum { STOP_NOWHERE, STOP_MODEL, STOP_LINES, STOP_PAGES } StopAfter;

/* Texts are the arguments themselves. (transfer none) */
typedef struct {
    const gchar *output;
    const gchar *template_name;
    GPtrArray *font_paths, *template_paths; /* const gchar *, ended by NULL */
    const gchar *ledger;                    /* id of an annex */
    GPtrArray *rules;                       /* const gchar *: id=level, ended by NULL */
    GPtrArray *revisions;                   /* const gchar *: --git, ended by NULL */
    guint report_as;                        /* ReportFormat */
    gboolean fix, diff, markdown;
    guint export_as;    /* ExportFormat */
    const gchar *pages; /* as --pages has them */
    const gchar *deps;
    guint jobs; /* 0: not given */
    guint ppi;  /* 0: not given */
    guint port; /* of --serve; 0: any */
    gboolean poll, check;
    guint stop_after;   /* StopAfter */
    guint pdf_standard; /* PdfStandard */
    guint color;        /* ColorMode */
    guint lang;         /* Lang */
    guint stats;        /* StatsFormat */
    guint sandbox;      /* SandboxMode */
    gboolean show_grid;
    gboolean strict, quiet, help, version, verbose;
    GPtrArray *given;    /* const OptionRow *, as they were written */
    GPtrArray *operands; /* const gchar *: what is no option */
} Options;

/* Reads all arguments, reporting every fault in them. (transfer full) */
Options *options_parse(int argc, char *const *argv, Diagnostics *sink);
void options_free(Options *options);

/* Whether an option stood on the command line; `name` without its dashes. */
gboolean options_given(const Options *options, const gchar *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Options, options_free)

#endif

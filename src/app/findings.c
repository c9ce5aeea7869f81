#include "app/findings.h"

#include "app/checked.h"
#include "app/report.h"
#include "base/diag_rows.h"
#include "output/diag_out.h"

#include <string.h>
#include <unistd.h>

/* Of a list in a terminal, which is there for the messages of the build. */
enum { MOST_LINES = 20 };

/* ---- what the build has told ---- */

/* By the path: the sources of a build are others than those of a check. (transfer full) */
static gchar *key_of(const Diagnostic *diagnostic)
{
    const Span *where = &diagnostic->where;
    g_autofree gchar *arguments = g_strjoinv("\n", diagnostic->arguments);

    return g_strdup_printf("%d %s %u %s", (int) diagnostic->rule,
                           where->source ? where->source->path : "", where->start, arguments);
}

static gboolean is_told(const Diagnostic *diagnostic, gpointer keys)
{
    g_autofree gchar *key = key_of(diagnostic);

    return g_hash_table_contains(keys, key);
}

static void leave_out(Diagnostics *sink, const Diagnostics *told)
{
    g_autoptr(GHashTable) keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) all = diagnostics_sorted(told, FALSE);

    for (guint i = 0; i < all->len; i++)
        g_hash_table_add(keys, key_of(all->pdata[i]));
    diagnostics_drop_if(sink, is_told, keys);
}

/* ---- the terminal ---- */

/* "check: 1 error, 2 warnings; `mkbulletin check content` lists them" (transfer full) */
static gchar *brief_line(const Options *options, const Diagnostics *sink, DiagStyle style)
{
    g_autoptr(GString) counts = g_string_new(NULL);
    gboolean zh = options->lang == LANG_ZH;

    diagnostics_append_counts(sink, style, counts);
    if (counts->len == 0)
        return g_strdup("");
    return g_strdup_printf(zh ? "检查：%s，用 mkbulletin check %s 列出\n"
                              : "check: %s; `mkbulletin check %s` lists them\n",
                           counts->str, (const gchar *) options->operands->pdata[0]);
}

/* (transfer full) */
static gchar *lines(const Diagnostics *sink, DiagStyle style, const gchar *brief)
{
    g_autoptr(GString) out = g_string_new(NULL);
    guint count = 0;
    gchar *at;

    diagnostics_print_lines(sink, FORMAT_SHORT, style, out);
    for (at = out->str; *at && count < MOST_LINES; at++)
        count += *at == '\n';
    if (*at)
        g_string_truncate(out, (gsize) (at - out->str));
    g_string_append(out, brief);
    return g_string_free(g_steal_pointer(&out), FALSE);
}

/* ---- all ---- */

Findings *findings_new(const Options *options, const Diagnostics *told)
{
    const gchar *folder = options->operands->pdata[0];
    Findings *findings = g_new0(Findings, 1);
    g_autoptr(Diagnostics) sink = diagnostics_new();
    Checked checked = {0};

    if (checked_configure(&checked, folder, options, sink))
        checked_run(&checked, folder, options, sink);
    leave_out(sink, told);
    DiagStyle style = report_style(options, sink, STDERR_FILENO, FALSE);
    findings->json = diagnostics_to_json(sink, style);
    findings->brief = brief_line(options, sink, style);
    findings->full = lines(sink, style, findings->brief);
    checked_clear(&checked);
    return findings;
}

void findings_free(Findings *findings)
{
    if (!findings)
        return;
    g_free(findings->json);
    g_free(findings->brief);
    g_free(findings->full);
    g_free(findings);
}

#include "app/check.h"

#include "app/checked.h"
#include "app/report.h"
#include "app/sandboxed.h"
#include "base/diag_rows.h"
#include "check/fix.h"
#include "output/diag_out.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define EXAMPLE "mkbulletin check content"

typedef struct {
    const Options *options;
    Diagnostics *sink;
    const gchar *folder;
    Checked checked;
    Fixes *fixes; /* (nullable) */
} Check;

static void check_clear(Check *check)
{
    checked_clear(&check->checked);
    g_clear_pointer(&check->fixes, fixes_free);
}

static gboolean is_strict(const Check *check)
{
    return check->options->strict || (check->checked.config && check->checked.config->strict);
}

static void check_usage(Check *check)
{
    const GPtrArray *operands = check->options->operands;

    if (operands->len == 0)
        diag_report(check->sink, RULE_NO_SOURCE, SPAN_NONE, EXAMPLE, NULL);
    else
        check->folder = operands->pdata[0];
    for (guint i = 1; i < operands->len; i++)
        diag_report(check->sink, RULE_EXTRA_ARGUMENT, SPAN_NONE, (const gchar *) operands->pdata[i],
                    "check", NULL);
    if (check->options->diff && !check->options->fix)
        diag_report(check->sink, RULE_DIFF_WITHOUT_FIX, SPAN_NONE, NULL);
}

static gboolean shut_in(const Check *check)
{
    const gchar *const sources[] = {check->folder, NULL};

    return sandboxed(check->options, sources, NULL, check->sink);
}

/* ---- what is told ---- */

static gchar *text_report(const Check *check, DiagStyle style)
{
    GString *out = g_string_new(NULL);

    switch ((ReportFormat) check->options->report_as) {
    case REPORT_TEXT:
        diagnostics_print(check->sink, style, out);
        break;
    case REPORT_SHORT:
        diagnostics_print_lines(check->sink, FORMAT_SHORT, style, out);
        break;
    case REPORT_GITHUB:
        diagnostics_print_lines(check->sink, FORMAT_GITHUB, style, out);
        break;
    case REPORT_JSON:
    case REPORT_SARIF:
        break;
    }
    return g_string_free(out, FALSE);
}

static gchar *make_report(const Check *check, int fd)
{
    DiagStyle style = report_style(check->options, check->sink, fd, is_strict(check));

    if (check->options->report_as == REPORT_JSON)
        return diagnostics_to_json(check->sink, style);
    if (check->options->report_as == REPORT_SARIF)
        return diagnostics_to_sarif(check->sink, style);
    return text_report(check, style);
}

/* On standard output, but for --diff, which has it for itself. */
static int finish(const Check *check)
{
    gboolean diff = check->options->diff;
    g_autofree gchar *text = make_report(check, diff ? STDERR_FILENO : STDOUT_FILENO);
    int status = diagnostics_status(check->sink, is_strict(check));
    g_autoptr(Diagnostics) faults = diagnostics_new();

    if (diff)
        fputs(text, stderr);
    else
        report_text(NULL, text, strlen(text), faults);
    /* What --fix did to the files is told in any case. */
    if (diagnostics_count(faults, SEVERITY_ERROR) > 0 && check->options->fix)
        fputs(text, stderr);
    int told = report_finish(check->options, faults);
    return MAX(status, told);
}

/* ---- --fix ---- */

static void write_diff(const Check *check)
{
    g_autoptr(GString) out = g_string_new(NULL);

    fixes_diff(check->fixes, check->sink, out);
    if (out->len > 0)
        report_text(NULL, out->str, out->len, check->sink);
}

/* What could be replaced but was not: the text would have become another. */
static void report_refused(const Check *check)
{
    g_autoptr(GPtrArray) all = diagnostics_sorted(check->sink, FALSE);

    for (guint i = 0; i < all->len; i++) {
        const Diagnostic *one = all->pdata[i];
        if (one->replacement)
            diag_report(check->sink, RULE_FIX_REFUSED, one->fix, NULL);
    }
}

static void make(Check *check)
{
    const Options *options = check->options;
    const YamlNode *vocabulary = check->checked.config->vocabulary;
    gboolean fixed = FALSE;

    if (options->fix)
        check->fixes = fixes_make(check->folder, vocabulary, check->sink);
    if (check->fixes && !options->diff)
        fixed = fixes_write(check->fixes, check->sink);
    checked_run(&check->checked, check->folder, options, check->sink);
    if (fixed)
        report_refused(check);
    if (check->fixes && options->diff)
        write_diff(check);
}

int check_command_run(const Options *options, Diagnostics *sink)
{
    Check check = {.options = options, .sink = sink};

    check_usage(&check);
    if (diagnostics_count(sink, SEVERITY_ERROR) == 0 && shut_in(&check) &&
        checked_configure(&check.checked, check.folder, options, sink))
        make(&check);
    /* A wrong command line is no result of a check. */
    gboolean usage = diagnostics_status(sink, FALSE) == STATUS_USAGE;
    int status = usage ? report_finish(options, sink) : finish(&check);
    check_clear(&check);
    return status;
}

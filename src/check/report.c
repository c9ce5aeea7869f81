/* What rules report, as diagnostics. */
#include "check/check.h"

#include <stdarg.h>
#include <string.h>

/* A reference, say, cannot be part of what is replaced, nor what is cited by its name. */
static gboolean may_replace(const Finding *finding, Span *span)
{
    return finding->replacement &&
           !unit_guarded(finding->unit, finding->start, finding->end,
                         GUARD_ADDRESS | GUARD_BOOK | GUARD_FILE) &&
           unit_exact_span(finding->unit, finding->start, finding->end, span);
}

void check_report(CheckContext *context, const Finding *finding)
{
    Report report = {
        .rule = finding->rule,
        .where = unit_span(finding->unit, finding->start, finding->end),
        .arguments = finding->arguments,
    };

    if (finding->masked)
        diagnostics_mask(context->sink, report.where);
    if (!finding->in_guarded &&
        unit_guarded(finding->unit, finding->start, finding->end, GUARD_ADDRESS | GUARD_FILE))
        return;
    if (may_replace(finding, &report.fix))
        report.replacement = finding->replacement;
    diag_add(context->sink, &report);
}

void check_say(CheckContext *context, RuleId rule, const TextUnit *unit, guint32 start, guint32 end,
               ...)
{
    Finding finding = {.rule = rule, .unit = unit, .start = start, .end = end};
    const gchar *argument;
    guint count = 0;
    va_list list;

    va_start(list, end);
    while ((argument = va_arg(list, const gchar *)) && count + 1 < G_N_ELEMENTS(finding.arguments))
        finding.arguments[count++] = argument;
    va_end(list);
    check_report(context, &finding);
}

#include "check/patterns.h"

static void report(CheckContext *context, const PatternRule *row, const CheckMatch *match)
{
    guint32 start = match->start, end = match->end;

    check_match_group(match, 1, &start, &end);
    if ((row->flags & PATTERN_NOT_CITED) && unit_guarded(match->unit, start, end, GUARD_BOOK))
        return;
    g_autofree gchar *text = unit_part(match->unit, start, end);
    Finding finding = {.rule = row->rule,
                       .unit = match->unit,
                       .start = start,
                       .end = end,
                       .arguments = {text, row->replacement},
                       .replacement = row->replacement,
                       .masked = (row->flags & PATTERN_MASKED) != 0,
                       .in_guarded = (row->flags & (PATTERN_MASKED | PATTERN_IN_ADDRESSES)) != 0};
    check_report(context, &finding);
}

static void check_row(CheckContext *context, const TextUnit *unit, const PatternRule *row)
{
    if (row->wanted && !row->wanted(unit))
        return;
    for (CheckMatch m = check_match(context, unit, row->pattern); check_match_next(&m);)
        if (!row->holds || row->holds(&m))
            report(context, row, &m);
}

void check_patterns(CheckContext *context, const PatternRule *rows, guint count)
{
    for (guint i = 0; i < context->units->len; i++)
        for (guint k = 0; k < count; k++)
            check_row(context, context->units->pdata[i], &rows[k]);
}

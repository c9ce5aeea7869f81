#include "check/overlaps.h"

#include "base/diag_rows.h"

/* Where both were found, the second is part of what the first says: the number of a card is to go,
 * whatever its digits are. What is merely at the same place, a bracket around a wrong weekday, is
 * not here. */
static const struct {
    RuleId said, silent;
} better[] = {
    {RULE_BROKEN_PARAGRAPH, RULE_FINAL_MARK},
    {RULE_BLANK_PAGE_NOTE, RULE_HALF_WIDTH_MARK},
    {RULE_NUMBER_BRACKETS, RULE_HALF_WIDTH_MARK},
    {RULE_EMPTY_BRACKETS, RULE_HALF_WIDTH_MARK},
    {RULE_EMPTY_BRACKETS, RULE_BLANK},
    {RULE_RESIDENT_ID, RULE_FULL_WIDTH_DIGIT},
    {RULE_BANK_CARD, RULE_FULL_WIDTH_DIGIT},
    {RULE_MOBILE_NUMBER, RULE_FULL_WIDTH_DIGIT},
    {RULE_PLACEHOLDER, RULE_FULL_WIDTH_DIGIT},
    {RULE_LOOK_ALIKE_HAN, RULE_DOTS_AND_DASHES},
};

/* So many neighbours are looked at; more at one place are of no text that anyone writes. */
enum { MOST_AT_ONE_PLACE = 40 };

static gboolean is_better(const Diagnostic *said, const Diagnostic *silent)
{
    for (guint i = 0; i < G_N_ELEMENTS(better); i++)
        if (said->rule == better[i].said && silent->rule == better[i].silent)
            return TRUE;
    return FALSE;
}

static gboolean is_dropped(const Diagnostic *one, gpointer dropped)
{
    return g_hash_table_contains(dropped, one);
}

void overlaps_drop(Diagnostics *sink)
{
    g_autoptr(GPtrArray) sorted = diagnostics_sorted(sink, FALSE);
    g_autoptr(GHashTable) dropped = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < sorted->len; i++) {
        const Diagnostic *one = sorted->pdata[i];
        guint end = MIN(sorted->len, i + 1 + MOST_AT_ONE_PLACE);
        for (guint k = i + 1; k < end; k++) {
            const Diagnostic *other = sorted->pdata[k];
            if (other->where.source != one->where.source ||
                (other->where.start >= one->where.end && other->where.start > one->where.start))
                break;
            if (is_better(one, other))
                g_hash_table_add(dropped, (gpointer) other);
            else if (is_better(other, one))
                g_hash_table_add(dropped, (gpointer) one);
        }
    }
    diagnostics_drop_if(sink, is_dropped, dropped);
}

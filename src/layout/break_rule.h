/* Where a line may break (typography B2, B3): a rule for the place after each cluster. */
#ifndef MKB_LAYOUT_BREAK_RULE_H
#define MKB_LAYOUT_BREAK_RULE_H

#include "layout/line.h"

/* Why a break is forbidden or avoided: Cluster.rule names one. */
typedef struct {
    const gchar *name; /* "line-start" */
    gint16 penalty;
    const gchar *clause; /* "GB/T 15834-2011 5.1.9" */
} BreakRule;

const BreakRule *break_rule(guint rule);

/* Penalty at which a break is taken only when the line has no other. */
#define PENALTY_LAST_RESORT 30000

/* Fills rule and penalty of each cluster but the last: first by what stands on both sides, then by
 * the units that the text is made of: numbers with their units, dates, ordinals, references. */
void set_break_rules(Paragraph *paragraph, KinsokuLevel level);

/* A span that is not to be broken but is wider than a line may be broken after all. */
void break_rules_release_long(Paragraph *paragraph, Len measure);

/* Whether a line that ends after this cluster breaks such a span. */
gboolean break_was_released(const Cluster *cluster);

#endif

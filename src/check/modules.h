/* The function of every rule module, a line each; check.c calls them. Private to check. */
#ifndef MKB_CHECK_MODULES_H
#define MKB_CHECK_MODULES_H

#include "check/check.h"

void check_amount_forms(CheckContext *context);     /* rule_amount_forms.c */
void check_blanks(CheckContext *context);           /* rule_blanks.c */
void check_colons_and_stops(CheckContext *context); /* rule_colons_and_stops.c */
void check_date_forms(CheckContext *context);       /* rule_date_forms.c */
void check_dates(CheckContext *context);            /* rule_dates.c */
void check_digits(CheckContext *context);           /* rule_digits.c */
void check_ends(CheckContext *context);             /* rule_ends.c */
void check_front_dates(CheckContext *context);      /* rule_front_dates.c */
void check_half_width_marks(CheckContext *context); /* rule_half_width.c */
void check_han_numbers(CheckContext *context);      /* rule_han_numbers.c */
void check_lists(CheckContext *context);            /* rule_lists.c */
void check_mark_forms(CheckContext *context);       /* rule_mark_forms.c */
void check_pairs(CheckContext *context);            /* rule_pairs.c */
void check_ranges(CheckContext *context);           /* rule_ranges.c */
void check_rates(CheckContext *context);            /* rule_rates.c */
void check_straight_quotes(CheckContext *context);  /* rule_straight_quotes.c */
void check_sums(CheckContext *context);             /* rule_sums.c */

#endif

/* The function of every rule module, a line each; check.c calls them. Private to check. */
#ifndef MKB_CHECK_MODULES_H
#define MKB_CHECK_MODULES_H

#include "check/check.h"

void check_amount_forms(CheckContext *context);      /* rule_amount_forms.c */
void check_blanks(CheckContext *context);            /* rule_blanks.c */
void check_broken_paragraphs(CheckContext *context); /* rule_broken_paragraph.c */
void check_colons_and_stops(CheckContext *context);  /* rule_colons_and_stops.c */
void check_compatibility(CheckContext *context);     /* rule_compatibility.c */
void check_contacts(CheckContext *context);          /* rule_contact.c */
void check_date_forms(CheckContext *context);        /* rule_date_forms.c */
void check_dates(CheckContext *context);             /* rule_dates.c */
void check_digits(CheckContext *context);            /* rule_digits.c */
void check_document_names(CheckContext *context);    /* rule_document_name.c */
void check_doubled_words(CheckContext *context);     /* rule_doubled_word.c */
void check_ends(CheckContext *context);              /* rule_ends.c */
void check_front_dates(CheckContext *context);       /* rule_front_dates.c */
void check_half_width_marks(CheckContext *context);  /* rule_half_width.c */
void check_han_numbers(CheckContext *context);       /* rule_han_numbers.c */
void check_leftovers(CheckContext *context);         /* rule_leftovers.c */
void check_list_endings(CheckContext *context);      /* rule_series_order.c */
void check_lists(CheckContext *context);             /* rule_lists.c */
void check_look_alikes(CheckContext *context);       /* rule_look_alike.c */
void check_mark_forms(CheckContext *context);        /* rule_mark_forms.c */
void check_missing_duties(CheckContext *context);    /* rule_missing_duty.c */
void check_misspellings(CheckContext *context);      /* rule_misspelling.c */
void check_near_duplicates(CheckContext *context);   /* rule_near_duplicate.c */
void check_organisations(CheckContext *context);     /* rule_organisation.c */
void check_outline(CheckContext *context);           /* rule_outline.c */
void check_pairs(CheckContext *context);             /* rule_pairs.c */
void check_person_names(CheckContext *context);      /* rule_person_name.c */
void check_privacy(CheckContext *context);           /* rule_privacy.c */
void check_ranges(CheckContext *context);            /* rule_ranges.c */
void check_rates(CheckContext *context);             /* rule_rates.c */
void check_same_contacts(CheckContext *context);     /* rule_same_contact.c */
void check_series_order(CheckContext *context);      /* rule_series_order.c */
void check_stated_counts(CheckContext *context);     /* rule_stated_count.c */
void check_straight_quotes(CheckContext *context);   /* rule_straight_quotes.c */
void check_sums(CheckContext *context);              /* rule_sums.c */
void check_traditional(CheckContext *context);       /* rule_traditional.c */
void check_typed_numbers(CheckContext *context);     /* rule_typed_number.c */
void check_vocabulary(CheckContext *context);        /* rule_vocabulary.c */

#endif

/* Dates in running text. */
#ifndef MKB_CHECK_DATES_H
#define MKB_CHECK_DATES_H

#include "check/check.h"

/* What of a date a text gives; the rest is 0. */
typedef struct {
    guint year, month, day;
    guint32 start, end; /* bytes of the unit's text */
} Mention;

/* 2023年9月15日, 9月15日, 2023年9月: all in a text, in order. (transfer full) */
GArray *dates_in(CheckContext *context, const TextUnit *unit);

/* The year of a mention: its own, or the last one that the text gave before it, or 0. */
guint mention_year(const TextUnit *unit, const Mention *mention);

/* The text before a byte, of some sentences at most. (transfer full) */
gchar *lately_before(const TextUnit *unit, guint32 end);

guint days_of_month(guint year, guint month); /* of 0: 29 for February */

/* Negative, 0 or positive as the first is before, on or after the second; where one has no day (or
 * month) only the rest is compared. */
gint dates_compare(guint year1, guint month1, guint day1, guint year2, guint month2, guint day2);

#endif

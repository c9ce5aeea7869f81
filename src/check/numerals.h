/* Small numbers as they are written. */
#ifndef MKB_CHECK_NUMERALS_H
#define MKB_CHECK_NUMERALS_H

#include <glib.h>

/* 十二, 两, 12 → its value; 0: it is no whole number from 1 to 9999. */
guint numeral_value(const gchar *text);

/* 二〇二六, a digit each, zero written with any of 〇 零 ○ ◯ O 0; 0 for what is no year. */
guint numeral_year(const gchar *text);

/* 1 … 99 in Han. (transfer full) */
gchar *numeral_han(guint value);

#endif

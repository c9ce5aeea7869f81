/* Numbers in Han numerals. */
#ifndef MKB_CHECK_HAN_NUMBER_H
#define MKB_CHECK_HAN_NUMBER_H

#include <glib.h>

/* Up to 99: 一, 十二, 二十, 三十一; 0 for what is none. */
guint han_number(const gchar *text);

/* 二〇二六, of digits each, with any of 〇 零 ○ O 0 for zero; 0 for what is no year. */
guint han_year(const gchar *text);

#endif

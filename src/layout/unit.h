/* Words that a number is written with: 年, 平方米, 万元. */
#ifndef MKB_LAYOUT_UNIT_H
#define MKB_LAYOUT_UNIT_H

#include <glib.h>

/* How many characters of `text` are the longest unit that it begins with; 0 if with none. */
guint unit_length(const gchar *text);

gboolean is_multiplier(gunichar c);  /* 十 百 万 亿 余 多: between a number and its unit */
gboolean is_han_numeral(gunichar c); /* 〇 一 … 十 百 千 万 */

#endif

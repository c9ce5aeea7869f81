/* Classes of characters that editorial rules ask for. */
#ifndef MKB_CHECK_CHARACTERS_H
#define MKB_CHECK_CHARACTERS_H

#include <glib.h>

/* 汉字 for a class of a regular expression, and as one of its own. PCRE2 counts 。 and 《 among
 * \\p{Han}, since they are in use with it. */
#define HAN_RANGE "〇\\x{3400}-\\x{4DBF}\\x{4E00}-\\x{9FFF}\\x{F900}-\\x{FAFF}\\x{20000}-\\x{323AF}"
#define HAN "[" HAN_RANGE "]"

/* 汉字, 〇 among them. */
gboolean char_is_han(gunichar c);

/* Marks and symbols of Chinese text: ， 。 《 （ “ — … ％ and such. */
gboolean char_is_chinese_mark(gunichar c);

/* Either of them: what stands beside it is in Chinese text. */
gboolean char_is_chinese(gunichar c);

gboolean char_is_latin(gunichar c); /* A–Z a–z and letters of other alphabets */
gboolean char_is_digit(gunichar c); /* 0–9 */
gboolean char_is_full_width_digit(gunichar c);

/* 一二三四五六七八九十百千万亿零〇两 */
gboolean char_is_han_number(gunichar c);

gboolean char_is_final_mark(gunichar c); /* 。！？ */

/* The mark that ends what c opens, or 0: （ ） 「 」 ‘ ’ … */
gunichar char_closing(gunichar c);

#endif

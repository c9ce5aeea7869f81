/* Names that are nearly the same. */
#ifndef MKB_CHECK_SPELLING_H
#define MKB_CHECK_SPELLING_H

#include <glib.h>

/* Whether one of two names has one character more, or another one at one place, and that character
 * does not make it another name as a number, a place (省市区县) or a side (上下) does. */
gboolean names_are_near(const gchar *a, const gchar *b);

#endif

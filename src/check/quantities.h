/* Amounts and counts in running text. */
#ifndef MKB_CHECK_QUANTITIES_H
#define MKB_CHECK_QUANTITIES_H

#include "check/check.h"

typedef struct {
    gint64 value;      /* in hundredths of the unit: 1.2万元 is 1200000 */
    gint64 grain;      /* the last digit that is given: 0.1万 is 100000 */
    gint64 scale;      /* of 万, 亿: 10000, 100000000; else 1 */
    gboolean decimals; /* it may be rounded */
    gboolean vague;    /* 余, 多, 以上, 约, 每: not to be added up */
    const gchar *unit; /* interned: 元, 项, 个 … */
    guint32 start, end;
} Quantity;

/* All in a text, in order. (transfer full) */
GArray *quantities_in(CheckContext *context, const TextUnit *unit);

/* As the text would have it, in the scale of another: 1.2万元. (transfer full) */
gchar *quantity_text(gint64 value, const Quantity *like);

#endif

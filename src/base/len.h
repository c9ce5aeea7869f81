/* Lengths of the page: whole numbers of 1/1024 pt (Pango's unit), so that layout
 * never depends on how a machine rounds. */
#ifndef MKB_BASE_LEN_H
#define MKB_BASE_LEN_H

#include <glib.h>

typedef gint64 Len;

/* A length on a line or page, as it is kept a hundred thousand times: 2,000,000 pt at most. What is
 * reckoned with is a Len. */
typedef gint32 PageLen;

#define LEN_PT ((Len) 1024)

/* n/d of a length, rounded to nearest, halves away from zero. d > 0. */
Len len_mul_div(Len length, gint64 n, gint64 d);

/* Thousandths of a millimetre: 156 mm is len_from_um(156000). 1 mm = 72/25.4 pt. */
Len len_from_um(gint64 micrometres);

/* Chinese type sizes (号) in points as Word and ctex take them: "初号" 42, "二号" 22, "三号" 16,
 * "四号" 14 … "八号" 5; "小四" 12. Returns FALSE for an unknown name. */
gboolean len_from_hao(const gchar *name, Len *size);

/* Reads "156mm", "16pt", "三号", "2cell", "1.5em", "0". One `cell` and one `em` are given by the
 * caller; at most six decimals. Returns FALSE, leaving *length alone, for anything else. */
gboolean len_parse(const gchar *text, Len cell, Len em, Len *length);

/* Appends a length in points with three decimals, made from integers alone: "442.203", "-0.500". */
void len_append(GString *out, Len length);

#endif

/* Series written out in a text: 一是…；二是…。 第一，…。第二，… and paragraphs that begin with 一、
 * or （一）. */
#ifndef MKB_CHECK_SERIES_H
#define MKB_CHECK_SERIES_H

#include "check/check.h"

typedef enum {
    SERIES_IS,        /* 一是 */
    SERIES_ORDINAL,   /* 第一， */
    SERIES_ITS,       /* 其一， */
    SERIES_PARAGRAPH, /* 一、 at the beginning of a paragraph */
    SERIES_BRACKETS,  /* （一）, there */
    SERIES_KINDS
} SeriesKind;

typedef struct {
    SeriesKind kind;
    const TextUnit *unit;
    guint32 start, end; /* of 一是, without a mark after it */
    guint number;
} SeriesMark;

/* Appends the marks of a unit in their order (element-type SeriesMark). */
void series_marks(CheckContext *context, const TextUnit *unit, GArray *marks);

/* 二是 for 2. (transfer full) */
gchar *series_label(SeriesKind kind, guint number);

#endif

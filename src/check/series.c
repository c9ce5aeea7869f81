#include "check/series.h"

#include "check/numerals.h"

#define NUMBER "([一二三四五六七八九十]{1,3})"

/* Behind a mark or at the beginning: in 统一是 it is none. 说一不二, 一是一、二是二 are sayings. */
#define PATTERN \
    "(?:^|(?<=[；。：，、！？…—”》）\\s]))(?:" NUMBER \
    "是(?![否非]|一是一|[一二]、|[一二]，|二)|第" NUMBER "(?=，)|其" NUMBER "(?=，))|^[ ]*" NUMBER \
    "(?=、(?![一二三四五六七八九十][年月日天个名人次级季届期处]))|^[ ]*[（(]" NUMBER "[)）]"

void series_marks(CheckContext *context, const TextUnit *unit, GArray *marks)
{
    for (CheckMatch m = check_match(context, unit, PATTERN); check_match_next(&m);) {
        SeriesMark mark = {.unit = unit, .start = m.start, .end = m.end};
        for (SeriesKind kind = 0; kind < SERIES_KINDS; kind++) {
            guint32 start, end;
            if (!check_match_group(&m, (gint) kind + 1, &start, &end))
                continue;
            g_autofree gchar *number = unit_part(unit, start, end);
            mark.kind = kind;
            mark.number = numeral_value(number);
        }
        if (mark.number > 0)
            g_array_append_val(marks, mark);
    }
}

gchar *series_label(SeriesKind kind, guint number)
{
    static const gchar *const around[SERIES_KINDS][2] = {
        [SERIES_IS] = {"", "是"},         [SERIES_ORDINAL] = {"第", ""},
        [SERIES_ITS] = {"其", ""},        [SERIES_PARAGRAPH] = {"", "、"},
        [SERIES_BRACKETS] = {"（", "）"},
    };
    g_autofree gchar *han = numeral_han(number);

    return g_strconcat(around[kind][0], han, around[kind][1], NULL);
}

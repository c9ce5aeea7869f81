#include "check/spelling.h"

/* What two names may differ in, and be names of two things. */
static gboolean tells_apart(gunichar c)
{
    return !g_unichar_isalpha(c) || c < 0x80 ||
           g_utf8_strchr(
               "〇一二三四五六七八九十百千两甲乙丙丁上下左右东南西北中内外前后新老旧大小正副省市"
               "区县旗州镇乡村街国党政团工青妇军企事社公私男女本专初高年月日季度次批期版届号处科室"
               "股"
               "院所局厅部委办站队组卷册编篇章节级类总分增减城农林牧渔水电气热人民双单多少",
               -1, c) != NULL;
}

/* The first and last bytes in which they differ. */
static gboolean difference(const gchar *a, const gchar *b, const gchar **in_a, const gchar **in_b)
{
    const gchar *end_a, *end_b;

    while (*a && g_utf8_get_char(a) == g_utf8_get_char(b)) {
        a = g_utf8_next_char(a);
        b = g_utf8_next_char(b);
    }
    end_a = *a ? g_utf8_next_char(a) : a;
    end_b = *b ? g_utf8_next_char(b) : b;
    *in_a = *a ? a : NULL;
    *in_b = *b ? b : NULL;
    if (*a && *b && g_str_equal(end_a, end_b))
        return TRUE;
    if (*a && g_str_equal(end_a, b)) {
        *in_b = NULL;
        return TRUE;
    }
    if (*b && g_str_equal(a, end_b)) {
        *in_a = NULL;
        return TRUE;
    }
    return FALSE;
}

gboolean names_are_near(const gchar *a, const gchar *b)
{
    const gchar *in_a, *in_b;

    if (g_str_equal(a, b) || !difference(a, b, &in_a, &in_b))
        return FALSE;
    return !(in_a && tells_apart(g_utf8_get_char(in_a))) &&
           !(in_b && tells_apart(g_utf8_get_char(in_b)));
}

/* Random paragraphs, for what must hold of any. */
#ifndef RANDOM_TEXT_H
#define RANDOM_TEXT_H

#include <glib.h>

static inline const gchar *random_piece(GRand *random, const gchar *const *pieces, guint n)
{
    return pieces[g_rand_int_range(random, 0, (gint32) n)];
}

/* Anything after anything: mostly marks. */
static inline gchar *random_pieces(GRand *random)
{
    static const gchar *const pieces[] = {
        "国", "国",    "国",   "国", "国",  "为",  "四", "田", "，", "。", "、", "；", "：",
        "？", "！",    "（",   "）", "《",  "》",  "“",  "”",  "——", "……", "·",  "～", "2023",
        "年", "95.5%", "word", " ",  "ABC", "500", "号", "〔", "〕", "/",  "-"};
    GString *text = g_string_new("国");
    guint n = (guint) g_rand_int_range(random, 1, 200);

    for (guint i = 0; i < n; i++)
        g_string_append(text, random_piece(random, pieces, G_N_ELEMENTS(pieces)));
    return g_string_free(text, FALSE);
}

/* As offices write: clauses of some Han, now and then with a date, a number with its unit, a word,
 * a title in brackets, and the marks that end clauses, sometimes several in a row. */
static inline gchar *random_prose(GRand *random)
{
    static const gchar *const insets[] = {
        "2023年6月14日", "25人",     "91000元", "12.5%",       "第三章",     "第12条",
        "（试行）",      "《办法》", "“一岗”",  "〔2023〕7号", "500～800元", "GB/T 9704",
        "word",          "12 个",    "A4 ",     "——",          "3月至4月",   "a@b.example"};
    static const gchar *const ends[] = {"，", "，", "，", "，", "、", "、",  "；",
                                        "。", "。", "：", "？", "……", "”，", "）。"};
    GString *text = g_string_new(NULL);

    for (gint clauses = g_rand_int_range(random, 1, 30); clauses > 0; clauses--) {
        for (gint han = g_rand_int_range(random, 2, 18); han > 0; han--)
            g_string_append(text, "国");
        if (g_rand_int_range(random, 0, 3) == 0)
            g_string_append(text, random_piece(random, insets, G_N_ELEMENTS(insets)));
        g_string_append(text, random_piece(random, ends, G_N_ELEMENTS(ends)));
    }
    return g_string_free(text, FALSE);
}

#endif

/* Classes of characters and the marks that Chinese shares with alphabets (typography B1, B1.1). */
#include "layout/char_class.h"

#include <string.h>

/* "ID OP LT:latin …" for a text. */
static gchar *classes(const gchar *text)
{
    gsize length = strlen(text);
    g_autofree CharInfo *info = g_new0(CharInfo, length + 1);
    GString *out = g_string_new(NULL);

    classify_text(text, length, info);
    for (const gchar *at = text; *at; at = g_utf8_next_char(at))
        g_string_append_printf(out, "%s%s%s", at > text ? " " : "",
                               char_class_name(info[at - text].klass),
                               info[at - text].latin ? "'" : "");
    return g_string_free(out, FALSE);
}

static void check(const gchar *text, const gchar *expected)
{
    g_autofree gchar *found = classes(text);

    g_assert_cmpstr(found, ==, expected);
}

static void test_marks(void)
{
    check("（〔《“‘", "OP OP OP OP OP");
    check("）〕》”’", "CL CL CL CL CL");
    check("、，；：。？！", "PA PA SC SC FS QE QE");
    check("国〇々", "ID ID ID");
    check("95.5%", "DG' DG' DG' DG' SF'");
    check("1,234元", "DG' DG' DG' DG' DG' ID");
    check("20℃", "DG' DG' SF");
    check("￥5", "PF DG'");
    check("m²5", "LT' SF' DG'");
    check("CO₂10⁻¹½", "LT' LT' LT' DG' DG' SF' SF' DG'");
    check("是. ", "ID LP' SP'");
}

static void test_dashes(void)
{
    check("国——国", "ID DS DS ID");
    check("国—国", "ID CN ID");
    check("国……国", "ID EL EL ID");
    check("3～5", "DG' CN DG'");
    check("7·20", "DG' MD DG' DG'");
    check("马·恩", "ID MD ID");
}

/* A / after Han divides; in words and addresses it is one of their marks. */
static void test_slashes(void)
{
    check("元/年", "ID SO' ID");
    check("元/m", "ID SO' LT'");
    check("A/B", "LT' LP' LT'");
    check("9/年", "DG' LP' ID");
}

static void test_quotes(void)
{
    check("说“好”。", "ID OP ID CL FS");
    check("说“OK”。", "ID OP LT' LT' CL FS");
    check("say “yes” to", "LT' LT' LT' SP' LP' LT' LT' LT' LP' SP' LT' LT'");
    check("it’s", "LT' LT' LP' LT'");
    check("“两个维护”", "OP ID ID ID ID CL");
    check("“A”与“B”", "OP LT' CL ID OP LT' CL");
}

/* Nothing but quotes: no time of the square of the length. */
static void test_many_quotes(void)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < 200000; i++)
        g_string_append(text, i % 2 ? "”" : "“");
    g_autofree CharInfo *info = g_new0(CharInfo, text->len + 1);
    classify_text(text->str, text->len, info);
    g_assert_cmpint(info[0].klass, ==, CLASS_OP);
    g_string_free(text, TRUE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/char-class/marks", test_marks);
    g_test_add_func("/char-class/dashes", test_dashes);
    g_test_add_func("/char-class/slashes", test_slashes);
    g_test_add_func("/char-class/quotes", test_quotes);
    g_test_add_func("/char-class/many-quotes", test_many_quotes);
    return g_test_run();
}

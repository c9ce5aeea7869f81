#include "output/inks.h"

#include <string.h>

static void is_inked(const gchar *content, const gchar *wanted)
{
    g_autoptr(GByteArray) out =
        inks_of_content((const guchar *) content, strlen(content), INKS_OF_DEVICE);
    g_autofree gchar *text = g_strndup((const gchar *) out->data, out->len);

    g_assert_cmpstr(text, ==, wanted);
}

static void red_and_black(void)
{
    is_inked("1 0 0 rg /a0 gs\nBT", "0 0.8 0.8 0 k /a0 gs\nBT");
    is_inked("q 0 0 0 rg f", "q 0 0 0 1 k f");
    is_inked("1 0 0 RG\n0 0 0 RG", "0 0.8 0.8 0 K\n0 0 0 1 K");
    is_inked("0 g 0 G", "0 0 0 1 k 0 0 0 1 K");
}

static void other_colours(void)
{
    is_inked("0 0.68 0.94 rg", "0 0.68 0.94 rg");
    is_inked("0.9 0 0 rg 1 0 0 scn", "0.9 0 0 rg 1 0 0 scn");
    is_inked("1 g", "1 g");
    is_inked("1 1 0 0 rg", "1 1 0 0 rg"); /* an operand too many: not a colour of ours */
    is_inked("0 0 rg", "0 0 rg");
}

/* What looks like a colour in text, names, notes and images is none. */
static void not_colours(void)
{
    is_inked("(1 0 0 rg) Tj", "(1 0 0 rg) Tj");
    is_inked("(a \\) (1 0 0 rg) 0 g) Tj 0 g", "(a \\) (1 0 0 rg) 0 g) Tj 0 0 0 1 k");
    is_inked("1 0 0 (x) rg", "1 0 0 (x) rg");
    is_inked("% 0 g\n0 g", "% 0 g\n0 0 0 1 k");
    is_inked("<30> Tj 0 /g gs 0 g", "<30> Tj 0 /g gs 0 0 0 1 k");
    is_inked("[ 1 0 0 ] rg", "[ 1 0 0 ] rg");
    is_inked("BI /W 1 ID 0 g EI 0 g", "BI /W 1 ID 0 g EI 0 0 0 1 k");
    is_inked("/Span << /A 1 >> BDC", "/Span << /A 1 >> BDC");
}

/* Where a colour space is named, for strokes too. */
static void named(void)
{
    static const gchar content[] = "1 0 0 rg 0 0 0 RG 0 g";
    g_autoptr(GByteArray) out =
        inks_of_content((const guchar *) content, strlen(content), INKS_BY_NAME);
    g_autofree gchar *text = g_strndup((const gchar *) out->data, out->len);

    g_assert_cmpstr(text, ==, "/Inks cs 0 0.8 0.8 0 scn /Inks CS 0 0 0 1 SCN /Inks cs 0 0 0 1 scn");
}

/* Cut off in the middle of anything, it comes back as it is. */
static void ends_anywhere(void)
{
    is_inked("", "");
    is_inked("1 0 0 r", "1 0 0 r");
    is_inked("(abc \\", "(abc \\");
    is_inked("<41", "<41");
    is_inked("% note", "% note");
    is_inked("BI ID \n", "BI ID \n");
    is_inked("<", "<");
    is_inked("1 0 0 rg", "0 0.8 0.8 0 k");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/inks/red and black", red_and_black);
    g_test_add_func("/inks/named", named);
    g_test_add_func("/inks/other colours", other_colours);
    g_test_add_func("/inks/not colours", not_colours);
    g_test_add_func("/inks/ends anywhere", ends_anywhere);
    return g_test_run();
}

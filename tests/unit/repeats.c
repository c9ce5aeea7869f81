#include "output/repeats.h"

#include <string.h>

static void becomes(const gchar *before, const gchar *after)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();

    g_byte_array_append(bytes, (const guint8 *) before, (guint) strlen(before));
    blank_repeated_images(bytes);
    g_assert_cmpmem(bytes->data, bytes->len, after, strlen(after));
}

static void repeats(void)
{
    becomes("<<\n   /XObject << /x5 5 0 R /x5 5 0 R /x7 7 0 R /x5 5 0 R >>\n>>",
            "<<\n   /XObject << /x5 5 0 R           /x7 7 0 R           >>\n>>");
    becomes("\n   /XObject << /x5 5 0 R /x5 5 0 R >>\n   /XObject << /x5 5 0 R /x5 5 0 R >>",
            "\n   /XObject << /x5 5 0 R           >>\n   /XObject << /x5 5 0 R           >>");
}

static void as_it_was(const gchar *text)
{
    becomes(text, text);
}

static void none(void)
{
    as_it_was("");
    as_it_was("\n   /XObject << /x5 5 0 R /x50 50 0 R >>\n");
    as_it_was("\n   /XObject << /x5 5 0 R /x5 5 0 R");
    as_it_was("\n   /XObject << /x5 5 0 R /x5 5 0 R \x01\x02>>");
    as_it_was("\n   /XObject << /x5 5 0 R /x5 5 0");
    as_it_was("\n   /XObject << /x5");
    as_it_was("\n   /XObject <<");
    as_it_was("\n   /Font << /x5 5 0 R /x5 5 0 R >>");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/repeats/blanked", repeats);
    g_test_add_func("/repeats/none", none);
    return g_test_run();
}

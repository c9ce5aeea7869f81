#include "base/width.h"

static void test_cells(void)
{
    static const struct {
        gunichar c;
        guint cells;
    } known[] = {
        {'a', 1},
        {0x4E00, 2} /* 一 */,
        {0x3002, 2} /* 。 */,
        {0x3000, 2} /* full-width space */,
        {0xFF21, 2},
        {0x20000, 2} /* 𠀀 */,
        {0xAC00, 2} /* 가 */,
        {0x2014, 1} /* — */,
        {0x0301, 0},
        {0x200B, 0},
        {0xFE0F, 0},
        {0x1F600, 2} /* 😀 */,
        {0x00E9, 1},
        {0xFF71, 1} /* half-width ｱ */,
    };

    for (guint i = 0; i < G_N_ELEMENTS(known); i++) {
        g_test_message("U+%04X", known[i].c);
        g_assert_cmpuint(char_display_width(known[i].c), ==, known[i].cells);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/width/cells", test_cells);
    return g_test_run();
}

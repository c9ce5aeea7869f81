#include "layout/title_rules.h"

/* GB/T 9704-2012 7.3.1 asks four things of a title in lines,
 * 词意完整，排列对称，长短适宜，间距恰当, and a trapezoid or a rhombus. It gives no figures: these
 * stand in the proportion of what an editor would sooner put up with, weighed on the titles of
 * tests/titles. */
const gint title_cost[TITLE_RULES] = {
    /* 词意完整; what must not be parted costs more than any shape */
    [TITLE_CLAUSES] = 0,
    [TITLE_PHRASES] = 20,
    [TITLE_ADJUNCT] = 60,
    [TITLE_WORDS] = 80,
    [TITLE_HEAD] = 240,
    [TITLE_SINGLE] = 320,
    [TITLE_GUESSED] = 260,
    [TITLE_NAME_PARTS] = 300,
    [TITLE_NAME] = 900,
    [TITLE_QUOTED] = 900,
    [TITLE_NUMBER] = 3000, /* GB/T 15835-2011 */
    [TITLE_LEAD] = 3000,
    [TITLE_PARTICLE] = 3000,
    [TITLE_DOCUMENT] = 3000,
    [TITLE_WORD] = 5000,
    [TITLE_FORCED] = 1000000, /* GB/T 15834-2011 5.1.9 */
    /* 长短适宜，间距恰当 */
    [TITLE_LINE] = 150,
    [TITLE_ALONE] = 6000,
    [TITLE_SHORT] = 200,
    [TITLE_FULL] = 40,
    /* 排列对称，梯形或菱形 */
    [TITLE_EQUAL] = 250,
    [TITLE_UNEQUAL] = 20,
    [TITLE_HOURGLASS] = 1200,
};

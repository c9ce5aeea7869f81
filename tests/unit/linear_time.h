/* Whether something takes time in proportion to the length of its input: of ten times the input not
 * more than thirty times the time. It would be a hundred if it went with the square. */
#ifndef LINEAR_TIME_H
#define LINEAR_TIME_H

#include <glib.h>
#include <time.h>

#define LINEAR_LENGTH 10000
#define LINEAR_TIMES 10
#define LINEAR_MOST_TIMES 30
#define LINEAR_LEAST_TIME (CLOCKS_PER_SEC / 100) /* that is measured */

/* The processor's time that an input of such a length takes, without that of making it. */
typedef clock_t (*TimeFunction)(gconstpointer what, guint length);

/* What else the machine does makes times longer, never shorter: the least of three counts. */
static clock_t least_time(TimeFunction time_of, gconstpointer what, guint length)
{
    clock_t least = time_of(what, length);

    for (guint i = 0; i < 2; i++)
        least = MIN(least, time_of(what, length));
    return least;
}

static void check_linear(TimeFunction time_of, gconstpointer what)
{
    clock_t one = least_time(time_of, what, LINEAR_LENGTH);
    clock_t limit = MAX(one, LINEAR_LEAST_TIME) * LINEAR_MOST_TIMES, most = 0;

    for (guint i = 0; i < 3 && (i == 0 || most > limit); i++) {
        most = time_of(what, LINEAR_LENGTH * LINEAR_TIMES);
        g_test_message("%ld ms and %ld ms", one * 1000 / CLOCKS_PER_SEC,
                       most * 1000 / CLOCKS_PER_SEC);
    }
    g_assert_cmpint(most, <=, limit);
}

#endif

/* Documents of 100,000 lines, rows and figures are divided into pages in time that is in proportion
 * to their length. */
#include "layout/page_plan.h"
#include "linear_time.h"

#define PITCH ((Len) 30 * 1024)
#define WHITE ((Len) 14 * 1024)

/* What stands below each other again and again. */
typedef struct {
    const gchar *name;
    FlowLine lines[3];
    guint n;
} LongFlow;

static const LongFlow flows[] = {
    {"text", {{.height = PITCH, .white = WHITE, .on_grid = TRUE}}, 1},
    {"headings",
     {{.height = PITCH, .white = WHITE, .on_grid = TRUE, .faults = FAULT_BIT(FAULT_HEADING)}},
     1},
    {"signature",
     {{.height = PITCH,
       .white = WHITE,
       .on_grid = TRUE,
       .ending = TRUE,
       .faults = FAULT_BIT(FAULT_SIGNATURE)}},
     1},
    {"rows", {{.height = PITCH / 2, .repeat = PITCH}}, 1},
    {"notes",
     {{.height = PITCH, .white = WHITE, .on_grid = TRUE},
      {.height = PITCH, .white = WHITE, .on_grid = TRUE, .notes = PITCH}},
     2},
    {"figures", {{.height = 15 * PITCH}, {.height = PITCH, .white = WHITE, .on_grid = TRUE}}, 2},
    {"too-high", {{.height = 50 * PITCH}}, 1},
    {"annexes",
     {{.height = PITCH, .white = WHITE, .on_grid = TRUE, .new_page = TRUE},
      {.height = PITCH, .before = 3, .on_grid = TRUE},
      {.height = PITCH, .turned = TRUE}},
     3},
};

static clock_t time_of(gconstpointer what, guint length)
{
    const LongFlow *all = what;
    PlanRules rules = {
        .room = {.rows = 22, .pitch = PITCH, .white = WHITE, .turned = 15 * PITCH},
        .keep_ending = TRUE,
        .shrink = 30,
    };
    g_autoptr(GArray) flow = g_array_new(FALSE, TRUE, sizeof(FlowLine));

    for (guint i = 0; i < length; i++)
        g_array_append_val(flow, all->lines[i % all->n]);
    clock_t start = clock();
    g_array_unref(page_plan(flow, &rules));
    return clock() - start;
}

static void test_flow(gconstpointer flow)
{
    check_linear(time_of, flow);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (guint i = 0; i < G_N_ELEMENTS(flows); i++) {
        g_autofree gchar *name = g_strconcat("/long-flow/", flows[i].name, NULL);
        g_test_add_data_func(name, &flows[i], test_flow);
    }
    return g_test_run();
}

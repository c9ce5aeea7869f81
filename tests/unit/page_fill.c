/* Pages of more than lines of text: tables and figures off the grid, footnotes, a masthead, an
 * imprint, annexes. */
#include "layout/page_plan.h"

#define PITCH ((Len) 30 * 1024)
#define WHITE ((Len) 14 * 1024)
#define ROWS 6

static const PlanRules rules = {.room = {.rows = ROWS,
                                         .pitch = PITCH,
                                         .white = WHITE,
                                         .turned = 4 * PITCH,
                                         .note_rule = PITCH / 4},
                                .keep_ending = TRUE};

static const FlowLine text = {.height = PITCH, .white = WHITE, .on_grid = TRUE};
static const FlowLine row = {.height = PITCH * 3 / 4};

static void add(GArray *flow, FlowLine line, guint times)
{
    for (guint i = 0; i < times; i++)
        g_array_append_val(flow, line);
}

static GArray *flow_begin(void)
{
    return g_array_new(FALSE, TRUE, sizeof(FlowLine));
}

static void assert_planned(const GArray *flow, const PlanRules *with, const gchar *expected)
{
    g_autoptr(GArray) plan = page_plan(flow, with);
    g_autoptr(GString) found = g_string_new(NULL);

    for (guint i = 0; i < plan->len; i++) {
        const PlannedPage *page = &g_array_index(plan, PlannedPage, i);
        g_string_append_printf(found, "%s%u", i > 0 ? " " : "", page->last - page->first);
    }
    g_assert_cmpstr(found->str, ==, expected);
}

/* Where each line of a page stands, in quarters of a row. */
static void assert_tops(const GArray *flow, const PageRoom *room, Len pitch, const gchar *expected)
{
    PageFill fill = page_fill(room, TRUE, pitch);
    g_autoptr(GString) found = g_string_new(NULL);

    for (guint i = 0; i < flow->len; i++)
        g_string_append_printf(
            found, "%s%d", i > 0 ? " " : "",
            (int) (page_fill_add(&fill, &g_array_index(flow, FlowLine, i)) * 4 / PITCH));
    g_assert_cmpstr(found->str, ==, expected);
}

/* Rows of a table stand one right below the other; the text after them is on the grid again. */
static void test_grid(void)
{
    g_autoptr(GArray) flow = flow_begin();

    add(flow, text, 1);
    add(flow, row, 3);
    add(flow, text, 2);
    assert_tops(flow, &rules.room, 0, "0 4 7 10 16 20");
    assert_tops(flow, &rules.room, PITCH * 2, "0 8 11 14 17 25"); /* nothing to lead back to */
}

/* The white below the last line of text hangs over the foot; a row of a table has none. */
static void test_foot_of_text(void)
{
    g_autoptr(GArray) flow = flow_begin();
    FlowLine high = {.height = PITCH - WHITE};

    add(flow, text, 5);
    add(flow, high, 1);
    assert_planned(flow, &rules, "6");
    g_array_index(flow, FlowLine, 5).height++;
    assert_planned(flow, &rules, "5 1");
}

/* 7 rows to a page: of 5 1/2 rows of the grid each takes 3/4. Further pages repeat the head. */
static void test_repeat(void)
{
    g_autoptr(GArray) flow = flow_begin();
    FlowLine with_head = row;

    with_head.repeat = row.height;
    add(flow, row, 1);
    add(flow, with_head, 14);
    assert_planned(flow, &rules, "7 6 2");
}

static void test_masthead(void)
{
    g_autoptr(GArray) flow = flow_begin();
    PlanRules with_head = rules;

    with_head.room.head = PITCH * 9 / 4;
    add(flow, text, 6);
    assert_planned(flow, &with_head, "3 3");
    g_array_index(flow, FlowLine, 0).before = 1; /* blank lines below a masthead stay */
    assert_tops(flow, &with_head.room, 0, "16 20 24 28 32 36");
}

/* The imprint takes lines of text with it, or stands alone where that would leave the page before
 * it gaping. */
static void test_imprint(void)
{
    g_autoptr(GArray) flow = flow_begin();
    PlanRules with_foot = rules;

    with_foot.room.foot = 2 * PITCH;
    add(flow, text, 4);
    assert_planned(flow, &with_foot, "4");
    add(flow, text, 1);
    assert_planned(flow, &with_foot, "4 1");
    add(flow, text, 1);
    assert_planned(flow, &with_foot, "5 1");
    with_foot.room.foot = 5 * PITCH;
    assert_planned(flow, &with_foot, "5 1");
    with_foot.room.foot = 6 * PITCH - WHITE; /* a whole page */
    assert_planned(flow, &with_foot, "6 0");
}

static void test_notes(void)
{
    g_autoptr(GArray) flow = flow_begin();

    add(flow, text, 7);
    g_array_index(flow, FlowLine, 1).notes = PITCH / 2;
    assert_planned(flow, &rules, "5 2");
    g_array_index(flow, FlowLine, 4).notes = PITCH / 2; /* it would not fit with its note */
    assert_planned(flow, &rules, "4 3");
}

/* An annex begins a page, and what stands before it need not fill its own. */
static void test_annex(void)
{
    g_autoptr(GArray) flow = flow_begin();
    FlowLine annex = text;

    annex.new_page = TRUE;
    add(flow, text, 8);
    add(flow, annex, 1);
    add(flow, text, 6);
    assert_planned(flow, &rules, "6 2 6 1");
}

/* The last pages of the text may be set closer, those of an annex may not. */
static void test_annex_after_ending(void)
{
    g_autoptr(GArray) flow = flow_begin();
    PlanRules shrunk = rules;
    FlowLine ending = text, annex = text;

    shrunk.shrink = 200;
    ending.ending = TRUE;
    annex.new_page = TRUE;
    add(flow, text, 6);
    add(flow, ending, 1);
    assert_planned(flow, &shrunk, "7");
    add(flow, annex, 1);
    add(flow, text, 6);
    assert_planned(flow, &shrunk, "7 6 1");
}

/* Turned pages hold what is turned and nothing else; they are as high as the text is wide. */
static void test_turned(void)
{
    g_autoptr(GArray) flow = flow_begin();
    FlowLine turned = row;

    turned.turned = TRUE;
    add(flow, text, 2);
    add(flow, turned, 7);
    add(flow, text, 1);
    assert_planned(flow, &rules, "2 5 2 1");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/page-fill/grid", test_grid);
    g_test_add_func("/page-fill/foot-of-text", test_foot_of_text);
    g_test_add_func("/page-fill/repeat", test_repeat);
    g_test_add_func("/page-fill/masthead", test_masthead);
    g_test_add_func("/page-fill/imprint", test_imprint);
    g_test_add_func("/page-fill/notes", test_notes);
    g_test_add_func("/page-fill/annex", test_annex);
    g_test_add_func("/page-fill/annex-after-ending", test_annex_after_ending);
    g_test_add_func("/page-fill/turned", test_turned);
    return g_test_run();
}

/* Pages: what may not be parted, what a break costs, and that no other division costs less. */
#include "layout/page_plan.h"

#define PITCH ((Len) 30 * 1024)
#define ROWS 6

/* By BreakFault. */
static const gchar letters[FAULT_COUNT] = {'T', 'S', 'F', 'E', 'H', 'L', 'R', 'N', 'W', 'O'};

#define ROOM(n) \
    { \
        .rows = (n), .pitch = PITCH \
    }
static const PlanRules rules = {.room = ROOM(ROWS), .keep_ending = TRUE};

/* Lines written as a text: | an ordinary line; a letter, one before which a page break has that
 * fault (T tears a block, S divides the signature, E spoils the ending, H leaves a heading, W a
 * widow, O an orphan); + a blank line before the next. */
static GArray *flow_of(const gchar *pattern)
{
    GArray *flow = g_array_new(FALSE, TRUE, sizeof(FlowLine));
    guint before = 0;

    for (; *pattern; pattern++) {
        if (*pattern == '+') {
            before++;
            continue;
        }
        FlowLine line = {.height = PITCH, .before = before, .on_grid = TRUE};
        for (guint fault = 0; fault < FAULT_COUNT; fault++)
            if (*pattern == letters[fault])
                line.faults = FAULT_BIT(fault);
        g_array_append_val(flow, line);
        before = 0;
    }
    return flow;
}

/* How many lines each page has: "6 5 2", and ! after one that has a pitch of its own. */
static gchar *planned(const GArray *flow, const PlanRules *with)
{
    g_autoptr(GArray) plan = page_plan(flow, with);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < plan->len; i++) {
        const PlannedPage *page = &g_array_index(plan, PlannedPage, i);
        g_string_append_printf(text, "%s%u%s", i > 0 ? " " : "", page->last - page->first,
                               page->pitch > 0 ? "!" : "");
    }
    return g_string_free(text, FALSE);
}

static void check_with(const PlanRules *with, const gchar *pattern, const gchar *expected)
{
    g_autoptr(GArray) flow = flow_of(pattern);
    g_autofree gchar *found = planned(flow, with);

    g_assert_cmpstr(found, ==, expected);
}

static void check(const gchar *pattern, const gchar *expected)
{
    check_with(&rules, pattern, expected);
}

/* ---- what the rules say ---- */

static void test_full(void)
{
    check("", "");
    check("|", "1");
    check("||||||", "6");
    check("|||||||", "6 1");
    check("||||||||||||||||||||", "6 6 6 2");
}

static void test_blank(void)
{
    check("||||++|||", "4 3"); /* blanks that do not fit before their line are dropped */
    check("|||++||||", "4 3");
    check("||||||+||", "6 2");
}

static void test_heading(void)
{
    check("||||||H", "5 2");   /* a heading on the last row */
    check("|||||HH", "4 3");   /* one with two lines */
    check("|||HHHH", "2 5");   /* two, one after the other */
    check("HHHHHHHHH", "6 3"); /* more than a page: parted where it must be */
}

/* Full pages come first: a single line stays where mending it would leave a row empty. */
static void test_single(void)
{
    PlanRules spare = rules;

    spare.spare_rows = 1;
    check("||||||W||||||", "6 6 1");
    check_with(&spare, "||||||W||||||", "5 6 2");
    check("||||||O||||||", "6 6 1");
    check_with(&spare, "||||||O||||||", "5 6 2");
}

/* No row of a table alone with its head, not even where any other break costs something. */
static void test_lone_row(void)
{
    check("|RRRRRR", "6 1");
    check("|RRRRRL", "5 2");
}

/* Rows that a line with long footnotes leaves empty are not shared with the pages before; the page
 * says that it was the notes. */
static void test_notes(void)
{
    PlanRules roomy = rules;

    roomy.room.rows = 12;
    g_autoptr(GArray) flow = flow_of("||||||||||||||||||||||||||||||");
    g_array_index(flow, FlowLine, 17).notes = 8 * PITCH;
    g_autofree gchar *found = planned(flow, &roomy);
    g_assert_cmpstr(found, ==, "12 5 4 9");
    g_autoptr(GArray) plan = page_plan(flow, &roomy);
    g_assert_cmpuint(g_array_index(plan, PlannedPage, 1).empty, ==, 7);
    g_assert_true(g_array_index(plan, PlannedPage, 1).notes);
    g_assert_true(g_array_index(plan, PlannedPage, 1).high);
    g_assert_false(g_array_index(plan, PlannedPage, 2).notes);
    g_array_index(flow, FlowLine, 17).notes = 0;
    g_array_index(flow, FlowLine, 12).notes = 2 * PITCH;
    g_autofree gchar *low = planned(flow, &roomy);
    g_assert_cmpstr(low, ==, "12 10 8");
}

/* The whole document at once: a row has to be left empty for the heading, and is left where it
 * mends a widow two pages before. */
static void test_whole_document(void)
{
    const gchar *pattern = "||||||W|||||||||||H||";
    g_autoptr(GArray) flow = flow_of(pattern);
    g_autoptr(GArray) plan = page_plan(flow, &rules);

    check("||||||||||||||||||H||", "6 6 5 4");
    check(pattern, "5 6 6 4");
    g_assert_cmpuint(g_array_index(plan, PlannedPage, 0).empty, ==, 1);
    g_assert_cmpuint(g_array_index(plan, PlannedPage, 0).faults, ==, FAULT_BIT(FAULT_WIDOW));
    g_assert_cmpuint(g_array_index(plan, PlannedPage, 1).empty, ==, 0);
}

static gboolean keeps_ending(const gchar *pattern, const PlanRules *with)
{
    g_autoptr(GArray) flow = flow_of(pattern);
    g_autoptr(GArray) plan = page_plan(flow, with);

    return plan_keeps_ending(plan, flow);
}

static void test_ending(void)
{
    PlanRules as_it_falls = rules;

    as_it_falls.keep_ending = FALSE;
    check("||E+ES", "5");        /* it fits exactly */
    check("|||E+ES", "2 4");     /* one row too many */
    check("|||||E+ES", "4 4");   /* alone on its page */
    check("||||||E+ES", "5 4");  /* with one line */
    check("|||||||E+ES", "6 4"); /* with two */
    check_with(&as_it_falls, "|||||E+ES", "6 2");
    check_with(&as_it_falls, "||||||E+ES", "6 3");
    g_assert_true(keeps_ending("|||||E+ES", &rules));
    g_assert_false(keeps_ending("|||||E+ES", &as_it_falls));
    g_assert_true(keeps_ending("|||||||E+ES", &as_it_falls));
}

/* A signature that leaves no room for text keeps together; one longer than a page is divided once.
 */
static void test_long_signature(void)
{
    check("||E+ESSSS", "3 5");
    check("||E+ESSSSSSS", "5 6");
}

/* ---- a pitch of its own ---- */

static gchar *text_lines(guint lines, const gchar *tail)
{
    g_autofree gchar *text = g_strnfill(lines, '|');

    return g_strconcat(text, tail, NULL);
}

static void check_shrunk(guint rows, guint lines, const gchar *expected)
{
    PlanRules shrunk = {.room = ROOM(rows), .keep_ending = TRUE, .shrink = 30};
    g_autofree gchar *pattern = text_lines(lines, "E+ES");

    check_with(&shrunk, pattern, expected);
}

/* One line more than 22 is 1/22, one more than 40 is 1/40: only that is within 3 %. */
static void test_shrink(void)
{
    check_shrunk(22, 18, "21");
    check_shrunk(22, 19, "18 4");
    check_shrunk(40, 36, "39");
    check_shrunk(40, 37, "40!");
    check_shrunk(40, 38, "37 4");
    check_shrunk(40, 78, "41! 40!");     /* both of the last two */
    check_shrunk(40, 118, "40 41! 40!"); /* and no page before them */
}

static void test_pitch(void)
{
    PlanRules shrunk = {.room = ROOM(40), .keep_ending = TRUE, .shrink = 30};
    g_autofree gchar *pattern = text_lines(37, "E+ES");
    g_autoptr(GArray) flow = flow_of(pattern);
    g_autoptr(GArray) plan = page_plan(flow, &shrunk);

    g_assert_cmpint(g_array_index(plan, PlannedPage, 0).pitch, ==, 39 * PITCH / 40);
    g_assert_cmpint(plan_pitch(flow, &(PlannedPage){.last = 22}, &shrunk), ==, 39 * PITCH / 21);
    g_assert_cmpint(plan_pitch(flow, &(PlannedPage){.last = 1}, &shrunk), ==, 0);
}

/* A title leaves white in its rows, which a page with a pitch of its own need not keep. */
static void test_slack(void)
{
    PlanRules shrunk = {.room = ROOM(22), .keep_ending = TRUE, .shrink = 30};
    g_autofree gchar *text = text_lines(15, "E+ES");
    g_autofree gchar *pattern = g_strconcat("|T+", text, NULL);
    g_autoptr(GArray) flow = flow_of(pattern);
    FlowLine *title = (FlowLine *) flow->data;

    title[0].on_grid = title[1].on_grid = FALSE;
    title[1].height = PITCH * 3 / 2; /* 3 rows, half a row of them white */
    g_autofree gchar *found = planned(flow, &shrunk);
    g_assert_cmpstr(found, ==, "20!"); /* 3 rows and 20 */
    title[1].height = PITCH * 5 / 3;
    g_autofree gchar *divided = planned(flow, &shrunk);
    g_assert_cmpstr(divided, ==, "16 4");
}

/* ---- any flow ---- */

static GArray *random_flow(GRand *random)
{
    static const gchar kinds[] = "|||||||||HHWO+ES";
    GString *pattern = g_string_new(NULL);
    guint n = (guint) g_rand_int_range(random, 1, 15);

    for (guint i = 0; i < n; i++)
        g_string_append_c(pattern, kinds[g_rand_int_range(random, 0, sizeof kinds - 1)]);
    g_string_append_c(pattern, '|');
    GArray *flow = flow_of(pattern->str);
    g_string_free(pattern, TRUE);
    return flow;
}

/* What a page costs, the break after it included; −1 when the lines do not fit. */
static gint64 cost_of(const GArray *flow, guint first, guint last)
{
    const FlowLine *lines = (const FlowLine *) flow->data;
    guint rows = 0;
    gint64 cost = 0;

    for (guint i = first; i < last; i++)
        rows += 1 + (i > first ? lines[i].before : 0);
    if (rows > ROWS)
        return -1;
    if (last == flow->len)
        return 0;
    for (guint fault = 0; fault < FAULT_COUNT; fault++)
        if (lines[last].faults & FAULT_BIT(fault))
            cost += fault_cost(fault)->cost;
    return cost + empty_rows_cost(ROWS - MIN(rows + lines[last].before, ROWS));
}

/* Every division is tried: bit i of `breaks` is a page break before line i + 1. */
static gint64 least_cost(const GArray *flow)
{
    gint64 least = G_MAXINT64;

    for (guint breaks = 0; breaks < 1u << (flow->len - 1); breaks++) {
        gint64 cost = 0;
        for (guint first = 0, i = 1; i <= flow->len && cost >= 0; i++) {
            if (i < flow->len && !(breaks & 1u << (i - 1)))
                continue;
            gint64 page = cost_of(flow, first, i);
            cost = page < 0 ? -1 : cost + page;
            first = i;
        }
        if (cost >= 0)
            least = MIN(least, cost);
    }
    return least;
}

static void test_least(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(97042012);

    for (guint i = 0; i < 300; i++) {
        g_autoptr(GArray) flow = random_flow(random);
        g_autoptr(GArray) plan = page_plan(flow, &rules);
        gint64 cost = 0;
        guint next = 0;
        for (guint k = 0; k < plan->len; k++) {
            const PlannedPage *page = &g_array_index(plan, PlannedPage, k);
            g_assert_cmpuint(page->first, ==, next);
            next = page->last;
            cost += cost_of(flow, page->first, page->last);
        }
        g_assert_cmpuint(next, ==, flow->len);
        g_assert_cmpint(cost, ==, least_cost(flow));
    }
}

/* ---- faults of real blocks ---- */

static SetBlock *block_of(StyleRole role, guint lines)
{
    SetBlock *block = g_new0(SetBlock, 1);

    block->paragraph = g_new0(Paragraph, 1);
    block->paragraph->role = role;
    block->lines = g_ptr_array_new();
    g_ptr_array_set_size(block->lines, (gint) lines);
    return block;
}

static void dummy_free(gpointer data)
{
    SetBlock *block = data;

    g_free(block->paragraph);
    g_ptr_array_unref(block->lines);
    g_free(block);
}

static gchar *faults_of(const GArray *flow)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < flow->len; i++) {
        guint faults = g_array_index(flow, FlowLine, i).faults;
        g_string_append(text, i > 0 ? " " : "");
        for (guint fault = 0; fault < FAULT_COUNT; fault++)
            if (faults & FAULT_BIT(fault))
                g_string_append_c(text, letters[fault]);
        if (faults == 0)
            g_string_append_c(text, '.');
    }
    return g_string_free(text, FALSE);
}

static void test_blocks(void)
{
    static const struct {
        StyleRole role;
        guint lines;
    } document[] = {{STYLE_TITLE, 2}, {STYLE_HEADING_1, 1}, {STYLE_BODY, 4},
                    {STYLE_BODY, 1},  {STYLE_SIGNATURE, 1}, {STYLE_DATE, 1}};
    Template template = {.pitch = PITCH, .cell = 16 * 1024, .lines = 22, .widow = 2, .orphan = 2};
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func(dummy_free);
    g_autoptr(GPtrArray) notes = g_ptr_array_new();

    template.signature.keep_lines = 2;
    template.signature.blank_lines = 1;
    template.styles[STYLE_TITLE] = (Style){.pitch = 36 * 1024, .size = 22 * 1024};
    template.styles[STYLE_HEADING_1].keep_next = 2;
    for (guint i = 0; i < G_N_ELEMENTS(document); i++)
        g_ptr_array_add(blocks, block_of(document[i].role, document[i].lines));
    g_autoptr(GArray) flow = flow_new(blocks, notes, &template);
    g_autofree gchar *faults = faults_of(flow);
    g_assert_cmpstr(faults, ==, ". TFWO F H HO . W E E S");
    const FlowLine *lines = (const FlowLine *) flow->data;
    g_assert_cmpint(lines[0].height, ==, 36 * 1024);
    g_assert_cmpint(lines[1].height, ==, (22 + 14) * 1024); /* the white of a line of text below */
    g_assert_cmpint(lines[1].white, ==, 14 * 1024);
    g_assert_cmpuint(lines[8].before, ==, 1);
}

typedef struct {
    StyleRole role;
    guint lines;
} Part;

/* The faults of a document of such blocks that ends in signature and date. */
static void check_ending(const Part *parts, const gchar *expected)
{
    Template template = {.pitch = PITCH, .cell = 16 * 1024, .lines = 22, .widow = 1, .orphan = 1};
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func(dummy_free);
    g_autoptr(GPtrArray) notes = g_ptr_array_new();

    template.signature.keep_lines = 2;
    for (; parts->lines > 0; parts++)
        g_ptr_array_add(blocks, block_of(parts->role, parts->lines));
    g_ptr_array_add(blocks, block_of(STYLE_SIGNATURE, 1));
    g_ptr_array_add(blocks, block_of(STYLE_DATE, 1));
    g_autoptr(GArray) flow = flow_new(blocks, notes, &template);
    g_autofree gchar *faults = faults_of(flow);
    g_assert_cmpstr(faults, ==, expected);
}

/* 正文 alone is text: neither the list of annexes nor what stands above the text. */
static void test_text(void)
{
    check_ending((Part[]){{STYLE_BODY, 4}, {0}}, ". . . E E S");
    check_ending((Part[]){{STYLE_BODY, 4}, {STYLE_ANNEX_LIST, 2}, {0}}, ". . . E E E E S");
    check_ending((Part[]){{STYLE_RECIPIENTS, 2}, {STYLE_BODY, 1}, {STYLE_ANNEX_LIST, 1}, {0}},
                 ". F F E E S");
    check_ending((Part[]){{STYLE_RECIPIENTS, 1}, {STYLE_BODY, 2}, {0}}, ". F . E S");
    check_ending((Part[]){{STYLE_BODY, 3}, {STYLE_ANNEX_LIST, 20}, {0}},
                 ". . . . . . . . . . . . . . . . . . . . . . E E S");
}

/* Page 1 ends with text if it can, though a heading or a single line be left there (7.3.3). */
static void test_first_page(void)
{
    check("FFFFFFH||", "6 3");
    check("FFFFFFO||", "6 3");
    check("FFFFFFEE", "6 2");
    check("FFFFFFFF||", "6 4"); /* it cannot */
}

/* Only the page that gives lines to the signature's is short, however many rows that leaves. */
static void test_pushed(void)
{
    g_autoptr(GArray) flow = flow_of("||||||||||||||EESS");

    for (guint i = 15; i < flow->len; i++)
        g_array_index(flow, FlowLine, i).ending = TRUE;
    g_array_index(flow, FlowLine, 17).rows = 2; /* a seal */
    g_autofree gchar *found = planned(flow, &rules);
    g_assert_cmpstr(found, ==, "6 6 1 5");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/flow/full", test_full);
    g_test_add_func("/flow/blank", test_blank);
    g_test_add_func("/flow/heading", test_heading);
    g_test_add_func("/flow/single", test_single);
    g_test_add_func("/flow/lone-row", test_lone_row);
    g_test_add_func("/flow/notes", test_notes);
    g_test_add_func("/flow/whole-document", test_whole_document);
    g_test_add_func("/flow/ending", test_ending);
    g_test_add_func("/flow/long-signature", test_long_signature);
    g_test_add_func("/flow/shrink", test_shrink);
    g_test_add_func("/flow/pitch", test_pitch);
    g_test_add_func("/flow/slack", test_slack);
    g_test_add_func("/flow/least", test_least);
    g_test_add_func("/flow/blocks", test_blocks);
    g_test_add_func("/flow/text", test_text);
    g_test_add_func("/flow/first-page", test_first_page);
    g_test_add_func("/flow/pushed", test_pushed);
    return g_test_run();
}

/* Flows of lines, rows and figures with footnotes, mastheads, imprints and annexes, of any height
 * and with any faults, divided into pages. */
#include "fuzz.h"
#include "layout/page_plan.h"

#define MOST_LINES 400

/* ---- from bytes ---- */

static PlanRules read_rules(FuzzBytes *bytes)
{
    static const Len pitches[] = {30 * LEN_PT, 30330, 16, 1, 14400 * LEN_PT};
    PlanRules rules = {0};
    PageRoom *room = &rules.room;

    room->rows = 2 + fuzz_below(bytes, 40);
    room->pitch = pitches[fuzz_below(bytes, G_N_ELEMENTS(pitches))];
    room->white = room->pitch * fuzz_byte(bytes) / 256;
    room->turned = room->pitch * (1 + fuzz_byte(bytes)) / 8;
    room->note_rule = room->pitch * fuzz_below(bytes, 16) / 8;
    if (fuzz_below(bytes, 2))
        room->head = room->pitch * fuzz_byte(bytes) / 8;
    if (fuzz_below(bytes, 2))
        room->foot = room->pitch * fuzz_byte(bytes) / 8;
    rules.spare_rows = fuzz_below(bytes, 4);
    rules.keep_ending = fuzz_below(bytes, 2);
    if (fuzz_below(bytes, 2))
        rules.shrink = fuzz_below(bytes, 101);
    return rules;
}

/* Most are lines of text. */
static FlowLine read_line(FuzzBytes *bytes, const PageRoom *room)
{
    guint kind = fuzz_byte(bytes), what = kind >> 3;
    FlowLine line = {.height = room->pitch, .white = room->white, .on_grid = TRUE};

    if (kind & 1)
        line.faults = fuzz_below(bytes, 1u << FAULT_COUNT);
    if (kind & 2)
        line.before = fuzz_below(bytes, 8);
    if (kind & 4) {
        line.on_grid = FALSE;
        line.height = room->pitch * fuzz_byte(bytes) / 16;
        line.white = what & 1 ? MIN(line.height, room->white) : 0;
        line.repeat = what & 2 ? room->pitch * fuzz_byte(bytes) / 32 : 0;
    }
    line.notes = what & 4 ? room->pitch * fuzz_byte(bytes) / 32 : 0;
    line.ending = (what & 24) == 24;
    if (line.ending && line.on_grid && what & 1) { /* with seals, which may reach below it */
        line.rows = fuzz_below(bytes, 8);
        line.height = MAX(line.rows, 1) * room->pitch;
        line.white = room->white - room->pitch * fuzz_byte(bytes) / 64;
    }
    if ((what & 24) == 16) {
        line.new_page = (what & 1) != 0;
        line.turned = (what & 2) != 0;
    }
    return line;
}

static GArray *read_flow(FuzzBytes *bytes, const PageRoom *room)
{
    GArray *flow = g_array_new(FALSE, TRUE, sizeof(FlowLine));

    while (!fuzz_is_at_end(bytes) && flow->len < MOST_LINES) {
        FlowLine line = read_line(bytes, room);
        g_array_append_val(flow, line);
    }
    return flow;
}

/* ---- what must hold ---- */

static const FlowLine *line_at(const GArray *flow, guint i)
{
    return &g_array_index(flow, FlowLine, i);
}

/* Every line on one page, in order; a page without lines is that of the imprint. */
static void check_order(const GArray *flow, const GArray *plan, const PlanRules *rules)
{
    guint next = 0;

    for (guint i = 0; i < plan->len; i++) {
        const PlannedPage *page = &g_array_index(plan, PlannedPage, i);
        g_assert_cmpuint(page->first, ==, next);
        next = page->last;
        if (page->first == page->last) {
            g_assert_cmpuint(i, ==, plan->len - 1);
            g_assert_cmpuint(page->last, ==, flow->len);
            g_assert_cmpint(rules->room.foot, >, 0);
        }
        for (guint k = page->first; k < page->last; k++)
            g_assert_cmpuint(plan_page_of(plan, k), ==, i);
    }
    g_assert_cmpuint(next, ==, flow->len);
}

/* Annexes and turned pages begin anew. */
static void check_begins(const GArray *flow, const PlannedPage *page)
{
    for (guint i = page->first + 1; i < page->last; i++) {
        g_assert_false(line_at(flow, i)->new_page);
        g_assert_cmpint(line_at(flow, i)->turned, ==, line_at(flow, i - 1)->turned);
    }
}

/* No line stands in another, and those of text on the grid. Gives where the last one's ink ends. */
static Len check_places(const GArray *flow, const PlannedPage *page, const PageRoom *room)
{
    PageFill fill = page_fill(room, page->first == 0, page->pitch);
    Len pitch = page->pitch > 0 ? page->pitch : room->pitch, ink = 0;
    Len end = (page->first == 0 ? room->head : 0) + line_at(flow, page->first)->repeat;

    for (guint i = page->first; i < page->last; i++) {
        const FlowLine *line = line_at(flow, i);
        Len top = page_fill_add(&fill, line), height = line->height;
        g_assert_cmpint(top, >=, end);
        if (line->on_grid) { /* of its rows the last one is what it is, whatever the pitch */
            g_assert_true(page->pitch > 0 || top % pitch == 0);
            height = MAX(line->rows, 1) * pitch;
        }
        end = top + height;
        ink = end - line->white + (line->on_grid ? room->pitch - pitch : 0);
    }
    return ink;
}

static Len notes_of(const GArray *flow, const PlannedPage *page, const PageRoom *room)
{
    Len notes = 0;

    for (guint i = page->first; i < page->last; i++)
        notes += line_at(flow, i)->notes;
    return notes > 0 ? notes + room->note_rule : 0;
}

/* Footnotes and imprint stand below the text, on the page, unless one line alone is too high; the
 * imprint is not beside that, nor on a turned page. */
static void check_height(const GArray *flow, const PlannedPage *page, const PageRoom *room,
                         gboolean has_foot)
{
    Len height =
        line_at(flow, page->first)->turned ? room->turned : room->rows * room->pitch - room->white;
    Len end = check_places(flow, page, room);

    g_assert_false(has_foot && room->foot > 0 && line_at(flow, page->first)->turned);
    if (page->last - page->first > 1 || (has_foot && room->foot > 0))
        g_assert_cmpint(end + notes_of(flow, page, room) + (has_foot ? room->foot : 0), <=, height);
}

static void check_pitch(const PlannedPage *page, const PlanRules *rules)
{
    Len pitch = rules->room.pitch;

    if (page->pitch == 0)
        return;
    g_assert_cmpint(page->pitch, <=, pitch);
    g_assert_cmpint(page->pitch * 1000, >=, pitch * (1000 - (Len) rules->shrink));
}

static void check_page(const GArray *flow, const GArray *plan, guint i, const PlanRules *rules)
{
    const PlannedPage *page = &g_array_index(plan, PlannedPage, i);

    g_assert_cmpuint(page->empty, <=, rules->room.rows);
    if (page->first == page->last)
        return;
    check_begins(flow, page);
    check_height(flow, page, &rules->room, i + 1 == plan->len);
    check_pitch(page, rules);
}

/* Ends of the pages that may begin with line `first`: those that all lines fit on, and that leave
 * nothing parted. */
static void mark_ends(const GArray *flow, const PlanRules *rules, guint first, guint faults,
                      gboolean *reachable)
{
    PageFill fill = page_fill(&rules->room, first == 0, 0);

    for (guint last = first + 1; last <= flow->len; last++) {
        page_fill_add(&fill, line_at(flow, last - 1));
        if (!page_fill_fits(&fill, FALSE))
            return;
        if (last == flow->len || flow_must_break(flow, last)) {
            reachable[last] = TRUE;
            return;
        }
        if (!(line_at(flow, last)->faults & faults))
            reachable[last] = TRUE;
    }
}

/* What is to stay together is parted, or too high for its page, only where no division avoids all
 * of that. */
static void check_parted(const GArray *flow, const GArray *plan, const PlanRules *rules)
{
    g_autofree gboolean *reachable = g_new0(gboolean, flow->len + 1);
    guint faults = FAULT_BIT(FAULT_BLOCK) | FAULT_BIT(FAULT_SIGNATURE) | FAULT_BIT(FAULT_HEADING) |
                   FAULT_BIT(FAULT_FIRST_PAGE) | (rules->keep_ending ? FAULT_BIT(FAULT_ENDING) : 0);

    reachable[0] = TRUE;
    for (guint i = 0; i < flow->len; i++)
        if (reachable[i])
            mark_ends(flow, rules, i, faults, reachable);
    for (guint i = 0; i < plan->len && reachable[flow->len]; i++) {
        const PlannedPage *page = &g_array_index(plan, PlannedPage, i);
        gboolean ends = page->last == flow->len || flow_must_break(flow, page->last);
        g_assert_true(ends || !(line_at(flow, page->last)->faults & faults));
    }
}

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    FuzzBytes bytes = {data, size, 0};
    PlanRules rules = read_rules(&bytes);
    g_autoptr(GArray) flow = read_flow(&bytes, &rules.room);
    g_autoptr(GArray) plan = page_plan(flow, &rules);

    check_order(flow, plan, &rules);
    for (guint i = 0; i < plan->len; i++)
        check_page(flow, plan, i, &rules);
    if (rules.shrink == 0) /* else fewer pages may be worth it, when they are hundreds */
        check_parted(flow, plan, &rules);
    plan_keeps_ending(plan, flow);
    return 0;
}

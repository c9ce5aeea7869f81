#include "layout/ending.h"

#include "layout/footnote.h"
#include "layout/imprint.h"
#include "layout/masthead.h"
#include "layout/track.h"

/* A page set wider still looks full when no more than this part of a row is left at its foot. */
#define LOOKS_FULL(pitch) ((pitch) / 4)

/* One attempt after the other, each from the same beginning. */
typedef struct {
    const Layout *layout;
    PagedBlocks *paged;
    PlanRules rules;
    Diagnostics *sink;
} Fitting;

static PlannedPage *page_at(const GArray *plan, guint i)
{
    return &g_array_index(plan, PlannedPage, i);
}

static void take_plan(PagedBlocks *paged, GArray *plan)
{
    g_array_unref(paged->plan);
    paged->plan = plan;
}

/* ---- reports ---- */

/* "1.25": what a length is of another, in per cent. */
static gchar *percent(Len part, Len whole)
{
    gint64 hundredths = (ABS(part) * 20000 + whole) / (2 * whole);

    return g_strdup_printf("%d.%02d", (int) (hundredths / 100), (int) (hundredths % 100));
}

static void report_page(const Fitting *fitting, RuleId rule, guint page, const gchar *amount)
{
    const Metadata *meta = &fitting->layout->bulletin->meta;
    g_autofree gchar *number =
        g_strdup_printf("%u", fitting->layout->template->page_number.first + page);
    Span where = meta->issuers->len > 0 ? g_array_index(meta->issuers, Field, 0).span : SPAN_NONE;

    diag_report(fitting->sink, rule, where, number, amount, NULL);
}

/* `rule` has the change. A page may need no more than that what does not begin on the grid does not
 * go back to it: its pitch is the grid's then. */
static void report_pitches(const Fitting *fitting, RuleId rule)
{
    Len pitch = fitting->rules.room.pitch;

    for (guint i = 0; i < fitting->paged->plan->len; i++) {
        Len own = page_at(fitting->paged->plan, i)->pitch;
        if (own == 0)
            continue;
        g_autofree gchar *change = percent(own - pitch, pitch);
        report_page(fitting, own == pitch ? RULE_ENDING_OFF_GRID : rule, i,
                    own == pitch ? NULL : change);
    }
}

/* ---- the imprint on a page of its own ---- */

static gboolean is_of_imprint(const PlannedPage *page)
{
    return page->first == page->last;
}

/* It was the imprint that drove signature and date from their text: it goes, nothing else moves. */
static gboolean try_imprint_alone(Fitting *fitting)
{
    PagedBlocks *paged = fitting->paged;
    PlanRules rules = fitting->rules;

    rules.keep_ending = TRUE;
    GArray *plan = page_plan(paged->flow, &rules);
    if (plan->len == 0 || !is_of_imprint(page_at(plan, plan->len - 1)) ||
        !plan_keeps_ending(plan, paged->flow)) {
        g_array_unref(plan);
        return FALSE;
    }
    take_plan(paged, plan);
    return TRUE;
}

/* ---- line pitch of the last two pages ---- */

static gboolean try_shrink(Fitting *fitting)
{
    PagedBlocks *paged = fitting->paged;
    PlanRules rules = fitting->rules;

    rules.shrink = fitting->layout->template->signature.pitch_shrink;
    rules.keep_ending = TRUE;
    if (rules.shrink == 0)
        return FALSE;
    GArray *plan = page_plan(paged->flow, &rules);
    if (plan->len >= paged->plan->len || !plan_keeps_ending(plan, paged->flow)) {
        g_array_unref(plan);
        return FALSE;
    }
    take_plan(paged, plan);
    report_pitches(fitting, RULE_ENDING_PITCH_SHRUNK);
    return TRUE;
}

/* ---- character spacing of the last paragraphs ---- */

static gboolean is_text(const Fitting *fitting, const SetBlock *block)
{
    const Template *template = fitting->layout->template;
    const Style *style = &template->styles[block->paragraph->role];

    return style->align == ALIGN_JUSTIFY && style->keep_next == 0 && block->paragraph->label == 0 &&
           block->paragraph->start == 0 && !is_on_strict_grid(template, block->paragraph->role);
}

/* The widest white, in one place, that a paragraph's lines have between all their characters. */
static Len loosest(const SetBlock *block)
{
    Len most = 0;

    for (guint i = 0; i < block->lines->len; i++) {
        const Line *line = block->lines->pdata[i];
        Len white = 0;
        for (guint k = 0; k < line->adjustments->len; k++) {
            const Adjustment *adjustment = &g_array_index(line->adjustments, Adjustment, k);
            if (adjustment->kind == ADJUST_TRACKING || adjustment->kind == ADJUST_STRETCH_ALL)
                white += adjustment->amount / MAX(adjustment->places, 1);
        }
        most = MAX(most, white);
    }
    return most;
}

/* A line or more gained as the sign says, and no line looser than before or than is allowed: the
 * filling of lines must not do in secret what the spacing may not. */
static gboolean is_better(const Fitting *fitting, const SetBlock *block, const SetBlock *tracked,
                          gint thousandths)
{
    const Template *template = fitting->layout->template;
    Len size = template->styles[block->paragraph->role].size;
    Len most = size * (Len) template->signature.tracking / 1000;

    return (thousandths < 0 ? tracked->lines->len < block->lines->len
                            : tracked->lines->len > block->lines->len) &&
           loosest(tracked) <= MAX(loosest(block), most);
}

/* The block again with another character spacing, where that is better; else NULL.
 * (transfer full) */
static SetBlock *respaced(const Fitting *fitting, guint i, gint thousandths)
{
    const Template *template = fitting->layout->template;
    const SetBlock *block = fitting->layout->blocks->pdata[i];

    if (!is_text(fitting, block))
        return NULL;
    SetBlock *tracked = track_block(block, thousandths, &template->composition);
    if (is_better(fitting, block, tracked, thousandths))
        return tracked;
    set_block_free(tracked);
    return NULL;
}

static void replan(Fitting *fitting)
{
    PagedBlocks *paged = fitting->paged;

    g_array_unref(paged->flow);
    paged->flow = flow_new(paged->blocks, fitting->layout->notes, fitting->layout->template);
    take_plan(paged, page_plan(paged->flow, &fitting->rules));
}

static void restore_blocks(Fitting *fitting)
{
    PagedBlocks *paged = fitting->paged;

    for (guint i = 0; i < paged->blocks->len; i++)
        paged->blocks->pdata[i] = fitting->layout->blocks->pdata[i];
    g_ptr_array_set_size(paged->own, 0);
}

/* From the last paragraph before the signature back to block `first`, until the ending fits:
 * annexes have nothing to do with it. */
static gboolean try_tracking_by(Fitting *fitting, guint first, gint thousandths)
{
    PagedBlocks *paged = fitting->paged;
    guint ending = g_array_index(paged->flow, FlowLine, flow_ending(paged->flow)).block;

    for (guint i = ending; i > first; i--) {
        SetBlock *tracked = respaced(fitting, i - 1, thousandths);
        if (!tracked)
            continue;
        g_ptr_array_add(paged->own, tracked);
        paged->blocks->pdata[i - 1] = tracked;
        replan(fitting);
        if (plan_keeps_ending(paged->plan, paged->flow))
            return TRUE;
    }
    if (paged->own->len > 0) {
        restore_blocks(fitting);
        replan(fitting);
    }
    return FALSE;
}

static void report_tracking(const Fitting *fitting, gint thousandths)
{
    g_autofree gchar *change = percent(ABS(thousandths), 1000);
    const PagedBlocks *paged = fitting->paged;

    for (guint i = 0; i < paged->own->len; i++) {
        const SetBlock *block = paged->own->pdata[i];
        const TextRun *run = &g_array_index(block->paragraph->runs, TextRun, 0);
        diag_report(fitting->sink,
                    thousandths < 0 ? RULE_ENDING_TRACKED_IN : RULE_ENDING_TRACKED_OUT, run->span,
                    change, NULL);
    }
}

/* The least change of spacing that does it, on paragraphs of the last two pages. */
static gboolean try_tracking(Fitting *fitting)
{
    const GArray *plan = fitting->paged->plan;
    guint ending = plan_page_of(plan, flow_ending(fitting->paged->flow));
    guint page = ending > 0 ? ending - 1 : 0;
    guint line = page_at(plan, page)->first;
    guint first = g_array_index(fitting->paged->flow, FlowLine, line).block;
    gint most = (gint) fitting->layout->template->signature.tracking;

    for (gint change = 1; change <= most; change++)
        for (gint sign = -1; sign <= 1; sign += 2)
            if (try_tracking_by(fitting, first, sign * change)) {
                report_tracking(fitting, sign * change);
                return TRUE;
            }
    return FALSE;
}

/* ---- lines of text moved to the ending's page ---- */

/* The page that gave lines away is set wider, where that makes it full again. */
static void loosen(Fitting *fitting, PlannedPage *page)
{
    const PagedBlocks *paged = fitting->paged;
    const PageRoom *room = &fitting->rules.room;
    Len most =
        room->pitch * (1000 + (Len) fitting->layout->template->signature.pitch_stretch) / 1000;
    Len full = plan_pitch(paged->flow, page, &fitting->rules);

    if (page->empty == 0 || full <= room->pitch)
        return;
    Len own = MIN(full, most);
    if ((full - own) * (room->rows - 1) <= LOOKS_FULL(room->pitch))
        page->pitch = own;
}

guint paged_text_lines(const PagedBlocks *paged, guint page)
{
    const PlannedPage *planned = page_at(paged->plan, page);
    guint lines = 0;

    for (guint i = planned->first; i < planned->last; i++)
        lines += g_array_index(paged->flow, FlowLine, i).text ? 1 : 0;
    return lines;
}

static void push(Fitting *fitting)
{
    PagedBlocks *paged = fitting->paged;
    PlanRules rules = fitting->rules;

    rules.keep_ending = TRUE;
    take_plan(paged, page_plan(paged->flow, &rules));
    guint page = plan_page_of(paged->plan, flow_ending(paged->flow));
    if (!plan_keeps_ending(paged->plan, paged->flow)) {
        report_page(fitting, RULE_ENDING_APART, page, NULL);
        return;
    }
    g_autofree gchar *lines = g_strdup_printf("%u", paged_text_lines(paged, page));
    report_page(fitting, RULE_ENDING_PUSHED, page, lines);
    if (page > 0)
        loosen(fitting, page_at(paged->plan, page - 1));
    report_pitches(fitting, RULE_ENDING_PITCH_STRETCHED);
}

/* Nothing can be moved to signature and date from a page that is turned (8). */
static void report_alone(const Fitting *fitting)
{
    const PagedBlocks *paged = fitting->paged;
    guint ending = flow_ending(paged->flow);

    if (ending == 0 || ending == paged->flow->len)
        return;
    guint page = plan_page_of(paged->plan, ending);
    if (page_at(paged->plan, page)->first == ending && flow_must_break(paged->flow, ending))
        report_page(fitting, RULE_ENDING_ALONE, page, NULL);
}

/* ---- pages ---- */

PageRoom page_room(const Layout *layout)
{
    const Template *template = layout->template;
    const Len imprint = layout->imprint ? imprint_height(layout->imprint) : 0;

    return (PageRoom){.rows = template->lines,
                      .pitch = template->pitch,
                      .white = grid_white(template),
                      .turned = template->width,
                      .note_rule = footnotes_rule_height(template),
                      .head = layout->masthead ? masthead_height(layout->masthead) : 0,
                      /* between text and imprint there is white as between two lines */
                      .foot = imprint > 0 ? imprint + grid_white(template) : 0};
}

static PagedBlocks *paged_in(const Layout *layout, const PageRoom *room, Diagnostics *sink)
{
    const Template *template = layout->template;
    PagedBlocks *paged = g_new0(PagedBlocks, 1);
    PlanRules rules = {.room = *room, .spare_rows = template->spare_rows};
    Fitting fitting = {.layout = layout, .paged = paged, .rules = rules, .sink = sink};

    paged->room = *room;
    paged->own = g_ptr_array_new_with_free_func((GDestroyNotify) set_block_free);
    paged->blocks = g_ptr_array_copy(layout->blocks, NULL, NULL);
    g_ptr_array_set_free_func(paged->blocks, NULL);
    paged->flow = flow_new(paged->blocks, layout->notes, template);
    paged->plan = page_plan(paged->flow, &fitting.rules);
    if (!plan_keeps_ending(paged->plan, paged->flow) && !try_imprint_alone(&fitting) &&
        !try_shrink(&fitting) && !try_tracking(&fitting))
        push(&fitting);
    report_alone(&fitting);
    return paged;
}

/* Where the text ends on an odd page the imprint goes to the next, and nothing need be kept free
 * for it below the text (7.5). */
static gboolean ends_on_odd(const Layout *layout, const PageRoom *room)
{
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    g_autoptr(PagedBlocks) paged = paged_in(layout, room, unheard);

    return (layout->template->page_number.first + paged->plan->len - 1) % 2 == 1;
}

PagedBlocks *paged_blocks_new(const Layout *layout, Diagnostics *sink)
{
    const Template *template = layout->template;
    PageRoom room = page_room(layout), whole = room;
    gboolean on_even = template->imprint.on_even && room.foot > 0;

    whole.foot = 0;
    gboolean elsewhere = on_even && ends_on_odd(layout, &whole);
    PagedBlocks *paged = paged_in(layout, elsewhere ? &whole : &room, sink);
    if (on_even)
        imprint_move_to_even(paged->plan, template);
    return paged;
}

guint imprint_missing_rows(const PagedBlocks *paged)
{
    const GArray *plan = paged->plan;
    guint last = plan->len - 1;

    if (plan->len < 2 || paged->room.foot == 0 || !is_of_imprint(page_at(plan, last)) ||
        is_of_imprint(page_at(plan, last - 1)))
        return 0;
    const PlannedPage *text = page_at(plan, last - 1);
    PageFill fill = page_fill(&paged->room, text->first == 0, text->pitch);
    for (guint i = text->first; i < text->last; i++)
        page_fill_add(&fill, &g_array_index(paged->flow, FlowLine, i));
    Len over = page_fill_over(&fill, TRUE);
    return fill.turned ? 0 : (guint) ((over + paged->room.pitch - 1) / paged->room.pitch);
}

void paged_blocks_free(PagedBlocks *paged)
{
    g_ptr_array_unref(paged->blocks);
    g_ptr_array_unref(paged->own);
    g_array_unref(paged->flow);
    g_array_unref(paged->plan);
    g_free(paged);
}

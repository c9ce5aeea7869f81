#include "layout/masthead_parts.h"

/* 机密 has the second line also where the first is empty (7.2.2). */
#define CLASSIFICATION_LINE 1

/* Each line is a paragraph; the star in a rule is part of the rule. */
static void add_to_structure(const Masthead *masthead, GArray *structure)
{
    for (guint i = 0; i < masthead->lines->len; i++) {
        LoneLine *lone = masthead->lines->pdata[i];
        if (lone != masthead->star)
            lone_line_set_element(lone, structure_add(structure, STRUCT_P, STRUCTURE_ROOT));
    }
}

Masthead *masthead_new(const Bulletin *bulletin, const Template *template, GArray *structure,
                       Diagnostics *sink)
{
    if (!template->masthead.given)
        return NULL;
    Masthead *masthead = g_new0(Masthead, 1);
    masthead->meta = &bulletin->meta;
    masthead->template = template;
    masthead->lines = g_ptr_array_new_with_free_func((GDestroyNotify) lone_line_free);
    masthead->blocks = g_ptr_array_new();
    masthead->names = g_ptr_array_new();
    masthead->signatories = g_ptr_array_new();
    masthead->rules = g_array_new(FALSE, FALSE, sizeof(RuleBox));
    masthead_write(masthead, sink);
    add_to_structure(masthead, structure);
    return masthead;
}

void masthead_free(Masthead *masthead)
{
    g_ptr_array_unref(masthead->lines);
    g_ptr_array_unref(masthead->blocks);
    g_ptr_array_unref(masthead->names);
    g_ptr_array_unref(masthead->signatories);
    g_array_unref(masthead->rules);
    g_free(masthead);
}

gboolean masthead_prepare(Masthead *masthead, const Layout *layout, Diagnostics *sink)
{
    gboolean good = TRUE;

    for (guint i = 0; i < masthead->lines->len; i++)
        good &= lone_line_prepare(masthead->lines->pdata[i], layout, sink);
    return good;
}

/* ---- rules ---- */

Len rule_height(const RuleStyle *rule)
{
    Len height = 0;

    for (guint i = 0; i < RULE_LINES && rule->weight[i] > 0; i++)
        height += rule->weight[i] + (i > 0 ? rule->gap : 0);
    return height;
}

static void add_box(Masthead *masthead, Len x, Len y, Len width, Len height)
{
    RuleBox box = {x, y, width, height};

    g_array_append_val(masthead->rules, box);
}

Len masthead_add_rule(Masthead *masthead, const RuleStyle *rule, Len y)
{
    const Template *template = masthead->template;
    Len middle = template->left + template->width / 2, x = middle - rule->width / 2;
    Len open = rule->star * 3 / 4; /* to each side of the star's middle */

    for (guint i = 0; i < RULE_LINES && rule->weight[i] > 0; i++) {
        if (open > 0) {
            add_box(masthead, x, y, rule->width / 2 - open, rule->weight[i]);
            add_box(masthead, middle + open, y, rule->width / 2 - open, rule->weight[i]);
        } else {
            add_box(masthead, x, y, rule->width, rule->weight[i]);
        }
        y += rule->weight[i] + (i + 1 < RULE_LINES && rule->weight[i + 1] > 0 ? rule->gap : 0);
    }
    return y;
}

/* The middle of its ink is that of the rule's. */
static void place_star(Masthead *masthead, const Layout *layout, Len rule_top)
{
    const Template *template = masthead->template;
    LoneLine *star = masthead->star;
    Len top, bottom;

    lone_line_scale(star, template->masthead.rule.star, template->styles[STYLE_MASTHEAD].size, 0);
    lone_line_ink(star, layout, &top, &bottom);
    star->x = template->left + (template->width - lone_line_width(star)) / 2;
    star->baseline = rule_top + (rule_height(&template->masthead.rule) + top + bottom) / 2;
}

/* Returns the bottom of the rule that begins so far below `y`. */
static Len place_rule(Masthead *masthead, const Layout *layout, Len y)
{
    const MastheadStyle *style = &masthead->template->masthead;
    Len top = y + style->rule_distance;

    if (masthead->star)
        place_star(masthead, layout, top);
    return masthead_add_rule(masthead, &style->rule, top);
}

/* ---- lines ---- */

/* So many blank lines below `y`. */
static Len below(const Template *template, Len y, guint blank_lines)
{
    return y + grid_white(template) + blank_lines * template->pitch;
}

/* Copy number, classification and urgency one below the other from `top` (7.2.1–7.2.3), the
 * classification on line `second` at least. Returns on how many lines they stand. */
static guint place_corner(Masthead *masthead, Len top, guint second, gboolean on_grid)
{
    const Template *template = masthead->template;
    LoneLine *lines[] = {masthead->copy_number, masthead->classification, masthead->urgency};
    guint line = 0;

    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        if (!lines[i])
            continue;
        if (lines[i] == masthead->classification)
            line = MAX(line, second);
        lone_line_put(lines[i], template, template->left, top + line * template->pitch);
        line++;
        lines[i]->row = on_grid ? line : 0;
    }
    return line;
}

/* An order's mark begins beside the third line of the corner (10.2: 20 mm below the top): it is as
 * wide as that leaves it in the middle, a character between them. */
static Len room_beside_corner(const Masthead *masthead)
{
    const Template *template = masthead->template;
    const LoneLine *lines[] = {masthead->copy_number, masthead->classification, masthead->urgency};
    Len corner = 0;

    for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
        if (lines[i] && lines[i]->baseline > masthead_mark_top(masthead))
            corner = MAX(corner, lone_line_width(lines[i]) + template->cell);
    return template->width - 2 * corner;
}

/* Mark, number and signatories below it, rule: a document's (7.2), and an order's without rule
 * (10.2). Returns the bottom of it all. */
static Len place_document(Masthead *masthead, const Layout *layout, Diagnostics *sink)
{
    const Template *template = masthead->template;
    const MastheadStyle *style = &template->masthead;
    LoneLine *number = masthead->number;

    place_corner(masthead, template->top, CLASSIFICATION_LINE, TRUE);
    masthead->mark_room = room_beside_corner(masthead);
    Len y = below(template, masthead_place_mark(masthead, layout, sink), style->number_before);
    if (style->number_place == NUMBER_BESIDE_SIGNATORY) {
        y = masthead_place_signatories(masthead, y, sink);
    } else {
        if (number)
            lone_line_put(number, template,
                          template->left + (template->width - lone_line_width(number)) / 2, y);
        y += template->styles[STYLE_DOCUMENT_NUMBER].size;
    }
    return style->rule_place == RULE_BELOW_NUMBER ? place_rule(masthead, layout, y) : y;
}

/* Mark, rule, and below it copy number and so on at the left, the document number at the right: a
 * letter's (10.1). */
static Len place_letter(Masthead *masthead, const Layout *layout, Diagnostics *sink)
{
    const Template *template = masthead->template;

    masthead->mark_room = template->width;
    Len rule = place_rule(masthead, layout, masthead_place_mark(masthead, layout, sink));
    Len y = rule + grid_white(template);
    guint lines = place_corner(masthead, y, 0, FALSE);

    if (masthead->number) {
        Len width = lone_line_width(masthead->number);
        lone_line_put(masthead->number, template, template->left + template->width - width, y);
        lines = MAX(lines, 1);
    }
    return lines > 0 ? y + (lines - 1) * template->pitch + template->cell : rule;
}

static void place_foot_rule(Masthead *masthead)
{
    const Template *template = masthead->template;
    const RuleStyle *rule = &template->masthead.foot_rule;

    if (rule->weight[0] > 0)
        masthead_add_rule(masthead, rule,
                          template->page_height - template->masthead.foot_rule_bottom -
                              rule_height(rule));
}

gboolean masthead_set(Masthead *masthead, const Layout *layout, Diagnostics *sink)
{
    const Template *template = masthead->template;
    g_autoptr(Diagnostics) unheard = diagnostics_new();
    Diagnostics *faults = masthead->both ? unheard : sink;

    for (guint i = 0; i < masthead->lines->len; i++) {
        LoneLine *lone = masthead->lines->pdata[i];
        if (!lone_line_set(lone, layout, sink))
            return FALSE;
        g_ptr_array_add(masthead->blocks, lone->set);
    }
    Len bottom = template->masthead.rule_place == RULE_BELOW_MARK
                     ? place_letter(masthead, layout, faults)
                     : place_document(masthead, layout, faults);
    place_foot_rule(masthead);
    masthead_check(masthead, layout, faults);
    masthead->height = below(template, bottom, template->masthead.after) - template->top;
    return TRUE;
}

Len masthead_height(const Masthead *masthead)
{
    return masthead->height;
}

const GPtrArray *masthead_blocks(const Masthead *masthead)
{
    return masthead->blocks;
}

GPtrArray *masthead_texts(const Masthead *masthead)
{
    GPtrArray *texts = g_ptr_array_new();

    for (guint i = 0; i < masthead->lines->len; i++)
        if (masthead->lines->pdata[i] != masthead->star)
            g_ptr_array_add(texts, ((const LoneLine *) masthead->lines->pdata[i])->text);
    return texts;
}

void masthead_place(const Masthead *masthead, Page *page)
{
    for (guint i = 0; i < masthead->lines->len; i++)
        lone_line_place(masthead->lines->pdata[i], masthead->template, page);
    for (guint i = 0; i < masthead->rules->len; i++) {
        const RuleBox *box = &g_array_index(masthead->rules, RuleBox, i);
        page_add(page, item_new_rule(INK_RED, box->x, box->y, box->width, box->height));
    }
}

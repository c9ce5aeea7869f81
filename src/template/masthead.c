#include "template/sections.h"

/* In the order of the enumerations of template.h. */
static const gchar *const origin_words[] = {"text-block", "page", NULL};
static const gchar *const issuer_words[] = {"all", "first", NULL};
static const gchar *const place_words[] = {"center", "signatory", "right", NULL};
static const gchar *const form_words[] = {"office", "series", "free", NULL};
static const gchar *const below_words[] = {"none", "number", "mark", NULL};

/* The thicknesses of a rule's lines, from the top. */
static void read_weights(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    Len *weights = target;

    if (!value_is(reader, pair, YAML_LIST_NODE_KIND))
        return;
    const GPtrArray *items = pair->value->items;
    if (items->len < 1 || items->len > RULE_LINES) {
        report_kind(reader, row->key, pair->key_span, "一条或两条线的粗细",
                    "the weights of one line or two");
        return;
    }
    for (guint i = 0; i < items->len; i++) {
        YamlNode *item = items->pdata[i];
        YamlPair shown = {pair->key, item->span, item};
        read_length(reader, row, &shown, &weights[i]);
        if (!reader->failed && weights[i] == 0)
            report_kind(reader, row->key, item->span, "大于零的粗细", "more than nothing");
    }
}

static const Row number_rows[] = {
    {ROW("place", read_word, MastheadStyle, number_place), .words = place_words},
    {ROW("form", read_word, MastheadStyle, number_form), .words = form_words},
    {ROW("before", read_count, MastheadStyle, number_before), .optional = TRUE, .most = MOST_LINES},
    {ROW("indent", read_length, MastheadStyle, number_indent), .optional = TRUE, .most = 200},
    {.key = NULL},
};

static const Row signatory_rows[] = {
    {ROW("label", read_text, MastheadStyle, signatory_label)},
    {ROW("a-line", read_count, MastheadStyle, signatories_a_line), .least = 1, .most = 10},
    {ROW("right", read_length, MastheadStyle, signatory_right), .most = 200},
    {ROW("gap", read_length, MastheadStyle, signatory_gap), .most = 100},
    {.key = NULL},
};

static const Row rule_rows[] = {
    {ROW("below", read_word, MastheadStyle, rule_place), .words = below_words},
    {ROW("distance", read_length, MastheadStyle, rule_distance), .most = 200},
    {ROW("width", read_length, MastheadStyle, rule.width)},
    {ROW("lines", read_weights, MastheadStyle, rule.weight), .most = 10},
    {ROW("gap", read_length, MastheadStyle, rule.gap), .optional = TRUE, .most = 20},
    {ROW("star", read_length, MastheadStyle, rule.star), .optional = TRUE, .most = 50},
    {.key = NULL},
};

static const Row foot_rule_rows[] = {
    {ROW("bottom", read_length, MastheadStyle, foot_rule_bottom)},
    {ROW("width", read_length, MastheadStyle, foot_rule.width)},
    {ROW("lines", read_weights, MastheadStyle, foot_rule.weight), .most = 10},
    {ROW("gap", read_length, MastheadStyle, foot_rule.gap), .optional = TRUE, .most = 20},
    {.key = NULL},
};

const Row masthead_rows[] = {
    {ROW("from", read_word, MastheadStyle, from), .words = origin_words},
    {ROW("top", read_length, MastheadStyle, top)},
    {ROW("suffix", read_text, MastheadStyle, suffix)},
    {ROW("suffix-gap", read_length, MastheadStyle, suffix_gap), .optional = TRUE, .most = 100},
    {ROW("issuers", read_word, MastheadStyle, issuers), .optional = TRUE, .words = issuer_words},
    {ROW("condensed", read_count, MastheadStyle, condensed), .optional = TRUE, .most = 500},
    {ROW("height", read_length, MastheadStyle, height)},
    {.key = "number", .read = read_map, .rows = number_rows},
    {.key = "signatory", .read = read_map, .optional = TRUE, .rows = signatory_rows},
    {.key = "rule", .read = read_map, .optional = TRUE, .rows = rule_rows},
    {.key = "foot-rule", .read = read_map, .optional = TRUE, .rows = foot_rule_rows},
    {ROW("after", read_count, MastheadStyle, after), .most = MOST_LINES},
    {.key = NULL},
};

static void check_place(Reader *reader, Span where, const Template *template)
{
    const MastheadStyle *style = &template->masthead;
    Len top = style->from == HEAD_FROM_PAGE ? style->top : template->top + style->top;

    check_limit(reader, where, "发文机关标志底边", "bottom of the mark of the issuers",
                top + MAX(style->height, template->styles[STYLE_MASTHEAD].size),
                template->top + template->height);
    check_limit(reader, where, "红色分隔线的长", "length of the rule",
                MAX(style->rule.width, style->foot_rule.width), template->page_width);
    check_limit(reader, where, "红色双线距页面底边", "distance of the rule from the page's foot",
                style->foot_rule_bottom, template->page_height);
}

/* Its lengths in em are of the mark's size. */
void read_masthead(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const Template *template = (const Template *) (gconstpointer) ((gchar *) target - row->offset);
    MastheadStyle *masthead = target;

    masthead->given = TRUE;
    reader->em = template->styles[STYLE_MASTHEAD].size;
    read_map(reader, row, pair, masthead);
    if (!reader->failed)
        check_place(reader, pair->key_span, template);
}

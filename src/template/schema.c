#include "template/sections.h"

static const Row description_rows[] = {
    {ROW("zh", read_text, Template, description[LANG_ZH]), .optional = TRUE},
    {ROW("en", read_text, Template, description[LANG_EN]), .optional = TRUE},
    {.key = NULL},
};

/* One text is for every language. */
static void read_description(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    Template *template = target;

    if (pair->value->kind == YAML_MAP_NODE_KIND) {
        read_map(reader, row, pair, target);
    } else if (value_is(reader, pair, YAML_SCALAR_NODE_KIND)) {
        template->description[LANG_ZH] = g_strdup(pair->value->text);
        template->description[LANG_EN] = g_strdup(pair->value->text);
    }
}

/* In the order of the enumerations of template.h. */
static const gchar *const colour_words[] = {"rgb", "cmyk", NULL};
static const gchar *const element_words[] = {
    "title",   "number",     "issued",     "recipients", "opening", "body",    "closing",
    "contact", "annex-list", "attendance", "signature",  "note",    "annexes", NULL};

/* Whatever else a template sets, the text that every bulletin has is set; orders have no title.
 * What an element is set with has to be told where it is set. */
static void check_order(Reader *reader, const YamlPair *pair, const Template *template)
{
    static const Element always[] = {ELEMENT_OPENING, ELEMENT_BODY, ELEMENT_CLOSING};
    const struct {
        Element element;
        gboolean told;
        const gchar *key;
    } sections[] = {
        {ELEMENT_ISSUED, template->issued != NULL, "issued"},
        {ELEMENT_RECIPIENTS, template->recipients.end != NULL, "recipients"},
        {ELEMENT_ANNEX_LIST, template->annex_list.label != NULL, "annex-list"},
        {ELEMENT_ATTENDANCE, template->attendance.end != NULL, "attendance"},
        {ELEMENT_NOTE, template->note != NULL, "note"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(always); i++)
        if (!template_sets(template, always[i]))
            report_missing(reader, pair->value->span, element_words[always[i]]);
    for (guint i = 0; i < G_N_ELEMENTS(sections); i++)
        if (!sections[i].told && template_sets(template, sections[i].element))
            report_missing(reader, pair->key_span, sections[i].key);
}

/* After an error nothing is known of what was told. */
static void read_order(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    Template *template = target;

    read_words(reader, row, pair, &template->order);
    if (!reader->failed)
        check_order(reader, pair, template);
}

/* Read in this order: the grid needs the text block, styles need the grid and the fonts. */
const Row template_rows[] = {
    {ROW("name", read_text, Template, name)},
    {.key = "extends", .read = read_nothing, .optional = TRUE},
    {.key = "description", .read = read_description, .optional = TRUE, .rows = description_rows},
    {.key = "page", .read = read_map, .rows = page_rows},
    {.key = "text-block", .read = read_map, .rows = block_rows},
    {.key = "grid", .read = read_grid, .missing = do_without_grid, .rows = grid_rows},
    {ROW("widow", read_count, Template, widow), .least = 1, .most = MOST_LINES},
    {ROW("orphan", read_count, Template, orphan), .least = 1, .most = MOST_LINES},
    {ROW("spare-rows", read_count, Template, spare_rows), .optional = TRUE, .most = MOST_LINES},
    {ROW("red", read_word, Template, colours), .optional = TRUE, .words = colour_words},
    {.key = "fonts", .read = read_fonts, .named = TRUE, .rows = font_rows},
    {.key = "styles", .read = read_styles},
    {ROW("marks", read_map, Template, marks), .optional = TRUE, .rows = mark_rows},
    {ROW("masthead", read_masthead, Template, masthead), .optional = TRUE, .rows = masthead_rows},
    {ROW("numbering", read_map, Template, numbering), .rows = numbering_rows},
    {ROW("finding", read_map, Template, finding), .rows = finding_rows},
    {ROW("contact", read_map, Template, contact), .rows = contact_rows},
    {ROW("recipients", read_map, Template, recipients), .optional = TRUE, .rows = recipients_rows},
    {ROW("annex-list", read_map, Template, annex_list), .optional = TRUE, .rows = annex_list_rows},
    {ROW("annex", read_map, Template, annex), .rows = annex_rows},
    {ROW("ledger", read_map, Template, ledger), .rows = ledger_style_rows},
    {ROW("attendance", read_map, Template, attendance), .optional = TRUE, .rows = attendance_rows},
    {ROW("signature", read_signature, Template, signature), .rows = signature_rows},
    {.key = "seal", .read = read_seal, .optional = TRUE, .rows = seal_rows},
    {.key = "stamp", .read = read_stamp, .optional = TRUE, .rows = stamp_rows},
    {.key = "issued", .read = read_map, .optional = TRUE, .rows = issued_rows},
    {.key = "note", .read = read_map, .optional = TRUE, .rows = note_rows},
    {ROW("imprint", read_map, Template, imprint), .optional = TRUE, .rows = imprint_rows},
    {ROW("footnote", read_footnote, Template, footnote), .rows = footnote_rows},
    {ROW("table", read_map, Template, table), .optional = TRUE, .rows = table_rows},
    {ROW("figure", read_figure, Template, figure), .optional = TRUE, .rows = figure_rows},
    {.key = "page-number", .read = read_page_number, .rows = page_number_rows},
    {ROW("composition", read_map, Template, composition), .rows = composition_rows},
    {.key = "title", .read = read_map, .optional = TRUE, .rows = title_rows},
    {.key = "order", .read = read_order, .words = element_words},
    {.key = NULL},
};

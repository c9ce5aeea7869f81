#include "template/parts.h"

#include "model/bulletin.h"

/* Most lines or cells of a grid, and most lines of any count that is given in lines. */
#define MOST_LINES 500

static const gchar *const number_places[] = {"{han}", "{digit}", "{circled}", NULL};
static const gchar *const title_places[] = {"{title}", NULL};
static const gchar *const value_places[] = {"{value}", NULL};
static const gchar *const page_places[] = {"{page}", NULL};

/* In the order of the enumerations of template.h. */
static const gchar *const measure_words[] = {"run-in", "paragraphs", NULL};
static const gchar *const punct_words[] = {"quanjiao", "kaiming", "banjiao", "plain", NULL};
static const gchar *const kinsoku_words[] = {"basic", "gb", "strict", NULL};
static const gchar *const line_end_words[] = {"half", "full", "fit", NULL};
static const gchar *const colour_words[] = {"rgb", "cmyk", NULL};
static const gchar *const grid_words[] = {"even", "strict", NULL};
static const gchar *const element_words[] = {"title",   "opening",   "body", "closing",
                                             "contact", "signature", NULL};

/* A row without a struct member fills the struct that the rows above it fill. */
static const Row page_rows[] = {
    {ROW("width", read_length, Template, page_width)},
    {ROW("height", read_length, Template, page_height)},
    {.key = NULL},
};

static const Row block_rows[] = {
    {ROW("left", read_length, Template, left)},
    {ROW("top", read_length, Template, top)},
    {ROW("width", read_length, Template, width)},
    {ROW("height", read_length, Template, height)},
    {.key = NULL},
};

static const Row grid_rows[] = {
    {ROW("cells", read_count, Template, cells), .least = 1, .most = MOST_LINES},
    {ROW("lines", read_count, Template, lines), .least = 2, .most = MOST_LINES},
    {ROW("ascent", read_number, Template, ascent), .most = 1000},
    {.key = NULL},
};

static const Row reference_rows[] = {
    {ROW("headings", read_formats, Numbering, reference_heading), .most = 4,
     .words = number_places},
    {ROW("finding", read_format, Numbering, reference_finding), .words = number_places},
    {ROW("measure", read_format, Numbering, reference_measure), .words = number_places},
    {.key = NULL},
};

static const Row numbering_rows[] = {
    {ROW("headings", read_formats, Numbering, heading), .most = 4, .words = number_places},
    {ROW("measure", read_format, Numbering, measure), .words = number_places},
    {ROW("item", read_format, Numbering, item), .words = number_places},
    {ROW("list", read_format, Numbering, list), .words = number_places},
    {.key = "references", .read = read_map, .rows = reference_rows},
    {.key = NULL},
};

static const Row finding_rows[] = {
    {ROW("lead-in", read_format, FindingStyle, lead_in), .words = title_places},
    {ROW("lead-in-prefix", read_text, FindingStyle, lead_in_prefix)},
    {ROW("measures", read_word, FindingStyle, measures), .words = measure_words},
    {ROW("measure-separator", read_text, FindingStyle, measure_separator)},
    {ROW("measure-end", read_text, FindingStyle, measure_end)},
    {ROW("closing-marks", read_text, FindingStyle, closing_marks)},
    {ROW("list-separator", read_text, FindingStyle, list_separator)},
    {ROW("list-end", read_text, FindingStyle, list_end)},
    {.key = NULL},
};

static const Row label_rows[] = {
    {ROW("phone", read_format, ContactStyle, labels[CONTACT_PHONE]), .words = value_places},
    {ROW("email", read_format, ContactStyle, labels[CONTACT_EMAIL]), .words = value_places},
    {ROW("address", read_format, ContactStyle, labels[CONTACT_ADDRESS]), .words = value_places},
    {ROW("postcode", read_format, ContactStyle, labels[CONTACT_POSTCODE]), .words = value_places},
    {ROW("hours", read_format, ContactStyle, labels[CONTACT_HOURS]), .words = value_places},
    {ROW("person", read_format, ContactStyle, labels[CONTACT_PERSON]), .words = value_places},
    {.key = NULL},
};

static const Row contact_rows[] = {
    {ROW("lead", read_text, ContactStyle, lead)},
    {ROW("separator", read_text, ContactStyle, separator)},
    {ROW("end", read_text, ContactStyle, end)},
    {.key = "labels", .read = read_map, .rows = label_rows},
    {.key = NULL},
};

static const Row signature_rows[] = {
    {ROW("blank-lines", read_count, SignatureStyle, blank_lines), .most = MOST_LINES},
    {ROW("right", read_length, SignatureStyle, right)},
    {ROW("date-indent", read_length, SignatureStyle, date_indent)},
    {ROW("keep-lines", read_count, SignatureStyle, keep_lines), .most = MOST_LINES},
    {ROW("pitch-shrink", read_count, SignatureStyle, pitch_shrink), .optional = TRUE, .most = 100},
    {ROW("tracking", read_count, SignatureStyle, tracking), .optional = TRUE, .most = 50},
    {ROW("pitch-stretch", read_count, SignatureStyle, pitch_stretch), .optional = TRUE,
     .most = 100},
    {.key = NULL},
};

static const Row page_number_rows[] = {
    {ROW("format", read_format, Template, page_number.format), .words = page_places},
    {ROW("top", read_length, Template, page_number.top)},
    {ROW("inset", read_length, Template, page_number.inset)},
    {ROW("outside", read_boolean, Template, page_number.outside)},
    {ROW("first", read_count, Template, page_number.first), .most = 100000},
    {.key = NULL},
};

static const Row gap_rows[] = {
    {ROW("natural", read_number, GapStyle, natural), .most = 1000},
    {ROW("min", read_number, GapStyle, minimum), .most = 1000},
    {ROW("max", read_number, GapStyle, maximum), .most = 1000},
    {.key = NULL},
};

static const Row composition_rows[] = {
    {ROW("punctuation", read_word, Composition, punct), .words = punct_words},
    {ROW("kinsoku", read_word, Composition, kinsoku), .words = kinsoku_words},
    {ROW("line-end-mark", read_word, Composition, line_end_mark), .words = line_end_words},
    {ROW("grid", read_word, Composition, grid), .optional = TRUE, .words = grid_words},
    {ROW("han-latin", read_gap, Composition, han_latin), .rows = gap_rows},
    {ROW("han-digit", read_gap, Composition, han_digit), .rows = gap_rows},
    {.key = NULL},
};

static const Row dot_rows[] = {
    {ROW("diameter", read_number, MarkStyle, dot_diameter), .least = 1, .most = 1000},
    {ROW("centre", read_number, MarkStyle, dot_centre), .most = 1000},
    {.key = NULL},
};

static const Row line_rows[] = {
    {ROW("weight", read_number, MarkStyle, line_weight), .least = 1, .most = 1000},
    {ROW("distance", read_number, MarkStyle, line_distance), .most = 1000},
    {.key = NULL},
};

static const Row wave_rows[] = {
    {ROW("weight", read_number, MarkStyle, wave_weight), .least = 1, .most = 1000},
    {ROW("distance", read_number, MarkStyle, wave_distance), .most = 1000},
    {ROW("amplitude", read_number, MarkStyle, wave_amplitude), .most = 1000},
    {ROW("length", read_number, MarkStyle, wave_length), .least = 10, .most = 10000},
    {.key = NULL},
};

static const Row mark_rows[] = {
    {.key = "dot", .read = read_map, .optional = TRUE, .rows = dot_rows},
    {.key = "line", .read = read_map, .optional = TRUE, .rows = line_rows},
    {.key = "wave", .read = read_map, .optional = TRUE, .rows = wave_rows},
    {ROW("separation", read_number, MarkStyle, separation), .optional = TRUE, .most = 1000},
    {.key = NULL},
};

static const Row title_rows[] = {
    {ROW("terms", read_texts, Template, title[TITLE_TERMS]), .optional = TRUE},
    {ROW("organs", read_texts, Template, title[TITLE_ORGANS]), .optional = TRUE},
    {ROW("leads", read_texts, Template, title[TITLE_LEADS]), .optional = TRUE},
    {ROW("verbs", read_texts, Template, title[TITLE_VERBS]), .optional = TRUE},
    {ROW("particles", read_texts, Template, title[TITLE_PARTICLES]), .optional = TRUE},
    {ROW("heads", read_texts, Template, title[TITLE_HEADS]), .optional = TRUE},
    {ROW("documents", read_texts, Template, title[TITLE_DOCUMENTS]), .optional = TRUE},
    {.key = NULL},
};

/* Read in this order: the grid needs the text block, styles need the grid and the fonts. */
const Row template_rows[] = {
    {ROW("name", read_text, Template, name)},
    {.key = "description", .read = read_nothing, .optional = TRUE},
    {.key = "page", .read = read_map, .rows = page_rows},
    {.key = "text-block", .read = read_map, .rows = block_rows},
    {.key = "grid", .read = read_grid, .rows = grid_rows},
    {ROW("widow", read_count, Template, widow), .least = 1, .most = MOST_LINES},
    {ROW("orphan", read_count, Template, orphan), .least = 1, .most = MOST_LINES},
    {ROW("spare-rows", read_count, Template, spare_rows), .optional = TRUE, .most = MOST_LINES},
    {ROW("red", read_word, Template, colours), .optional = TRUE, .words = colour_words},
    {.key = "fonts", .read = read_fonts},
    {.key = "styles", .read = read_styles},
    {ROW("marks", read_map, Template, marks), .optional = TRUE, .rows = mark_rows},
    {ROW("numbering", read_map, Template, numbering), .rows = numbering_rows},
    {ROW("finding", read_map, Template, finding), .rows = finding_rows},
    {ROW("contact", read_map, Template, contact), .rows = contact_rows},
    {ROW("signature", read_map, Template, signature), .rows = signature_rows},
    {.key = "page-number", .read = read_page_number, .rows = page_number_rows},
    {ROW("composition", read_map, Template, composition), .rows = composition_rows},
    {.key = "title", .read = read_map, .optional = TRUE, .rows = title_rows},
    {ROW("order", read_words, Template, order), .words = element_words},
    {.key = NULL},
};

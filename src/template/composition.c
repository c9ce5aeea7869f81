#include "template/sections.h"

/* In the order of the enumerations of template.h. */
static const gchar *const punct_words[] = {"quanjiao", "kaiming", "banjiao", "plain", NULL};
static const gchar *const kinsoku_words[] = {"basic", "gb", "strict", NULL};
static const gchar *const line_end_words[] = {"half", "full", "fit", NULL};
static const gchar *const start_bracket_words[] = {"keep", "trim", NULL};
static const gchar *const grid_words[] = {"even", "strict", NULL};

static void read_gap(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const GapStyle *gap = target;

    read_map(reader, row, pair, target);
    if (gap->minimum > gap->natural || gap->natural > gap->maximum)
        report_template(reader, pair->key_span, "应当 min ≤ natural ≤ max",
                        "min ≤ natural ≤ max does not hold");
}

static const Row gap_rows[] = {
    {ROW("natural", read_number, GapStyle, natural), .most = 1000},
    {ROW("min", read_number, GapStyle, minimum), .most = 1000},
    {ROW("max", read_number, GapStyle, maximum), .most = 1000},
    {.key = NULL},
};

const Row composition_rows[] = {
    {ROW("punctuation", read_word, Composition, punct), .words = punct_words},
    {ROW("kinsoku", read_word, Composition, kinsoku), .words = kinsoku_words},
    {ROW("line-end-mark", read_word, Composition, line_end_mark), .words = line_end_words},
    {ROW("paragraph-start-bracket", read_word, Composition, start_bracket), .optional = TRUE,
     .words = start_bracket_words},
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

const Row mark_rows[] = {
    {.key = "dot", .read = read_map, .optional = TRUE, .rows = dot_rows},
    {.key = "line", .read = read_map, .optional = TRUE, .rows = line_rows},
    {.key = "wave", .read = read_map, .optional = TRUE, .rows = wave_rows},
    {ROW("separation", read_number, MarkStyle, separation), .optional = TRUE, .most = 1000},
    {.key = NULL},
};

const Row title_rows[] = {
    {ROW("terms", read_texts, Template, title[TITLE_TERMS]), .optional = TRUE},
    {ROW("organs", read_texts, Template, title[TITLE_ORGANS]), .optional = TRUE},
    {ROW("leads", read_texts, Template, title[TITLE_LEADS]), .optional = TRUE},
    {ROW("verbs", read_texts, Template, title[TITLE_VERBS]), .optional = TRUE},
    {ROW("particles", read_texts, Template, title[TITLE_PARTICLES]), .optional = TRUE},
    {ROW("heads", read_texts, Template, title[TITLE_HEADS]), .optional = TRUE},
    {ROW("documents", read_texts, Template, title[TITLE_DOCUMENTS]), .optional = TRUE},
    {.key = NULL},
};

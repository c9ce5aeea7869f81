#include "template/sections.h"

static const gchar *const value_places[] = {"{value}", NULL};

static const Row rule_rows[] = {
    {ROW("outer", read_length, ImprintStyle, outer), .most = 5},
    {ROW("inner", read_length, ImprintStyle, inner), .most = 5},
    {.key = NULL},
};

const Row imprint_rows[] = {
    {ROW("set", read_boolean, ImprintStyle, set)},
    {ROW("recipients", read_text, ImprintStyle, recipients)},
    {ROW("copy-to", read_text, ImprintStyle, copy_to)},
    {ROW("separator", read_text, ImprintStyle, separator)},
    {ROW("end", read_text, ImprintStyle, end)},
    {ROW("printed-on", read_format, ImprintStyle, printed_on), .optional = TRUE,
     .words = value_places},
    {.key = "rules", .read = read_map, .optional = TRUE, .rows = rule_rows},
    {ROW("on-even", read_boolean, ImprintStyle, on_even)},
    {.key = NULL},
};

#include "template/sections.h"

/* In the order of the enumerations of template.h. */
static const gchar *const rules_words[] = {"grid", "three-line", NULL};
static const gchar *const turn_words[] = {"auto", "never", NULL};

static const gchar *const label_places[] = {"{label}", NULL};

const Row table_rows[] = {
    {ROW("rules", read_word, TableStyle, rules), .optional = TRUE, .words = rules_words},
    {ROW("outer", read_length, TableStyle, outer), .optional = TRUE, .most = 5},
    {ROW("inner", read_length, TableStyle, inner), .optional = TRUE, .most = 5},
    {ROW("padding", read_length, TableStyle, padding), .optional = TRUE, .most = 50},
    {ROW("space", read_length, TableStyle, space), .optional = TRUE, .most = 50},
    {ROW("column", read_length, TableStyle, column), .optional = TRUE, .most = 500},
    {ROW("whole-lines", read_count, TableStyle, whole_lines), .optional = TRUE, .least = 1,
     .most = 100},
    {ROW("turn", read_word, TableStyle, turn), .optional = TRUE, .words = turn_words},
    {ROW("continued", read_format, TableStyle, continued), .optional = TRUE, .words = label_places},
    {.key = NULL},
};

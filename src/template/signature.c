#include "template/sections.h"

const Row signature_rows[] = {
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

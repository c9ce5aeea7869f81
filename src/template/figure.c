#include "template/sections.h"

const Row figure_rows[] = {
    {ROW("width", read_length, FigureStyle, width), .optional = TRUE},
    {ROW("height", read_length, FigureStyle, height), .optional = TRUE},
    {ROW("gap", read_length, FigureStyle, gap), .optional = TRUE, .most = 50},
    {ROW("pitch", read_length, FigureStyle, pitch), .optional = TRUE, .most = 50},
    {ROW("ppi", read_count, FigureStyle, ppi), .optional = TRUE, .most = 10000},
    {.key = NULL},
};

#include "template/sections.h"

const Row figure_rows[] = {
    {ROW("width", read_length, FigureStyle, width), .optional = TRUE},
    {ROW("height", read_length, FigureStyle, height), .optional = TRUE},
    {ROW("gap", read_length, FigureStyle, gap), .optional = TRUE, .most = 100},
    {ROW("pitch", read_length, FigureStyle, pitch), .optional = TRUE},
    {ROW("ppi", read_count, FigureStyle, ppi), .optional = TRUE, .most = 10000},
    {.key = NULL},
};

/* A picture stands in the text block; lines of its caption do not overlap. */
void read_figure(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const Template *template = (const Template *) (gconstpointer) ((gchar *) target - row->offset);
    const FigureStyle *figure = target;

    read_map(reader, row, pair, target);
    if (reader->failed)
        return;
    check_limit(reader, reader_blame(reader, "figure width", "text-block width", NULL), "图宽",
                "width of figures", figure->width, template->width);
    check_limit(reader, reader_blame(reader, "figure height", "text-block height", NULL), "图高",
                "height of figures", figure->height, template->height);
    if (figure->pitch > 0)
        check_limit(reader, reader_blame(reader, "figure pitch", "styles caption size", NULL),
                    "图题字号大于行距：字号", "size of captions with lines closer than that",
                    template->styles[STYLE_CAPTION].size, figure->pitch);
}

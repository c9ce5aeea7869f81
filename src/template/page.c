#include "template/sections.h"

/* A row without a struct member fills the struct that the rows above it fill. */
const Row page_rows[] = {
    {ROW("width", read_length, Template, page_width)},
    {ROW("height", read_length, Template, page_height)},
    {.key = NULL},
};

const Row block_rows[] = {
    {ROW("left", read_length, Template, left)},
    {ROW("top", read_length, Template, top)},
    {ROW("width", read_length, Template, width)},
    {ROW("height", read_length, Template, height)},
    {ROW("mirror", read_boolean, Template, mirror), .optional = TRUE},
    {.key = NULL},
};

const Row grid_rows[] = {
    {ROW("cells", read_count, Template, cells), .least = 1, .most = MOST_GRID},
    {ROW("lines", read_count, Template, lines), .least = 2, .most = MOST_GRID},
    {ROW("ascent", read_number, Template, ascent), .least = 500, .most = 1000},
    {.key = NULL},
};

static const gchar *const page_places[] = {"{page}", NULL};

const Row page_number_rows[] = {
    {ROW("format", read_format, Template, page_number.format), .words = page_places},
    {ROW("top", read_length, Template, page_number.top)},
    {ROW("inset", read_length, Template, page_number.inset)},
    {ROW("outside", read_boolean, Template, page_number.outside)},
    {ROW("first", read_count, Template, page_number.first), .most = 100000},
    {ROW("skip-first", read_boolean, Template, page_number.skip_first), .optional = TRUE},
    {.key = NULL},
};

/* GB/T 9704-2012 5.2.3: so many lines of so many characters fill the text block. The cell is a
 * whole number of units, and the block as many cells exactly, so that a full line needs no
 * rounding; the last line's em box ends at the block's bottom, not a gap above it. */
static void resolve_grid(Reader *reader, Template *template)
{
    template->cell = template->width / template->cells;
    template->width -= template->width % template->cells;
    template->pitch = (template->height - template->cell) / (template->lines - 1);
    check_limit(reader,
                reader_blame(reader, "text-block width", "text-block left", "page width", NULL),
                "版心右边", "right edge of the text block", template->left + template->width,
                template->page_width);
    check_limit(reader,
                reader_blame(reader, "text-block height", "text-block top", "page height", NULL),
                "版心底边", "bottom of the text block", template->top + template->height,
                template->page_height);
    if (template->pitch < template->cell || template->cell < LEN_PT)
        report_overflow(reader,
                        reader_blame(reader, "grid lines", "grid cells", "text-block height",
                                     "text-block width", NULL),
                        "版心排不下这么多行、字：所需行高",
                        "the text block has no room for so many lines and cells; height needed",
                        MAX(template->cell, LEN_PT) * template->lines, template->height);
}

/* After an error lengths in cells are still read, so that only true slips are reported. */
void do_without_grid(Reader *reader)
{
    reader->cell = reader->em = LEN_PT;
    reader->lines = 0;
}

void read_grid(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    Template *template = target;

    read_map(reader, row, pair, template);
    if (!reader->failed)
        resolve_grid(reader, template);
    reader->cell = reader->em = template->cell;
    reader->lines = template->lines;
    if (reader->failed)
        do_without_grid(reader);
}

void read_page_number(Reader *reader, const Row *row, const YamlPair *pair, gpointer target)
{
    const Template *template = target;

    read_map(reader, row, pair, target);
    if (reader->failed)
        return;
    check_limit(reader,
                reader_blame(reader, "page-number top", "styles page-number size",
                             "text-block height", "text-block top", "page height", NULL),
                "页码底边", "bottom of the page number",
                template->top + template->height + template->page_number.top +
                    template->styles[STYLE_PAGE_NUMBER].size,
                template->page_height);
    check_limit(reader, reader_blame(reader, "page-number inset", "text-block width", NULL),
                "页码距外侧", "inset of the page number", template->page_number.inset,
                template->width);
}

/* How large pictures are set, and where in their rows of the grid. */
#include "layout/figure.h"

#include "layout/flow.h"
#include "layout/justify.h"
#include "layout/page_fill.h"
#include "layout/set_text.h"

#include "pictures.h"
#include "reports.h"

#define INCH (72 * LEN_PT)

/* The page of GB/T 9704-2012 5.2: rows of 16 pt, 12 pt of white between them. */
static Template template_of(void)
{
    Template template = {.width = 440 * LEN_PT,
                         .cell = 16 * LEN_PT,
                         .pitch = 28 * LEN_PT,
                         .lines = 22,
                         .height = (21 * 28 + 16) * LEN_PT,
                         .figure = {.gap = 6 * LEN_PT, .pitch = 14 * LEN_PT, .ppi = 150}};

    template.styles[STYLE_CAPTION].size = 12 * LEN_PT;
    return template;
}

static Image *image_of(guint width, guint height, Len natural_width, Len natural_height)
{
    Image *image = g_new0(Image, 1);

    image->width = width;
    image->height = height;
    image->natural_width = natural_width * LEN_PT;
    image->natural_height = natural_height * LEN_PT;
    image->name = g_strdup("a.png");
    image->bytes = g_bytes_new_static("", 0);
    image->references = 1;
    return image;
}

static SetBlock *caption_of(guint lines)
{
    SetBlock *caption = g_new0(SetBlock, 1);

    caption->paragraph = g_new0(Paragraph, 1);
    caption->lines = lines_new();
    for (guint i = 0; i < lines; i++) {
        Line *line = g_new0(Line, 1);
        line->x = g_array_new(FALSE, FALSE, sizeof(PageLen));
        line->adjustments = g_array_new(FALSE, FALSE, sizeof(Adjustment));
        g_ptr_array_add(caption->lines, line);
    }
    return caption;
}

static SetFigure *set(const Figure *figure, guint caption, const Template *template)
{
    g_autoptr(Diagnostics) sink = diagnostics_new();

    return set_figure_new(figure, caption > 0 ? caption_of(caption) : NULL, 0, template, sink);
}

static void assert_size(const Template *template, guint caption, Len natural_width,
                        Len natural_height, Len width, Len height)
{
    g_autoptr(Image) image = image_of(0, 0, natural_width, natural_height);
    Figure figure = {.image = image};
    SetFigure *placed = set(&figure, caption, template);

    g_assert_cmpint(placed->width, ==, width * LEN_PT);
    g_assert_cmpint(placed->height, ==, height * LEN_PT);
    set_figure_free(placed);
}

static void test_sizes(void)
{
    Template template = template_of();

    assert_size(&template, 0, 100, 50, 100, 50);
    assert_size(&template, 0, 440, 604, 440, 604);
    assert_size(&template, 0, 880, 100, 440, 50);
    assert_size(&template, 0, 100, 1208, 50, 604);
    assert_size(&template, 0, 4400, 12080, 220, 604);
    /* Below it a gap of 6 and lines of 14, the last 12. */
    assert_size(&template, 1, 302, 604, 293, 586);
    assert_size(&template, 3, 280, 1116, 140, 558);
    template.figure.width = 220 * LEN_PT;
    template.figure.height = 100 * LEN_PT;
    assert_size(&template, 0, 440, 100, 220, 50);
    assert_size(&template, 2, 100, 400, 25, 100);
    template.figure.width = 4400 * LEN_PT;
    assert_size(&template, 0, 880, 50, 440, 25);
}

/* Notes of the caption take whole rows from the picture, for its rows end on the grid; of a short
 * one, or where they are longer than a page, nothing is to be had. */
static void test_notes(void)
{
    const struct {
        Len natural, notes, height;
    } cases[] = {{604, 0, 586},  {604, 1, 558},  {604, 28, 558}, {604, 29, 530},
                 {530, 56, 530}, {531, 57, 502}, {604, 700, 16}, {10, 700, 10}};
    Template template = template_of();

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Diagnostics) sink = diagnostics_new();
        g_autoptr(Image) image = image_of(0, 0, 100, cases[i].natural);
        Figure figure = {.image = image};
        SetFigure *placed =
            set_figure_new(&figure, caption_of(1), cases[i].notes * LEN_PT, &template, sink);
        g_assert_cmpint(placed->height, ==, cases[i].height * LEN_PT);
        set_figure_free(placed);
    }
}

/* A height that is no whole number of points. */
static void test_ratio(void)
{
    g_autoptr(Image) image = image_of(0, 0, 1000, 333);
    Figure figure = {.image = image};
    Template template = template_of();
    SetFigure *placed = set(&figure, 0, &template);

    g_assert_cmpint(placed->width, ==, 440 * LEN_PT);
    g_assert_cmpint(placed->height, ==, len_mul_div(333 * LEN_PT, 440, 1000));
    set_figure_free(placed);
}

/* Rows of 28 with 12 of white: 16 fill one, 44 two. What is left is above and below, the white
 * above counted in halves of a point. */
static void test_rows(void)
{
    const struct {
        Len height;
        guint caption, rows, half_points;
    } cases[] = {{16, 0, 1, 0}, {17, 0, 2, 27}, {44, 0, 2, 0},   {40, 0, 2, 4},
                 {26, 1, 2, 0}, {27, 1, 3, 27}, {604, 0, 22, 0}, {586, 1, 22, 0}};
    Template template = template_of();

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Image) image = image_of(0, 0, 10, cases[i].height);
        Figure figure = {.image = image};
        SetFigure *placed = set(&figure, cases[i].caption, &template);
        g_assert_cmpuint(figure_row_count(placed, &template), ==, cases[i].rows);
        g_assert_cmpint(figure_offset(placed, &template, FALSE), ==,
                        cases[i].half_points * LEN_PT / 2);
        g_assert_cmpint(figure_offset(placed, &template, TRUE), ==, 0);
        set_figure_free(placed);
    }
}

static void test_ppi(void)
{
    g_autoptr(Image) image = image_of(300, 100, 1, 1), svg = image_of(0, 0, 1, 1);

    g_assert_cmpint(image_ppi(image, INCH), ==, 300);
    g_assert_cmpint(image_ppi(image, 2 * INCH), ==, 150);
    g_assert_cmpint(image_ppi(image, 2 * INCH + LEN_PT), ==, 148);
    g_assert_cmpint(image_ppi(svg, INCH), ==, 0);
}

static gchar *report_of(guint pixels, Len natural_width, guint least)
{
    g_autoptr(Source) source = source_of("![](a.png)");
    g_autoptr(Diagnostics) sink = diagnostics_new();
    g_autoptr(Image) image = image_of(pixels, 10, natural_width, 10);
    Figure figure = {.image = image, .path_span = {source, 4, 9}};
    Template template = template_of();
    g_autoptr(GString) out = g_string_new(NULL);

    template.figure.ppi = least;
    set_figure_free(set_figure_new(&figure, NULL, 0, &template, sink));
    diagnostics_print(sink, (DiagStyle){LANG_EN, FALSE, FALSE}, out);
    return g_strdup(out->str);
}

static void test_low_resolution(void)
{
    g_autofree gchar *good = report_of(300, 144, 150);
    g_assert_cmpstr(good, ==, "");
    g_autofree gchar *vector = report_of(0, 144, 150);
    g_assert_cmpstr(vector, ==, "");
    g_autofree gchar *unasked = report_of(30, 144, 0);
    g_assert_cmpstr(unasked, ==, "");
    /* 440 pt are 155 mm; scaled down it has more pixels an inch than its file says. */
    g_autofree gchar *scaled = report_of(917, 880, 150);
    g_assert_cmpstr(scaled, ==, "");
    g_autofree gchar *low = report_of(916, 880, 150);
    g_assert_nonnull(strstr(low, "a.md:1:5: warning: image 'a.png' is set 155 mm wide with only "
                                 "149 pixels an inch [low-resolution]"));
    g_assert_nonnull(
        strstr(low, "hint: in print it looks blurred: use one that is at least 917 pixels wide"));
}

/* A figure keeps the lines after it on the grid. */
static void test_in_the_flow(void)
{
    Template template = template_of();
    g_autoptr(Image) image = image_of(0, 0, 100, 70);
    Figure figure = {.image = image};
    SetBlock *block = g_new0(SetBlock, 1), *text = caption_of(1);
    g_autoptr(GPtrArray) blocks = g_ptr_array_new_with_free_func((GDestroyNotify) set_block_free);
    PageRoom room = {.rows = 22, .pitch = template.pitch, .white = template.pitch - template.cell};

    block->paragraph = g_new0(Paragraph, 1);
    block->paragraph->role = STYLE_BODY;
    block->lines = lines_new();
    block->figure = set(&figure, 1, &template);
    text->paragraph->role = STYLE_BODY;
    g_ptr_array_add(blocks, block);
    g_ptr_array_add(blocks, text);
    g_autoptr(GPtrArray) notes = g_ptr_array_new();
    g_autoptr(GArray) flow = flow_new(blocks, notes, &template);
    PageFill fill = page_fill(&room, FALSE, 0);
    g_assert_cmpuint(flow->len, ==, 2);
    /* 70 + 6 + 12 + 12 of white are four rows. */
    g_assert_cmpint(page_fill_add(&fill, &g_array_index(flow, FlowLine, 0)), ==, 0);
    g_assert_cmpint(page_fill_add(&fill, &g_array_index(flow, FlowLine, 1)), ==, 4 * 28 * LEN_PT);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/figure/sizes", test_sizes);
    g_test_add_func("/figure/notes", test_notes);
    g_test_add_func("/figure/ratio", test_ratio);
    g_test_add_func("/figure/rows", test_rows);
    g_test_add_func("/figure/ppi", test_ppi);
    g_test_add_func("/figure/low-resolution", test_low_resolution);
    g_test_add_func("/figure/in-the-flow", test_in_the_flow);
    return g_test_run();
}

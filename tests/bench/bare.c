/* What the speed of mkbulletin is measured against: the same text in the same fonts, one
 * PangoLayout a paragraph, into a Cairo PDF. No grid, no kinsoku, no keep rules, no links.
 *
 *     bare FONT_FOLDER TEXT OUT.pdf
 *
 * TEXT has one paragraph a line: its role, a tab, its text. */
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#define WIDTH 442.2
#define HEIGHT 637.8
#define LEFT 79.37
#define TOP 104.88
#define PITCH 29.62

static const struct {
    const gchar *role, *font;
} fonts[] = {
    {"title", "Noto Serif CJK SC Semi-Bold 22"},
    {"heading-1", "Liberation Serif,Noto Sans CJK SC Medium 15.793"},
    {"heading-2", "Liberation Serif,FandolKai 15.793"},
    {"", "Liberation Serif,FandolFang,Noto Serif CJK SC 15.793"},
};

static const gchar *const files[] = {
    "FandolFang-Regular.otf",      "FandolKai-Regular.otf",     "LiberationSerif-Regular.ttf",
    "NotoSerifCJK-ExtraLight.ttc", "NotoSerifCJK-SemiBold.ttc", "NotoSansCJK-Medium.ttc",
};

static PangoContext *make_context(const gchar *folder)
{
    FcConfig *config = FcConfigCreate();
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);

    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree gchar *path = g_build_filename(folder, files[i], NULL);
        FcConfigAppFontAddFile(config, (const FcChar8 *) path);
    }
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    PangoContext *context = pango_font_map_create_context(map);
    pango_context_set_language(context, pango_language_from_string("zh-cn"));
    return context;
}

static const gchar *font_for(const gchar *role)
{
    for (gsize i = 0; i + 1 < G_N_ELEMENTS(fonts); i++)
        if (strcmp(role, fonts[i].role) == 0)
            return fonts[i].font;
    return fonts[G_N_ELEMENTS(fonts) - 1].font;
}

static void draw_paragraph(cairo_t *cr, PangoContext *context, const gchar *role, const gchar *text,
                           double *y)
{
    g_autoptr(PangoLayout) layout = pango_layout_new(context);
    PangoFontDescription *font = pango_font_description_from_string(font_for(role));

    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_width(layout, (int) (WIDTH * PANGO_SCALE));
    pango_layout_set_justify(layout, TRUE);
    pango_layout_set_indent(layout, (int) (31.6 * PANGO_SCALE));
    pango_layout_set_text(layout, text, -1);
    for (int i = 0; i < pango_layout_get_line_count(layout); i++) {
        if (*y + PITCH > TOP + HEIGHT + PITCH) {
            cairo_show_page(cr);
            *y = TOP;
        }
        cairo_move_to(cr, LEFT, *y + 14);
        pango_cairo_show_layout_line(cr, pango_layout_get_line_readonly(layout, i));
        *y += PITCH;
    }
}

int main(int argc, char **argv)
{
    g_autofree gchar *text = NULL;
    double y = TOP;

    if (argc != 4 || !g_file_get_contents(argv[2], &text, NULL, NULL))
        return 2;
    PangoContext *context = make_context(argv[1]);
    cairo_surface_t *surface = cairo_pdf_surface_create(argv[3], 595.276, 841.89);
    cairo_t *cr = cairo_create(surface);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (gsize i = 0; lines[i]; i++) {
        gchar *tab = strchr(lines[i], '\t');
        if (!tab)
            continue;
        *tab = '\0';
        draw_paragraph(cr, context, lines[i], tab + 1, &y);
    }
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    return cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS ? 0 : 1;
}

#include "template/load.h"
#include "template/sections.h"

const gchar *style_role_name(StyleRole role)
{
    static const gchar *const names[] = {
#define ROLE(symbol, name) name,
        STYLE_ROLES(ROLE)
#undef ROLE
    };

    return names[role];
}

static void font_role_free(gpointer data)
{
    FontRole *role = data;

    g_free(role->name);
    g_free(role->label);
    g_array_unref(role->han);
    g_array_unref(role->latin);
    g_free(role);
}

/* For a template that says nothing of marks. */
static const MarkStyle default_marks = {
    .dot_diameter = 150,
    .dot_centre = 200,
    .line_weight = 50,
    .line_distance = 100,
    .wave_weight = 40,
    .wave_distance = 100,
    .wave_amplitude = 60,
    .wave_length = 250,
    .separation = 125,
};

/* For one that says nothing of tables. */
static const TableStyle default_table = {
    .outer = LEN_PT,
    .inner = LEN_PT / 2,
    .padding = 4 * LEN_PT,
    .space = 4 * LEN_PT,
    .column = 96 * LEN_PT,
    .whole_lines = 5,
};

/* For one that says nothing of figures. */
static const FigureStyle default_figure = {
    .gap = 6 * LEN_PT,
    .pitch = 16 * LEN_PT,
    .ppi = 150,
};

Template *template_new(void)
{
    Template *template = g_new0(Template, 1);

    template->fonts = g_ptr_array_new_with_free_func(font_role_free);
    for (guint list = 0; list < TITLE_LISTS; list++)
        template->title[list] = g_ptr_array_new_with_free_func(g_free);
    template->order = g_array_new(FALSE, FALSE, sizeof(Element));
    template->marks = default_marks;
    template->table = default_table;
    template->figure = default_figure;
    return template;
}

void template_free(Template *template)
{
    if (!template)
        return;
    rows_clear(template_rows, template);
    g_ptr_array_unref(template->fonts);
    for (guint list = 0; list < TITLE_LISTS; list++)
        g_ptr_array_unref(template->title[list]);
    g_array_unref(template->order);
    g_free(template);
}

Len style_pitch(const Template *template, StyleRole role)
{
    Len pitch = template->styles[role].pitch;

    return pitch > 0 ? pitch : template->pitch;
}

Len grid_white(const Template *template)
{
    return template->pitch - template->cell;
}

gboolean template_sets(const Template *template, Element element)
{
    for (guint i = 0; i < template->order->len; i++)
        if (g_array_index(template->order, Element, i) == element)
            return TRUE;
    return FALSE;
}

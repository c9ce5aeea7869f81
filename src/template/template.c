#include "template/load.h"

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

Template *template_new(void)
{
    Template *template = g_new0(Template, 1);

    template->fonts = g_ptr_array_new_with_free_func(font_role_free);
    for (guint list = 0; list < TITLE_LISTS; list++)
        template->title[list] = g_ptr_array_new_with_free_func(g_free);
    template->order = g_array_new(FALSE, FALSE, sizeof(Element));
    template->marks = default_marks;
    return template;
}

static void free_all(gchar **texts, gsize n)
{
    for (gsize i = 0; i < n; i++)
        g_free(texts[i]);
}

void template_free(Template *template)
{
    FindingStyle *finding = &template->finding;

    g_free(template->name);
    free_all(template->description, G_N_ELEMENTS(template->description));
    g_ptr_array_unref(template->fonts);
    free_all(template->numbering.heading, G_N_ELEMENTS(template->numbering.heading));
    free_all(template->numbering.reference_heading,
             G_N_ELEMENTS(template->numbering.reference_heading));
    g_free(template->numbering.measure);
    g_free(template->numbering.item);
    g_free(template->numbering.list);
    g_free(template->numbering.reference_finding);
    g_free(template->numbering.reference_measure);
    g_free(finding->lead_in);
    g_free(finding->lead_in_prefix);
    g_free(finding->measure_separator);
    g_free(finding->measure_end);
    g_free(finding->closing_marks);
    g_free(finding->list_separator);
    g_free(finding->list_end);
    g_free(template->contact.lead);
    g_free(template->contact.separator);
    g_free(template->contact.end);
    free_all(template->contact.labels, G_N_ELEMENTS(template->contact.labels));
    g_free(template->masthead.suffix);
    g_free(template->masthead.signatory_label);
    g_free(template->page_number.format);
    for (guint list = 0; list < TITLE_LISTS; list++)
        g_ptr_array_unref(template->title[list]);
    g_array_unref(template->order);
    g_free(template);
}

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

/* Texts of the elements of an official document. */
static void free_official(Template *template)
{
    gchar *texts[] = {
        template->recipients.separator,
        template->recipients.end,
        template->annex_list.label,
        template->annex_list.number,
        template->attendance.separator,
        template->attendance.end,
        template->note,
        template->imprint.recipients,
        template->imprint.copy_to,
        template->imprint.separator,
        template->imprint.end,
        template->imprint.printed_on,
    };

    free_all(texts, G_N_ELEMENTS(texts));
    free_all(template->attendance.labels, ATTENDANCE_KINDS);
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
    g_free(template->page_number.format);
    free_official(template);
    for (guint list = 0; list < TITLE_LISTS; list++)
        g_ptr_array_unref(template->title[list]);
    g_array_unref(template->order);
    g_free(template);
}

gboolean template_sets(const Template *template, Element element)
{
    for (guint i = 0; i < template->order->len; i++)
        if (g_array_index(template->order, Element, i) == element)
            return TRUE;
    return FALSE;
}

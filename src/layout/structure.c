#include "layout/structure.h"

static void element_clear(gpointer data)
{
    StructElement *element = data;

    g_free(element->alt);
}

GArray *structure_new(void)
{
    GArray *structure = g_array_new(FALSE, TRUE, sizeof(StructElement));

    g_array_set_clear_func(structure, element_clear);
    g_array_set_size(structure, STRUCTURE_ROOT);
    structure_add(structure, STRUCT_DOCUMENT, 0);
    return structure;
}

guint structure_add(GArray *structure, StructType type, guint parent)
{
    StructElement element = {.type = type, .parent = parent};

    if (!structure)
        return 0;
    g_array_append_val(structure, element);
    return structure->len - 1;
}

static gboolean holds_text(StructType type)
{
    return (type >= STRUCT_H1 && type <= STRUCT_P) || type == STRUCT_LBODY || type == STRUCT_TH ||
           type == STRUCT_TD || type == STRUCT_CAPTION || type == STRUCT_LINK || type == STRUCT_LBL;
}

gboolean structure_is_inline(const GArray *structure, guint number)
{
    const StructElement *element = structure_at(structure, number);

    return (element->type == STRUCT_LINK || element->type == STRUCT_REFERENCE ||
            element->type == STRUCT_NOTE || element->type == STRUCT_SPAN) &&
           holds_text(structure_at(structure, element->parent)->type);
}

const gchar *struct_type_name(StructType type)
{
    static const gchar *const names[STRUCT_TYPES] = {
        [STRUCT_ARTIFACT] = "Artifact",
        [STRUCT_DOCUMENT] = "Document",
        [STRUCT_PART] = "Part",
        [STRUCT_SECT] = "Sect",
        [STRUCT_DIV] = "Div",
        [STRUCT_H1] = "H1",
        [STRUCT_H1 + 1] = "H2",
        [STRUCT_H1 + 2] = "H3",
        [STRUCT_H1 + 3] = "H4",
        [STRUCT_H1 + 4] = "H5",
        [STRUCT_H6] = "H6",
        [STRUCT_P] = "P",
        [STRUCT_L] = "L",
        [STRUCT_LI] = "LI",
        [STRUCT_LBL] = "Lbl",
        [STRUCT_LBODY] = "LBody",
        [STRUCT_TABLE] = "Table",
        [STRUCT_TR] = "TR",
        [STRUCT_TH] = "TH",
        [STRUCT_TD] = "TD",
        [STRUCT_CAPTION] = "Caption",
        [STRUCT_FIGURE] = "Figure",
        [STRUCT_LINK] = "Link",
        [STRUCT_REFERENCE] = "Reference",
        [STRUCT_NOTE] = "Note",
        [STRUCT_SPAN] = "Span",
    };

    return names[type];
}

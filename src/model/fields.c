#include "model/fields.h"

void field_clear(gpointer field)
{
    g_clear_pointer(&((Field *) field)->text, g_free);
}

GArray *fields_new(void)
{
    GArray *fields = g_array_new(FALSE, TRUE, sizeof(Field));

    g_array_set_clear_func(fields, field_clear);
    return fields;
}

GPtrArray *blocks_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify) block_free);
}

Node *node_new(NodeKind kind)
{
    Node *node = g_new0(Node, 1);

    node->kind = kind;
    node->title = inlines_new();
    node->blocks = blocks_new();
    node->children = g_ptr_array_new_with_free_func((GDestroyNotify) node_free);
    node->closing = blocks_new();
    return node;
}

void node_free(Node *node)
{
    if (!node)
        return;
    field_clear(&node->id);
    field_clear(&node->responsible);
    field_clear(&node->lead);
    g_array_unref(node->title);
    g_ptr_array_unref(node->blocks);
    g_ptr_array_unref(node->children);
    g_ptr_array_unref(node->closing);
    g_free(node);
}

void metadata_init(Metadata *meta)
{
    meta->issuers = fields_new();
    meta->masthead = fields_new();
    meta->signatories = fields_new();
    meta->recipients = fields_new();
    meta->copy_to = fields_new();
    meta->keywords = fields_new();
    meta->contact.order = g_array_new(FALSE, FALSE, sizeof(ContactKind));
}

void metadata_clear(Metadata *meta)
{
    Field *fields[] = {
        &meta->title,         &meta->template_name,   &meta->document_number,
        &meta->copy_number,     &meta->classification,
        &meta->urgency,       &meta->contact.phone,
        &meta->contact.email, &meta->contact.address, &meta->contact.postcode,
        &meta->contact.hours, &meta->contact.person,  &meta->note,
        &meta->printed_by,    &meta->seal_image,      &meta->id,
        &meta->language,      &meta->summary,
    };

    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        field_clear(fields[i]);
    g_array_unref(meta->issuers);
    g_array_unref(meta->masthead);
    g_array_unref(meta->signatories);
    g_array_unref(meta->recipients);
    g_array_unref(meta->copy_to);
    g_array_unref(meta->keywords);
    g_array_unref(meta->contact.order);
}

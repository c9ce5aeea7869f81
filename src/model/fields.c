#include "model/fields.h"

#include <string.h>

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

Annex *annex_new(AnnexKind kind)
{
    Annex *annex = g_new0(Annex, 1);

    annex->kind = kind;
    annex->title = inlines_new();
    annex->blocks = blocks_new();
    annex->ledger.columns = g_array_new(FALSE, FALSE, sizeof(LedgerColumn));
    return annex;
}

void annex_free(Annex *annex)
{
    if (!annex)
        return;
    field_clear(&annex->id);
    g_array_unref(annex->title);
    g_ptr_array_unref(annex->blocks);
    g_array_unref(annex->ledger.columns);
    field_clear(&annex->ledger.responsible);
    g_free(annex);
}

#define FIELD_LISTS 12

/* All lists of Field, to be made and freed. */
static void field_lists(Metadata *meta, GArray **lists[FIELD_LISTS])
{
    GArray **all[FIELD_LISTS] = {
        &meta->masthead,    &meta->signatories, &meta->issuers,    &meta->recipients,
        &meta->copy_to,     &meta->keywords,    &meta->seal.paths, &meta->posts,
        &meta->stamp.paths, &meta->present,     &meta->absent,     &meta->observers,
    };

    memcpy(lists, all, sizeof(all));
}

void metadata_init(Metadata *meta)
{
    GArray **lists[FIELD_LISTS];

    field_lists(meta, lists);
    for (guint i = 0; i < FIELD_LISTS; i++)
        *lists[i] = fields_new();
    meta->contact.order = g_array_new(FALSE, FALSE, sizeof(ContactKind));
}

void metadata_clear(Metadata *meta)
{
    Field *fields[] = {
        &meta->title,
        &meta->template_name,
        &meta->document_number,
        &meta->copy_number,
        &meta->classification,
        &meta->urgency,
        &meta->contact.phone,
        &meta->contact.email,
        &meta->contact.address,
        &meta->contact.postcode,
        &meta->contact.hours,
        &meta->contact.person,
        &meta->note,
        &meta->printed_by,
        &meta->id,
        &meta->language,
        &meta->summary,
    };
    GArray **lists[FIELD_LISTS];

    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        field_clear(fields[i]);
    field_lists(meta, lists);
    for (guint i = 0; i < FIELD_LISTS; i++)
        g_array_unref(*lists[i]);
    g_array_unref(meta->contact.order);
    g_clear_pointer(&meta->seal.images, g_ptr_array_unref);
    g_clear_pointer(&meta->stamp.images, g_ptr_array_unref);
}

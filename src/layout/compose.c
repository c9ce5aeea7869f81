#include "layout/compose_parts.h"

#include "layout/text_block.h"

TextBlock *compose_begin(Composer *composer, StyleRole role)
{
    composer->block = text_block_new(role);
    g_ptr_array_add(composer->blocks, composer->block);
    return composer->block;
}

void compose_own(Composer *composer, const gchar *text, StyleRole role, Span span)
{
    text_block_append(composer->block, text, (TextStyle){.role = role, .span = span});
}

static void add_element(Composer *composer, Element element)
{
    const Bulletin *bulletin = composer->bulletin;
    const gchar *list_format = composer->template->numbering.list;

    switch (element) {
    case ELEMENT_TITLE:
        compose_field(composer, STYLE_TITLE, &bulletin->meta.title);
        break;
    case ELEMENT_OPENING:
        compose_blocks(composer, bulletin->opening, list_format);
        break;
    case ELEMENT_BODY:
        compose_nodes(composer, bulletin->children);
        break;
    case ELEMENT_CLOSING:
        compose_blocks(composer, bulletin->closing, list_format);
        break;
    case ELEMENT_CONTACT:
        compose_contact(composer);
        break;
    case ELEMENT_SIGNATURE:
        compose_signature(composer);
        break;
    case ELEMENT_ANNEXES:
        compose_annexes(composer);
        break;
    }
}

/* Signatories stand where the template has a label for them. */
static gboolean sets_signatory(const Template *template)
{
    return template->masthead.given && template->masthead.signatory_label;
}

static Span fields_span(const GArray *fields)
{
    return fields->len > 0 ? g_array_index(fields, Field, 0).span : SPAN_NONE;
}

static Span first_annex(const Bulletin *bulletin)
{
    return bulletin->annexes->len > 0 ? ((const Annex *) bulletin->annexes->pdata[0])->span
                                      : SPAN_NONE;
}

static gboolean sets(const Template *template, Element element)
{
    for (guint i = 0; i < template->order->len; i++)
        if (g_array_index(template->order, Element, i) == element)
            return TRUE;
    return FALSE;
}

/* Nothing that an editor wrote is dropped in silence. */
static void report_not_set(const Bulletin *bulletin, const Template *template, Diagnostics *sink)
{
    const Metadata *meta = &bulletin->meta;
    gboolean head = template->masthead.given;
    gboolean annexes = bulletin->annexes->len > 0 && !sets(template, ELEMENT_ANNEXES);
    const struct {
        gboolean given;
        Span where;
        const gchar *name, *chinese;
    } elements[] = {
        {!head && meta->document_number.text, meta->document_number.span, "document-number",
         "发文字号"},
        {!head && meta->masthead->len > 0, fields_span(meta->masthead), "masthead", "发文机关标志"},
        {!head && meta->copy_number.text, meta->copy_number.span, "copy-number", "份号"},
        {!head && meta->classification.text, meta->classification.span, "classification", "密级"},
        {!head && meta->urgency.text, meta->urgency.span, "urgency", "紧急程度"},
        {!sets_signatory(template) && meta->signatories->len > 0, fields_span(meta->signatories),
         "signatory", "签发人"},
        {meta->recipients->len > 0, fields_span(meta->recipients), "recipients", "主送机关"},
        {meta->note.text != NULL, meta->note.span, "note", "附注"},
        {meta->copy_to->len > 0, fields_span(meta->copy_to), "copy-to", "抄送"},
        {meta->printed_by.text != NULL, meta->printed_by.span, "printed-by", "印发机关"},
        {meta->printed_on.year > 0, meta->printed_on_span, "printed-on", "印发日期"},
        {meta->seal.given, meta->seal.span, "seal", "印章"},
        {meta->stamp.given, meta->stamp.span, "stamp", "签名章"},
        {meta->present->len > 0, fields_span(meta->present), "attendance", "出席"},
        {meta->absent->len > 0, fields_span(meta->absent), "absent", "请假"},
        {meta->observers->len > 0, fields_span(meta->observers), "observers", "列席"},
        {annexes, first_annex(bulletin), "annexes", "附件"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(elements); i++)
        if (elements[i].given)
            diag_report(sink, RULE_NOT_SET, elements[i].where, elements[i].name,
                        elements[i].chinese, template->name, NULL);
}

GPtrArray *compose(const Bulletin *bulletin, const Template *template, Diagnostics *sink)
{
    Composer composer = {bulletin, template, NULL, NULL, sink};

    composer.blocks = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    report_not_set(bulletin, template, sink);
    for (guint i = 0; i < template->order->len; i++)
        add_element(&composer, g_array_index(template->order, Element, i));
    return composer.blocks;
}

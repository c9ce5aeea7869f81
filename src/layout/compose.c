#include "layout/compose_parts.h"

#include "layout/text_block.h"
#include "model/language.h"

guint compose_element(const Composer *composer, StructType type)
{
    return structure_add(composer->structure, type, composer->container);
}

void compose_add(Composer *composer, TextBlock *block)
{
    block->part = composer->part;
    block->list_depth = composer->list_depth;
    block->node = composer->node;
    block->annex = composer->of_annex;
    g_ptr_array_add(composer->blocks, block);
    composer->block = block;
}

TextBlock *compose_begin_as(Composer *composer, StyleRole role, StructType type)
{
    TextBlock *block = text_block_new(role);

    block->element = compose_element(composer, type);
    compose_add(composer, block);
    return block;
}

TextBlock *compose_begin(Composer *composer, StyleRole role)
{
    return compose_begin_as(composer, role, STRUCT_P);
}

void compose_item_begin(Composer *composer, guint list, guint item)
{
    composer->list_depth++;
    composer->container = list;
    composer->container = compose_element(composer, STRUCT_LI);
    compose_begin_as(composer, STYLE_BODY, STRUCT_LBL)->list_item = item;
}

void compose_item_body(Composer *composer)
{
    composer->container = compose_element(composer, STRUCT_LBODY);
    composer->block->element = compose_element(composer, STRUCT_P);
}

void compose_item_end(Composer *composer)
{
    composer->list_depth--;
}

StructType compose_heading_type(const Composer *composer, guint level)
{
    guint first = template_sets(composer->template, ELEMENT_TITLE) ? 1 : 0;

    return MIN(STRUCT_H1 + first + level - 1, STRUCT_H6);
}

guint compose_last_link(const Composer *composer, const gchar *href)
{
    const TextBlock *block = composer->block;
    const TextRun *last =
        block->runs->len > 0 ? &g_array_index(block->runs, TextRun, block->runs->len - 1) : NULL;

    return last && last->link > 0 && g_str_equal(last->href, href) ? last->link : 0;
}

/* The link that the block's text ends in, if it leads there; else a new one. */
static guint link_to(const Composer *composer, const gchar *href)
{
    guint around = composer->block->element, last = compose_last_link(composer, href);

    if (last > 0 && structure_at(composer->structure, last)->parent == around)
        return last;
    return structure_add(composer->structure, STRUCT_LINK, around);
}

/* Characters that describe a link: its beginning tells where it leads. */
#define LONGEST_DESCRIPTION 80

/* What leads to another place of the document is described by its own words. */
static void describe_link(const Composer *composer, guint link, const gchar *text)
{
    StructElement *element = structure_at(composer->structure, link);
    glong length = element->alt ? g_utf8_strlen(element->alt, -1) : 0;

    if (length >= LONGEST_DESCRIPTION)
        return;
    g_autofree gchar *more = g_utf8_strlen(text, -1) > LONGEST_DESCRIPTION - length
                                 ? g_utf8_substring(text, 0, LONGEST_DESCRIPTION - length)
                                 : g_strdup(text);
    gchar *alt = g_strconcat(element->alt ? element->alt : "", more, NULL);
    g_free(element->alt);
    element->alt = alt;
}

/* One stretch of text; of another language, in a span that says which. */
static void append_stretch(Composer *composer, const gchar *text, gsize length,
                           const gchar *language, TextStyle style)
{
    g_autofree gchar *stretch = g_strndup(text, length);

    if (language) {
        guint around = style.element > 0 ? style.element : composer->block->element;
        style.element = structure_add(composer->structure, STRUCT_SPAN, around);
        structure_at(composer->structure, style.element)->language = language;
    }
    text_block_append(composer->block, stretch, style);
}

static void append_stretches(Composer *composer, const gchar *text, TextStyle style)
{
    const Span whole = style.span;

    for (const gchar *at = text, *end; *at; at = end) {
        const gchar *language = language_of_stretch(at, &end);
        if (style.exact)
            style.span = span_part(whole, (guint32) (at - text), (guint32) (end - text));
        append_stretch(composer, at, (gsize) (end - at), language, style);
    }
}

void compose_append(Composer *composer, const gchar *text, TextStyle style)
{
    style.node = composer->node;
    if (!style.href)
        style.href = composer->href;
    if (style.href && style.link == 0)
        style.link = style.element = link_to(composer, style.href);
    if (style.link > 0 && style.href[0] == '#')
        describe_link(composer, style.link, text);
    if (composer->structure)
        append_stretches(composer, text, style);
    else
        text_block_append(composer->block, text, style);
}

void compose_own(Composer *composer, const gchar *text, StyleRole role, Span span)
{
    compose_append(composer, text, (TextStyle){.role = role, .span = span});
}

void compose_number_text(Composer *composer, const gchar *text, StyleRole role, Span span)
{
    compose_append(composer, text, (TextStyle){.role = role, .span = span, .counted = TRUE});
}

static void add_element(Composer *composer, Element element)
{
    const Bulletin *bulletin = composer->bulletin;
    const gchar *list_format = composer->template->numbering.list;

    composer->part = element;
    switch (element) {
    case ELEMENT_TITLE:
        compose_title(composer, &bulletin->meta.title);
        break;
    case ELEMENT_NUMBER:
        if (bulletin->meta.document_number.text)
            compose_field(composer, STYLE_DOCUMENT_NUMBER, &bulletin->meta.document_number);
        break;
    case ELEMENT_ISSUED:
        compose_issued(composer);
        break;
    case ELEMENT_RECIPIENTS:
        compose_recipients(composer);
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
    case ELEMENT_ANNEX_LIST:
        compose_annex_list(composer);
        break;
    case ELEMENT_ATTENDANCE:
        compose_attendance(composer);
        break;
    case ELEMENT_SIGNATURE:
        compose_signature(composer);
        break;
    case ELEMENT_NOTE:
        compose_note(composer);
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

/* Nothing that an editor wrote is dropped in silence. */
static void report_not_set(const Bulletin *bulletin, const Template *template, Diagnostics *sink)
{
    const Metadata *meta = &bulletin->meta;
    const gboolean head = template->masthead.given;
    const gboolean recipients = template_sets(template, ELEMENT_RECIPIENTS);
    const gboolean attendance = template_sets(template, ELEMENT_ATTENDANCE);
    const gboolean signature = template_sets(template, ELEMENT_SIGNATURE);
    const gboolean imprint = template->imprint.set,
                   printed = imprint && template->imprint.printed_on;
    const struct {
        gboolean given, set;
        Span where;
        const gchar *name, *chinese;
    } elements[] = {
        {meta->document_number.text != NULL, head || template_sets(template, ELEMENT_NUMBER),
         meta->document_number.span, "document-number", "发文字号"},
        {meta->masthead->len > 0, head, fields_span(meta->masthead), "masthead", "发文机关标志"},
        {meta->copy_number.text != NULL, head, meta->copy_number.span, "copy-number", "份号"},
        {meta->classification.text != NULL, head, meta->classification.span, "classification",
         "密级"},
        {meta->urgency.text != NULL, head, meta->urgency.span, "urgency", "紧急程度"},
        {meta->signatories->len > 0, sets_signatory(template), fields_span(meta->signatories),
         "signatory", "签发人"},
        {meta->recipients->len > 0, recipients, fields_span(meta->recipients), "recipients",
         "主送机关"},
        {meta->contact.order->len > 0, template_sets(template, ELEMENT_CONTACT), meta->contact.span,
         "contact", "联系方式"},
        {meta->present->len > 0, attendance, fields_span(meta->present), "attendance", "出席"},
        {meta->absent->len > 0, attendance, fields_span(meta->absent), "absent", "请假"},
        {meta->observers->len > 0, attendance, fields_span(meta->observers), "observers", "列席"},
        {meta->seal.given, signature && template->seal.set, meta->seal.span, "seal", "印章"},
        {meta->stamp.given, signature && template->stamp.set, meta->stamp.span, "stamp", "签名章"},
        {meta->note.text != NULL, template_sets(template, ELEMENT_NOTE), meta->note.span, "note",
         "附注"},
        {meta->copy_to->len > 0, imprint, fields_span(meta->copy_to), "copy-to", "抄送"},
        {meta->printed_by.text != NULL, printed, meta->printed_by.span, "printed-by", "印发机关"},
        {meta->printed_on.year > 0, printed, meta->printed_on_span, "printed-on", "印发日期"},
        {bulletin->annexes->len > 0, template_sets(template, ELEMENT_ANNEXES),
         first_annex(bulletin), "annexes", "附件"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(elements); i++)
        if (elements[i].given && !elements[i].set)
            diag_report(sink, RULE_NOT_SET, elements[i].where, elements[i].name,
                        elements[i].chinese, template->name, NULL);
}

/* Who printed it and when stand on one line (GB/T 9704-2012 7.4.3): one alone lacks the other. */
static void report_half_printed(const Metadata *meta, const Template *template, Diagnostics *sink)
{
    gboolean by = meta->printed_by.text != NULL, on = meta->printed_on.year > 0;

    if (by == on || !template->imprint.set || !template->imprint.printed_on)
        return;
    diag_report(sink, RULE_ELEMENT_MISSING, by ? meta->printed_by.span : meta->printed_on_span,
                by ? "printed-on" : "printed-by", by ? "印发日期" : "印发机关", template->name,
                NULL);
}

GPtrArray *compose(const Bulletin *bulletin, const Template *template, GHashTable *page_labels,
                   GArray *notes, GArray *structure, Diagnostics *sink)
{
    g_autofree guint *note_numbers = g_new0(guint, bulletin->notes->len);
    Composer composer = {.bulletin = bulletin,
                         .template = template,
                         .page_labels = page_labels,
                         .structure = structure,
                         .container = STRUCTURE_ROOT,
                         .notes = notes,
                         .note_numbers = note_numbers,
                         .sink = sink};

    composer.blocks = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    report_not_set(bulletin, template, sink);
    report_half_printed(&bulletin->meta, template, sink);
    for (guint i = 0; i < template->order->len; i++)
        add_element(&composer, g_array_index(template->order, Element, i));
    compose_imprint(&composer);
    return composer.blocks;
}

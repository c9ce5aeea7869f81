#include "layout/compose.h"

#include "layout/text_block.h"

#include <string.h>

typedef struct {
    const Bulletin *bulletin;
    const Template *template;
    GPtrArray *blocks;
    TextBlock *block; /* being written; (transfer none) */
} Composer;

static TextBlock *begin(Composer *composer, StyleRole role)
{
    composer->block = text_block_new(role);
    g_ptr_array_add(composer->blocks, composer->block);
    return composer->block;
}

/* Text of the template's own, standing for something at `span`. */
static void add_own(Composer *composer, const gchar *text, StyleRole role, Span span)
{
    text_block_append(composer->block, text, (TextStyle){.role = role, .span = span});
}

/* ---- inline text ---- */

static gchar *reference_text(const Composer *composer, const Node *node)
{
    const Numbering *numbering = &composer->template->numbering;

    switch (node->kind) {
    case NODE_HEADING:
        return number_format(numbering->reference_heading[node->level - 1], node->number);
    case NODE_FINDING:
        return number_format(numbering->reference_finding, node->number);
    default:
        return number_format(numbering->reference_measure, node->number);
    }
}

/* Emphasis that shows by a mark alone leaves the text in its font. */
static StyleRole inline_role(const Composer *composer, const Inline *run, StyleRole role)
{
    const Style *styles = composer->template->styles;

    if ((run->flags & INLINE_STRONG) && !styles[STYLE_STRONG].as_around)
        return STYLE_STRONG;
    if ((run->flags & INLINE_EMPHASIS) && !styles[STYLE_EMPHASIS].as_around)
        return STYLE_EMPHASIS;
    return role;
}

static TextMarks inline_marks(const Composer *composer, const Inline *run)
{
    static const struct {
        InlineFlags flag;
        StyleRole role;
    } marked[] = {{INLINE_EMPHASIS, STYLE_EMPHASIS},
                  {INLINE_STRONG, STYLE_STRONG},
                  {INLINE_DOT, STYLE_DOT},
                  {INLINE_PROPER, STYLE_PROPER},
                  {INLINE_BOOK, STYLE_BOOK}};
    TextMarks marks = {.joined = run->joined, .lined = run->lined};

    for (guint i = 0; i < G_N_ELEMENTS(marked); i++) {
        MarkShape mark = composer->template->styles[marked[i].role].mark;
        if (!(run->flags & marked[i].flag))
            continue;
        if (mark == MARK_DOT)
            marks.dots = TRUE;
        else if (mark != MARK_NONE)
            marks.line = (guint8) mark;
    }
    return marks;
}

static void add_inline(Composer *composer, const Inline *run, StyleRole role)
{
    TextStyle style = {.role = inline_role(composer, run, role),
                       .href = run->href,
                       .span = run->span,
                       .exact = (run->flags & INLINE_VERBATIM) != 0,
                       .marks = inline_marks(composer, run)};
    g_autofree gchar *own = NULL;

    if (run->flags & INLINE_BREAK) {
        own = g_strdup("\n");
    } else if (run->flags & INLINE_REFERENCE) {
        const Target *target = bulletin_find(composer->bulletin, run->href);
        own = target && target->node ? reference_text(composer, target->node) : NULL;
    }
    if (own)
        style.exact = FALSE;
    text_block_append(composer->block, own ? own : run->text, style);
}

static void add_inlines(Composer *composer, const GArray *inlines, StyleRole role)
{
    for (guint i = 0; i < inlines->len; i++)
        add_inline(composer, &g_array_index(inlines, Inline, i), role);
}

/* ---- blocks of Markdown ---- */

static void add_blocks(Composer *composer, const GPtrArray *blocks, const gchar *list_format);

/* A list outside findings: each item a paragraph under its number. */
static void add_list(Composer *composer, const Block *list, const gchar *format)
{
    for (guint i = 0; i < list->children->len; i++) {
        const Block *item = list->children->pdata[i];
        g_autofree gchar *label = number_format(format, i + 1);
        begin(composer, STYLE_BODY);
        add_own(composer, label, STYLE_BODY, item->span);
        guint from = 0;
        if (item->children->len > 0) {
            const Block *first = item->children->pdata[0];
            if (first->kind == BLOCK_PARAGRAPH) {
                add_inlines(composer, first->inlines, STYLE_BODY);
                from = 1;
            }
        }
        for (; from < item->children->len; from++) {
            g_autoptr(GPtrArray) rest = g_ptr_array_new();
            g_ptr_array_add(rest, item->children->pdata[from]);
            add_blocks(composer, rest, composer->template->numbering.item);
        }
    }
}

static void add_blocks(Composer *composer, const GPtrArray *blocks, const gchar *list_format)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block->kind == BLOCK_PARAGRAPH) {
            begin(composer, STYLE_BODY);
            add_inlines(composer, block->inlines, STYLE_BODY);
        } else if (block->kind == BLOCK_LIST) {
            add_list(composer, block, list_format);
        }
    }
}

/* ---- findings ---- */

static gboolean begins_with(const GArray *inlines, const gchar *prefix)
{
    return inlines->len > 0 && g_str_has_prefix(g_array_index(inlines, Inline, 0).text, prefix);
}

static void close_sentence(Composer *composer, const gchar *mark, Span span)
{
    if (!text_block_ends_in(composer->block, composer->template->finding.closing_marks))
        add_own(composer, mark, STYLE_BODY, span);
}

/* How much of what follows the title says again what it ends with: 针对…存在的问题问题。 */
static gsize repeated(const Composer *composer, const gchar *after)
{
    const gchar *marks = composer->template->finding.closing_marks, *end = after;

    while (*end && !g_utf8_strchr(marks, -1, g_utf8_get_char(end)))
        end = g_utf8_next_char(end);
    g_autofree gchar *word = g_strndup(after, (gsize) (end - after));
    return g_str_has_suffix(composer->block->text->str, word) ? strlen(word) : 0;
}

/* 针对{title}问题。 with the title's own runs in its place. */
static void add_lead_format(Composer *composer, const gchar *format, const Node *finding)
{
    const gchar *slot = strstr(format, "{title}");
    g_autofree gchar *before = slot ? g_strndup(format, (gsize) (slot - format)) : g_strdup(format);

    add_own(composer, before, STYLE_LEAD, finding->span);
    if (!slot)
        return;
    add_inlines(composer, finding->title, STYLE_LEAD);
    const gchar *after = slot + strlen("{title}");
    add_own(composer, after + repeated(composer, after), STYLE_LEAD, finding->span);
}

/* An editor's own lead is set as it stands. */
static void add_lead(Composer *composer, const Node *finding)
{
    const FindingStyle *style = &composer->template->finding;

    if (finding->lead_kind == LEAD_OWN) {
        add_lead_format(composer, finding->lead.text, finding);
        return;
    }
    if (finding->lead_kind == LEAD_VERBATIM || begins_with(finding->title, style->lead_in_prefix))
        add_inlines(composer, finding->title, STYLE_LEAD);
    else
        add_lead_format(composer, style->lead_in, finding);
    close_sentence(composer, style->measure_end, finding->span);
}

/* A list inside a measure runs in: （1）…；（2）… */
static void add_inner_list(Composer *composer, const Block *list)
{
    const FindingStyle *style = &composer->template->finding;

    for (guint i = 0; i < list->children->len; i++) {
        const Block *item = list->children->pdata[i];
        g_autofree gchar *label = number_format(composer->template->numbering.item, i + 1);
        add_own(composer, label, STYLE_BODY, item->span);
        for (guint k = 0; k < item->children->len; k++) {
            const Block *block = item->children->pdata[k];
            if (block->kind == BLOCK_PARAGRAPH)
                add_inlines(composer, block->inlines, STYLE_BODY);
            else if (block->kind == BLOCK_LIST)
                add_inner_list(composer, block);
        }
        if (i + 1 < list->children->len)
            close_sentence(composer, style->list_separator, item->span);
    }
}

/* The first paragraph runs in after what stands there already; later ones are paragraphs. */
static void add_run_in(Composer *composer, const GPtrArray *blocks)
{
    gboolean first = TRUE;

    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block->kind == BLOCK_LIST) {
            add_inner_list(composer, block);
        } else if (block->kind == BLOCK_PARAGRAPH) {
            if (!first)
                begin(composer, STYLE_BODY);
            add_inlines(composer, block->inlines, STYLE_BODY);
            first = FALSE;
        }
    }
}

/* 一是, or what the measure's own lead says; nothing before one that is set as it stands. */
static void add_measure_label(Composer *composer, const Node *measure)
{
    g_autofree gchar *label = number_format(composer->template->numbering.measure, measure->number);

    if (measure->lead_kind == LEAD_OWN)
        add_own(composer, measure->lead.text, STYLE_BODY, measure->lead.span);
    else if (measure->lead_kind == LEAD_TEMPLATE)
        add_own(composer, label, STYLE_BODY, measure->span);
}

static void add_measure(Composer *composer, const Node *measure, gboolean last)
{
    const FindingStyle *style = &composer->template->finding;

    if (style->measures == MEASURES_PARAGRAPHS)
        begin(composer, STYLE_BODY);
    text_block_anchor(composer->block, &measure->id);
    add_measure_label(composer, measure);
    if (measure->title->len > 0) {
        add_inlines(composer, measure->title, STYLE_BODY);
        if (measure->blocks->len > 0)
            close_sentence(composer, style->measure_end, measure->span);
    }
    add_run_in(composer, measure->blocks);
    close_sentence(composer, last ? style->measure_end : style->measure_separator, measure->span);
}

static void add_outline(TextBlock *block, guint level, const GArray *title)
{
    block->outline_level = level;
    block->outline_title = inlines_text(title);
}

static guint depth(const Node *node)
{
    return node->parent ? depth(node->parent) + 1 : 1;
}

static void add_finding(Composer *composer, const Node *finding)
{
    TextBlock *block = begin(composer, STYLE_BODY);

    add_outline(block, depth(finding), finding->title);
    text_block_anchor(block, &finding->id);
    add_lead(composer, finding);
    add_run_in(composer, finding->blocks);
    for (guint i = 0; i < finding->children->len; i++)
        add_measure(composer, finding->children->pdata[i], i + 1 == finding->children->len);
    add_blocks(composer, finding->closing, composer->template->numbering.list);
}

/* ---- headings ---- */

static void add_heading(Composer *composer, const Node *heading)
{
    StyleRole role = STYLE_HEADING_1 + heading->level - 1;
    TextBlock *block = begin(composer, role);
    g_autofree gchar *number =
        number_format(composer->template->numbering.heading[heading->level - 1], heading->number);

    text_block_anchor(block, &heading->id);
    add_own(composer, number, role, heading->span);
    add_inlines(composer, heading->title, role);
    block->outline_level = depth(heading);
    block->outline_title = g_strdup(block->text->str);
    add_blocks(composer, heading->blocks, composer->template->numbering.list);
}

static void add_nodes(Composer *composer, const GPtrArray *nodes)
{
    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = nodes->pdata[i];
        if (node->kind == NODE_FINDING) {
            add_finding(composer, node);
        } else {
            add_heading(composer, node);
            add_nodes(composer, node->children);
        }
    }
}

/* ---- title, contact, signature ---- */

static void add_field(Composer *composer, StyleRole role, const Field *field)
{
    begin(composer, role);
    text_block_append(composer->block, field->text, (TextStyle){.role = role, .span = field->span});
}

/* tel:63936965 for a phone number, mailto: for an e-mail address. (transfer full) (nullable) */
static gchar *contact_link(ContactKind kind, const gchar *value)
{
    if (kind == CONTACT_EMAIL)
        return g_strconcat("mailto:", value, NULL);
    if (kind != CONTACT_PHONE)
        return NULL;
    GString *number = g_string_new("tel:");
    for (; *value; value++) {
        if (g_ascii_isdigit(*value) || *value == '+' || *value == '-')
            g_string_append_c(number, *value);
        else if (*value != ' ')
            return g_string_free(number, TRUE), NULL; /* several numbers, or words: no link */
    }
    return g_string_free(number, FALSE);
}

static void add_contact_part(Composer *composer, ContactKind kind)
{
    const Field *field = contact_field(&composer->bulletin->meta, kind);
    const gchar *label = composer->template->contact.labels[kind];
    const gchar *slot = strstr(label, "{value}");
    g_autofree gchar *before = slot ? g_strndup(label, (gsize) (slot - label)) : g_strdup(label);
    g_autofree gchar *href = contact_link(kind, field->text);

    add_own(composer, before, STYLE_CONTACT, field->span);
    text_block_append(composer->block, field->text,
                      (TextStyle){.role = STYLE_CONTACT, .href = href, .span = field->span});
    if (slot)
        add_own(composer, slot + strlen("{value}"), STYLE_CONTACT, field->span);
}

static void add_contact(Composer *composer)
{
    const Metadata *meta = &composer->bulletin->meta;
    const ContactStyle *style = &composer->template->contact;
    const GArray *order = meta->contact.order;

    if (!order || order->len == 0)
        return;
    begin(composer, STYLE_CONTACT);
    add_own(composer, style->lead, STYLE_CONTACT, meta->contact.span);
    for (guint i = 0; i < order->len; i++) {
        if (i > 0)
            add_own(composer, style->separator, STYLE_CONTACT, meta->contact.span);
        add_contact_part(composer, g_array_index(order, ContactKind, i));
    }
    add_own(composer, style->end, STYLE_CONTACT, meta->contact.span);
}

static void add_signature(Composer *composer)
{
    const Metadata *meta = &composer->bulletin->meta;
    g_autofree gchar *date = date_chinese(meta->date);

    for (guint i = 0; i < meta->issuers->len; i++)
        add_field(composer, STYLE_SIGNATURE, &g_array_index(meta->issuers, Field, i));
    begin(composer, STYLE_DATE);
    add_own(composer, date, STYLE_DATE, meta->date_span);
}

static void add_element(Composer *composer, Element element)
{
    const Bulletin *bulletin = composer->bulletin;
    const gchar *list_format = composer->template->numbering.list;

    switch (element) {
    case ELEMENT_TITLE:
        add_field(composer, STYLE_TITLE, &bulletin->meta.title);
        break;
    case ELEMENT_OPENING:
        add_blocks(composer, bulletin->opening, list_format);
        break;
    case ELEMENT_BODY:
        add_nodes(composer, bulletin->children);
        break;
    case ELEMENT_CLOSING:
        add_blocks(composer, bulletin->closing, list_format);
        break;
    case ELEMENT_CONTACT:
        add_contact(composer);
        break;
    case ELEMENT_SIGNATURE:
        add_signature(composer);
        break;
    }
}

static Span fields_span(const GArray *fields)
{
    return fields->len > 0 ? g_array_index(fields, Field, 0).span : SPAN_NONE;
}

/* Nothing that an editor wrote is dropped in silence. */
static void report_not_set(const Metadata *meta, const Template *template, Diagnostics *sink)
{
    const struct {
        gboolean given;
        Span where;
        const gchar *name, *chinese;
    } elements[] = {
        {meta->document_number.text != NULL, meta->document_number.span, "document-number",
         "发文字号"},
        {meta->masthead.text != NULL, meta->masthead.span, "masthead", "发文机关标志"},
        {meta->copy_number.text != NULL, meta->copy_number.span, "copy-number", "份号"},
        {meta->classification.text != NULL, meta->classification.span, "classification", "密级"},
        {meta->urgency.text != NULL, meta->urgency.span, "urgency", "紧急程度"},
        {meta->signatory.text != NULL, meta->signatory.span, "signatory", "签发人"},
        {meta->recipients->len > 0, fields_span(meta->recipients), "recipients", "主送机关"},
        {meta->note.text != NULL, meta->note.span, "note", "附注"},
        {meta->copy_to->len > 0, fields_span(meta->copy_to), "copy-to", "抄送"},
        {meta->printed_by.text != NULL, meta->printed_by.span, "printed-by", "印发机关"},
        {meta->printed_on.year > 0, meta->printed_on_span, "printed-on", "印发日期"},
        {meta->seal, meta->seal_image.span, "seal", "印章"},
    };

    for (guint i = 0; i < G_N_ELEMENTS(elements); i++)
        if (elements[i].given)
            diag_report(sink, RULE_NOT_SET, elements[i].where, elements[i].name,
                        elements[i].chinese, template->name, NULL);
}

GPtrArray *compose(const Bulletin *bulletin, const Template *template, Diagnostics *sink)
{
    Composer composer = {bulletin, template, NULL, NULL};

    composer.blocks = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    report_not_set(&bulletin->meta, template, sink);
    for (guint i = 0; i < bulletin->annexes->len; i++)
        diag_report(sink, RULE_UNSUPPORTED, ((const Annex *) bulletin->annexes->pdata[i])->span,
                    "附件的排版", "the setting of annexes", NULL);
    for (guint i = 0; i < template->order->len; i++)
        add_element(&composer, g_array_index(template->order, Element, i));
    return composer.blocks;
}

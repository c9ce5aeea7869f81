/* The walk over a bulletin that gathers its texts. */
#include "check/unit_text.h"

typedef struct {
    GPtrArray *units;
    const Node *node;
    const Annex *annex;
} Walk;

/* With its caption, where that stands above it as a paragraph. */
static Span whole_block(const Block *block)
{
    Span span = block->span;

    if (block->kind != BLOCK_TABLE || !block->inlines || block->inlines->len == 0)
        return span;
    const Inline *first = &g_array_index(block->inlines, Inline, 0);
    if (first->span.source == span.source)
        span.start = MIN(span.start, first->span.start);
    return span;
}

static TextUnit *take(Walk *walk, TextUnit *unit, const Block *owner)
{
    if (!unit)
        return NULL;
    unit->node = walk->node;
    unit->annex = walk->annex;
    unit->owner = owner;
    if (owner && owner->span.source)
        unit->block = whole_block(owner);
    unit->index = walk->units->len;
    g_ptr_array_add(walk->units, unit);
    return unit;
}

static void take_value(Walk *walk, const gchar *key, const gchar *text, Span span)
{
    TextUnit *unit = unit_from_value(UNIT_FIELD, text, span);

    if (!unit)
        return;
    unit->key = key;
    unit->block = span;
    unit_guard(take(walk, unit, NULL));
}

static void take_field(Walk *walk, const gchar *key, const Field *field)
{
    take_value(walk, key, field->text, field->span);
}

static void take_fields(Walk *walk, const gchar *key, const GArray *fields)
{
    for (guint i = 0; i < fields->len; i++)
        take_field(walk, key, &g_array_index(fields, Field, i));
}

/* Dates keep no text of their own. */
static void take_date(Walk *walk, const gchar *key, Span span)
{
    if (!span.source)
        return;
    g_autofree gchar *text =
        g_strndup(span.source->text + span.start, (gsize) span.end - span.start);
    take_value(walk, key, text, span);
}

static void take_runs(Walk *walk, UnitKind kind, const GArray *inlines, const Block *owner)
{
    TextUnit *unit = take(walk, unit_from_runs(kind, inlines), owner);

    if (unit)
        unit_guard(unit);
}

/* ---- front matter ---- */

static const gchar *contact_key(ContactKind kind)
{
    static const gchar *const keys[CONTACT_KINDS] = {
        [CONTACT_PHONE] = "contact.phone",     [CONTACT_EMAIL] = "contact.email",
        [CONTACT_ADDRESS] = "contact.address", [CONTACT_POSTCODE] = "contact.postcode",
        [CONTACT_HOURS] = "contact.hours",     [CONTACT_PERSON] = "contact.person",
    };

    return keys[kind];
}

static void take_metadata(Walk *walk, const Metadata *meta)
{
    take_field(walk, "title", &meta->title);
    take_field(walk, "template", &meta->template_name);
    take_fields(walk, "issuer", meta->issuers);
    take_date(walk, "date", meta->date_span);
    take_field(walk, "document-number", &meta->document_number);
    take_field(walk, "copy-number", &meta->copy_number);
    take_field(walk, "classification", &meta->classification);
    take_field(walk, "urgency", &meta->urgency);
    take_fields(walk, "masthead", meta->masthead);
    take_fields(walk, "signatory", meta->signatories);
    take_fields(walk, "recipients", meta->recipients);
    for (guint i = 0; i < meta->contact.order->len; i++) {
        ContactKind kind = g_array_index(meta->contact.order, ContactKind, i);
        take_field(walk, contact_key(kind), contact_field(meta, kind));
    }
    take_field(walk, "note", &meta->note);
    take_fields(walk, "copy-to", meta->copy_to);
    take_field(walk, "printed-by", &meta->printed_by);
    take_date(walk, "printed-on", meta->printed_on_span);
    take_fields(walk, "seal", meta->seal.paths);
    take_fields(walk, "stamp", meta->stamp.paths);
    take_fields(walk, "post", meta->posts);
    take_fields(walk, "attendance", meta->present);
    take_fields(walk, "absent", meta->absent);
    take_fields(walk, "observers", meta->observers);
    take_field(walk, "id", &meta->id);
    take_field(walk, "language", &meta->language);
    take_fields(walk, "keywords", meta->keywords);
    take_field(walk, "summary", &meta->summary);
}

/* ---- blocks ---- */

static void take_table(Walk *walk, const Block *block)
{
    const GPtrArray *rows = block->table->rows;

    for (guint i = 0; i < rows->len; i++) {
        const GPtrArray *row = rows->pdata[i];
        for (guint k = 0; k < row->len; k++) {
            const TableCell *cell = row->pdata[k];
            TextUnit *unit = unit_from_runs(i == 0 ? UNIT_HEAD_CELL : UNIT_CELL, cell->inlines);
            if (!take(walk, unit, block))
                continue;
            unit->row = i;
            unit->column = k;
            unit_guard(unit);
        }
    }
}

static void take_figure(Walk *walk, const Block *block)
{
    TextUnit *unit = unit_from_value(UNIT_ALT, block->figure->alt, block->figure->alt_span);

    if (take(walk, unit, block))
        unit_guard(unit);
}

static UnitKind text_kind(const Walk *walk, const Block *list)
{
    if (list)
        return UNIT_ITEM;
    return walk->node && walk->node->kind == NODE_MEASURE ? UNIT_MEASURE : UNIT_PARAGRAPH;
}

static void take_blocks(Walk *walk, const GPtrArray *blocks, const Block *list)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        guint first = walk->units->len;
        if (block->kind == BLOCK_HEADING)
            take_runs(walk, UNIT_HEADING, block->inlines, block);
        else if (block->kind == BLOCK_PARAGRAPH)
            take_runs(walk, text_kind(walk, list), block->inlines, block);
        else if (block->inlines) /* of a table or figure */
            take_runs(walk, UNIT_CAPTION, block->inlines, block);
        for (guint k = first; k < walk->units->len; k++)
            ((TextUnit *) walk->units->pdata[k])->list = list;
        if (block->table)
            take_table(walk, block);
        if (block->figure)
            take_figure(walk, block);
        if (block->children)
            take_blocks(walk, block->children, block->kind == BLOCK_LIST ? block : list);
    }
}

/* ---- the tree ---- */

static UnitKind title_kind(const Node *node)
{
    static const UnitKind kinds[] = {[NODE_HEADING] = UNIT_HEADING,
                                     [NODE_FINDING] = UNIT_FINDING,
                                     [NODE_MEASURE] = UNIT_MEASURE};

    return kinds[node->kind];
}

static void take_nodes(Walk *walk, const GPtrArray *nodes)
{
    const Node *around = walk->node;

    for (guint i = 0; i < nodes->len; i++) {
        const Node *node = walk->node = nodes->pdata[i];
        take_field(walk, "id", &node->id);
        take_field(walk, "responsible", &node->responsible);
        take_date(walk, "due", node->due_span);
        take_date(walk, "completed", node->completed_span);
        take_field(walk, "lead", &node->lead);
        take_runs(walk, title_kind(node), node->title, NULL);
        take_blocks(walk, node->blocks, NULL);
        take_nodes(walk, node->children);
        walk->node = node;
        take_blocks(walk, node->closing, NULL);
    }
    walk->node = around;
}

static void take_annexes(Walk *walk, const GPtrArray *annexes)
{
    for (guint i = 0; i < annexes->len; i++) {
        const Annex *annex = walk->annex = annexes->pdata[i];
        take_field(walk, "id", &annex->id);
        take_runs(walk, UNIT_HEADING, annex->title, NULL);
        take_blocks(walk, annex->blocks, NULL);
    }
    walk->annex = NULL;
}

static void take_notes(Walk *walk, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *note = blocks->pdata[i];
        guint first = walk->units->len;
        take_blocks(walk, note->children, NULL);
        for (guint k = first; k < walk->units->len; k++)
            ((TextUnit *) walk->units->pdata[k])->kind = UNIT_NOTE;
    }
}

GPtrArray *units_new(const Bulletin *bulletin)
{
    Walk walk = {.units = g_ptr_array_new_with_free_func((GDestroyNotify) unit_free)};

    take_metadata(&walk, &bulletin->meta);
    take_blocks(&walk, bulletin->opening, NULL);
    take_nodes(&walk, bulletin->children);
    take_blocks(&walk, bulletin->closing, NULL);
    take_annexes(&walk, bulletin->annexes);
    take_notes(&walk, bulletin->note_blocks);
    return walk.units;
}

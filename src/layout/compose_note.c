/* Footnotes: each a block of its own, its paragraphs one below the other. */
#include "layout/compose_parts.h"

#include "layout/footnote.h"

/* In the structure each paragraph is one of its own. */
static void add_paragraphs(Composer *composer, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        composer->block->element = compose_element(composer, STRUCT_P);
        if (i > 0)
            compose_own(composer, "\n", STYLE_FOOTNOTE, block->span);
        if (block->inlines)
            compose_inlines(composer, block->inlines, STYLE_FOOTNOTE);
    }
}

/* `element`: of the structure, in which the text that refers to the note put it. */
static TextBlock *note_text(Composer *composer, const Note *note, guint element)
{
    g_autofree gchar *mark = number_format(composer->template->footnote.mark, note->number);
    TextBlock *text = composer->block = text_block_new(STYLE_FOOTNOTE);

    Anchor anchor = {0, footnote_href(note->number) + 1};

    g_array_append_val(text->anchors, anchor);
    composer->container = element;
    text->element = compose_element(composer, STRUCT_LBL);
    compose_number_text(composer, mark, STYLE_NOTE_MARK, note->block->span);
    compose_own(composer, composer->template->footnote.separator, STYLE_FOOTNOTE,
                note->block->span);
    text->label = (guint32) text->text->len;
    add_paragraphs(composer, note->block->children);
    return text;
}

/* The structure elements of all notes, by number. (transfer full) */
static guint *note_elements(const GArray *structure, guint notes)
{
    guint *elements = g_new0(guint, notes + 1);

    for (guint i = STRUCTURE_ROOT; structure && i < structure->len; i++) {
        const StructElement *element = structure_at(structure, i);
        if (element->type == STRUCT_NOTE)
            elements[element->note] = i;
    }
    return elements;
}

GPtrArray *compose_notes(const Bulletin *bulletin, const Template *template, const GArray *notes,
                         GHashTable *page_labels, GArray *structure, Diagnostics *sink)
{
    g_autofree guint *elements = note_elements(structure, notes->len);
    GPtrArray *texts = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    Composer composer = {.bulletin = bulletin,
                         .template = template,
                         .page_labels = page_labels,
                         .structure = structure,
                         .sink = sink};

    for (guint i = 0; i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        g_ptr_array_add(texts, note_text(&composer, note, elements[note->number]));
    }
    return texts;
}

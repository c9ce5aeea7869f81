/* Footnotes: each a block of its own, its paragraphs one below the other. */
#include "layout/compose_parts.h"

#include "layout/footnote.h"
#include "layout/text_block.h"

static void add_paragraphs(Composer *composer, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (i > 0)
            compose_own(composer, "\n", STYLE_FOOTNOTE, block->span);
        if (block->inlines)
            compose_inlines(composer, block->inlines, STYLE_FOOTNOTE);
    }
}

static TextBlock *note_text(Composer *composer, const Note *note)
{
    g_autofree gchar *mark = number_format(composer->template->footnote.mark, note->number);
    TextBlock *text = composer->block = text_block_new(STYLE_FOOTNOTE);

    Anchor anchor = {0, footnote_href(note->number) + 1};

    g_array_append_val(text->anchors, anchor);
    compose_own(composer, mark, STYLE_NOTE_MARK, note->block->span);
    compose_own(composer, composer->template->footnote.separator, STYLE_FOOTNOTE,
                note->block->span);
    text->label = (guint32) text->text->len;
    add_paragraphs(composer, note->block->children);
    return text;
}

GPtrArray *compose_notes(const Bulletin *bulletin, const Template *template, const GArray *notes,
                         GHashTable *page_labels, Diagnostics *sink)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func((GDestroyNotify) text_block_free);
    Composer composer = {
        .bulletin = bulletin, .template = template, .page_labels = page_labels, .sink = sink};

    for (guint i = 0; i < notes->len; i++)
        g_ptr_array_add(texts, note_text(&composer, &g_array_index(notes, Note, i)));
    return texts;
}

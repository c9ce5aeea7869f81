/* Figures: a picture, and its caption. */
#include "layout/compose_parts.h"

void compose_figure(Composer *composer, const Block *block)
{
    TextBlock *text = text_block_new_figure(block->figure);
    guint around = composer->container;

    composer->container = compose_element(composer, STRUCT_DIV);
    text->element = compose_element(composer, STRUCT_FIGURE);
    if (composer->structure)
        structure_at(composer->structure, text->element)->alt = g_strdup(block->figure->alt);
    text_block_anchor(text, &block->id);
    compose_add(composer, text);
    if (block->inlines->len > 0) {
        composer->block = text_block_new(STYLE_CAPTION);
        composer->block->element = compose_element(composer, STRUCT_CAPTION);
        g_ptr_array_add(text->figure->captions, composer->block);
        compose_caption(composer, block);
    }
    composer->block = text;
    composer->container = around;
}

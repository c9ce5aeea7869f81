/* Figures: a picture, and its caption. */
#include "layout/compose_parts.h"

#include "layout/text_block.h"

void compose_figure(Composer *composer, const Block *block)
{
    TextBlock *text = text_block_new_figure(block->figure);

    text_block_anchor(text, &block->id);
    compose_add(composer, text);
    if (block->inlines->len > 0) {
        composer->block = text_block_new(STYLE_CAPTION);
        g_ptr_array_add(text->figure->captions, composer->block);
        compose_caption(composer, block);
    }
    composer->block = text;
}

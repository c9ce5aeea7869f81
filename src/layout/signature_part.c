#include "layout/signature_part.h"

#include "layout/place.h"

SignaturePart *signature_part_new(void)
{
    SignaturePart *part = g_new0(SignaturePart, 1);

    part->texts = g_array_new(FALSE, FALSE, sizeof(PartText));
    part->seals = g_array_new(FALSE, FALSE, sizeof(PartSeal));
    return part;
}

void signature_part_free(SignaturePart *part)
{
    g_array_unref(part->texts);
    g_array_unref(part->seals);
    g_free(part);
}

Len set_block_width(const SetBlock *block)
{
    Len width = 0;

    for (guint i = 0; i < block->lines->len; i++)
        width = MAX(width, ((const Line *) block->lines->pdata[i])->width);
    return width;
}

Len set_block_height(const SetBlock *block, const Template *template)
{
    const Style *style = &template->styles[block->paragraph->role];

    return (block->lines->len - 1) * template->pitch + style->size;
}

void set_block_narrow(SetBlock *block, Len right, const Composition *composition)
{
    if (set_block_width(block) <= block->measure.width - right)
        return;
    block->measure.right = right;
    g_ptr_array_unref(block->lines);
    block->lines = break_lines(block->paragraph, &block->measure, composition);
}

static void add_text(SignaturePart *part, SetBlock *block, Len y)
{
    PartText text = {block, y};

    g_array_append_val(part->texts, text);
}

void signature_part_centre(SignaturePart *part, SetBlock *block, Len middle, Len y)
{
    for (guint i = 0; i < block->lines->len; i++) {
        Line *line = block->lines->pdata[i];
        line->indent = MAX(middle - line->width / 2, 0);
    }
    add_text(part, block, y);
}

void signature_part_right(SignaturePart *part, SetBlock *block, Len right, Len y)
{
    Len left = MAX(right - set_block_width(block), 0);

    for (guint i = 0; i < block->lines->len; i++)
        ((Line *) block->lines->pdata[i])->indent = left;
    add_text(part, block, y);
}

void signature_part_seal(SignaturePart *part, PartSeal seal)
{
    g_array_append_val(part->seals, seal);
}

void signature_part_close(SignaturePart *part, Len height, const Template *template)
{
    part->height = height;
    for (guint i = 0; i < part->texts->len; i++) {
        PartText *text = &g_array_index(part->texts, PartText, i);
        part->bottom = MAX(part->bottom, text->y + set_block_height(text->block, template));
        text->block->in_part = i > 0;
    }
    for (guint i = 0; i < part->seals->len; i++) {
        const PartSeal *seal = &g_array_index(part->seals, PartSeal, i);
        part->bottom = MAX(part->bottom, seal->y + seal->height);
    }
    g_array_index(part->texts, PartText, 0).block->part = part;
}

/* ---- on a page ---- */

static void place_text(const PartText *text, const Template *template, Page *page, Len top,
                       guint row)
{
    const SetBlock *block = text->block;
    Len size = template->styles[block->paragraph->role].size;

    for (guint i = 0; i < block->lines->len; i++) {
        Len y = text->y + i * template->pitch;
        LinePlace place = {
            .paragraph = block->paragraph,
            .line = block->lines->pdata[i],
            .row = row > 0 && y % template->pitch == 0 ? row + (guint) (y / template->pitch) : 0,
            .x = template->left,
            .baseline = top + y + size * template->ascent / 1000,
            .ascent = template->ascent,
            .marks = &template->marks};
        place_line(page, &place);
    }
}

/* Text is seen through it, as through the ink of a seal. */
static void place_seal(const PartSeal *seal, const Template *template, Page *page, Len top)
{
    if (!seal->image)
        return;
    Item *item = item_new_image(seal->image, template->left + seal->x, top + seal->y, seal->width,
                                seal->height);

    item->multiply = TRUE;
    page_add(page, item);
}

void place_signature_part(const SignaturePart *part, const Template *template, Page *page, Len top,
                          guint row)
{
    for (guint i = 0; i < part->texts->len; i++)
        place_text(&g_array_index(part->texts, PartText, i), template, page, top, row);
    for (guint i = 0; i < part->seals->len; i++)
        place_seal(&g_array_index(part->seals, PartSeal, i), template, page, top);
}

#include "layout/signature_part.h"

#include "base/words.h"
#include "layout/break_rule.h"
#include "layout/place.h"
#include "layout/title_text.h"

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

/* Within words, as titles have them, a name is broken only where nothing else can be done. */
static void keep_words(Paragraph *paragraph, const Template *template)
{
    g_autofree guint8 *dictionary = word_beginnings(paragraph->text);
    g_autoptr(GPtrArray) no_names = g_ptr_array_new();
    TitleText words;

    title_text_init(&words, paragraph->text, dictionary, template->title, no_names);
    for (guint i = 0; i < paragraph->clusters->len; i++) {
        Cluster *cluster = &g_array_index(paragraph->clusters, Cluster, i);
        if (cluster->end < words.length && !words.begins[cluster->end])
            cluster->penalty = MAX(cluster->penalty, PENALTY_LAST_RESORT);
    }
    title_text_clear(&words);
}

void set_block_narrow(SetBlock *block, Len right, const Template *template)
{
    if (set_block_width(block) <= block->measure.width - right)
        return;
    block->measure.right = right;
    keep_words(block->paragraph, template);
    g_ptr_array_unref(block->lines);
    block->lines = break_lines(block->paragraph, &block->measure, &template->composition);
}

static void add_text(SignaturePart *part, SetBlock *block, guint row, Len y)
{
    PartText text = {block, row, y};

    g_array_append_val(part->texts, text);
}

void signature_part_centre(SignaturePart *part, SetBlock *block, Len middle, guint row)
{
    for (guint i = 0; i < block->lines->len; i++) {
        Line *line = block->lines->pdata[i];
        line->indent = MAX(middle - line->width / 2, 0);
    }
    add_text(part, block, row, 0);
}

void signature_part_right(SignaturePart *part, SetBlock *block, Len right, guint row, Len y)
{
    Len left = MAX(right - set_block_width(block), 0);

    for (guint i = 0; i < block->lines->len; i++)
        ((Line *) block->lines->pdata[i])->indent = left;
    add_text(part, block, row, y);
}

void signature_part_seal(SignaturePart *part, PartSeal seal)
{
    g_array_append_val(part->seals, seal);
}

/* Of its texts and seals. */
static Len bottom_of(const SignaturePart *part, const Template *template)
{
    Len bottom = 0;

    for (guint i = 0; i < part->texts->len; i++) {
        const PartText *text = &g_array_index(part->texts, PartText, i);
        bottom = MAX(bottom, text->row * template->pitch + text->y +
                                 set_block_height(text->block, template));
    }
    for (guint i = 0; i < part->seals->len; i++) {
        const PartSeal *seal = &g_array_index(part->seals, PartSeal, i);
        bottom = MAX(bottom, seal->row * template->pitch + seal->y + seal->height);
    }
    return bottom;
}

void signature_part_close(SignaturePart *part, guint rows, const Template *template)
{
    for (guint i = 1; i < part->texts->len; i++)
        g_array_index(part->texts, PartText, i).block->in_part = TRUE;
    part->rows = rows;
    part->over = bottom_of(part, template) - (rows - 1) * template->pitch - template->cell;
    g_array_index(part->texts, PartText, 0).block->part = part;
}

/* ---- on a page ---- */

/* What stands between the rows of the grid is on none of them. */
static void place_text(const PartText *text, const PartPlace *at)
{
    const SetBlock *block = text->block;
    const Template *template = at->template;
    Len size = template->styles[block->paragraph->role].size;

    for (guint i = 0; i < block->lines->len; i++) {
        Len y = at->top + (text->row + i) * at->pitch + text->y;
        LinePlace place = {.paragraph = block->paragraph,
                           .line = block->lines->pdata[i],
                           .anchors = block->anchors,
                           .row = text->y == 0 ? at->row + text->row + i : 0,
                           .x = template->left,
                           .baseline = y + size * template->ascent / 1000,
                           .ascent = template->ascent,
                           .marks = &template->marks};
        place_line(at->page, &place);
    }
}

/* Text is seen through it, as through the ink of a seal. */
static void place_seal(const PartSeal *seal, const PartPlace *at)
{
    if (!seal->image)
        return;
    Item *item =
        item_new_image(seal->image, at->template->left + seal->x,
                       at->top + seal->row * at->pitch + seal->y, seal->width, seal->height);

    item->multiply = TRUE;
    item->element = seal->element;
    page_add(at->page, item);
}

void place_signature_part(const SignaturePart *part, const PartPlace *at)
{
    for (guint i = 0; i < part->texts->len; i++)
        place_text(&g_array_index(part->texts, PartText, i), at);
    for (guint i = 0; i < part->seals->len; i++)
        place_seal(&g_array_index(part->seals, PartSeal, i), at);
}

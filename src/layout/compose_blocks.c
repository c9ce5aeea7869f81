/* Blocks of Markdown outside findings. */
#include "layout/compose_parts.h"

void compose_run_on(Composer *composer, const GPtrArray *blocks, const gchar *list_format)
{
    guint from = 0;

    if (blocks->len > 0) {
        const Block *first = blocks->pdata[0];
        if (first->kind == BLOCK_PARAGRAPH) {
            compose_inlines(composer, first->inlines, STYLE_BODY);
            from = 1;
        }
    }
    for (; from < blocks->len; from++) {
        g_autoptr(GPtrArray) rest = g_ptr_array_new();
        g_ptr_array_add(rest, blocks->pdata[from]);
        compose_blocks(composer, rest, list_format);
    }
}

/* A list outside findings: each item a paragraph under its number. */
static void add_list(Composer *composer, const Block *list, const gchar *format)
{
    guint around = composer->container, element = compose_element(composer, STRUCT_L);

    for (guint i = 0; i < list->children->len; i++) {
        const Block *item = list->children->pdata[i];
        g_autofree gchar *label = number_format(format, i + 1);
        compose_item_begin(composer, element, i + 1);
        compose_number_text(composer, label, STYLE_BODY, item->span);
        compose_item_body(composer);
        compose_run_on(composer, item->children, composer->template->numbering.item);
        compose_item_end(composer);
    }
    composer->container = around;
}

void compose_blocks(Composer *composer, const GPtrArray *blocks, const gchar *list_format)
{
    for (guint i = 0; i < blocks->len; i++) {
        const Block *block = blocks->pdata[i];
        if (block->kind == BLOCK_PARAGRAPH) {
            compose_begin(composer, STYLE_BODY);
            compose_inlines(composer, block->inlines, STYLE_BODY);
        } else if (block->kind == BLOCK_LIST) {
            add_list(composer, block, list_format);
        } else if (block->kind == BLOCK_HEADING) {
            compose_annex_heading(composer, block);
        } else if (block->kind == BLOCK_TABLE) {
            compose_table(composer, block);
        } else if (block->kind == BLOCK_FIGURE) {
            compose_figure(composer, block);
        }
    }
}

/* Plain text: what an editor of a content-management system is pasted into. It has styles of its
 * own for paragraphs, so none is indented here, and no line is broken. */
#include "output/reading_out.h"

#include <string.h>

/* Text on one line: what is apart on paper stays apart by `gap`. */
static void add_line(GString *out, const gchar *text, const gchar *gap)
{
    for (; *text; text++)
        if (*text == '\n')
            g_string_append(out, gap);
        else
            g_string_append_c(out, *text);
}

/* Cells as tab-separated values: a tab in a cell is a space already. */
static void add_table(GString *out, const TableText *table)
{
    guint columns = table->aligns->len;

    for (guint i = 0; i < table->cells->len; i++) {
        const TextBlock *cell = table->cells->pdata[i];
        add_line(out, cell->text->str, " ");
        g_string_append_c(out, (i + 1) % columns == 0 ? '\n' : '\t');
    }
}

/* A figure cannot be shown: what it shows is told, then its caption. */
static void add_figure(GString *out, const FigureText *figure)
{
    g_string_append_printf(out, "［图片：%s］\n", figure->figure->alt);
    for (guint i = 0; i < figure->captions->len; i++) {
        add_line(out, ((const TextBlock *) figure->captions->pdata[i])->text->str, "");
        g_string_append_c(out, '\n');
    }
}

static gboolean is_title(const TextBlock *block)
{
    return block->role == STYLE_TITLE || block->role == STYLE_ANNEX_TITLE;
}

static void add_block(GString *out, const TextBlock *block)
{
    if (block->table) {
        add_table(out, block->table);
    } else if (block->figure) {
        add_figure(out, block->figure);
    } else {
        add_line(out, block->text->str, is_title(block) ? "" : "\n");
        g_string_append_c(out, '\n');
    }
}

static gboolean in_imprint(const TextBlock *block)
{
    return block->role == STYLE_IMPRINT || block->role == STYLE_PRINTED_BY ||
           block->role == STYLE_PRINTED_ON;
}

static gboolean stands_alone(const TextBlock *block)
{
    return block->table || block->figure || is_title(block);
}

/* Whether a blank line parts two blocks. */
static gboolean apart(const TextBlock *above, const TextBlock *below)
{
    if (above->role == STYLE_CAPTION && below->table)
        return FALSE;
    if (above->role == STYLE_ANNEX_MARK)
        return FALSE;
    return above->part != below->part || in_imprint(above) != in_imprint(below) ||
           stands_alone(above) || stands_alone(below) || below->role == STYLE_CAPTION ||
           below->role == STYLE_HEADING_1 || below->role == STYLE_ANNEX_MARK;
}

static void add_blocks(GString *out, const GPtrArray *blocks)
{
    const TextBlock *last = NULL;

    for (guint i = 0; i < blocks->len; i++) {
        const TextBlock *block = blocks->pdata[i];
        if (!reading_shows(block))
            continue;
        if (last ? apart(last, block) : out->len > 0)
            g_string_append_c(out, '\n');
        add_block(out, block);
        last = block;
    }
}

/* 签发人：张某某 王某: the label and all names are one line. */
static void add_head_line(GString *out, const TextBlock *block)
{
    if (block->role == STYLE_SIGNATORY && out->len > 0 && out->str[out->len - 1] == '\n') {
        g_string_truncate(out, out->len - 1);
        g_string_append(out, g_str_has_suffix(out->str, "：") ? "" : " ");
    }
    add_block(out, block);
}

GBytes *reading_to_text(const Reading *reading)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < reading->head->len; i++)
        add_head_line(out, reading->head->pdata[i]);
    add_blocks(out, reading->blocks);
    if (reading->notes->len > 0)
        g_string_append_c(out, '\n');
    for (guint i = 0; i < reading->notes->len; i++)
        add_block(out, reading->notes->pdata[i]);
    return g_string_free_to_bytes(out);
}

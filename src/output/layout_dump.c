#include "output/output.h"

#include "layout/figure.h"
#include "layout/masthead.h"
#include "layout/table.h"

#include <string.h>

static void append_pair(GString *out, const gchar *name, Len length)
{
    g_string_append_printf(out, " %s ", name);
    len_append(out, length);
}

/* Text between double quotes, on one line. */
static void append_text(GString *out, const gchar *text, gsize length)
{
    g_string_append(out, " \"");
    for (gsize i = 0; i < length; i++) {
        if (text[i] == '\n')
            g_string_append(out, "\\n");
        else if (text[i] == '"' || text[i] == '\\')
            g_string_append_printf(out, "\\%c", text[i]);
        else
            g_string_append_c(out, text[i]);
    }
    g_string_append_c(out, '"');
}

static void append_string(GString *out, const gchar *text)
{
    append_text(out, text, strlen(text));
}

/* --- lines --- */

/* What an adjustment had to work with: "classes ID7 PA ID12 OP ID2 CL". */
static void dump_classes(const Paragraph *paragraph, const Line *line, GString *out)
{
    g_string_append(out, "    classes");
    for (guint32 i = line->first; i < line->last;) {
        guint8 klass = paragraph_cluster(paragraph, i)->klass;
        guint count = 0;
        for (; i < line->last && paragraph_cluster(paragraph, i)->klass == klass; i++)
            count++;
        g_string_append_printf(out, " %s", char_class_name(klass));
        if (count > 1)
            g_string_append_printf(out, "%u", count);
    }
    g_string_append_c(out, '\n');
}

static void dump_adjustment(const Adjustment *adjustment, GString *out)
{
    g_string_append_printf(out, "    %s %s", adjust_name(adjustment->kind),
                           adjustment->amount > 0 ? "+" : "");
    len_append(out, adjustment->amount);
    g_string_append_printf(out, " places %u %s\n", adjustment->places,
                           adjust_clause(adjustment->kind));
}

static void dump_line(const Paragraph *paragraph, const Line *line, guint number, GString *out)
{
    g_string_append_printf(out, "  line %u", number);
    append_pair(out, "indent", line->indent);
    append_pair(out, "measure", line->measure);
    append_pair(out, "natural", line->natural);
    append_pair(out, "width", line->width);
    if (line->first < line->last) {
        guint32 start = paragraph_cluster(paragraph, line->first)->start;
        guint32 end = paragraph_cluster(paragraph, line->last - 1)->end;
        append_text(out, paragraph->text + start, end - start);
    }
    g_string_append_c(out, '\n');
    for (guint i = 0; i < line->adjustments->len; i++)
        dump_adjustment(&g_array_index(line->adjustments, Adjustment, i), out);
    if (line->adjustments->len > 0)
        dump_classes(paragraph, line, out);
}

static void dump_text_lines(const SetBlock *block, GString *out)
{
    for (guint i = 0; i < block->lines->len; i++)
        dump_line(block->paragraph, block->lines->pdata[i], i + 1, out);
}

/* "cell 2 1 table": row and column, each with its lines. */
static void dump_cells(const SetTable *table, GString *out)
{
    for (guint i = 0; i < table->cells->len; i++) {
        const SetBlock *cell = table->cells->pdata[i];
        g_string_append_printf(out, "cell %u %u %s\n", i / table->columns + 1,
                               i % table->columns + 1, style_role_name(cell->paragraph->role));
        dump_text_lines(cell, out);
    }
}

/* "figure caption", and the lines of that; "figure" where there is none. */
static void dump_figure(const SetFigure *figure, GString *out)
{
    const Image *image = figure->figure->image;

    g_string_append_printf(out, "figure%s", figure->caption ? " caption" : "");
    append_pair(out, "width", figure->width);
    append_pair(out, "height", figure->height);
    append_string(out, image->name);
    g_string_append_c(out, '\n');
    if (figure->caption)
        dump_text_lines(figure->caption, out);
}

static void dump_blocks(const GPtrArray *blocks, guint *number, GString *out)
{
    for (guint i = 0; i < blocks->len; i++) {
        const SetBlock *block = blocks->pdata[i];
        g_string_append_printf(out, "block %u %s%s\n", ++*number,
                               style_role_name(block->paragraph->role),
                               block->turned ? " turned" : "");
        dump_text_lines(block, out);
        if (block->table)
            dump_cells(block->table, out);
        if (block->figure)
            dump_figure(block->figure, out);
    }
}

void dump_lines(const Layout *layout, GString *out)
{
    const Masthead *masthead = layout_masthead(layout);
    guint number = 0;

    if (masthead)
        dump_blocks(masthead_blocks(masthead), &number, out);
    dump_blocks(layout_blocks(layout), &number, out);
    dump_blocks(layout_notes(layout), &number, out);
}

/* --- pages --- */

static const gchar *const ink_words[INK_COUNT] = {"", " red", " inserted", " deleted", " moved"};

/* A run on its line's baseline need not say where it stands; `line` is NULL for one in no line. */
static void dump_run(const Pages *pages, const Item *item, const PlacedLine *line, GString *out)
{
    const FontFile *font = pages->fonts->pdata[item->run->font];

    g_string_append_printf(out, "run %s %u", font->family, font->weight);
    g_string_append(out, ink_words[item->run->ink]);
    append_pair(out, "size", item->run->size);
    if (item->run->condensed > 0)
        g_string_append_printf(out, " condensed %u", item->run->condensed);
    append_pair(out, "x", item->x);
    append_pair(out, "width", item->width);
    if (!line)
        append_pair(out, "y", item->y);
    else if (item->y != line->baseline)
        append_pair(out, "rise", line->baseline - item->y);
    append_string(out, item->run->text);
}

static void append_box(GString *out, const Item *item)
{
    append_pair(out, "x", item->x);
    append_pair(out, "y", item->y);
    append_pair(out, "width", item->width);
    append_pair(out, "height", item->height);
}

static const gchar *const mark_names[] = {
    [MARK_DOT] = "mark dot", [MARK_LINE] = "mark line", [MARK_WAVE] = "mark wave"};

static void dump_item(const Pages *pages, const Item *item, const PlacedLine *line, GString *out)
{
    g_string_append(out, "    ");
    switch (item->kind) {
    case ITEM_GLYPHS:
        dump_run(pages, item, line, out);
        break;
    case ITEM_LINK:
        g_string_append(out, "link");
        append_box(out, item);
        append_string(out, item->target);
        break;
    case ITEM_ANCHOR:
        g_string_append(out, "anchor");
        append_pair(out, "x", item->x);
        append_pair(out, "y", item->y);
        append_string(out, item->target);
        break;
    case ITEM_MARK:
        g_string_append(out, mark_names[item->mark]);
        g_string_append(out, ink_words[item->ink]);
        append_box(out, item);
        break;
    case ITEM_RULE:
        g_string_append_printf(out, "rule%s", ink_words[item->ink]);
        append_box(out, item);
        break;
    case ITEM_IMAGE:
        g_string_append(out, item->multiply ? "image multiply" : "image");
        append_box(out, item);
        append_string(out, item->image->name);
        break;
    }
    if (item->turned)
        g_string_append(out, " turned");
    g_string_append_c(out, '\n');
}

static void dump_placed_line(const PlacedLine *line, GString *out)
{
    g_string_append_printf(out, "  row %u %s", line->row, style_role_name(line->role));
    append_pair(out, "x", line->x);
    append_pair(out, "baseline", line->baseline);
    append_pair(out, "width", line->width);
    if (line->reasons)
        g_string_append_printf(out, " (%s)", line->reasons);
    g_string_append_c(out, '\n');
}

/* Every item once, also one that stands in no line. */
static void dump_page(const Pages *pages, const Page *page, GString *out)
{
    guint next = 0;

    g_string_append_printf(out, "page %u", page->number);
    append_string(out, page->label);
    if (page->pitch > 0)
        append_pair(out, "pitch", page->pitch);
    if (page->reasons)
        g_string_append_printf(out, " (%s)", page->reasons);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < page->lines->len; i++) {
        const PlacedLine *line = &g_array_index(page->lines, PlacedLine, i);
        for (; next < line->first; next++)
            dump_item(pages, page->items->pdata[next], NULL, out);
        dump_placed_line(line, out);
        for (; next < line->last; next++)
            dump_item(pages, page->items->pdata[next], line, out);
    }
    for (; next < page->items->len; next++)
        dump_item(pages, page->items->pdata[next], NULL, out);
}

static void dump_info(const Pages *pages, GString *out)
{
    const PagesInfo *info = &pages->info;
    const struct {
        const gchar *name, *text;
    } fields[] = {{"title", info->title},       {"author", info->author},
                  {"subject", info->subject},   {"keywords", info->keywords},
                  {"language", info->language}, {"date", info->date}};

    g_string_append(out, "document");
    append_pair(out, "width", pages->width);
    append_pair(out, "height", pages->height);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
        if (!fields[i].text)
            continue;
        g_string_append_printf(out, "  %s", fields[i].name);
        append_string(out, fields[i].text);
        g_string_append_c(out, '\n');
    }
}

void dump_pages(const Pages *pages, GString *out)
{
    dump_info(pages, out);
    for (guint i = 0; i < pages->pages->len; i++)
        dump_page(pages, pages->pages->pdata[i], out);
    if (pages->outline->len > 0)
        g_string_append(out, "outline\n");
    for (guint i = 0; i < pages->outline->len; i++) {
        const OutlineEntry *entry = &g_array_index(pages->outline, OutlineEntry, i);
        g_string_append_printf(out, "  level %u page %u", entry->level, entry->page + 1);
        append_pair(out, "y", entry->y);
        append_string(out, entry->title);
        g_string_append_c(out, '\n');
    }
}

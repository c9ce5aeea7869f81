/* Annexes: each begins a page with its mark on line 1 and its title on line 3 (GB/T 9704-2012
 * 7.3.7). */
#include "layout/compose_parts.h"

#include "layout/ledger_text.h"

#include <string.h>

gchar *compose_annex_mark(const Composer *composer, const Annex *annex)
{
    const AnnexStyle *style = &composer->template->annex;

    return composer->bulletin->annexes->len == 1 ? g_strdup(style->mark)
                                                 : number_format(style->numbered, annex->number);
}

/* "附件1 整改台账" */
static gchar *outline_title(const TextBlock *mark, const TextBlock *title)
{
    g_auto(GStrv) lines = g_strsplit(title->text->str, "\n", -1);
    g_autofree gchar *line = g_strjoinv("", lines);

    return g_strconcat(mark->text->str, " ", line, NULL);
}

/* Sections are in those of higher headings; in the structure of nodes they are by themselves. */
static void open_section(Composer *composer, guint level)
{
    guint around = composer->annex;

    for (guint i = 1; i < level; i++)
        around = composer->sections[i] > 0 ? composer->sections[i] : around;
    composer->container = around;
    composer->container = compose_element(composer, STRUCT_SECT);
    composer->sections[level] = composer->container;
    for (guint i = level + 1; i < G_N_ELEMENTS(composer->sections); i++)
        composer->sections[i] = 0;
}

void compose_annex_heading(Composer *composer, const Block *heading)
{
    StyleRole role = STYLE_HEADING_1 + heading->level - 1;
    g_autofree gchar *number =
        number_format(composer->template->numbering.heading[heading->level - 1], heading->number);

    open_section(composer, heading->level);
    TextBlock *block =
        compose_begin_as(composer, role, compose_heading_type(composer, heading->level + 1));

    text_block_anchor(block, &heading->id);
    compose_number_text(composer, number, role, heading->span);
    compose_inlines(composer, heading->inlines, role);
    block->outline_level = heading->level + 1; /* below the annex */
    block->outline_title = g_strdup(block->text->str);
}

static void add_ledger(Composer *composer, const Annex *annex)
{
    g_autoptr(Block) block = block_new(BLOCK_TABLE, annex->span);
    const Ledger *ledger = &annex->ledger;

    table_free(block->table);
    block->table = ledger_table(composer->bulletin, ledger, composer->template, annex->span,
                                composer->template->ledger.date);
    if (ledger->totals)
        ledger_add_totals(block->table, composer->bulletin, ledger, composer->template,
                          annex->span);
    compose_table(composer, block);
}

static void begin_part(Composer *composer)
{
    composer->container = STRUCTURE_ROOT;
    composer->annex = composer->container = compose_element(composer, STRUCT_PART);
    memset(composer->sections, 0, sizeof composer->sections);
}

static void add_annex(Composer *composer, const Annex *annex)
{
    begin_part(composer);
    TextBlock *mark = compose_begin(composer, STYLE_ANNEX_MARK);
    g_autofree gchar *text = compose_annex_mark(composer, annex);

    text_block_anchor(mark, &annex->id);
    compose_number_text(composer, text, STYLE_ANNEX_MARK, annex->span);
    TextBlock *title =
        compose_begin_as(composer, STYLE_ANNEX_TITLE, compose_heading_type(composer, 1));
    compose_inlines(composer, annex->title, STYLE_ANNEX_TITLE);
    mark->outline_level = 1;
    mark->outline_title = outline_title(mark, title);
    compose_blocks(composer, annex->blocks, composer->template->numbering.list);
    if (annex->kind == ANNEX_LEDGER)
        add_ledger(composer, annex);
}

void compose_annexes(Composer *composer)
{
    const GPtrArray *annexes = composer->bulletin->annexes;

    for (guint i = 0; i < annexes->len; i++) {
        composer->of_annex = annexes->pdata[i];
        add_annex(composer, annexes->pdata[i]);
    }
    composer->of_annex = NULL;
    composer->container = STRUCTURE_ROOT;
}

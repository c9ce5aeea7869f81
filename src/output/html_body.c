/* The text in its order: sections below headings, lists, tables, figures, annexes, notes. */
#include "output/html_parts.h"

#include "layout/footnote.h"

#define DEEPEST_HEADING 6

const TextBlock *html_next(HtmlBody *body)
{
    const GPtrArray *blocks = body->reading->blocks;

    while (body->block < blocks->len && !reading_shows(blocks->pdata[body->block]))
        body->block++;
    return body->block < blocks->len ? blocks->pdata[body->block] : NULL;
}

const TextBlock *html_take(HtmlBody *body, Element element, StyleRole role)
{
    const TextBlock *block = html_next(body);

    if (!block || block->part != element || block->role != role || block->table || block->figure)
        return NULL;
    body->block++;
    return block;
}

/* ---- lists and sections ---- */

static void close_lists(HtmlBody *body, guint depth)
{
    for (; body->lists > depth; body->lists--)
        g_string_append(body->out, "</li>\n</ol>\n");
}

/* The label is text of the item: it is the template's, and no browser's numbering has all of them.
 */
static void open_item(HtmlBody *body, guint depth, guint item)
{
    close_lists(body, item == 1 ? depth - 1 : depth);
    if (body->lists == depth)
        g_string_append(body->out, "</li>\n");
    for (; body->lists < depth; body->lists++)
        g_string_append(body->out, "<ol>\n");
    g_string_append(body->out, "<li>\n");
}

static void close_headings(HtmlBody *body, guint level)
{
    for (; body->headings > level; body->headings--)
        g_string_append(body->out, "</section>\n");
}

/* A level that is passed over has a section without a heading. */
static void add_heading(HtmlBody *body, const TextBlock *block)
{
    guint level = block->role - STYLE_HEADING_1 + 1;
    guint rank = MIN(level + (body->annex ? 2 : 1), DEEPEST_HEADING);
    gchar name[] = {'h', (gchar) ('0' + rank), '\0'};

    close_headings(body, level - 1);
    for (; body->headings < level; body->headings++)
        g_string_append(body->out, "<section>\n");
    html_element(body->out, name, style_role_name(block->role), block);
}

static void close_all(HtmlBody *body)
{
    close_lists(body, 0);
    close_headings(body, 0);
}

/* ---- annexes ---- */

static void close_annex(HtmlBody *body)
{
    close_all(body);
    if (body->annex)
        g_string_append(body->out, "</section>\n");
    body->annex = FALSE;
}

/* The id of an annex is its section's: a link shows mark and title. */
static void add_annex(HtmlBody *body, const TextBlock *mark)
{
    close_annex(body);
    html_open(body->out, "section", "annex", mark);
    body->annex = TRUE;
    g_string_append(body->out, "\n<p class=\"annex-mark\">");
    html_inside(body->out, mark, 0);
    g_string_append(body->out, "</p>\n");
    const TextBlock *title = html_take(body, ELEMENT_ANNEXES, STYLE_ANNEX_TITLE);
    if (title)
        html_title(body->out, body->reading->template, "h2", "annex-title", title);
}

/* ---- blocks ---- */

static gboolean is_plain(const TextBlock *block)
{
    return block->role == STYLE_BODY;
}

static void add_contact(HtmlBody *body, const TextBlock *block)
{
    g_string_append(body->out, "<address>\n");
    html_element(body->out, "p", "contact", block);
    g_string_append(body->out, "</address>\n");
}

/* A caption stands in its table. */
static void add_caption(HtmlBody *body, const TextBlock *caption)
{
    const TextBlock *table = html_next(body);

    if (!table || !table->table) {
        html_element(body->out, "p", "caption", caption);
        return;
    }
    body->block++;
    html_table(body->out, body->reading->template, table, caption);
}

static void add_block(HtmlBody *body, const TextBlock *block)
{
    if (block->list_item > 0)
        open_item(body, block->list_depth, block->list_item);
    else
        close_lists(body, block->list_depth);
    if (block->table)
        html_table(body->out, body->reading->template, block, NULL);
    else if (block->figure)
        html_figure(body->out, block);
    else if (block->role == STYLE_CAPTION)
        add_caption(body, block);
    else if (block->role >= STYLE_HEADING_1 && block->role <= STYLE_HEADING_4)
        add_heading(body, block);
    else if (block->role == STYLE_ANNEX_MARK)
        add_annex(body, block);
    else if (block->role == STYLE_CONTACT)
        add_contact(body, block);
    else
        html_element(body->out, "p", is_plain(block) ? NULL : style_role_name(block->role), block);
}

static gboolean in_imprint(const TextBlock *block)
{
    return block->role == STYLE_IMPRINT || block->role == STYLE_PRINTED_BY ||
           block->role == STYLE_PRINTED_ON;
}

/* FALSE where the next block is no beginning of an element with a form of its own. */
static gboolean add_group(HtmlBody *body, const TextBlock *block)
{
    if (in_imprint(block))
        html_imprint(body);
    else if (block->part == ELEMENT_SIGNATURE)
        html_signature(body);
    else if (block->part == ELEMENT_ANNEX_LIST)
        html_annex_list(body);
    else if (block->part == ELEMENT_ATTENDANCE)
        html_attendance(body);
    else
        return FALSE;
    return TRUE;
}

/* An element ends the sections of that before it. */
static void leave_element(HtmlBody *body, const TextBlock *block)
{
    if (in_imprint(block) || block->part != ELEMENT_ANNEXES)
        close_annex(body);
    else
        close_all(body);
}

static void add_blocks(HtmlBody *body)
{
    const TextBlock *block, *last = NULL;

    while ((block = html_next(body))) {
        if (last && (in_imprint(block) || block->part != last->part))
            leave_element(body, block);
        last = block;
        if (!add_group(body, block)) {
            body->block++;
            add_block(body, block);
        }
    }
    close_annex(body);
}

/* ---- footnotes ---- */

/* The mark leads back to where it stands in the text; that of a note that is gone leads nowhere. */
static void add_note_mark(GString *out, const TextBlock *note, guint number)
{
    const TextRun *mark = &g_array_index(note->runs, TextRun, 0);
    gboolean gone = mark->marks.change == TEXT_DELETED;

    if (gone)
        g_string_append(out, "<del>");
    else
        g_string_append_printf(out, "<a role=\"doc-backlink\" href=\"#mark:%u\">", number);
    html_text(out, note->text->str, mark->end);
    g_string_append(out, gone ? "</del>" : "</a>");
}

static void add_note(GString *out, const TextBlock *note, guint number)
{
    html_open(out, "li", NULL, note);
    g_string_append(out, "<p>");
    add_note_mark(out, note, number);
    html_inside(out, note, g_array_index(note->runs, TextRun, 0).end);
    g_string_append(out, "</p></li>\n");
}

static void add_notes(GString *out, const GPtrArray *notes)
{
    if (notes->len == 0)
        return;
    g_string_append(out, "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
    for (guint i = 0; i < notes->len; i++)
        add_note(out, notes->pdata[i], i + 1);
    g_string_append(out, "</ol>\n</section>\n");
}

void html_body(GString *out, const Reading *reading)
{
    HtmlBody body = {.out = out, .reading = reading};

    g_string_append(out, "<main>\n<article>\n");
    html_header(&body);
    add_blocks(&body);
    add_notes(out, reading->notes);
    g_string_append(out, "</article>\n</main>\n");
}

/* Inline text: roles, marks, numbers of references. */
#include "layout/compose_parts.h"

#include "layout/footnote.h"

#include <string.h>

static gchar *node_reference(const Composer *composer, const Node *node)
{
    const Numbering *numbering = &composer->template->numbering;
    guint level = compose_level(composer, node), number = compose_number(composer, node);

    if (level > 0)
        return number_format(numbering->reference_heading[level - 1], number);
    return number_format(node->kind == NODE_FINDING ? numbering->reference_finding
                                                    : numbering->reference_measure,
                         number);
}

/* Of a heading of an annex, in another file: 附件1第二部分第（一）项, by all headings above it.
 * (transfer full) */
static gchar *annex_reference(const Composer *composer, const Annex *annex, const Block *heading)
{
    gchar *const *formats = composer->template->numbering.reference_annex;
    guint numbers[G_N_ELEMENTS(composer->template->numbering.reference_annex)] = {0};
    g_autofree gchar *mark = compose_annex_mark(composer, annex);
    GString *text = g_string_new(mark);

    for (guint i = 0; i < annex->blocks->len; i++) {
        const Block *block = annex->blocks->pdata[i];
        if (block->kind == BLOCK_HEADING)
            numbers[block->level - 1] = block->number;
        if (block == heading)
            break;
    }
    for (guint level = 0; level < heading->level; level++) {
        g_autofree gchar *number = number_format(formats[level], numbers[level]);
        g_string_append(text, number);
    }
    return g_string_free(text, FALSE);
}

static gchar *heading_reference(const Composer *composer, const Target *target, const Inline *run)
{
    const Numbering *numbering = &composer->template->numbering;
    const Block *heading = target->block;

    if (target->within && numbering->reference_annex[0] && run->span.source != heading->span.source)
        return annex_reference(composer, target->within, heading);
    return number_format(numbering->reference_heading[heading->level - 1], heading->number);
}

/* (transfer full) (nullable) */
static gchar *reference_text(const Composer *composer, const Inline *run)
{
    const Target *target = bulletin_find(composer->bulletin, run->href);

    if (target && target->node)
        return node_reference(composer, target->node);
    if (target && target->annex)
        return compose_annex_mark(composer, target->annex);
    const Block *block = target ? target->block : NULL;
    if (block && block->kind == BLOCK_HEADING)
        return heading_reference(composer, target, run);
    return block ? g_strdup(block->label) : NULL;
}

/* Emphasis that shows by a mark alone leaves the text in its font. */
static StyleRole inline_role(const Composer *composer, const Inline *run, StyleRole role)
{
    const Style *styles = composer->template->styles;

    if ((run->flags & INLINE_STRONG) && !styles[STYLE_STRONG].as_around)
        return STYLE_STRONG;
    if ((run->flags & INLINE_EMPHASIS) && !styles[STYLE_EMPHASIS].as_around)
        return STYLE_EMPHASIS;
    return role;
}

static TextMarks inline_marks(const Composer *composer, const Inline *run)
{
    static const struct {
        InlineFlags flag;
        StyleRole role;
    } marked[] = {{INLINE_EMPHASIS, STYLE_EMPHASIS},
                  {INLINE_STRONG, STYLE_STRONG},
                  {INLINE_DOT, STYLE_DOT},
                  {INLINE_PROPER, STYLE_PROPER},
                  {INLINE_BOOK, STYLE_BOOK}};
    TextMarks marks = {
        .joined = run->joined, .lined = run->lined, .literal = (run->flags & INLINE_LITERAL) != 0};

    for (guint i = 0; i < G_N_ELEMENTS(marked); i++) {
        MarkShape mark = composer->template->styles[marked[i].role].mark;
        if (!(run->flags & marked[i].flag))
            continue;
        if (mark == MARK_DOT)
            marks.dots = TRUE;
        else if (mark != MARK_NONE)
            marks.line = (guint8) mark;
    }
    return marks;
}

/* Before pages are known one digit stands for the number. */
static const gchar *page_label(const Composer *composer, const Inline *run)
{
    const gchar *label =
        composer->page_labels ? g_hash_table_lookup(composer->page_labels, run->href + 1) : NULL;

    return label ? label : "0";
}

/* The number that a footnote is set with: its place among those that are set. */
static guint set_number(Composer *composer, guint note)
{
    guint *number = &composer->note_numbers[note - 1];

    if (*number == 0) {
        Note set = g_array_index(composer->bulletin->notes, Note, note - 1);
        set.number = *number = composer->notes->len + 1;
        g_array_append_val(composer->notes, set);
    }
    return *number;
}

/* What a mark of a footnote is in the structure: a reference, whose label is a link. The note is
 * read after the first. Marks of one note that meet are one. Returns the link. */
static guint note_reference(const Composer *composer, guint note, gboolean again)
{
    GArray *structure = composer->structure;
    guint around = composer->block->element,
          last = compose_last_link(composer, footnote_href(note));

    if (last > 0)
        return last;
    guint reference = structure_add(structure, STRUCT_REFERENCE, around);
    guint label = structure_add(structure, STRUCT_LBL, reference);

    if (structure && !again) {
        guint element = structure_add(structure, STRUCT_NOTE, around);
        structure_at(structure, reference)->note = element;
        structure_at(structure, element)->note = note;
    }
    return structure_add(structure, STRUCT_LINK, label);
}

/* A footnote is set once, at the foot of the page that has its first mark. */
static gchar *note_mark(Composer *composer, const Inline *run, TextStyle *style)
{
    guint before = composer->notes->len, number = set_number(composer, run->note);

    style->role = STYLE_NOTE_MARK;
    style->href = footnote_href(number);
    style->marks.note = (guint16) number;
    style->marks.again = number <= before;
    style->element = style->link = note_reference(composer, number, style->marks.again);
    return number_format(composer->template->footnote.mark, number);
}

static void add_inline(Composer *composer, const Inline *run, StyleRole role)
{
    TextStyle style = {.role = inline_role(composer, run, role),
                       .href = run->href,
                       .span = run->span,
                       .exact = (run->flags & INLINE_VERBATIM) != 0,
                       .marks = inline_marks(composer, run)};
    g_autofree gchar *own = NULL;

    if (run->flags & INLINE_NOTE) {
        own = note_mark(composer, run, &style);
    } else if (run->flags & INLINE_BREAK) {
        own = g_strdup("\n");
    } else if (run->flags & INLINE_PAGE) {
        own = g_strdup(page_label(composer, run));
    } else if (run->flags & INLINE_REFERENCE) {
        own = reference_text(composer, run);
    }
    if (own)
        style.exact = FALSE;
    style.counted = (own && !(run->flags & INLINE_BREAK)) || (run->flags & INLINE_COUNTED) != 0;
    compose_append(composer, own ? own : run->text, style);
}

void compose_inlines(Composer *composer, const GArray *inlines, StyleRole role)
{
    for (guint i = 0; i < inlines->len; i++)
        add_inline(composer, &g_array_index(inlines, Inline, i), role);
}

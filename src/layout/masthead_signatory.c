/* 签发人 (7.2.6): at the right, so many names a line, in columns; the document number at the left
 * on their last line (7.2.5). */
#include "layout/masthead_parts.h"

/* A name of two characters among longer ones is set as wide as three, as names in columns are. */
#define SHORT_NAME 2
#define USUAL_NAME 3

typedef struct {
    Masthead *masthead;
    guint a_line, lines;
    Len column;         /* width of one name */
    Len label_x, names; /* where they begin */
} Columns;

static LoneLine *signatory_at(const Columns *columns, guint i)
{
    return columns->masthead->signatories->pdata[i];
}

static void spread_short_names(Columns *columns)
{
    const Template *template = columns->masthead->template;
    Len usual = USUAL_NAME * template->styles[STYLE_SIGNATORY].size;

    for (guint i = 0; i < columns->masthead->signatories->len; i++) {
        LoneLine *name = signatory_at(columns, i);
        if (lone_line_length(name) == SHORT_NAME && columns->column >= usual)
            lone_line_spread(name, usual);
    }
}

static void measure(Columns *columns)
{
    const GPtrArray *names = columns->masthead->signatories;

    for (guint i = 0; i < names->len; i++)
        columns->column = MAX(columns->column, lone_line_width(signatory_at(columns, i)));
    spread_short_names(columns);
}

static void divide(Columns *columns, guint a_line)
{
    const Masthead *masthead = columns->masthead;
    const Template *template = masthead->template;
    const MastheadStyle *style = &template->masthead;
    guint count = masthead->signatories->len;

    columns->a_line = MIN(a_line, count);
    columns->lines = (count + a_line - 1) / a_line;
    columns->names = template->left + template->width - style->signatory_right -
                     columns->a_line * (columns->column + style->signatory_gap) +
                     style->signatory_gap;
    columns->label_x = columns->names - lone_line_width(masthead->label);
}

/* Whether the number, one character from the left, ends one character before what stands on the
 * last line; and the label begins in the text block. */
static gboolean has_room(const Columns *columns)
{
    const Masthead *masthead = columns->masthead;
    const Template *template = masthead->template;
    Len right = template->left;

    if (masthead->number)
        right +=
            template->masthead.number_indent + lone_line_width(masthead->number) + template->cell;
    return columns->label_x >= template->left &&
           right <= (columns->lines == 1 ? columns->label_x : columns->names);
}

static void put_names(const Columns *columns, Len y)
{
    const Template *template = columns->masthead->template;
    Len step = columns->column + template->masthead.signatory_gap;

    lone_line_put(columns->masthead->label, template, columns->label_x, y);
    for (guint i = 0; i < columns->masthead->signatories->len; i++)
        lone_line_put(signatory_at(columns, i), template,
                      columns->names + i % columns->a_line * step,
                      y + i / columns->a_line * template->pitch);
}

Len masthead_place_signatories(Masthead *masthead, Len y, Diagnostics *sink)
{
    const Template *template = masthead->template;
    Columns columns = {.masthead = masthead, .lines = 1};
    gboolean room = TRUE;

    if (masthead->label) {
        measure(&columns);
        divide(&columns, template->masthead.signatories_a_line);
        if (!has_room(&columns))
            divide(&columns, 1);
        room = has_room(&columns);
        if (!room)
            diag_report(sink, RULE_SIGNATORY_ROOM, masthead->meta->document_number.span, NULL);
        put_names(&columns, y);
    }
    Len last = y + (columns.lines - 1) * template->pitch;
    if (masthead->both && !room) /* numbers and names of two may be longer than those of one */
        last += template->pitch;
    if (masthead->number)
        lone_line_put(masthead->number, template, template->left + template->masthead.number_indent,
                      last);
    return last + template->styles[STYLE_DOCUMENT_NUMBER].size;
}

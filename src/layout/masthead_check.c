/* Places of a masthead are fixed (GB/T 9704-2012 7.2, 10): what is too long meets its neighbour or
 * leaves the text block. */
#include "layout/masthead_parts.h"

/* Rounding of glyph after glyph is no fault. */
#define ROUNDING (LEN_PT / 8)

typedef struct {
    Len left, right, top, bottom;
} Box;

static Box ink_of(const LoneLine *line, const Layout *layout)
{
    Len top, bottom;

    lone_line_ink(line, layout, &top, &bottom);
    return (Box){line->x, line->x + lone_line_width(line), line->baseline - top,
                 line->baseline - bottom};
}

static gboolean overlap(const Box *a, const Box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static const gchar *text_of(const LoneLine *line)
{
    return line->text->text->str;
}

static Span span_of(const LoneLine *line)
{
    return g_array_index(line->text->runs, TextRun, 0).span;
}

/* Told where the later of the two was written. */
static void report_overlap(const LoneLine *a, const LoneLine *b, Diagnostics *sink)
{
    Span first = span_of(a), second = span_of(b);
    gboolean turned = first.source == second.source && first.start > second.start;

    diag_report(sink, RULE_MASTHEAD_OVERLAP, turned ? first : second, text_of(turned ? a : b),
                text_of(turned ? b : a), NULL);
}

static void check_line(const Masthead *masthead, const Box *boxes, guint i, Diagnostics *sink)
{
    const Template *template = masthead->template;
    const LoneLine *line = masthead->lines->pdata[i];

    if (boxes[i].left + ROUNDING < template->left ||
        boxes[i].right - ROUNDING > template->left + template->width)
        diag_report(sink, RULE_MASTHEAD_WIDE, span_of(line), text_of(line), NULL);
    for (guint k = 0; k < i; k++)
        if (overlap(&boxes[k], &boxes[i]))
            report_overlap(masthead->lines->pdata[k], line, sink);
}

void masthead_check(const Masthead *masthead, const Layout *layout, Diagnostics *sink)
{
    g_autofree Box *boxes = g_new(Box, masthead->lines->len);

    for (guint i = 0; i < masthead->lines->len; i++) {
        boxes[i] = ink_of(masthead->lines->pdata[i], layout);
        check_line(masthead, boxes, i, sink);
    }
}

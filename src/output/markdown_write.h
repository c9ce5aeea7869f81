/* Writing Markdown that is read back as the runs it was written from. Private to markdown*.c. */
#ifndef MKB_OUTPUT_MARKDOWN_WRITE_H
#define MKB_OUTPUT_MARKDOWN_WRITE_H

#include "model/bulletin.h"

typedef struct {
    GString *out;
    Diagnostics *sink;
} MarkdownWriter;

/* Where text stands decides what in it would be taken for syntax. */
typedef enum {
    TEXT_OF_PARAGRAPH, /* begins a line */
    TEXT_OF_HEADING,   /* is one line */
    TEXT_OF_CELL,      /* the same */
    TEXT_OF_CAPTION,   /* in the quotes of an image */
} MarkdownPlace;

/* Text without any markup. */
void markdown_text(GString *out, const gchar *text, MarkdownPlace place);

/* Runs (element-type Inline). What a place has no words for is reported. */
void markdown_inlines(MarkdownWriter *writer, const GArray *inlines, MarkdownPlace place);

/* The same as lines of a paragraph, what begins one being no syntax; those after the first are so
 * many blanks further in. */
void markdown_lines(MarkdownWriter *writer, const GArray *inlines, guint indent);

/* ` {#id}`, where there is one. */
void markdown_id(GString *out, const Field *id);

/* Blocks (element-type Block), each after a blank line and `indent` blanks further in. Headings are
 * `deeper` levels deeper than their level says. */
void markdown_blocks(MarkdownWriter *writer, const GPtrArray *blocks, guint indent, guint deeper);

/* A heading, but for what stands behind its text; then its end. One of several lines is underlined,
 * which only levels 1 and 2 can be. */
void markdown_title_begin(MarkdownWriter *writer, const GArray *title, guint level);
void markdown_title_end(MarkdownWriter *writer, const GArray *title, guint level);

/* A blank line, then so many blanks. */
void markdown_begin(GString *out, guint indent);

/* What one file cannot say, at its place. */
void markdown_refuse(MarkdownWriter *writer, Span where, const gchar *zh, const gchar *en);

#endif

/* What the files that write the body of the HTML share. Private to html*.c. */
#ifndef MKB_OUTPUT_HTML_PARTS_H
#define MKB_OUTPUT_HTML_PARTS_H

#include "output/html_write.h"

typedef struct {
    GString *out;
    const Reading *reading;
    guint block;    /* of the reading's blocks, the next one to be written */
    guint headings; /* so many sections of headings are open */
    guint lists;    /* … lists, each in an open item */
    gboolean annex; /* an annex's section is open */
} HtmlBody;

/* The next block, or NULL at the end; those that are not shown are passed over. */
const TextBlock *html_next(HtmlBody *body);

/* The next block if it is of that element and role, which so is taken; else NULL. */
const TextBlock *html_take(HtmlBody *body, Element element, StyleRole role);

/* A whole document: the text, with more rules of style and HTML before it. */
void html_document(GString *out, const Reading *reading, const gchar *more_style,
                   const gchar *before);

/* Everything in <body>. */
void html_body(GString *out, const Reading *reading);

/* The masthead, title and what belongs to it, in one <header>. */
void html_header(HtmlBody *body);

/* Each takes all blocks of its element. */
void html_signature(HtmlBody *body);
void html_annex_list(HtmlBody *body);
void html_attendance(HtmlBody *body);
void html_imprint(HtmlBody *body);

/* `caption` (nullable): the block above the table. */
void html_table(GString *out, const Template *template, const TextBlock *table,
                const TextBlock *caption);
void html_figure(GString *out, const TextBlock *block);

/* ` src="data:…"` of an image. */
void html_image_source(GString *out, const Image *image);

/* The rules of <style>. (transfer full) */
GString *html_style(const Template *template);

#endif

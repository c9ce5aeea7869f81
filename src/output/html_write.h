/* Writing HTML: what every part of it is written with. Nothing reaches the page but through these,
 * so that no text of a source is ever read as markup. */
#ifndef MKB_OUTPUT_HTML_WRITE_H
#define MKB_OUTPUT_HTML_WRITE_H

#include "layout/reading.h"

/* `length` bytes of a text; LF is a <br>. */
void html_text(GString *out, const gchar *text, gsize length);

/* ` name="value"`, the value escaped. */
void html_attribute(GString *out, const gchar *name, const gchar *value);

/* Whether a link may be followed: inside the page, or one of the schemes that the source format
 * has. */
gboolean html_link_allowed(const gchar *href);

/* `<name class="…" id="…"`, with the id of a block that begins with an anchor, and `>`. `class`: a
 * word, or NULL. */
void html_open(GString *out, const gchar *name, const gchar *class, const TextBlock *block);

/* All of a title as one element, and a line end. It is broken between words, where its lines are
 * too long. */
void html_title(GString *out, const Template *template, const gchar *name, const gchar *class,
                const TextBlock *block);

/* The text of a block from byte `from` on, with links, emphasis, marks and anchors; not the anchor
 * that html_open() gave to the element. */
void html_inside(GString *out, const TextBlock *block, guint32 from);

/* The same of a title's text, with its words told apart by <wbr>. */
void html_title_inside(GString *out, const Template *template, const TextBlock *block);

/* All of a block as one element, and a line end. */
void html_element(GString *out, const gchar *name, const gchar *class, const TextBlock *block);

#endif

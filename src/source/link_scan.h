/* The parts of links in Markdown source, scanned as CommonMark asks: cmark tells that a link is
 * there, but not where its target stands. */
#ifndef MKB_SOURCE_LINK_SCAN_H
#define MKB_SOURCE_LINK_SCAN_H

#include <glib.h>

typedef struct {
    const gchar *start, *end;             /* without < and > */
    const gchar *title_start, *title_end; /* without quotes; NULL where there is no title */
} LinkTarget;

/* After the ] of a link: (target "title"), [label], [] or nothing. Returns where the link ends;
 * target->start and title_start are NULL unless they stand right here. */
const gchar *link_scan_tail(const gchar *p, const gchar *end, LinkTarget *target);

/* A definition "[label]: target "title"" that begins at p. Returns the start of the line after it,
 * or NULL when this is none. */
const gchar *link_scan_definition(const gchar *p, const gchar *end, LinkTarget *target);

/* What the source of a target means: without the backslashes of escapes and the character
 * references. (transfer full) */
gchar *link_scan_unescape(const gchar *p, const gchar *end);

/* Whether what stands at p, and was no image to cmark, is meant as one: ![…](… or ![…][…. */
gboolean link_scan_is_image(const gchar *p, const gchar *end);

/* The start of the next line's text: past one line end and the blanks on both sides of it. */
const gchar *link_scan_line_end(const gchar *p, const gchar *end);

#endif

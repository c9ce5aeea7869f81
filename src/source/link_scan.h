/* The parts of links in Markdown source, scanned as CommonMark asks: cmark tells that a link is
 * there, but not where its target stands. */
#ifndef MKB_SOURCE_LINK_SCAN_H
#define MKB_SOURCE_LINK_SCAN_H

#include <glib.h>

typedef struct {
    const gchar *start, *end; /* without < and > */
} LinkTarget;

/* After the ] of a link: (target "title"), [label], [] or nothing. Returns where the link ends;
 * target->start is NULL unless it stands right here. */
const gchar *link_scan_tail(const gchar *p, const gchar *end, LinkTarget *target);

/* A definition "[label]: target "title"" that begins at p. Returns the start of the line after it,
 * or NULL when this is none. */
const gchar *link_scan_definition(const gchar *p, const gchar *end, LinkTarget *target);

/* A footnote mark [^x] at p: its end, or NULL. */
const gchar *link_scan_footnote(const gchar *p, const gchar *end);

/* The start of the next line's text: past one line end and the blanks on both sides of it. */
const gchar *link_scan_line_end(const gchar *p, const gchar *end);

#endif

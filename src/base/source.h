/* One text that an editor wrote, and places in it. */
#ifndef MKB_BASE_SOURCE_H
#define MKB_BASE_SOURCE_H

#include <glib.h>

typedef struct {
    gchar *path;   /* as messages show it */
    gchar *text;   /* UTF-8 once validated; a NUL follows the last byte */
    gsize length;  /* bytes */
    GArray *lines; /* guint32: byte at which each line starts; lines end in LF, CRLF or CR */
} Source;

/* Bytes [start, end) of a source; source is NULL for what stands nowhere in the text. */
typedef struct {
    const Source *source; /* (transfer none) */
    guint32 start;
    guint32 end;
} Span;

#define SPAN_NONE ((Span){NULL, 0, 0})

/* Takes both arguments: (transfer full). The text needs no NUL of its own: length says. */
Source *source_new(gchar *path, gchar *text, gsize length);
void source_free(Source *source);

/* Of Source, owned by the array. (transfer full) */
GPtrArray *sources_new(void);

/* The part of a span from byte `from` to byte `to` of it. */
Span span_part(Span span, guint32 from, guint32 to);

/* Line and column, both from 1; columns count characters (Unicode code points), a byte that is not
 * UTF-8 counts as one. */
void source_position(const Source *source, guint32 offset, guint *line, guint *column);

/* The line's bytes without its end: a pointer into the text and a length. Lines count from 1. */
const gchar *source_line(const Source *source, guint line, gsize *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Source, source_free)

#endif

/* Where one is writing in front matter, or in the keys at the end of a heading. By lines, for what
 * is being written is seldom YAML. */
#ifndef MKB_LSP_FRONT_PLACE_H
#define MKB_LSP_FRONT_PLACE_H

#include "lsp/session.h"
#include "model/front_keys.h"

typedef struct {
    FrontPlace place;
    Span front;         /* the YAML */
    gboolean in_braces; /* of a heading: `front` is what stands in them */
    gboolean in_key;    /* else in a value */
    gboolean colon;     /* the key has its colon */
    Span key;           /* of the line; of a list's item that of the list's key */
    Span word;          /* what is being written: the key, the value, or the item */
    gboolean english;   /* keys there are in English rather than in Chinese */
} FrontCursor;

/* FALSE when the place is neither in front matter nor in the braces of a heading. */
gboolean front_cursor(const Place *place, FrontCursor *cursor);

/* The same for the braces alone, by front_cursor(). */
gboolean braces_cursor(const Place *place, FrontCursor *cursor);
GPtrArray *braces_keys_there(const FrontCursor *cursor);

/* The names of the keys that the place (the group, for one in a group) has already, but for the one
 * that is being written. (transfer full) (element-type utf8) */
GPtrArray *front_keys_there(const FrontCursor *cursor);

/* (transfer full) */
gchar *span_text(const Span *span);

#endif

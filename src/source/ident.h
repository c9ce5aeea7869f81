/* Ids: names by which things are referred to. */
#ifndef MKB_SOURCE_IDENT_H
#define MKB_SOURCE_IDENT_H

#include "base/diag.h"
#include "source/block.h"

/* An id becomes an anchor in every output and is written in links: letters, digits, Han, - _ . */
gboolean ident_is_valid(const gchar *text);

/* Cuts {#id} off the end of a text's runs, with the blanks before it. FALSE when there is none; one
 * that cannot be an id is reported. */
gboolean ident_take(GArray *inlines, Field *id, Diagnostics *sink);

/* Cuts {key: value, …} off the end of a heading's runs, with the blanks before it; *yaml is its
 * place, braces included. FALSE when there is none: braces without a colon in them are text. */
gboolean properties_take(GArray *inlines, Span *yaml);

#endif

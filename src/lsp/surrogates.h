/* JSON of editors that keep text in UTF-16 may have half a character in it. */
#ifndef MKB_LSP_SURROGATES_H
#define MKB_LSP_SURROGATES_H

#include <glib.h>

/* JSON with every \uD800 … \uDFFF that is one half of a pair without the other made \uFFFD, of the
 * same length in bytes and in UTF-16; NULL where there is none. (transfer full) (nullable) */
gchar *surrogates_mended(const gchar *json, gsize length);

#endif

/* Character references: &amp; &#20013; &#x4E2D; */
#ifndef MKB_SOURCE_ENTITY_H
#define MKB_SOURCE_ENTITY_H

#include <glib.h>

/* The bytes of the reference at p and what it stands for; 0 when it is none. (transfer full) */
gsize entity_read(const gchar *p, const gchar *end, gchar **text);

#endif

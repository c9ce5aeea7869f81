/* Places in a message. */
#ifndef MKB_CHECK_PLACES_H
#define MKB_CHECK_PLACES_H

#include "base/source.h"

/* file:line of where a span begins. (transfer full) */
gchar *place_text(Span span);

#endif

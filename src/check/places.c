#include "check/places.h"

gchar *place_text(Span span)
{
    guint line, column;

    source_position(span.source, span.start, &line, &column);
    return g_strdup_printf("%s:%u", span.source->path, line);
}

/* Making units. Private to check. */
#ifndef MKB_CHECK_UNIT_TEXT_H
#define MKB_CHECK_UNIT_TEXT_H

#include "check/unit.h"

/* The runs of a block as one text; NULL when it is empty. (transfer full) */
TextUnit *unit_from_runs(UnitKind kind, const GArray *inlines);

/* A value that the author gave: its text followed through the source bytes of its span. NULL when
 * there is none. (transfer full) */
TextUnit *unit_from_value(UnitKind kind, const gchar *text, Span span);

/* Marks addresses, what stands in 《》, and all of the text where it is no prose. */
void unit_guard(TextUnit *unit);

#endif

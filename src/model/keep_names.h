/* Names that no line end breaks. */
#ifndef MKB_MODEL_KEEP_NAMES_H
#define MKB_MODEL_KEEP_NAMES_H

#include "model/bulletin.h"

/* Makes each of the names (element-type utf8), wherever it stands within one run of headings, text,
 * tables and notes, a span without a line break, as [某某街道]{不断} does. Spans that editors
 * marked stay theirs; of two names at one place the longer counts. */
void bulletin_keep_names(Bulletin *bulletin, const GPtrArray *names);

#endif

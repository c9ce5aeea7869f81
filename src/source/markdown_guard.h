/* Texts that would keep cmark 0.30 busy for minutes: looked for before it sees them. */
#ifndef MKB_SOURCE_MARKDOWN_GUARD_H
#define MKB_SOURCE_MARKDOWN_GUARD_H

#include "base/diag.h"

/* FALSE after reporting RULE_LIMIT: the text is not to be parsed. */
gboolean markdown_guard(const Source *source, guint32 start, guint32 end, Diagnostics *sink);

#endif

/* The whole bulletin as one source file: docs/source-format.md. */
#ifndef MKB_OUTPUT_MARKDOWN_OUT_H
#define MKB_OUTPUT_MARKDOWN_OUT_H

#include "model/bulletin.h"

/* A file that builds to the same pages as the sources of the bulletin. NULL after reporting.
 * (transfer full) */
GBytes *bulletin_to_markdown(const Bulletin *bulletin, Diagnostics *sink);

#endif

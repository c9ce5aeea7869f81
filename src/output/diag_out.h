/* Diagnostics for programs. */
#ifndef MKB_OUTPUT_DIAG_OUT_H
#define MKB_OUTPUT_DIAG_OUT_H

#include "base/diag.h"

/* As docs/diagnostics.schema.json says; messages in the style's language. (transfer full) */
gchar *diagnostics_to_json(const Diagnostics *sink, DiagStyle style);

/* SARIF 2.1.0 (OASIS), for code hosts that show results of checks. (transfer full) */
gchar *diagnostics_to_sarif(const Diagnostics *sink, DiagStyle style);

#endif
